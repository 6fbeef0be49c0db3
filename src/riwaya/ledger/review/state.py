"""Which incidents people looked at: the condition on lists, by what was judged in them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, get_args

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    bindparam,
    func,
    literal,
    select,
    union_all,
)

from riwaya.ledger.audiences import hidden_groups
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.verdicts import holders, holding
from riwaya.ledger.errors import LedgerError
from riwaya.ledger.review.said import differ
from riwaya.ledger.ruling import Judgement, of_rows
from riwaya.ledger.schema import blocks, incidents, judgements, members

Review = Literal["untouched", "reviewed", "differ"]
_Thing = tuple[str, str, str | None]
_undoing = judgements.alias("undoing")
_STANDS = (
    judgements.c.undoes.is_(None),
    judgements.c.id.not_in(select(_undoing.c.undoes).where(_undoing.c.undoes.isnot(None))),
    judgements.c.about.in_(("statement", "incident")),
)


def in_state(
    connection: Connection, wanted: str, groups: Collection[str]
) -> ColumnElement[bool]:  # fmt: skip
    """The condition on `incidents`: nothing in it judged, something judged, two persons differ.

    Judgements that a viewer of these groups may not see do not count. Raises LedgerError for
    another word.
    """
    t = incidents.c
    if wanted == "differ":
        return t.row.in_(_rows_with(connection, differing(connection, groups)))
    if wanted not in get_args(Review):
        known = ", ".join(get_args(Review))
        raise LedgerError(f"{wanted}: no such state of review. Give one of: {known}.")
    if hidden_groups(connection, groups):
        touched = t.row.in_(_rows_with(connection, _seen(connection, groups)))
    else:
        touched = t.row.in_(_touched())
    return touched if wanted == "reviewed" else ~touched


def _touched() -> Select[tuple[int]]:
    """The rows of incidents in which a statement, or a telling of a pair, is judged."""
    j = judgements.c
    one = select(literal(holding("")) + j.one).where(*_STANDS)
    other = select(literal(holding("")) + j.other).where(*_STANDS, j.other.isnot(None))
    held = select(blocks.c.telling).where(blocks.c.block.in_(union_all(one, other)))
    return select(members.c.incident).where(members.c.telling.in_(held))


def _seen(connection: Connection, groups: Collection[str]) -> set[str]:
    """The claims that are judged, as far as a viewer may know of it."""
    rows = connection.execute(select(judgements).where(*_STANDS)).all()
    shown = of_rows(connection, rows, groups)
    return {key for given in shown for key in (given.one, given.other) if key is not None}


def _rows_with(connection: Connection, claims: Collection[str]) -> BindParameter[int]:
    """The rows of the incidents that some claims are in, for all who see one, to be asked for."""
    found: set[int] = set()
    for chunk in in_chunks(set(holders(connection, claims).values())):
        of = select(members.c.incident).where(members.c.telling.in_(chunk))
        found |= set(connection.scalars(of))
    return bindparam(None, sorted(found), expanding=True, literal_execute=True)


def differing(connection: Connection, groups: Collection[str], *, about: str = "") -> set[str]:
    """The claims on which, or on a pair of which, the last words of two persons differ.

    `about` takes judgements on statements, or on incidents, alone.
    """
    j = judgements.c
    of_many = (
        select(j.about, j.one, j.other).where(*_STANDS)
        .group_by(j.about, j.one, j.other).having(func.count(func.distinct(j.by)) > 1)
    )  # fmt: skip
    things = {(r.about, r.one, r.other) for r in connection.execute(of_many)}
    said: dict[_Thing, list[Judgement]] = {}
    for chunk in in_chunks(sorted({one for _, one, _ in things})):
        rows = connection.execute(select(judgements).where(*_STANDS, j.one.in_(chunk))).all()
        for given in of_rows(connection, rows, groups):
            said.setdefault((given.about, given.one, given.other), []).append(given)
    return {
        key for thing in things if about in ("", thing[0]) and differ(said.get(thing, ()))
        for key in thing[1:] if key is not None
    }  # fmt: skip
