"""Incidents with less in them: places no finer than their district, private persons without names.

Private is every person whom no table of actors lists. Where one is named or described stands
«شخص»; a place that was struck is not named. Accounts, reasons and the ids of reports, by which
names are found again, are left out. Groups keep their names, also where these hold a town's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any

from riwaya.ledger.nouns import Incident, Where
from riwaya.ledger.private import Private

SOMEBODY = "شخص"
_FINE = ("exact", "near")
_TENTH = 1  # decimals of a degree, about 11 km
_PARTS = " · "
_WORD = r"\w"


def coarse_record(record: dict[str, Any], i: Incident, private: Private) -> dict[str, Any]:
    """What `incident_record` gives of an incident, made coarse; `reports` is their number."""
    place = coarse_place(i.where)
    return {
        **record,
        "title": _title(i, private, place),
        "place": place,
        "agents": masked(i.agents, private),
        "targets": masked(i.targets, private),
        "reports": len(i.reports),
    }


def coarse_place(where: Where | None) -> dict[str, Any] | None:
    """The district, or what is known wider, with its point to a tenth of a degree."""
    if where is None:
        return None
    point = where.point
    fine = where.precision is None or where.precision in _FINE
    return {
        "name": (where.district or where.admin or "") if fine else where.name,
        "latitude": None if point is None else round(point[0], _TENTH),
        "longitude": None if point is None else round(point[1], _TENTH),
        "precision": "district" if where.precision in _FINE else where.precision,
    }


def masked(names: Iterable[str], private: Private) -> list[str]:
    """The names, each once; without places, and without private persons, also inside others."""
    hidden = _any_of(private.persons)
    shown = (name for name in names if name not in private.places)
    return list(dict.fromkeys(_mask(name, private.persons, hidden) for name in shown))


def _mask(name: str, private: Collection[str], hidden: re.Pattern[str] | None) -> str:
    if name in private:
        return SOMEBODY
    return hidden.sub(SOMEBODY, name) if hidden else name


def _any_of(private: Collection[str]) -> re.Pattern[str] | None:
    longest = sorted(filter(None, private), key=lambda n: (-len(n), n))
    if not longest:
        return None
    return re.compile(f"(?<!{_WORD})(?:{'|'.join(map(re.escape, longest))})(?!{_WORD})")


def _title(i: Incident, private: Private, place: dict[str, Any] | None) -> str:
    """The incident's title with its target masked and its place made wide."""
    named = [part for part in i.title.split(_PARTS)[1:] if part in i.targets]
    target = masked(named[:1], private)
    return _PARTS.join(filter(None, [i.type, *target, place["name"] if place else ""]))
