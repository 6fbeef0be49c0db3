"""The places of the tables under their names: every place that a name may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from riwaya.detection.index import Index
from riwaya.detection.letters import key
from riwaya.identity.places.globe import Point
from riwaya.model import Row

Level = Literal["country", "region", "governorate", "district", "settlement", "site"]
_TABLES = frozenset({"countries", "admin", "regions", "villages", "gazetteer"})
_NAMES = frozenset({"name", "names"})
_LEVELS: dict[str, Level] = {
    "governorate": "governorate", "district": "district", "region": "region",
    "village": "settlement", "town": "settlement", "camp": "settlement", "": "settlement",
}  # fmt: skip
_PREFIX = {"gazetteer": "geonames", "countries": "iso"}


@dataclass(frozen=True, slots=True)
class Place:
    """One row of a table of places. `accuracy` is how far off its point may be, in km."""

    id: str
    name: str
    kind: str
    level: Level
    country: str = ""  # ISO 3166-1 alpha-2
    admin: str = ""  # governorate
    district: str = ""
    point: Point | None = None
    accuracy: float = 2.0
    population: int = 0

    @property
    def governorate(self) -> str:
        """The governorate it lies in or is."""
        return self.name if self.level == "governorate" else self.admin


class Gazetteer:
    """Looks names up in the index of the lexicon; rows become places when asked for."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: dict[tuple[str, ...], tuple[Place, ...]] = {}
        self._places: dict[int, Place] = {}

    def named(self, keys: Sequence[str]) -> tuple[Place, ...]:
        """All places that bear a name, given as the spelling keys of its words."""
        name = tuple(keys)
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._look_up(name)
        return found

    def spelt(self, keys: Sequence[str]) -> tuple[Place, ...]:
        """As `named`; where there are none, those with or without the article, or joined words."""
        name = tuple(keys)
        return self.named(name) or next((f for n in _variants(name) if (f := self.named(n))), ())

    def parent(self, place: Place) -> Place | None:
        """The district of a place, else its governorate, where it has a point."""
        for name, level in ((place.district, "district"), (place.governorate, "governorate")):
            if name and level != place.level:
                for other in self.named(key(name).split()):
                    if other.level == level and other.country == place.country and other.point:
                        return other
        return None

    def _look_up(self, name: tuple[str, ...]) -> tuple[Place, ...]:
        if not name:
            return ()
        if len(name) == 1:
            rows = [(f.table, f.row) for f in self._index.forms(name[0]) if f.pos in _NAMES]
        else:
            seconds = self._index.seconds(name[0]) or {}
            rows = [(x.table, x.row) for x in seconds.get(name[1], ()) if x.rest == name[2:]]
        return tuple(dict.fromkeys(self._place(t, r) for t, r in rows if t in _TABLES))

    def _place(self, table: str, row: Row) -> Place:
        known = self._places.get(id(row))
        if known is None:
            known = self._places[id(row)] = place_of(table, row)
        return known


def _variants(name: tuple[str, ...]) -> list[tuple[str, ...]]:
    first, *rest = name
    article = first[2:] if first.startswith("ال") and len(first) > 4 else f"ال{first}"
    found = [(article, *rest)]
    if len(name) == 2:
        found += [("".join(name),), (first, f"ال{rest[0]}")]
        if rest[0].startswith("ال"):
            found.append((first, rest[0][2:]))
    return found


def place_of(table: str, row: Row) -> Place:
    """A row of `countries`, `admin`, `regions`, `villages` or `gazetteer` as a place."""
    if table == "countries":
        return Place(f"iso:{row['iso']}", row["name"], "country", "country", row["iso"])
    kind, country = row.get("kind", ""), row.get("country", "")
    admin, given = row.get("admin", ""), row.get("id", "")
    latitude, longitude = row.get("latitude", ""), row.get("longitude", "")
    prefix = "" if ":" in given else _PREFIX.get(table, table)
    name = row["name"]
    return Place(
        id=f"{prefix}:{given}".lstrip(":") if given else f"{table}:{country}/{admin}/{name}",
        name=name, kind=kind or ("region" if table == "regions" else ""),
        level=_LEVELS.get(kind, "site"), country=country, admin=admin,
        district=row.get("district", ""),
        point=(float(latitude), float(longitude)) if latitude and longitude else None,
        accuracy=float(row.get("accuracy") or 2), population=int(row.get("population") or 0),
    )  # fmt: skip
