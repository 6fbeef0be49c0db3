"""Lists by what people did in their incidents: nothing, something, things on which two differ."""

from __future__ import annotations

from typing import Any

import pytest
from ledger.ledger_helper import add, hayyan, jasim, ledger_at, of_report, others

from riwaya.ledger.errors import LedgerError
from riwaya.ledger.filters import Filter
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.store import Ledger


def _in(ledger: Ledger, review: Any) -> list[list[str]]:
    wanted = Filter(review=review)
    found = [line.incident for line in ledger.incidents(wanted)]
    assert ledger.count(wanted) == len(found)
    return sorted(sorted(x.reports) for x in found)


def _judge(ledger: Ledger, by: str, decision: str, one: str, other: str | None = None) -> int:
    about: Any = "statement" if other is None else "incident"
    return ledger.judge(Judgement(about, decision, one, by, "راجعت", other))


def test_what_was_judged_is_reviewed_until_it_is_taken_back(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim(), others()[0])
        assert len(_in(ledger, "untouched")) == 3
        one = _judge(ledger, "سمر", "accept", of_report(ledger, "net").id)
        assert _in(ledger, "reviewed") == [["defence", "denial", "net"]]
        assert _in(ledger, "untouched") == [["idlib"], ["kunya", "name"]]
        two = _judge(
            ledger, "سمر", "different", of_report(ledger, "name").id, of_report(ledger, "idlib").id
        )
        assert _in(ledger, "untouched") == []
        ledger.undo(two, by="سمر", why="سهو")
        ledger.undo(one, by="سمر", why="سهو")
        assert _in(ledger, "reviewed") == []


def test_two_persons_differ_on_a_statement_or_a_pair(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim(), others()[0])
        net, name, idlib = (of_report(ledger, n).id for n in ("net", "name", "idlib"))
        _judge(ledger, "سمر", "accept", net)
        _judge(ledger, "هند", "accept", net)
        _judge(ledger, "سمر", "unsure", name, idlib)
        assert _in(ledger, "differ") == []
        number = _judge(ledger, "هند", "reject", net)
        assert _in(ledger, "differ") == [["defence", "denial", "net"]]
        ledger.undo(number, by="هند", why="سهو")
        _judge(ledger, "هند", "different", name, idlib)
        assert _in(ledger, "differ") == [["idlib"], ["kunya", "name"]]


def test_hidden_judgements_leave_no_trace(database_url: str) -> None:
    with ledger_at(database_url, "a") as ledger, ledger_at(database_url) as public:
        add(ledger, *hayyan(), others()[0])
        one, other = of_report(ledger, "denial").id, of_report(ledger, "idlib").id
        (key,) = (k for k in ledger.statement_keys(["denial"]).values() if "airstrike" in k)
        ledger.restrict("denial", "a", by="سمر", why="خطر")
        _judge(ledger, "سمر", "different", key, other)
        _judge(ledger, "هند", "unsure", key, other)
        assert one
        assert _in(public, "reviewed") == []
        assert _in(public, "differ") == []
        assert len(_in(ledger, "reviewed")) == 2
        assert len(_in(ledger, "differ")) == 2


def test_another_word_is_refused(database_url: str) -> None:
    with ledger_at(database_url) as ledger, pytest.raises(LedgerError, match="untouched, reviewed"):
        _in(ledger, "done")
