"""A decision that is sent twice counts once, whoever else writes; a mark is for one decision."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from ledger.ledger_helper import add, everything, hayyan, ledger_at, of_report, others, report

from riwaya.ledger.errors import LedgerError
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.store import Ledger

TEXT = "اغتال مسلحون مجهولون القيادي أبو خطاب في مدينة جاسم يوم 3 حزيران 2023."


def _rejection(ledger: Ledger) -> Judgement:
    return Judgement("statement", "reject", of_report(ledger, "net").id, "سمر", "قديم", once="a1")


def test_what_is_sent_again_changes_nothing(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2])
        sent = _rejection(ledger)
        number = ledger.judge(sent)
        kept = everything(ledger), ledger.judgements()
        assert ledger.judge(sent) == number
        assert (everything(ledger), ledger.judgements()) == kept
        assert ledger.judge(replace(sent, once="a2")) != number


def test_sent_by_two_at_once_it_is_kept_once(database_url: str) -> None:
    with ledger_at(database_url) as ledger, ledger_at(database_url) as another:
        add(ledger, *hayyan()[:2])
        sent = _rejection(ledger)
        with ThreadPoolExecutor(2) as both:
            numbers = list(both.map(lambda x: x.judge(sent), (ledger, another)))
        assert len(set(numbers)) == 1
        assert [j.number for j in ledger.judgements()] == numbers[:1]


def test_a_mark_is_for_one_decision(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2])
        sent = _rejection(ledger)
        number = ledger.judge(sent)
        for other in (
            replace(sent, decision="accept"), replace(sent, why="سبب"),
            replace(sent, one=max(ledger.statement_keys(["defence"]).values())),
            replace(sent, decision="correct", value={"killed": [1, 1]}),
        ):  # fmt: skip
            with pytest.raises(LedgerError, match="a1: was sent before"):
                ledger.judge(other)
        with pytest.raises(LedgerError, match="a1: was sent before"):
            ledger.undo(number, by=sent.by, why="قديم", once="a1")
        assert len(ledger.judgements()) == 1


def test_two_persons_may_use_one_mark(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2])
        sent = _rejection(ledger)
        assert ledger.judge(sent) != ledger.judge(replace(sent, by="هند"))
        assert len(ledger.judgements()) == 2


def test_taking_back_counts_once(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2])
        before = everything(ledger)
        number = ledger.judge(_rejection(ledger))
        for _ in range(2):
            ledger.undo(number, by="سمر", why="سهو", once="b1")
        assert everything(ledger) == before
        assert len(ledger.judgements()) == 2
        again = ledger.judge(replace(_rejection(ledger), once="a2"))
        with pytest.raises(LedgerError, match="b1: was sent before"):
            ledger.undo(again, by="سمر", why="سهو", once="b1")


def test_a_decision_on_two_incidents_or_on_roles_is_known_again(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[0], others()[0], report("kunya", TEXT))
        one, other = of_report(ledger, "net").id, of_report(ledger, "idlib").id
        joined = Judgement("incident", "same", other, "سمر", "واحد", one, once="c1")
        number = ledger.judge(joined)
        assert ledger.judge(replace(joined, one=one, other=other)) == number
        (key,) = (k for (_, local), k in ledger.statement_keys(["kunya"]).items() if local == "e1")
        start = TEXT.index("مسلحون")
        spans = {"agents": [[start, start + len("مسلحون")]]}
        given = Judgement("statement", "correct", key, "سمر", "خطأ", value=spans, once="c2")
        assert ledger.judge(given) == ledger.judge(given)
        with pytest.raises(LedgerError, match="c2: was sent before"):
            ledger.judge(replace(given, value={"agents": []}))
