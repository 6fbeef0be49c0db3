"""Who publishes: outlets by name or address, and which of them speak with one voice.

Takes the rows of the table `outlets`, shipped and the user's; knows no database.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from riwaya.corpus.folding import fold
from riwaya.detection.letters import key
from riwaya.model import Lexicon, Row

INDEPENDENT = "independent"
OFFICIAL = frozenset({"ministry", "military", "agency", "party_media"})
_LONGEST = 4096  # characters of an address that are looked at
_WRAPPED = tuple(
    re.compile(r"(?:https?:/+)?" + inner, re.IGNORECASE)
    for inner in (
        r"(?:[a-z0-9-]+\.)*archive\.(?:org|ph|is|today|li|vn|md|fo)/(?:[^?]*?/)?(https?:/.+)",
        r"web\.archive\.org/web/[^/]+/(.+)",
        r"[a-z0-9-]+\.cdn\.ampproject\.org/[a-z]/(?:s/)?(.+)",
        r"(?:www\.)?google\.[a-z.]+/amp/(?:s/)?(.+)",
    )
)
_SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?/+", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_SAME = {
    "telegram.me": "t.me", "telegram.dog": "t.me", "twitter.com": "x.com",
    "mobile.twitter.com": "x.com", "fb.com": "facebook.com",
}  # fmt: skip
_ASIDE = frozenset({"s", "c", "user", "channel"})  # what stands before a channel's name
_APART = re.compile(r"[\W_]+")
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Outlet:
    """One row of the table; `relays` and `actor` are main names, empty cells empty strings."""

    name: str
    names: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    kind: str = ""
    side: str = ""
    country: str = ""
    relays: str = ""
    actor: str = ""


class Outlets:
    """All outlets. A name or site that several rows claim is the last one's, so the user's.

    A row whose main name an earlier row has too is the same outlet: its cells count where they
    are filled, its names and sites are added.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        merged: dict[str, Outlet] = {}
        for row in rows:
            own = name_key(row["name"])
            if own:
                merged[own] = _merge(merged.pop(own, None), row)
        self._all = tuple(merged.values())
        self._by_name: dict[str, Outlet] = {}
        self._by_site: dict[str, Outlet] = {}
        for outlet in self._all:
            for name in (outlet.name, *outlet.names):
                self._by_name[name_key(name)] = outlet
            for site in outlet.sites:
                self._by_site[next(_sites(site), site)] = outlet

    @classmethod
    def of(cls, lexicon: Lexicon) -> Outlets:
        """From a lexicon's table `outlets`, which has the user's rows behind the shipped ones."""
        return cls(lexicon.rows("outlets"))

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def find(self, name: str | None, url: str | None) -> Outlet | None:
        """The outlet of that name, in any spelling, else the one at that address.

        A name may itself be a host or «@channel», and may carry a remark in brackets. An address
        may lack its scheme, lie below a listed host, or lead through a web archive.
        """
        return self._named(name) or self._at(url)

    def agency(self, name: str) -> Outlet | None:
        """The news agency of that name; none where the outlet of that name is no agency."""
        found = self._named(name)
        return found if found and found.kind == "agency" else None

    def _named(self, name: str | None) -> Outlet | None:
        if not name:
            return None
        for form in (name, _REMARK.sub("", name)):
            if found := self._by_name.get(name_key(form)):
                return found
        name = name.strip()
        return self._at(f"t.me/{name[1:]}" if name.startswith("@") else name)

    def _at(self, url: str | None) -> Outlet | None:
        found = (self._by_site.get(site) for site in _sites(url or ""))
        return next((outlet for outlet in found if outlet), None)


def name_key(name: str) -> str:
    """Equal for the spellings of a name that differ in hamza, marks, case, hyphens or dots."""
    return _APART.sub(" ", key(fold(name).text).casefold()).strip()


def _merge(known: Outlet | None, row: Row) -> Outlet:
    """The outlet of a row, with what an earlier row of that name says besides."""
    base = known or Outlet(row["name"])
    names = (known.name, *base.names, *_cells(row, "names")) if known else _cells(row, "names")
    return Outlet(
        name=row["name"],
        names=tuple(n for n in dict.fromkeys(names) if n != row["name"]),
        sites=tuple(dict.fromkeys((*base.sites, *_cells(row, "sites")))),
        kind=row.get("kind") or base.kind,
        side=row.get("side") or base.side,
        country=row.get("country") or base.country,
        relays=row.get("relays") or base.relays,
        actor=row.get("actor") or base.actor,
    )


def _cells(row: Row, column: str) -> tuple[str, ...]:
    return tuple(c.strip() for c in row.get(column, "").split("|") if c.strip())


def _sites(url: str) -> Iterator[str]:
    """What a table may list for an address, the narrowest first: `t.me/channel`, `a.b.org`, …"""
    host, _, path = _unwrapped(url.strip()[:_LONGEST]).partition("/")
    host = re.split(r"[?#]", host, maxsplit=1)[0].rpartition("@")[2].partition(":")[0]
    host = host.lower().strip(".").removeprefix("www.")
    if not _HOST.fullmatch(host):
        return
    parts = [p for p in re.split(r"[?#]", path, maxsplit=1)[0].split("/") if p]
    if len(parts) > 1 and parts[0].lower() in _ASIDE:
        del parts[0]
    labels = host.split(".")
    for first in range(len(labels) - 1):
        below = ".".join(labels[first:])
        below = _SAME.get(below, below)
        if parts:
            yield f"{below}/{unquote(parts[0]).lower().removeprefix('@')}"
        yield below


def _unwrapped(url: str) -> str:
    """An address without its scheme and without the archives and caches that it leads through."""
    for _ in range(3):
        inner = next((m[1] for w in _WRAPPED if (m := w.match(url))), None)
        if inner is None and "%3a%2f" in url.lower():
            inner = next((m[1] for w in _WRAPPED if (m := w.match(unquote(url)))), None)
        if inner is None:
            break
        url = inner
    scheme = _SCHEME.match(url)
    return url[scheme.end() :] if scheme else url
