"""People's judgements: kept, followed, undone; never overwritten."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, insert, select

from riwaya.ledger.audiences import hidden_reports
from riwaya.ledger.derive.names import joined_names
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.settle import regroup, rename, settle
from riwaya.ledger.derive.verdicts import holders
from riwaya.ledger.errors import LedgerError, NotFound
from riwaya.ledger.grouping import Pair
from riwaya.ledger.judging import check_correction
from riwaya.ledger.pairs import pairs_of
from riwaya.ledger.schema import judgements, names, readings, statements, tellings

About = Literal["statement", "incident", "entity"]
DECISIONS: dict[About, tuple[str, ...]] = {
    "statement": ("accept", "reject", "correct", "unsure"),
    "incident": ("same", "different", "unsure"),
    "entity": ("same", "different", "unsure"),
}


_WITH = "with"  # the key under which a pair names the judgement that it was made with


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision. `one` and `other` are keys of statements, incidents or names."""

    about: About
    decision: str
    one: str
    by: str
    why: str
    other: str | None = None
    value: dict[str, Any] = field(default_factory=dict)  # of a correction
    number: int | None = None
    at: datetime | None = None
    undoes: int | None = None
    undone: bool = False


def judge(connection: Connection, j: Judgement, groups: Collection[str], rules: Rules) -> int:
    """Keeps a judgement and derives anew what hangs on it. Raises LedgerError, NotFound.

    What a viewer of these groups does not see is not there to be judged.
    """
    _check(connection, j, groups, rules)
    one, other = sorted((j.one, j.other)) if j.other is not None else (j.one, None)
    pairs: list[Pair] = []
    if j.about == "incident" and j.other is not None:
        pairs = pairs_of(connection, j.decision, j.one, j.other, groups)
    number = _insert(connection, j, one, other, None)
    for a, b in pairs:
        if (a, b) != (one, other):
            _insert(connection, replace(j, value={_WITH: number}), a, b, None)
    _follow(connection, j.about, one, other, rules)
    return number


def undo(
    connection: Connection, number: int, by: str, why: str, groups: Collection[str], rules: Rules
) -> None:
    """Takes back the judgement of that number. Raises LedgerError, NotFound."""
    _signed(by, why)
    row = connection.execute(select(judgements).where(judgements.c.id == number)).first()
    if row is None or row.undoes is not None or not _shown(connection, [row], groups):
        raise NotFound(f"{number}: no judgement of that number. riwaya judgements lists them.")
    again = select(judgements.c.id).where(judgements.c.undoes == number)
    if connection.scalar(again) is not None:
        raise LedgerError(f"{number}: is undone already. Judge anew to set it again.")
    j = Judgement(row.about, row.decision, row.one, by, why, row.other)
    _insert(connection, j, row.one, row.other, number)
    for r in _beside(connection, number):
        _insert(connection, replace(j, one=r.one, other=r.other), r.one, r.other, r.id)
    _follow(connection, row.about, row.one, row.other, rules)


def _beside(connection: Connection, number: int) -> Sequence[Row[Any]]:
    """The pairs that were judged together with the one of that number."""
    said = judgements.c.value == json.dumps({_WITH: number})
    return connection.execute(select(judgements).where(said).order_by(judgements.c.id)).all()


def _insert(
    connection: Connection, j: Judgement, one: str, other: str | None, undoes: int | None
) -> int:
    row = {
        "at": datetime.now(UTC), "by": j.by, "why": j.why, "about": j.about,
        "decision": j.decision, "one": one, "other": other,
        "value": json.dumps(j.value, ensure_ascii=False) if j.value else None, "undoes": undoes,
    }  # fmt: skip
    number: int = connection.execute(
        insert(judgements).returning(judgements.c.id), row
    ).scalar_one()
    return number


def _signed(by: str, why: str) -> None:
    if not by.strip() or not why.strip():
        raise LedgerError("a judgement needs who decides and why. Give both.")


