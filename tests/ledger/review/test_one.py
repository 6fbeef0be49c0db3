"""One statement by its key, whoever judged it, and for those alone who see its report."""

from __future__ import annotations

import pytest
from ledger.ledger_helper import add, hayyan, ledger_at, of_report

from riwaya.ledger.errors import NotFound
from riwaya.ledger.review.items import StatementItem
from riwaya.ledger.ruling import Judgement


def test_it_is_as_the_queue_has_it(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        items = ledger.queue(None, "statements", 50, by="سمر")
        assert items
        for item in items:
            assert isinstance(item, StatementItem)
            assert ledger.statement(item.statement) == item


def test_a_rejected_one_is_shown_though_no_incident_has_it(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[0])
        items = ledger.queue(None, "statements", 50, by="سمر")
        for item in items:
            assert isinstance(item, StatementItem)
            ledger.judge(Judgement("statement", "reject", item.statement, "سمر", "قديم"))
        assert ledger.incidents() == []
        for item in items:
            assert isinstance(item, StatementItem)
            made = ledger.statement(item.statement)
            assert made.rejected and made.incident == ""
            assert made.passage == item.passage
            assert [j.decision for j in made.judged] == ["reject"]


def test_a_correction_counts_in_it(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        key = of_report(ledger, "net").id
        ledger.judge(
            Judgement("statement", "correct", key, "سمر", "رأيت", value={"killed": [9, 9]})
        )
        found = ledger.statement(key)
        assert [(f.low, f.high) for f in found.fillers if f.role == "killed"] == [(9, 9)]


def test_who_does_not_see_the_report_does_not_see_it(database_url: str) -> None:
    with ledger_at(database_url, "حمص") as ledger:
        add(ledger, *hayyan())
        key = next(iter(ledger.statement_keys(["net"]).values()))
        number = ledger.judge(Judgement("statement", "accept", key, "سمر", "رأيت"))
        ledger.restrict("net", "حمص", by="سمر", why="حماية")
        assert ledger.statement(key).statement == key
        assert ledger.judgement(number).one == key
        for other in (ledger.viewed_by(()), ledger.viewed_by({"حلب"})):
            with pytest.raises(NotFound):
                other.statement(key)
            with pytest.raises(NotFound):
                other.judgement(number)


def test_what_is_none_is_told(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        for key in ("", "0", "0:0-1:killing"):
            with pytest.raises(NotFound, match="no statement"):
                ledger.statement(key)
        with pytest.raises(NotFound, match="no judgement"):
            ledger.judgement(1)
