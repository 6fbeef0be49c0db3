"""Where a statement stands: in its incident, beside other reports, as a viewer sees it."""

from __future__ import annotations

from ledger.ledger_helper import add, hayyan, ledger_at, of_report

from riwaya.ledger import Ledger
from riwaya.ledger.review.stands import Stands
from riwaya.ledger.ruling import Judgement

AWAY = {
    "place": {"name": "مدينة نوى"}, "earliest": "2021-02-03", "latest": "2021-02-03",
}  # fmt: skip


def part(ledger: Ledger, key: str) -> int:
    """Corrects the place and the days of a statement to others far away."""
    return ledger.judge(Judgement("statement", "correct", key, "سمر", "رأيت", value=AWAY))


def test_it_stands_beside_the_other_reports_of_its_incident(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        key = of_report(ledger, "net").id
        found = ledger.stands(key)
        incident = ledger.incident(ledger.statement(key).incident)
        assert (found.incident, found.title) == (incident.id, incident.title)
        assert found.beside == {"defence", "denial"}


def test_another_place_and_day_part_it_until_they_are_taken_back(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        key = of_report(ledger, "net").id
        stood = ledger.stands(key)
        number = part(ledger, key)
        alone = ledger.stands(key)
        assert alone.incident and alone.beside == frozenset()
        assert "نوى" in alone.title
        ledger.undo(number, by="سمر", why="أخطأت")
        assert ledger.stands(key) == stood


def test_what_is_rejected_or_unknown_stands_nowhere(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[0])
        keys = list(ledger.statement_keys(["net"]).values())
        told = [k for k in keys if ledger.stands(k).incident]
        assert told
        for key in told:
            ledger.judge(Judgement("statement", "reject", key, "سمر", "قديم"))
        assert {ledger.stands(k) for k in keys} == {Stands()}
        assert ledger.stands("no such") == Stands()


def test_who_does_not_see_a_report_does_not_learn_that_it_stands_there(database_url: str) -> None:
    with ledger_at(database_url, "حمص") as ledger:
        add(ledger, *hayyan())
        key = of_report(ledger, "net").id
        ledger.restrict("defence", "حمص", by="سمر", why="حماية")
        assert ledger.stands(key).beside == {"defence", "denial"}
        assert ledger.viewed_by(()).stands(key).beside == {"denial"}
        ledger.restrict("net", "حمص", by="سمر", why="حماية")
        assert ledger.viewed_by(()).stands(key) == Stands()