def _check(connection: Connection, j: Judgement, groups: Collection[str], rules: Rules) -> None:
    _signed(j.by, j.why)
    if j.decision not in DECISIONS.get(j.about, ()):
        known = ", ".join(DECISIONS.get(j.about, tuple(DECISIONS)))
        raise LedgerError(f"{j.decision}: no such decision on {j.about}. Give one of: {known}.")
    hidden = hidden_reports(groups)
    if j.about == "statement":
        of = select(statements.c.key).join(readings, readings.c.id == statements.c.reading_id)
        _there(connection, of.where(readings.c.report_id.not_in(hidden)), j.one, "statement")
        check_correction(j.decision, j.value, rules.types)
        return
    if j.other is None or j.one == j.other:
        raise LedgerError(f"{j.decision} joins or parts two: give two different ids.")
    of = (
        select(tellings.c.key).where(tellings.c.report_id.not_in(hidden))
        if j.about == "incident"
        else select(names.c.handle).where(names.c.report_id.not_in(hidden))
    )
    held = holders(connection, {j.one, j.other}) if j.about == "incident" else {}
    for key in (j.one, j.other):
        _there(connection, of, held.get(key, key), j.about)


def _there(connection: Connection, of: Select[Any], key: str, what: str) -> None:
    (column,) = of.selected_columns
    if connection.scalar(of.where(column == key).limit(1)) is None:
        raise NotFound(f"{key}: no such {what} in this ledger. Check its id.")


def _follow(connection: Connection, about: str, one: str, other: str | None, rules: Rules) -> None:
    if about == "statement":
        of = select(readings.c.report_id).join(statements, statements.c.reading_id == readings.c.id)
        settle(connection, set(connection.scalars(of.where(statements.c.key == one))), rules)
    elif about == "incident" and other is not None:
        regroup(connection, set(holders(connection, {one, other}).values()), rules)
    elif other is not None:
        rename(connection, set(joined_names(connection, {one, other})), rules)


def judgements_of(connection: Connection, groups: Collection[str]) -> list[Judgement]:
    """All judgements that a viewer of these groups may see, in the order in which they were made,
    undone ones marked."""
    rows = connection.execute(select(judgements).order_by(judgements.c.id)).all()
    undone = {r.undoes for r in rows if r.undoes}
    ids = {r.id for r in rows}  # of a pair whose first was purged with its report, itself
    beside = {r.id for r in rows if r.value and json.loads(r.value).get(_WITH) in ids}
    whole = [r for r in rows if r.id not in beside and r.undoes not in beside]
    return [_of_row(r, r.id in undone) for r in _shown(connection, whole, groups)]


def _shown(
    connection: Connection, rows: Sequence[Row[Any]], groups: Collection[str]
) -> list[Row[Any]]:
    """Those that are on nothing that stands in hidden reports alone."""
    hidden = set(connection.scalars(hidden_reports(groups)))
    if not hidden:
        return list(rows)
    keys = {k for r in rows for k in (r.one, r.other) if k is not None}
    told: set[str] = set()
    seen: set[str] = set()
    for chunk in in_chunks(keys):
        of = select(statements.c.key, readings.c.report_id).join(
            readings, readings.c.id == statements.c.reading_id
        )
        found = [*connection.execute(of.where(statements.c.key.in_(chunk)))]
        called = select(names.c.handle, names.c.report_id).where(names.c.handle.in_(chunk))
        for key, report in [*found, *connection.execute(called)]:
            (told if report in hidden else seen).add(key)
    return [r for r in rows if not {r.one, r.other} & (told - seen)]


def _of_row(r: Row[Any], undone: bool) -> Judgement:
    return Judgement(
        r.about, r.decision, r.one, r.by, r.why, r.other, json.loads(r.value or "{}"), r.id,
        r.at, r.undoes, undone,
    )  # fmt: skip
