"""What a decision on hidden reports moves for others is on record for them, and can be undone."""

from __future__ import annotations

import pytest
from tests.ledger.ledger_helper import (
    add,
    everything,
    hayyan,
    jasim,
    ledger_at,
    of_report,
    others,
    report,
    told_by,
)

from riwaya.ledger.errors import NotFound
from riwaya.ledger.ruling import WITHHELD, Judgement
from riwaya.ledger.store import Ledger

SECRET_WHY = "من الملف المسرب"


def _keys(ledger: Ledger, name: str) -> set[str]:
    """The tellings of a report, as keys."""
    whole = ledger.tellings_of(of_report(ledger, name).id)
    return {key for key, told_in in whole.items() if told_in == name}


def _hidden(url: str, name: str) -> None:
    with ledger_at(url) as ledger:
        add(ledger, *hayyan()[:2], *jasim())
        ledger.restrict(name, "a", by="ع", why="خطر")


def _judge(url: str, decision: str, one: str, other: str) -> int:
    """A decision of who sees all, on the incidents of two reports."""
    with ledger_at(url, "a") as ledger:
        (first, *_), (second, *_) = sorted(_keys(ledger, one)), sorted(_keys(ledger, other))
        return ledger.judge(Judgement("incident", decision, first, "سمر", SECRET_WHY, second))


def test_public_incidents_joined_by_a_hidden_report_are_joined_on_record(
    database_url: str,
) -> None:
    """They were one for everybody from then on, and nobody else saw why or could part them."""
    _hidden(database_url, "defence")
    with ledger_at(database_url) as ledger:
        before, apart = everything(ledger), told_by(ledger)
    number = _judge(database_url, "same", "defence", "name")
    with ledger_at(database_url) as ledger:
        assert apart == [["kunya", "name"], ["net"]]
        assert told_by(ledger) == [["kunya", "name", "net"]]
        seen = {k for name in ("net", "name", "kunya") for k in _keys(ledger, name)}
        (j,) = ledger.judgements()
        assert (j.number, j.decision, j.by, j.why) == (number, "same", "سمر", WITHHELD)
        assert {j.one, j.other} <= seen
        assert ledger.judgement(number) == j
        assert j in ledger.history(of_report(ledger, "name").id)
        assert len(ledger.decided([j])[number].ends) == 2
        assert ledger.stats()["judgements"] == 1
        assert SECRET_WHY not in repr(ledger.judgements())
        ledger.undo(number, by="هند", why="لا أرى سببا")
        assert everything(ledger) == before
        first, undoing = ledger.judgements()
        assert (first.undone, undoing.undoes, undoing.by) == (True, number, "هند")
    with ledger_at(database_url, "a") as ledger:
        first, undoing = ledger.judgements()
        assert (first.why, first.undone) == (SECRET_WHY, True)
        assert (undoing.why, undoing.undoes) == ("لا أرى سببا", number)


def test_public_tellings_parted_with_a_hidden_one_are_parted_on_record(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        ledger.restrict("defence", "a", by="ع", why="خطر")
        assert told_by(ledger) == [["denial", "net"]]
    with ledger_at(database_url, "a") as ledger:
        whole = of_report(ledger, "net").id
        parts = (*_keys(ledger, "defence"), *_keys(ledger, "denial"))
        number = ledger.judge(
            Judgement("incident", "different", whole, "سمر", SECRET_WHY, parts=parts)
        )
    with ledger_at(database_url) as ledger:
        assert told_by(ledger) == [["denial"], ["net"]]
        (j,) = ledger.judgements()
        assert (j.number, j.decision, j.why, j.parts) == (number, "different", WITHHELD, ())
        assert {j.one, j.other} == _keys(ledger, "net") | _keys(ledger, "denial")
        ledger.undo(number, by="هند", why="لا أرى سببا")
        assert told_by(ledger) == [["denial", "net"]]


def test_a_decision_that_moves_nothing_public_stays_hidden(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:1], *others())
        ledger.restrict("idlib", "a", by="ع", why="خطر")
        before = told_by(ledger)
    number = _judge(database_url, "same", "idlib", "net")
    with ledger_at(database_url) as ledger:
        assert told_by(ledger) == before
        assert (ledger.judgements(), ledger.history(of_report(ledger, "net").id)) == ([], [])
        with pytest.raises(NotFound):
            ledger.judgement(number)
        with pytest.raises(NotFound):
            ledger.undo(number, by="هند", why="سهو")


def test_public_names_joined_through_a_hidden_one_are_joined_on_record(database_url: str) -> None:
    """Each decision had a hidden end, and together they made one person of two for everybody."""
    arrests = {
        "one": "سالم الحمد", "two": "خالد العلي", "three": "ماهر الصالح",
    }  # fmt: skip
    with ledger_at(database_url) as ledger:
        add(ledger, *(
            report(id, f"اعتقلت قوات الأمن {name} في مدينة جاسم.") for id, name in arrests.items()
        ))  # fmt: skip
        handle = {id: ledger.who(name)[0].handle for id, name in arrests.items()}
        ledger.restrict("three", "a", by="ع", why="خطر")
    with ledger_at(database_url, "a") as ledger, ledger_at(database_url) as outside:
        made = [
            ledger.judge(Judgement("entity", "same", handle["three"], "سمر", SECRET_WHY, handle[o]))
            for o in ("one", "two") if not outside.judgements()
        ]  # fmt: skip
        assert len(made) == 2  # the first alone told nobody anything
        assert len(outside.actor(handle["one"]).names) == 2
        given = outside.name_history(handle["one"])
        assert [(j.number, j.one, j.other, j.why) for j in given] == [
            (made[0], handle["one"], None, WITHHELD), (made[1], handle["two"], None, WITHHELD),
        ]  # fmt: skip
        assert handle["three"] not in repr(outside.judgements())
        outside.undo(made[1], by="هند", why="لا أرى سببا")
        assert len(outside.actor(handle["one"]).names) == 1
