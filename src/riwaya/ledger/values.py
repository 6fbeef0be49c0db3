"""What a judgement keeps as its value: a correction, and beside it what the ledger needs itself."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, or_, select, update

from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.schema import judgements

ROLES = ("agents", "targets")
"""Corrections that are spans of the statement's report."""
_WITH = "with"  # the number of the judgement that a pair was made with
_PARTS = "parts"  # of a split, the keys of the tellings that are parted from the others
_OURS = (_WITH, _PARTS)


def packed(value: Mapping[str, Any], *, parts: Sequence[str] = ()) -> str | None:
    """A value as it is kept, JSON; None where there is nothing to keep."""
    made = dict(value)
    if parts:
        made[_PARTS] = sorted(parts)
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


def shown(kept: str | None) -> dict[str, Any]:
    """The value as the person gave it, its spans with what the ledger found there."""
    return {k: v for k, v in json.loads(kept or "{}").items() if k not in _OURS}


def asked(value: Mapping[str, Any]) -> str:
    """A value without what the ledger found: equal for equal questions."""
    return json.dumps(bare(value), sort_keys=True)


def bare(value: Mapping[str, Any]) -> dict[str, Any]:
    """A value as a person gives it: roles as spans, a place without where it was found."""
    return {k: _spans(v) if k in ROLES else _place(v) if k == "place" else v
            for k, v in value.items()}  # fmt: skip


def _place(given: Any) -> Any:
    if not isinstance(given, Mapping):
        return given
    return {k: v for k, v in given.items() if k != "found" and v is not None}


def _spans(given: Any) -> Any:
    if not isinstance(given, list):
        return given
    return [[x["start"], x["end"]] if isinstance(x, Mapping) else x for x in given]


def forget_keys(connection: Connection, keys: Collection[str]) -> None:
    """Takes the keys of a purged report out of judgements on other reports."""
    j = judgements.c
    for chunk in in_chunks(keys):
        connection.execute(update(judgements).where(j.within.in_(chunk)).values(within=None))
    gone = set(keys)
    named = (j.about == "incident") & j.value.contains(f'"{_PARTS}"')
    for row in connection.execute(select(j.id, j.value).where(named)).all():
        parts = parts_of(row.value)
        if gone.isdisjoint(parts):
            continue
        left = [key for key in parts if key not in gone]
        if parts and not left:
            connection.execute(delete(judgements).where(or_(j.id == row.id, j.undoes == row.id)))
            continue
        kept = packed(shown(row.value), parts=left)
        connection.execute(update(judgements).where(j.id == row.id).values(value=kept))
