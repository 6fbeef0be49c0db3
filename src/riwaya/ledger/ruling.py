"""People's judgements: kept, followed, undone; never overwritten."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, insert, or_, select

from riwaya.ledger.audiences import hidden_reports
from riwaya.ledger.derive.names import joined_names
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.settle import regroup, rename, settle
from riwaya.ledger.derive.verdicts import holders
from riwaya.ledger.effects import effect
from riwaya.ledger.errors import LedgerError, NotFound
from riwaya.ledger.grouping import Pair
from riwaya.ledger.judging import check_correction
from riwaya.ledger.pairs import (
    Part,
    Unseen,
    in_part,
    judged_beside,
    numbered,
    pairs_of,
    split_of,
    together,
)
from riwaya.ledger.roles import resolved
from riwaya.ledger.schema import judgements, names, readings, statements, tellings
from riwaya.ledger.values import asked, beside, beside_of, packed, parts_of, shown

About = Literal["statement", "incident", "entity"]
DECISIONS: dict[About, tuple[str, ...]] = {
    "statement": ("accept", "reject", "correct", "unsure"),
    "incident": ("same", "different", "unsure"),
    "entity": ("same", "different", "unsure"),
}


WITHHELD = "…"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision. `one` and `other` are keys of statements, incidents or names.

    `parts` are tellings of the incident `one` that a split parts from its others, and keeps
    together. What is sent again with the same `once` counts once. Who does not see all that it is
    on, and yet what it moves, is given what they see of it, and `WITHHELD` in place of its reason.
    """

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
    parts: tuple[str, ...] = ()
    once: str | None = None


def judge(connection: Connection, j: Judgement, groups: Collection[str], rules: Rules) -> int:
    """Keeps a judgement and derives anew what hangs on it. Raises LedgerError, NotFound.

    What a viewer of these groups does not see is not there to be judged.
    """
    sent = _sent(connection, j.once, j.by)
    if sent is not None:
        _same_again(sent, j)
        return int(sent.id)
    _check(connection, j, groups, rules)
    one, other = sorted((j.one, j.other)) if j.other is not None else (j.one, None)
    within = None
    if j.about == "statement":
        j = replace(j, value=resolved(connection, j.one, j.value, rules))
        within = _within(connection, j.one, groups)
    pairs = _pairs(connection, j, groups)
    ends = {one, *([other] if other else j.parts), *(k for _, pair in pairs for k in pair)}
    before = effect(connection, j.about, ends)
    number = _insert(connection, j, one, other, packed(j.value, parts=j.parts), within=within)
    for decision, (a, b) in pairs:
        if (a, b) != (one, other):
            pair = replace(j, decision=decision, once=None)
            _insert(connection, pair, a, b, beside(number))
    if effect(connection, j.about, ends) != before:
        _follow(connection, j.about, ends, rules)
    return number


def _pairs(
    connection: Connection, j: Judgement, groups: Collection[str]
) -> list[tuple[str, Pair]]:  # fmt: skip
    """The pairs that a judgement on incidents decides on, each with its decision."""
    if j.about != "incident":
        return []
    if j.parts:
        apart, tied = split_of(connection, j.one, j.parts, groups)
        return [*(("different", pair) for pair in apart), *(("same", pair) for pair in tied)]
    assert j.other is not None
    return [(j.decision, p) for p in pairs_of(connection, j.decision, j.one, j.other, groups)]


def _within(connection: Connection, statement: str, groups: Collection[str]) -> str | None:
    """Another telling of the incident that a statement is in, by which its history is found."""
    held = holders(connection, [statement]).get(statement)
    return None if held is None else min(together(connection, held, groups) - {held}, default=None)


