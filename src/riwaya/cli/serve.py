"""`riwaya serve LEDGER`: the workspace, in a browser."""

from __future__ import annotations

import getpass
import ipaddress
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from riwaya.cli.base import Usage, lexicon_folders, say
from riwaya.cli.opened import Groups, Lexicon, Location, Tagger

if TYPE_CHECKING:
    from riwaya.views.web.guard.oidc import Oidc

_MOST = 900  # megabytes; SQLite takes no more at once


def serve(
    ledger: Location,
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="N", help="0 for any that is free.")
    ] = 8765,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    team: Annotated[
        bool, typer.Option("--team", help="Accounts, roles and an audit log: see riwaya team.")
    ] = False,
    host_name: Annotated[
        list[str] | None,
        typer.Option(
            "--host-name", metavar="NAME", help="A name it is reached by; again for more."
        ),
    ] = None,
    https: Annotated[
        bool, typer.Option("--https", help="It is behind a proxy that speaks HTTPS.")
    ] = False,
    name: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who decides, without --team.")
    ] = None,
    group: Groups = None,
    lexicon: Lexicon = None,
    tagger: Tagger = None,
    offline: Annotated[bool, typer.Option("--offline", help="Fetch no addresses.")] = False,
    proxy: Annotated[
        str | None, typer.Option(metavar="URL", help="Fetch through it, as in riwaya add.")
    ] = None,
    map_style: Annotated[
        str | None, typer.Option("--map-style", metavar="URL", help="Of a map server of yours.")
    ] = None,
    map_origin: Annotated[
        list[str] | None,
        typer.Option("--map-origin", metavar="URL", help="Where its tiles are; again for more."),
    ] = None,
    upload: Annotated[int, typer.Option(metavar="MB", help="Largest upload.")] = 64,
) -> int:
    """Opens a ledger as a workspace in the browser; makes the ledger where none is."""
    from riwaya.ledger import LedgerError
    from riwaya.views.web.settings import MEGABYTE, Settings

    _check(host, team, group, upload)
    settings = Settings(
        location=ledger, team=team, hosts=frozenset(h.lower() for h in host_name or ()),
        secure=https, groups=frozenset(group or ()), name=name or _user(),
        lexicons=lexicon_folders(lexicon or ()), tagger=tagger, fetches=not offline, proxy=proxy,
        map_style=map_style or "", map_origins=tuple(_origins(map_style, map_origin or ())),
        largest_upload=upload * MEGABYTE, oidc=_outside() if team else None, trusted_proxy=https,
    )  # fmt: skip
    try:
        from riwaya.views.web.serving import serve as serving

        serving(settings, host, port)
    except LedgerError as error:
        raise Usage(str(error)) from error
    except OSError as error:
        raise Usage(f"{host}:{port}: {error.strerror}. Give another --port.") from error
    except KeyboardInterrupt:
        say("riwaya: stopped.")
    return 0


def _outside() -> Oidc | None:
    from riwaya.ledger import LedgerError
    from riwaya.views.web.guard.oidc import of_environment

    try:
        return of_environment(os.environ)
    except LedgerError as error:
        raise Usage(str(error)) from error


def _check(host: str, team: bool, group: list[str] | None, upload: int) -> None:
    if not team and not _is_loopback(host):
        raise Usage(
            f"--host {host}: others could read the ledger there. Give --team, which asks who they "
            "are, or leave --host out."
        )
    if team and group:
        raise Usage("--group is for who works alone. A team's groups are those of its accounts.")
    if not 1 <= upload <= _MOST:
        raise Usage(f"--upload {upload}: megabytes. Give 1 to {_MOST}.")


def _is_loopback(host: str) -> bool:
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "user"


def _origins(style: str | None, given: list[str] | tuple[()]) -> list[str]:
    """The sites of a map's style and tiles. Raises Usage for what is no address."""
    found = []
    for url in (*([style] if style else ()), *given):
        parts = urlsplit(url)
        if (
            parts.scheme not in ("http", "https")
            or not parts.netloc
            or set(parts.netloc) & set(" ;,'")
        ):
            raise Usage(f"{url}: is no web address of a map. Give one that begins with https://.")
        found.append(f"{parts.scheme}://{parts.netloc}")
    return found
