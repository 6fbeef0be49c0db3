"""Who judged what: every judgement on a thing, where two persons differ, an incident's history."""

from __future__ import annotations

from typing import Any

import pytest
from ledger.ledger_helper import HAYYAN, add, hayyan, jasim, ledger_at, of_report, report

from riwaya.ledger.errors import NotFound
from riwaya.ledger.review.said import differ
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.store import Ledger


def _judge(ledger: Ledger, by: str, decision: str, one: str, other: str | None = None,
           about: Any = "statement", **more: Any) -> int:  # fmt: skip
    return ledger.judge(Judgement(about, decision, one, by, "راجعت", other, **more))


def _keys(ledger: Ledger, name: str) -> dict[str, str]:
    found = ledger.statement_keys([name]).values()
    return {key.rpartition(":")[2]: key for key in found if key.count(":") == 2}


def test_all_judgements_on_a_statement_are_told_the_newest_last(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        key, other = _keys(ledger, "net")["killing"], _keys(ledger, "net")["airstrike"]
        first = _judge(ledger, "سمر", "reject", key)
        second = _judge(ledger, "هند", "accept", key)
        assert not differ(ledger.judged([other]).get(other, ()))
        found = ledger.judged([key, other])
        assert list(found) == [key]
        assert [(j.number, j.by, j.undone) for j in found[key]] == [
            (first, "سمر", False), (second, "هند", False),
        ]  # fmt: skip
        assert differ(found[key])
        ledger.undo(first, by="سمر", why="سهو")
        assert [(j.number, j.undone) for j in ledger.judged([key])[key]] == [
            (first, True), (second, False),
        ]  # fmt: skip
        assert not differ(ledger.judged([key])[key])


@pytest.mark.parametrize(
    ("said", "differing"),
    [
        ([("سمر", "reject", {}), ("سمر", "accept", {})], False),
        ([("سمر", "reject", {}), ("هند", "reject", {})], False),
        ([("سمر", "reject", {}), ("هند", "unsure", {})], True),
        ([("سمر", "reject", {}), ("هند", "accept", {}), ("سمر", "accept", {})], False),
        ([("سمر", "correct", {"killed": [3, 3]}), ("هند", "correct", {"killed": [3, 3]})], False),
        ([("سمر", "correct", {"killed": [3, 3]}), ("هند", "correct", {"killed": [4, 4]})], True),
        ([("سمر", "correct", {"agents": []}), ("هند", "correct", {"targets": []})], True),
    ],
)  # fmt: skip
def test_two_persons_differ_in_their_last_words(
    database_url: str, said: list[tuple[str, str, dict[str, Any]]], differing: bool
) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[0])
        key = _keys(ledger, "net")["killing"]
        for by, decision, value in said:
            _judge(ledger, by, decision, key, value=value)
        assert differ(ledger.judged([key])[key]) is differing


def test_the_history_of_an_incident_has_all_that_touched_it(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim())
        strike, killing = of_report(ledger, "net").id, of_report(ledger, "name").id
        of = {name: key for key, name in ledger.tellings_of(strike).items()}
        one = _judge(ledger, "سمر", "accept", _keys(ledger, "defence")["killing"])
        two = _judge(ledger, "سمر", "same", strike, killing, "incident")
        ledger.undo(two, by="هند", why="خطأ")
        (undone,) = (j.number for j in ledger.judgements() if j.undoes == two)
        three = _judge(ledger, "هند", "different", strike, about="incident", parts=(of["denial"],))
        other = _judge(ledger, "هند", "accept", killing)
        numbers = [(j.number, j.undone) for j in ledger.history(of_report(ledger, "net").id)]
        assert numbers == [(one, False), (two, True), (undone, False), (three, False)]
        left = of_report(ledger, "denial").id
        assert [j.number for j in ledger.history(left)][-1] == three
        assert [j.number for j in ledger.history(killing)] == [two, undone, other]
        assert ledger.history(killing)[1].undoes == two
        with pytest.raises(NotFound, match="no such incident"):
            ledger.history("x")


def test_a_statement_that_left_stays_in_the_history(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        key = _keys(ledger, "denial")["airstrike"]
        number = _judge(ledger, "سمر", "reject", key)
        made = of_report(ledger, "net")
        assert "denial" not in made.reports
        assert [j.number for j in ledger.history(made.id)] == [number]
        assert ledger.history(made.id)[0].value == {}


def test_a_purge_leaves_no_key_of_the_report_in_others_judgements(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        late = report("late", HAYYAN["net"].replace("خمسة", "ستة"))
        add(ledger, *hayyan(), late)
        number = _judge(ledger, "سمر", "reject", _keys(ledger, "denial")["airstrike"])
        gone = next(iter(sorted(ledger.tellings_of(of_report(ledger, "net").id).items())))
        ledger.purge(gone[1], by="سمر", why="طلب")
        assert [j.number for j in ledger.judgements()] == [number]
        assert all(ledger.history(x.incident.id) == [] for x in ledger.incidents())


def test_who_does_not_see_a_report_does_not_see_its_judgements(database_url: str) -> None:
    with ledger_at(database_url, "a") as ledger, ledger_at(database_url) as public:
        add(ledger, *hayyan())
        key, seen = _keys(ledger, "denial")["airstrike"], of_report(ledger, "net").id
        _judge(ledger, "سمر", "accept", key)
        number = _judge(ledger, "سمر", "accept", seen)
        ledger.restrict("denial", "a", by="سمر", why="خطر")
        assert public.judged([key, seen]).keys() == {seen}
        assert [j.number for j in public.history(seen)] == [number]
        assert len(ledger.history(of_report(ledger, "net").id)) == 2