def undo(
    connection: Connection, number: int, by: str, why: str, groups: Collection[str], rules: Rules,
    once: str | None = None,
) -> None:  # fmt: skip
    """Takes back the judgement of that number. Raises LedgerError, NotFound."""
    sent = _sent(connection, once, by)
    if sent is not None:
        if (sent.undoes, sent.by, sent.why) != (number, by, why):
            raise _other_content(sent)
        return
    _signed(by, why)
    row = connection.execute(select(judgements).where(judgements.c.id == number)).first()
    if row is None or row.undoes is not None or not _known(connection, row, groups):
        raise NotFound(f"{number}: no judgement of that number. riwaya judgements lists them.")
    again = select(judgements.c.id).where(judgements.c.undoes == number)
    if connection.scalar(again) is not None:
        raise LedgerError(f"{number}: is undone already. Judge anew to set it again.")
    j = Judgement(row.about, row.decision, row.one, by, why, row.other, once=once)
    others = judged_beside(connection, number)
    ends = {k for r in (row, *others) for k in _ends(r)}
    before = effect(connection, row.about, ends)
    _insert(connection, j, row.one, row.other, None, number)
    for r in others:
        pair = replace(j, decision=r.decision, once=None)
        _insert(connection, pair, r.one, r.other, None, r.id)
    if effect(connection, row.about, ends) != before:
        _follow(connection, row.about, ends, rules)


def _sent(connection: Connection, once: str | None, by: str) -> Row[Any] | None:
    """What was kept when this person sent this before."""
    if not once:
        return None
    j = judgements.c
    return connection.execute(select(judgements).where(j.by == by, j.once == once)).first()


def _same_again(sent: Row[Any], j: Judgement) -> None:
    """Raises LedgerError where a judgement is another than the one that was sent before."""
    before = (sent.about, sent.decision, sent.by, sent.why, {sent.one, sent.other}, sent.undoes)
    now = (j.about, j.decision, j.by, j.why, {j.one, j.other}, None)
    parts = set(parts_of(sent.value)) == set(j.parts)
    if before != now or not parts or asked(shown(sent.value)) != asked(j.value):
        raise _other_content(sent)


def _other_content(sent: Row[Any]) -> LedgerError:
    return LedgerError(
        f"{sent.once}: was sent before with another content. Give each decision its own mark."
    )


