"""Two that write at once, and one that reads meanwhile."""

from __future__ import annotations

import time

from ledger.crash.conftest import FEW, Reports
from ledger.crash.contents import Contents, contents
from ledger.crash.runs import PATIENCE, Driver, Run
from sqlalchemy import func, select

from riwaya.ledger import Ledger
from riwaya.ledger.database import reading
from riwaya.ledger.errors import LedgerError
from riwaya.ledger.schema import incidents, members, readings, report_states
from riwaya.ledger.schema import reports as reports_table


def _opened(place: str) -> Ledger:
    """The ledger, as soon as one of those who add has made it."""
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            return Ledger(place)
        except LedgerError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.01)


def _agrees(ledger: Ledger) -> int:
    """Looks at one view of the ledger piece by piece; gives how many reports it has."""
    with reading(ledger._engine) as connection:
        kept = connection.scalar(select(func.count()).select_from(reports_table)) or 0
        rows = connection.execute(select(incidents.c.row, incidents.c.reports)).all()
        time.sleep(0.02)  # whoever writes goes on
        of = select(members.c.incident, func.count(members.c.report_id.distinct()))
        grouped = connection.execute(of.group_by(members.c.incident))
        counted = {incident: told for incident, told in grouped}
        assert {r.row: r.reports for r in rows} == counted
        for table in (readings, report_states):
            assert connection.scalar(select(func.count()).select_from(table)) == kept
    return kept


def _while_they_run(ledger: Ledger, *runs: Run) -> set[int]:
    seen = set()
    while not all(run.has_ended() for run in runs):
        seen.add(_agrees(ledger))
    return seen


def test_two_writers_make_what_one_makes(
    adders: Driver, reports: Reports, whole: Contents, ledger_place: str
) -> None:
    one = adders.start(ledger_place, sources=[reports.of(20)])
    other = adders.start(ledger_place, sources=[reports.of(10, 30)])
    with _opened(ledger_place) as ledger:
        seen = _while_they_run(ledger, one, other)
    assert (one.wait(), other.wait()) == (0, 0), one.said + other.said
    assert len(one.lines) == len(other.lines) == 20
    assert len(seen) > 2
    assert contents(ledger_place) == whole


def test_a_second_writer_of_the_same_reports_adds_nothing(
    adders: Driver, few: tuple[str, Contents], ledger_place: str
) -> None:
    both = [adders.start(ledger_place, sources=[few[0]]) for _ in range(2)]
    assert [run.wait() for run in both] == [0, 0], both[0].said + both[1].said
    assert [len(run.lines) for run in both] == [FEW, FEW]
    assert contents(ledger_place) == few[1]
