"""Where a place lies that a person named: settled as the reader settles names, or left open."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from riwaya.identity.places.globe import distance
from riwaya.ledger.claims import Read, claims_of
from riwaya.ledger.nouns import Where
from riwaya.lexicons import load
from riwaya.model import Mention, Report

_BESIDE = 50.0  # km within which what was moved on the map stays in its governorate
_LONGEST = 200  # characters of a name


def placed(
    given: Mapping[str, Any], read: Read, statement: str, lexicons: tuple[Path, ...]
) -> dict[str, Any]:
    """A corrected place with what is `found` of it: id, point, precision, country, admin, district.

    `read` is the reading in which the statement of that key stands. What a person set on the map
    keeps its point; what no table knows gets none, and keeps the country of the former place.
    """
    made: dict[str, Any] = {"name": " ".join(str(given["name"]).split())}
    former = _former(read, statement)
    point = given.get("latitude"), given.get("longitude")
    known = place_named(made["name"], former, lexicons)
    if point[0] is None or point[1] is None:
        found = known or _around(former)
        return {**made, "latitude": None, "longitude": None, "found": found}
    here = float(str(point[0])), float(str(point[1]))
    around = next((_around(p) for p in (_where(known), former) if _near(here, p)), {})
    return {**made, "latitude": here[0], "longitude": here[1], "found": around}


def place_named(
    name: str, near: Where | None, lexicons: tuple[Path, ...] = ()
) -> dict[str, Any] | None:
    """What the reader makes of a place's name in a report on where `near` is; None where it knows
    none, or cannot tell which of several is meant."""
    from riwaya.pipeline import read_report, reader  # made ready only where a place is corrected

    if not name or len(name) > _LONGEST:
        return None
    before, behind = _around_name(near, lexicons)
    start, end = len(before), len(before) + len(name)
    said = Report(f"{before}{name}{behind}", "place")
    found = [m for m in read_report(said, reader(*lexicons)).mentions if m.kind == "place"]
    if not any(m.end == end for m in found):
        return None  # some words of the name were taken for no place
    meant = [m for m in found if m.start == start and m.end <= end and _settled(m)]
    return _found(max(meant, key=lambda m: m.end)) if meant else None


def _around_name(near: Where | None, lexicons: tuple[Path, ...]) -> tuple[str, str]:
    """A sentence as reports have it, before and behind the name; it says what country and
    governorate they are about."""
    tables = load(*lexicons)
    iso, admin = (near.country, near.admin) if near else ("", "")
    country = next((r["name"] for r in tables.rows("countries") if r["iso"] == iso), "")
    known = ("admin" if admin else "country") if country else "nothing"
    sentences = {r["known"]: r["sentence"] for r in tables.rows("place_sentences")}
    before, _, behind = sentences[known].partition("{name}")
    return before, behind.format(country=country, admin=admin)


def _settled(m: Mention) -> bool:
    return m.place is not None and (m.place.latitude is not None or m.place.id is not None)


def _found(m: Mention) -> dict[str, Any]:
    assert m.place is not None
    p = m.place
    return {
        "id": p.id, "latitude": p.latitude, "longitude": p.longitude, "precision": p.precision,
        "country": p.country, "admin": p.admin, "district": p.district,
    }  # fmt: skip


def _former(read: Read, statement: str) -> Where | None:
    """The place of a statement as it was read; else the sharpest that its report names."""
    told = claims_of(read)
    own = [p for c in told if c.key == statement for p in c.places]
    others = [p for c in told for p in c.places if p.country]
    return next(iter((*own, *others)), None)


def _where(found: Mapping[str, Any] | None) -> Where | None:
    return None if found is None else Where("", "", **found)


def _around(place: Where | None) -> dict[str, Any]:
    """The country and governorate of a place, as far as known."""
    return {"country": place.country, "admin": place.admin} if place else {}


def _near(here: tuple[float, float], place: Where | None) -> bool:
    return place is not None and place.point is not None and distance(here, place.point) < _BESIDE
