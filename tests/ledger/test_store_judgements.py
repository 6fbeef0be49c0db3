"""Judgements: each changes what it is on, the last word counts, and any can be taken back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from ledger.ledger_helper import (
    HAYYAN,
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
from sqlalchemy import select

from riwaya.ledger.database import reading
from riwaya.ledger.errors import LedgerError, NotFound
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.schema import incidents
from riwaya.ledger.store import Ledger


def _judge(ledger: Ledger, about: Any, decision: str, one: str, other: str | None = None,
           **value: Any) -> int:  # fmt: skip
    return ledger.judge(Judgement(about, decision, one, "سمر", "سمعت الشهود", other, value))


def _statements(ledger: Ledger, name: str) -> dict[str, str]:
    """The keys of a report's event statements, by type."""
    return {
        key.rpartition(":")[2]: key for (_, local), key in ledger.statement_keys([name]).items()
        if local.startswith("e") and key.count(":") == 2
    }  # fmt: skip


def test_a_rejected_statement_counts_no_more(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2])
        before = everything(ledger)
        number = _judge(ledger, "statement", "reject", _statements(ledger, "net")["killing"])
        assert of_report(ledger, "net").killed == (7, 7)
        assert everything(ledger) != before
        ledger.undo(number, by="سمر", why="أخطأت")
        assert everything(ledger) == before


def test_a_report_of_which_all_is_rejected_tells_nothing(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2])
        for key in _statements(ledger, "net").values():
            _judge(ledger, "statement", "reject", key)
        assert told_by(ledger) == [["defence"]]
        assert ledger.stats()["reports"] == 2
        ledger.rebuild()
        assert told_by(ledger) == [["defence"]]


def test_the_last_word_counts(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2])
        before = everything(ledger)
        key = _statements(ledger, "net")["killing"]
        first = _judge(ledger, "statement", "reject", key)
        rejected = everything(ledger)
        second = _judge(ledger, "statement", "accept", key)
        assert everything(ledger) == before
        ledger.undo(second, by="سمر", why="سهو")
        assert everything(ledger) == rejected
        ledger.undo(first, by="سمر", why="سهو")
        assert everything(ledger) == before
        assert [(j.decision, j.undone, j.undoes) for j in ledger.judgements()] == [
            ("reject", True, None), ("accept", True, None),
            ("accept", False, second), ("reject", False, first),
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("killed", [9, 9], lambda x: x.killed == (9, 9)),
        ("killed", [4, 6], lambda x: x.killed == (4, 6)),
        ("type", "execution", lambda x: x.type == "execution"),
        ("realis", "intended", lambda x: not x.happened),
        ("polarity", "negative", lambda x: not x.happened),
        ("earliest", "2023-05-14", lambda x: x.earliest == date(2023, 5, 14)),
        ("place", {"name": "نوى", "latitude": 32.9, "longitude": 36.0},
         lambda x: (x.where.name, x.where.point) == ("نوى", (32.9, 36.0))),
    ],
    ids=["killed", "range", "type", "realis", "polarity", "day", "place"],
)  # fmt: skip
def test_a_correction_counts(database_url: str, field: str, value: Any, shown: Any) -> None:
    text = "أُعدم خمسة مدنيين في بلدة حيان بريف حلب يوم 15 أيار 2023."
    if field in ("type", "killed"):
        text = "قُتل خمسة مدنيين في بلدة حيان بريف حلب يوم 15 أيار 2023."
    with ledger_at(database_url) as ledger:
        add(ledger, report("a", text))
        before = everything(ledger)
        (key,) = _statements(ledger, "a").values()
        assert not shown(of_report(ledger, "a"))
        number = _judge(ledger, "statement", "correct", key, **{field: value})
        assert shown(of_report(ledger, "a"))
        made = everything(ledger)
        ledger.rebuild()
        assert everything(ledger) == made
        ledger.undo(number, by="سمر", why="سهو")
        assert everything(ledger) == before


def test_a_corrected_place_joins_what_happened_there(database_url: str) -> None:
    wrong = HAYYAN["net"].replace("بلدة حيان بريف حلب", "مدينة نوى بريف درعا")
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[1], report("wrong", wrong))
        assert told_by(ledger) == [["defence"], ["wrong"]]
        where = of_report(ledger, "defence").where
        place = {"name": where.name, "latitude": where.latitude, "longitude": where.longitude}
        for key in _statements(ledger, "wrong").values():
            _judge(ledger, "statement", "correct", key, place=place)
        assert told_by(ledger) == [["defence", "wrong"]]


def test_a_person_joins_incidents_that_are_nothing_alike(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[0], others()[0])
        before = everything(ledger)
        one, other = (x.incident.id for x in ledger.incidents())
        number = _judge(ledger, "incident", "same", one, other)
        assert told_by(ledger) == [["idlib", "net"]]
        assert ledger.incident(one) == ledger.incident(other)
        add(ledger, jasim()[1])
        assert told_by(ledger) == [["idlib", "net"], ["kunya"]]
        ledger.purge("kunya", by="سمر", why="طلب")
        ledger.undo(number, by="سمر", why="سهو")
        assert everything(ledger) == before


def test_a_person_parts_what_is_alike(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2])
        (line,) = ledger.incidents()
        one, other = line.incident.reasons.keys() | {line.incident.id}
        number = _judge(ledger, "incident", "different", one, other)
        assert told_by(ledger) == [["defence"], ["net"]]
        ledger.undo(number, by="سمر", why="سهو")
        assert told_by(ledger) == [["defence", "net"]]


