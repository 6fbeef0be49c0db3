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
    ours = together(connection, held.get(one, one), groups)
    theirs = together(connection, held.get(other, other), groups)
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
    return _bounded(found)


def split_of(
    connection: Connection, one: str, parts: Collection[str], groups: Collection[str]
) -> tuple[list[Pair], list[Pair]]:
    """The pairs that a split parts, and those that it ties, so that its parts stay together.

    `parts` are tellings of the incident of that id. Raises LedgerError where they are not, where
    they are all of it, or where the pairs are too many.
    """
    held = holders(connection, {one, *parts})
    whole = together(connection, held.get(one, one), groups)
    mine = {held.get(part, part) for part in parts}
    if not mine <= whole or mine == whole:
        raise LedgerError(
            f"{one}: is split by some of its tellings, not by all and by no others. "
            "Give ids that riwaya incident shows under it."
        )
    apart = {(min(a, b), max(a, b)) for a, b in product(mine, whole - mine)}
    first = min(mine)
    return _bounded(apart), [(first, key) for key in sorted(mine - {first})]


def _bounded(found: Collection[Pair]) -> list[Pair]:
    if len(found) > _MOST:
        raise LedgerError(
            "these incidents are too large to decide on at once. Part them by report."
        )
    return sorted(found)


def together(connection: Connection, telling: str, groups: Collection[str]) -> set[str]:
    """The tellings of the incident that a telling is in, as a viewer sees it."""
    of = (
        select(incidents.c.row).join(members, members.c.incident == incidents.c.row)
        .where(members.c.telling == telling, seen_by(connection, groups)).limit(1)
    )  # fmt: skip
    row = connection.scalar(of)
    found = set(connection.scalars(select(members.c.telling).where(members.c.incident == row)))
    return found or {telling}
