"""Which pairs of tellings a decision on two incidents is about: it holds for all in them."""

from __future__ import annotations

from collections.abc import Collection
from itertools import product

from sqlalchemy import Connection, select

from riwaya.ledger.audiences import seen_by
from riwaya.ledger.derive.verdicts import holders
from riwaya.ledger.errors import LedgerError
from riwaya.ledger.grouping import Pair
from riwaya.ledger.schema import incidents, members

_MOST = 2000  # pairs of one decision


def pairs_of(
    connection: Connection, decision: str, one: str, other: str, groups: Collection[str]
) -> list[Pair]:
    """The pairs, each in order. Raises LedgerError where they are too many.

    `same` ties all tellings of both incidents to the first; `different` parts each of the one from
    each of the other. Of two ids of one incident the other is parted from all else in it.
    """
    held = holders(connection, {one, other})
    ours = _incident(connection, held.get(one, one), groups)
    theirs = _incident(connection, held.get(other, other), groups)
    if ours == theirs:
        theirs = {held.get(other, other)}
        ours -= theirs
    if decision == "same":
        first = min(ours | theirs)
        found = {(first, key) for key in (ours | theirs) - {first}}
    elif decision == "different":
        found = {(min(a, b), max(a, b)) for a, b in product(ours, theirs) if a != b}
    else:
        return []
    if len(found) > _MOST:
        raise LedgerError(
            "these incidents are too large to decide on at once. Part them by report."
        )
    return sorted(found)


def _incident(connection: Connection, telling: str, groups: Collection[str]) -> set[str]:
    """The tellings of the incident that a telling is in, as a viewer sees it."""
    of = (
        select(incidents.c.row).join(members, members.c.incident == incidents.c.row)
        .where(members.c.telling == telling, seen_by(connection, groups)).limit(1)
    )  # fmt: skip
    row = connection.scalar(of)
    found = set(connection.scalars(select(members.c.telling).where(members.c.incident == row)))
    return found or {telling}