def _insert(
    connection: Connection, j: Judgement, one: str, other: str | None, value: str | None,
    undoes: int | None = None, *, within: str | None = None,
) -> int:  # fmt: skip
    row = {
        "at": datetime.now(UTC), "by": j.by, "why": j.why, "about": j.about,
        "decision": j.decision, "one": one, "other": other, "value": value, "undoes": undoes,
        "once": j.once or None, "within": within,
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
    if j.parts and (j.about, j.decision, j.other) != ("incident", "different", None):
        raise LedgerError("only an incident is split, by the decision different. Give no other id.")
    if not j.parts and (j.other is None or j.one == j.other):
        raise LedgerError(f"{j.decision} joins or parts two: give two different ids.")
    ends = [k for k in (j.one, j.other, *j.parts) if k is not None]
    of = (
        select(tellings.c.key).where(tellings.c.report_id.not_in(hidden))
        if j.about == "incident"
        else select(names.c.handle).where(names.c.report_id.not_in(hidden))
    )
    held = holders(connection, ends) if j.about == "incident" else {}
    for key in ends:
        _there(connection, of, held.get(key, key), j.about)


def _there(connection: Connection, of: Select[Any], key: str, what: str) -> None:
    (column,) = of.selected_columns
    if connection.scalar(of.where(column == key).limit(1)) is None:
        raise NotFound(f"{key}: no such {what} in this ledger. Check its id.")


def _follow(connection: Connection, about: str, ends: Collection[str], rules: Rules) -> None:
    if about == "statement":
        of = select(readings.c.report_id).join(statements, statements.c.reading_id == readings.c.id)
        settle(connection, set(connection.scalars(of.where(statements.c.key.in_(ends)))), rules)
    elif about == "incident":
        regroup(connection, set(holders(connection, ends).values()), rules)
    else:
        rename(connection, set(joined_names(connection, ends)), rules)


def judgements_of(connection: Connection, groups: Collection[str]) -> list[Judgement]:
    """All judgements that a viewer of these groups may see, in the order in which they were made,
    undone ones marked."""
    rows = connection.execute(select(judgements).order_by(judgements.c.id)).all()
    return made_of(connection, rows, groups)


def judgement_of(connection: Connection, number: int, groups: Collection[str]) -> Judgement:
    """The judgement of that number. Raises NotFound, also where a viewer may not see it."""
    given = or_(judgements.c.id == number, judgements.c.undoes == number)
    rows = connection.execute(select(judgements).where(given)).all()
    for j in _of_rows(connection, rows, groups, whole=True):
        if j.number == number:
            return j
    raise NotFound(f"{number}: no judgement of that number. riwaya judgements lists them.")


def made_of(
    connection: Connection, rows: Sequence[Row[Any]], groups: Collection[str]
) -> list[Judgement]:
    """The judgements that rows keep, those beside another aside, as far as a viewer sees them."""
    ids = {r.id for r in rows}  # of a pair whose first was purged with its report, itself
    with_others = {r.id for r in rows if r.value and beside_of(r.value) in ids}
    whole = _of_rows(connection, rows, groups, whole=True)
    return [j for j in whole if j.number not in with_others and j.undoes not in with_others]


def of_rows(
    connection: Connection, rows: Sequence[Row[Any]], groups: Collection[str]
) -> list[Judgement]:
    """The same with each pair that is judged beside another as a judgement of its own."""
    return _of_rows(connection, rows, groups)


def _of_rows(
    connection: Connection, rows: Sequence[Row[Any]], groups: Collection[str], *,
    whole: bool = False,
) -> list[Judgement]:  # fmt: skip
    """With `whole` also decisions on many pairs of which a viewer sees some, as one of these."""
    undone = {r.undoes for r in rows if r.undoes}
    shown = {r.id for r in _shown(connection, rows, groups)}
    left = [r for r in rows if r.id not in shown]
    partly = in_part(connection, left, _unseen_of(groups), whole=whole) if left else {}
    return [
        _of_row(r, r.id in undone, partly.get(r.id)) for r in rows
        if r.id in shown or r.id in partly
    ]  # fmt: skip


def _known(connection: Connection, row: Row[Any], groups: Collection[str]) -> bool:
    """Whether a viewer sees a judgement, or what it moves."""
    return bool(_of_rows(connection, [row], groups, whole=True))


def _shown(
    connection: Connection, rows: Sequence[Row[Any]], groups: Collection[str]
) -> list[Row[Any]]:
    """Those that are on nothing that stands in hidden reports alone."""
    if connection.scalar(hidden_reports(groups).limit(1)) is None:
        return list(rows)
    first = {r.id: n for r in rows if (n := beside_of(r.value)) is not None}
    whole = {r.id: _ends(r) for r in [*rows, *numbered(connection, set(first.values()))]}
    ends = {r.id: whole[r.id] | whole.get(first.get(r.id, r.id), set()) for r in rows}
    unseen = _unseen(connection, {k for found in ends.values() for k in found}, groups)
    return [r for r in rows if not ends[r.id] & unseen]


def _unseen_of(groups: Collection[str]) -> Unseen:
    return lambda connection, keys: _unseen(connection, keys, groups)


def _unseen(connection: Connection, keys: Collection[str], groups: Collection[str]) -> set[str]:
    """Those of some keys and handles that stand in hidden reports alone."""
    hidden = set(connection.scalars(hidden_reports(groups)))
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
    return told - seen


def _ends(r: Row[Any]) -> set[str]:
    return {key for key in (r.one, r.other, *parts_of(r.value)) if key is not None}


def _of_row(r: Row[Any], undone: bool, partly: Part | None = None) -> Judgement:
    if partly is not None:
        one, other = partly
        return Judgement(
            r.about, r.decision, one, r.by, WITHHELD, other, {}, r.id, r.at, r.undoes, undone
        )
    return Judgement(
        r.about, r.decision, r.one, r.by, r.why, r.other, shown(r.value), r.id, r.at, r.undoes,
        undone, parts_of(r.value),
    )  # fmt: skip
