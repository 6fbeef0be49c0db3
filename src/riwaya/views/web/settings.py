"""How a workspace is served."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from riwaya.views.web.guard.oidc import Oidc

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command line says of a workspace.

    `hosts` are the names, with their ports, under which it may be asked for. `groups` and `name`
    are those of who works alone; a team's come from its accounts.
    """

    location: str
    team: bool = False
    hosts: frozenset[str] = frozenset()
    secure: bool = False  # behind HTTPS: cookies go over nothing else
    groups: frozenset[str] = frozenset()
    name: str = ""
    lexicons: tuple[Path, ...] = ()
    tagger: str | None = None
    fetches: bool = True  # whether addresses may be fetched
    proxy: str | None = None
    map_style: str = ""  # a MapLibre style's address; empty for the map of the package
    map_origins: tuple[str, ...] = field(default=())  # from where such a style takes its tiles
    largest_upload: int = 64 * MEGABYTE
    oidc: Oidc | None = None  # the provider of outside logins
    trusted_proxy: bool = False  # the client's address is what X-Forwarded-For says
