"""Adding: what is one report, what is another, and what happens to those that fail."""

from __future__ import annotations

from datetime import date

from ledger.ledger_helper import HAYYAN, add, everything, hayyan, ledger_at, report, told_by
from sqlalchemy import func, select

from riwaya.ledger.adding import Added
from riwaya.ledger.bodies import inflated
from riwaya.ledger.database import reading
from riwaya.ledger.schema import raws, readings, reports
from riwaya.ledger.store import Ledger
from riwaya.model import Problem

TEXT = HAYYAN["net"]


def _new(*outcomes: Added | Problem) -> list[bool]:
    return [o.new for o in outcomes if isinstance(o, Added)]


def test_a_report_that_is_there_is_known_by_text_and_outlet(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        first = add(ledger, report("a", TEXT, outlet="شبكة الخبر"))
        again = add(ledger, report("b", TEXT, outlet="شبكة الخبر"))
        assert [*_new(*first), *_new(*again)] == [True, False]
        assert [o.report for o in again if isinstance(o, Added)] == ["a"]
        assert ledger.stats()["reports"] == 1


def test_an_address_with_its_adornments_is_one(database_url: str) -> None:
    one = report("a", TEXT, outlet=None, url="https://www.example.org/news/7?utm_source=x")
    other = report("b", TEXT, outlet="شبكة أخرى", url="http://example.org/news/7/")
    with ledger_at(database_url) as ledger:
        assert _new(*add(ledger, one), *add(ledger, other)) == [True, False]


def test_the_same_text_of_another_outlet_is_another_report(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        outcomes = add(ledger, report("a", TEXT), report("b", TEXT), report("c", TEXT, outlet=None))
        assert _new(*outcomes) == [True, True, True]
        assert told_by(ledger) == [["a", "b", "c"]]


def test_duplicates_inside_one_run_are_added_once(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        outcomes = add(ledger, *hayyan(), *hayyan())
        assert _new(*outcomes) == [True] * 3 + [False] * 3
        before = everything(ledger)
        assert _new(*add(ledger, *hayyan())) == [False] * 3
        assert everything(ledger) == before
        with reading(ledger._engine) as connection:
            assert connection.scalar(select(func.count()).select_from(readings)) == 3


def test_names_that_are_taken_get_a_number(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        same = [report("x", text, outlet=id) for id, text in HAYYAN.items()]
        outcomes = add(ledger, *same)
        assert [o.report for o in outcomes if isinstance(o, Added)] == ["x", "x-2", "x-3"]


def test_raw_bytes_are_kept_once_and_given_back(database_url: str) -> None:
    page = f"<p>{TEXT}</p>".encode()
    with ledger_at(database_url) as ledger:
        add(ledger, report("a", TEXT, raw=page), report("b", TEXT + " انتهى.", raw=page))
        with reading(ledger._engine) as connection:
            (kept,) = connection.scalars(select(raws.c.body))
            shas = set(connection.scalars(select(reports.c.raw_sha256)))
        assert inflated(kept) == page
        assert len(shas) == 1
        assert None not in shas


def test_what_cannot_be_read_is_told_and_the_rest_goes_in(database_url: str) -> None:
    missing = Problem("gone.txt", "is not there", "Give another")
    with ledger_at(database_url) as ledger:
        outcomes = add(ledger, report("a", TEXT), report("bad", "!"), missing, *hayyan()[1:])
        assert [o.where if isinstance(o, Problem) else o.report for o in outcomes] == [
            "a", "bad", "gone.txt", "defence", "denial",
        ]  # fmt: skip
        assert ledger.stats()["reports"] == 3


def test_many_failures_do_not_move_readings_to_other_reports(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        mixed = [x for n, a in enumerate(hayyan()) for x in (report(f"bad{n}", f"!{n}"), a)]
        add(ledger, *mixed, *mixed)
        found = ledger.search("«الدفاع المدني»")
        assert [f.report for f in found] == ["defence"]
        assert told_by(ledger) == [["defence", "denial", "net"]]


def test_what_was_given_is_given_back(database_url: str) -> None:
    given = report("a", TEXT, url="https://example.org/7", title="غارة على حيان")
    with ledger_at(database_url) as ledger:
        add(ledger, given)
        (found,) = ledger.search("حيان")
        assert (found.report, found.text, found.url) == ("a", TEXT, "https://example.org/7")
        assert (found.title, found.published) == ("غارة على حيان", date(2023, 5, 16))
        assert [TEXT[a:b] for a, b in found.spans] == ["حيان"]
        assert found.incidents == tuple(line.incident.id for line in ledger.incidents())


def test_a_report_without_news_adds_no_incident(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        assert _new(*add(ledger, report("a", "الطقس غائم جزئياً."))) == [True]
        assert ledger.incidents() == []


def test_a_ledger_that_is_opened_again_has_all(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        before = everything(ledger)
    with Ledger(database_url.removeprefix("sqlite:///")) as ledger:
        assert everything(ledger) == before
