"""Reading everything again with a newer reader: what changed, and which judgements hang loose."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, select

from riwaya.ledger import keeping
from riwaya.ledger.adding import ReadAll, alone
from riwaya.ledger.bodies import reading_of
from riwaya.ledger.claims import statement_key
from riwaya.ledger.database import reading, writing
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.settle import settle
from riwaya.ledger.derive.verdicts import standing
from riwaya.ledger.saying import Stand, by_stand, said
from riwaya.ledger.schema import judgements, readings, reports
from riwaya.model import Problem, Reading, Report, Statement


@dataclass(frozen=True, slots=True)
class Reread:
    """What another reader makes of a report."""

    report: str
    gone: tuple[str, ...]  # keys of statements that are no more
    fresh: tuple[str, ...]
    changed: tuple[str, ...]  # of those that are in both, and differ
    loose: tuple[int, ...]  # judgements whose statement is gone


def reread(engine: Engine, read_all: ReadAll, rules: Rules) -> Iterator[Reread | Problem]:
    """Reads every report again; readings that are equal to the last are not kept twice."""
    with reading(engine) as connection:
        ids = list(connection.scalars(select(reports.c.id).order_by(reports.c.id)))
    taken: list[int] = []

    def texts() -> Iterator[Report | Problem]:
        for number in ids:
            with reading(engine) as connection:
                report = report_of(connection, number)
            if report is not None:
                taken.append(number)
                yield report

    for done, made in enumerate(read_all(texts())):
        if isinstance(made, Problem):
            yield made
            continue
        changed = alone(made.report, partial(_anew, engine, taken[done], made, rules))
        if changed is not None:
            yield changed


def _anew(engine: Engine, number: int, made: Reading, rules: Rules) -> Reread | None:
    with writing(engine) as connection:
        return _keep(connection, number, made, rules)


def report_of(connection: Connection, number: int) -> Report | None:
    """A report as it was added; None where it was purged meanwhile."""
    r = connection.execute(select(reports).where(reports.c.id == number)).first()
    if r is None:
        return None
    return Report(r.text, r.name, r.published, r.outlet, r.url, r.title, r.extractor)


def _keep(connection: Connection, number: int, made: Reading, rules: Rules) -> Reread | None:
    row = connection.execute(
        select(reports.c.key, reports.c.name, reports.c.text).where(reports.c.id == number)
    ).first()
    last = select(func.max(readings.c.id)).where(readings.c.report_id == number).scalar_subquery()
    body = connection.scalar(select(readings.c.body).where(readings.c.id == last))
    if row is None or body is None or row.text != made.report.text:
        return None  # purged meanwhile, its number perhaps another's
    before = reading_of(body, row.text)
    if (before.statements, before.mentions, before.entities) == (
        made.statements, made.mentions, made.entities
    ):  # fmt: skip
        return None
    keeping.keep_reading(connection, number, row.key, made)
    settle(connection, {number}, rules)
    found = _compared(row.name, row.key, before, made)
    keys = [
        {statement_key(row.key, s, r.mentions_by_id) for s in r.statements} for r in (before, made)
    ]
    found = replace(found, loose=tuple(_loose(connection, keys[0] - keys[1])))
    return found if found.gone or found.fresh or found.changed or found.loose else None


def _compared(name: str, key: str, before: Reading, made: Reading) -> Reread:
    """Statements of two readings, told apart by where they stand, whatever their ids."""
    old, new = by_stand(before), by_stand(made)

    def keys(reading: Reading, stands: Iterable[Stand]) -> tuple[str, ...]:
        of, mentions = by_stand(reading), reading.mentions_by_id
        return tuple(sorted({statement_key(key, s, mentions) for st in stands for s in of[st]}))

    both = [
        stand for stand in old.keys() & new.keys()
        if _all_said(old[stand], before) != _all_said(new[stand], made)
    ]  # fmt: skip
    return Reread(
        name, keys(before, old.keys() - new.keys()), keys(made, new.keys() - old.keys()),
        keys(made, both), (),
    )  # fmt: skip


def _all_said(of: Iterable[Statement], reading: Reading) -> list[str]:
    return sorted(repr(said(s, reading)) for s in of)


def _loose(connection: Connection, gone: Collection[str]) -> list[int]:
    """Judgements on keys that are no more, but for those that were taken back."""
    found: dict[int, Row[Any]] = {}
    for chunk in in_chunks(sorted(gone)):
        on_them = judgements.c.one.in_(chunk) | judgements.c.other.in_(chunk)
        found |= {r.id: r for r in connection.execute(select(judgements).where(on_them))}
    return [int(r.id) for r in standing(found.values())]