def test_a_judgement_on_incidents_is_none_on_their_statements(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2])
        key = of_report(ledger, "net").id
        other = next(iter(of_report(ledger, "net").reasons))
        _judge(ledger, "statement", "reject", key)
        rejected = everything(ledger)
        _judge(ledger, "incident", "unsure", key, other)
        assert everything(ledger) == rejected
        ledger.rebuild()
        assert everything(ledger) == rejected


def test_a_person_joins_and_parts_names(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, jasim()[1], report("arrest", "اعتقلت قوات الأمن مروان الزعبي في مدينة جاسم."))
        before = everything(ledger)
        assert len(ledger.who("أبو خطاب")[0].names) == 1
        handles = [p.handle for n in ("أبو خطاب", "مروان الزعبي") for p in ledger.who(n)]
        number = _judge(ledger, "entity", "same", *handles)
        (person,) = ledger.who("أبو خطاب")
        assert {n.name for n in person.names} == {"أبو خطاب", "مروان الزعبي"}
        assert told_by(ledger) == [["arrest", "kunya"]]  # done to one man in one town
        assert person.incidents == (of_report(ledger, "kunya").id,)
        ledger.undo(number, by="سمر", why="سهو")
        assert everything(ledger) == before


def test_a_person_parts_names_that_a_report_joins(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *jasim())
        names = {n.name: n.handle for n in ledger.who("أبو خطاب")[0].names}
        _judge(ledger, "entity", "different", names["أبو خطاب"], names["سالم الحمد"])
        assert {n.name for n in ledger.who("أبو خطاب")[0].names} == {"أبو خطاب"}


def test_unsure_changes_nothing(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim())
        before = everything(ledger)
        told = [x.incident.id for x in ledger.incidents()]
        names = [n.handle for n in ledger.who("أبو خطاب")[0].names]
        _judge(ledger, "statement", "unsure", told[0])
        _judge(ledger, "incident", "unsure", told[0], told[1])
        _judge(ledger, "entity", "unsure", names[0], names[1])
        assert everything(ledger) == before
        assert ledger.stats()["judgements"] == 3


@pytest.mark.parametrize(
    "value",
    [
        {}, {"colour": "red"}, {"type": "party"}, {"realis": "maybe"}, {"polarity": ""},
        {"earliest": "yesterday"}, {"earliest": "2023-05-16", "latest": "2023-05-01"},
        {"killed": 5}, {"killed": [5, 2]}, {"killed": [-1, 2]}, {"killed": ["a", "b"]},
        {"place": "نوى"}, {"place": {"name": " "}}, {"place": {"name": "نوى", "latitude": 32.9}},
        {"place": {"name": "نوى", "latitude": 320, "longitude": 36}},
    ],
    ids=str,
)  # fmt: skip
def test_a_correction_that_says_nothing_is_refused(database_url: str, value: Any) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[0])
        key = _statements(ledger, "net")["killing"]
        before = everything(ledger)
        with pytest.raises(LedgerError):
            ledger.judge(Judgement("statement", "correct", key, "سمر", "خطأ", value=value))
        assert (everything(ledger), ledger.judgements()) == (before, [])


def test_what_cannot_be_judged_is_told(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[0])
        key = of_report(ledger, "net").id
        with pytest.raises(NotFound, match="no such statement"):
            _judge(ledger, "statement", "reject", "x")
        with pytest.raises(NotFound, match="no such incident"):
            _judge(ledger, "incident", "same", key, "x")
        with pytest.raises(LedgerError, match="two different"):
            _judge(ledger, "incident", "same", key, key)
        with pytest.raises(LedgerError, match="no such decision"):
            _judge(ledger, "incident", "reject", key, "x")
        with pytest.raises(LedgerError, match="who decides and why"):
            ledger.judge(Judgement("statement", "reject", key, " ", ""))
        with pytest.raises(NotFound, match="no judgement"):
            ledger.undo(7, by="سمر", why="سهو")
        number = _judge(ledger, "statement", "reject", key)
        ledger.undo(number, by="سمر", why="سهو")
        with pytest.raises(LedgerError, match="undone already"):
            ledger.undo(number, by="سمر", why="سهو")
        assert all(j.at and j.at.tzinfo for j in ledger.judgements())


def test_what_changes_nothing_derives_nothing_anew(database_url: str) -> None:
    """Rows of incidents are made anew by all that follows; who only agrees leaves them."""
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        key = _statements(ledger, "net")["killing"]
        rows = _rows(ledger)
        accepted = _judge(ledger, "statement", "accept", key)
        unsure = _judge(ledger, "statement", "unsure", key)
        assert _rows(ledger) == rows
        rejected = _judge(ledger, "statement", "reject", key)
        changed = _rows(ledger)
        assert changed != rows
        ledger.judge(Judgement("statement", "reject", key, "هند", "سمعت الشهود"))
        ledger.undo(accepted, by="سمر", why="سهو")
        ledger.undo(unsure, by="سمر", why="سهو")
        ledger.undo(rejected, by="سمر", why="سهو")
        assert _rows(ledger) == changed


def _rows(ledger: Ledger) -> list[tuple[int, str]]:
    with reading(ledger._engine) as connection:
        found = connection.execute(select(incidents.c.row, incidents.c.body))
        return sorted((r.row, r.body) for r in found)
