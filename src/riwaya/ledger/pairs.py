"""Which pairs of tellings a decision on two incidents is about: it holds for all in them.

And which of them, or of names, somebody sees who does not see all that was decided on.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import product
from typing import Any

from sqlalchemy import Connection, Row, select

from riwaya.ledger.audiences import seen_by
from riwaya.ledger.derive.labels import labels_of
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.verdicts import holders
from riwaya.ledger.errors import LedgerError
from riwaya.ledger.grouping import Pair
from riwaya.ledger.schema import incidents, judgements, members
from riwaya.ledger.values import beside, beside_of

_MOST = 2000  # pairs of one decision
Part = tuple[str, str | None]
"""What somebody sees of a decision: a pair, or the one of two names that is not hidden."""
Unseen = Callable[[Connection, Collection[str]], set[str]]
"""Gives those of some keys and handles that a viewer does not see."""


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


def judged_beside(connection: Connection, number: int) -> Sequence[Row[Any]]:
    """The pairs that were judged together with the judgement of that number."""
    return _beside_each(connection, [number])[number]


def _beside_each(connection: Connection, numbers: Collection[int]) -> dict[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = {n: [] for n in numbers}
    for chunk in in_chunks([beside(n) for n in numbers]):
        of = select(judgements).where(judgements.c.value.in_(chunk)).order_by(judgements.c.id)
        for r in connection.execute(of):
            found[beside_of(r.value) or 0].append(r)
    return found


def numbered(connection: Connection, numbers: Collection[int]) -> list[Row[Any]]:
    """The judgements of these numbers."""
    found: list[Row[Any]] = []
    for chunk in in_chunks(numbers):
        found += connection.execute(select(judgements).where(judgements.c.id.in_(chunk)))
    return found


def in_part(
    connection: Connection, rows: Sequence[Row[Any]], unseen: Unseen, *, whole: bool
) -> dict[int, Part]:
    """Of hidden judgements those that move what a viewer sees, by their numbers, with that.

    A decision on incidents that hidden reports tell of holds for the public tellings in them, and
    two names may be one for everybody through a hidden one. That somebody decided so is on
    record for all whom it touches, and can be taken back. With `whole` a decision on many pairs
    has one of those that are seen; without it each pair stands for itself.
    """
    taken = {r.id: r.undoes for r in rows if r.undoes is not None}
    given = {r.id: r for r in (*rows, *numbered(connection, set(taken.values())))}
    decided = [r for r in given.values() if r.undoes is None]
    found = {
        **_of_incidents(connection, decided, unseen, whole=whole),
        **_of_names(connection, decided, unseen),
    }
    return found | {n: found[of] for n, of in taken.items() if of in found}


def _of_incidents(
    connection: Connection, rows: Iterable[Row[Any]], unseen: Unseen, *, whole: bool
) -> dict[int, Part]:
    ours = [r for r in rows if r.about == "incident"]
    pairs = {r.id: [r] for r in ours if beside_of(r.value) is not None}
    if whole:
        pairs |= _beside_each(connection, [r.id for r in ours if r.id not in pairs])
    ends = {r.id: _two(r) for r in ours}
    keys = {k for found in pairs.values() for r in found for k in _two(r)}
    hidden, near = unseen(connection, keys), _components(connection, keys)
    found: dict[int, Part] = {}
    for number, beside_it in pairs.items():
        seen = [r for r in beside_it if hidden.isdisjoint(_two(r)) and _moves(r, near)]
        named = [r for r in seen if not ends[number].isdisjoint(_two(r))]  # by whoever decided
        if seen:
            r = (named or seen)[0]
            found[number] = (r.one, r.other)
    return found


def _moves(r: Row[Any], near: Mapping[str, str]) -> bool:
    """Whether two tellings may be in one incident, or not, for what was decided of them."""
    one, other = (near.get(key, key) for key in (r.one, r.other))
    return bool(r.decision == "same" or one == other)


def _components(connection: Connection, claims: Collection[str]) -> dict[str, str]:
    """What the telling of each claim hangs together with."""
    held = holders(connection, claims)
    label = labels_of(connection, set(held.values()))
    return {claim: label[of] for claim, of in held.items() if of in label}


def _of_names(
    connection: Connection, rows: Iterable[Row[Any]], unseen: Unseen
) -> dict[int, Part]:  # fmt: skip
    """Names that are one with another that is seen, through those that are not."""
    ours = [r for r in rows if r.about == "entity" and r.decision == "same"]
    if not ours:
        return {}
    j = judgements.c
    same = (j.about == "entity") & (j.decision == "same") & j.undoes.is_(None)
    near: dict[str, set[str]] = {}
    for one, other in connection.execute(select(j.one, j.other).where(same)):
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    hidden = unseen(connection, near)
    found: dict[int, Part] = {}
    for r in ours:
        shown, through = [k for k in _two(r) if k not in hidden], hidden & _two(r)
        if len(shown) == 1 and _through(near, hidden, through) - {shown[0]}:
            found[r.id] = (shown[0], None)
    return found


def _through(near: dict[str, set[str]], hidden: set[str], ask: set[str]) -> set[str]:
    """The names that are seen to which hidden ones lead."""
    known: set[str] = set()
    reached: set[str] = set()
    while ask:
        known |= ask
        around = {o for k in ask for o in near.get(k, ())}
        reached |= around - hidden
        ask = (around & hidden) - known
    return reached


def _two(r: Row[Any]) -> set[str]:
    return {key for key in (r.one, r.other) if key is not None}
