"""What people's last words come to: where it stays as it was, nothing has to be derived anew."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from typing import Any

from sqlalchemy import Connection, Row, select

from riwaya.ledger.derive.verdicts import holders, standing, verdicts_on
from riwaya.ledger.schema import judgements
from riwaya.ledger.values import shown

_NOTHING = ("accept", "unsure")  # last words that leave things as the program has them


def effect(connection: Connection, about: str, keys: Collection[str]) -> Hashable:
    """Of judgements on some statements, incidents or names: equal where the same follows."""
    if about == "incident":
        said = verdicts_on(connection, set(holders(connection, keys).values()))
        return frozenset(said.same), frozenset(said.different)
    j = judgements.c
    on_them = select(judgements).where(j.about == about, j.one.in_(list(keys)))
    return frozenset(_last(standing(connection.execute(on_them))))


def _last(rows: Iterable[Row[Any]]) -> Iterable[Hashable]:
    last = {(r.one, r.other): (r.decision, repr(shown(r.value))) for r in rows}
    return ((thing, said) for thing, said in last.items() if said[0] not in _NOTHING)
