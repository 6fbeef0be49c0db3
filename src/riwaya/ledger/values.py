"""What a judgement keeps as its value: a correction, and beside it what the ledger needs itself."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, or_, select, update

from riwaya.ledger.schema import judgements

ROLES = ("agents", "targets")
"""Corrections that are spans of the statement's report."""
_WITH = "with"  # the number of the judgement that a pair was made with
_PARTS = "parts"  # of a split, the keys of the tellings that are parted from the others
_WITHIN = "in"  # of a statement, a key by which the incident that it was in is found
_OURS = (_WITH, _PARTS, _WITHIN)


def packed(
    value: Mapping[str, Any], *, parts: Sequence[str] = (), within: str | None = None
) -> str | None:
    """A value as it is kept, JSON; None where there is nothing to keep."""
    made = dict(value)
    if parts:
        made[_PARTS] = sorted(parts)
    if within is not None:
        made[_WITHIN] = within
    return json.dumps(made, ensure_ascii=False) if made else None


def beside(number: int) -> str:
    """The value of each pair that is judged together with the judgement of that number."""
    return json.dumps({_WITH: number})


def beside_of(kept: str | None) -> int | None:
    """The number of the judgement that a pair was made with; None of a judgement of its own."""
    number: int | None = json.loads(kept or "{}").get(_WITH)
    return number


def parts_of(kept: str | None) -> tuple[str, ...]:
    """The tellings that a split parts from the others of their incident."""
    return tuple(json.loads(kept or "{}").get(_PARTS, ()))


def within_of(kept: str | None) -> str | None:
    """The key of the incident that a statement was in when it was judged."""
    key: str | None = json.loads(kept or "{}").get(_WITHIN)
    return key


def shown(kept: str | None) -> dict[str, Any]:
    """The value as the person gave it, its spans with what the ledger found there."""
    return {k: v for k, v in json.loads(kept or "{}").items() if k not in _OURS}


def asked(value: Mapping[str, Any]) -> str:
    """A value without what the ledger found: equal for equal questions."""
    bare = {k: _spans(v) if k in ROLES else v for k, v in value.items()}
    return json.dumps(bare, sort_keys=True)


def _spans(given: Any) -> Any:
    if not isinstance(given, list):
        return given
    return [[x["start"], x["end"]] if isinstance(x, Mapping) else x for x in given]


def forget_keys(connection: Connection, keys: Collection[str]) -> None:
    """Takes the keys of a purged report out of the values of judgements on other reports."""
    j = judgements.c
    named = or_(j.value.contains(f'"{_PARTS}"'), j.value.contains(f'"{_WITHIN}"'))
    gone = set(keys)
    for row in connection.execute(select(j.id, j.value).where(named)).all():
        value = json.loads(row.value)
        parts, within = value.get(_PARTS, ()), value.get(_WITHIN)
        if gone.isdisjoint(parts) and within not in gone:
            continue
        left = [key for key in parts if key not in gone]
        if parts and not left:
            connection.execute(delete(judgements).where(or_(j.id == row.id, j.undoes == row.id)))
            continue
        kept = packed(shown(row.value), parts=left, within=None if within in gone else within)
        connection.execute(update(judgements).where(j.id == row.id).values(value=kept))
