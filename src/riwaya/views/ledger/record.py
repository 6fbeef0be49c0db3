"""The ledger's nouns as JSON for programs, one object a line."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from datetime import date
from typing import Any

from riwaya.ledger.nouns import Incident, Where
from riwaya.views.visible import escaped


def line(value: object) -> str:
    """Any noun, or a mapping or list of nouns, as one line; days as YYYY-MM-DD."""
    return escaped(json.dumps(_whole(value), ensure_ascii=False, default=_plain))


def incident_record(i: Incident) -> dict[str, Any]:
    """An incident as lists give it to programs: no accounts, but what they come to."""
    return {
        "id": i.id,
        "type": i.type,
        "title": i.title,
        "reports": dict(i.reports),
        "place": _place(i.where),
        "earliest": _day(i.earliest),
        "latest": _day(i.latest),
        "killed": _ends(i.killed),
        "wounded": _ends(i.wounded),
        "agents": list(i.agents),
        "targets": list(i.targets),
        "standing": {field: s.standing for field, s in i.standing.items()},
        "counted_apart": [field for field, s in i.standing.items() if s.apart],
        "grade": i.grade,
    }


def _place(where: Where | None) -> dict[str, Any] | None:
    if where is None:
        return None
    return {
        "name": where.name,
        "latitude": where.latitude,
        "longitude": where.longitude,
        "precision": where.precision,
    }


def _ends(toll: tuple[int | None, int | None] | None) -> dict[str, int | None] | None:
    return None if toll is None else {"low": toll[0], "high": toll[1]}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _whole(value: object) -> object:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def _plain(value: object) -> object:
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"no JSON is known for {type(value).__name__}")
