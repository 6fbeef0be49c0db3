"""What reports call someone, by kind, and what people decided of the names."""

from __future__ import annotations

import pytest
from ledger.ledger_helper import add, hayyan, jasim, ledger_at, report

from riwaya.ledger.errors import NotFound
from riwaya.ledger.naming import Calls
from riwaya.ledger.ruling import Judgement


def _texts(found: Calls, kind: str) -> dict[str, int]:
    return {c.text: c.reports for c in found.calls if c.kind == kind}


def test_names_kunyas_and_titles_are_told_apart_with_their_words(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *jasim())
        found = ledger.calls(ledger.who("سالم الحمد")[0].handle)
        assert _texts(found, "name") == {"سالم الحمد": 1}
        assert _texts(found, "alias") == {"أبو خطاب": 2}  # the report says so in words
        assert _texts(found, "title") == {"القيادي": 2}
        for c in found.calls:
            assert c.words
            for w in c.words:
                (text,) = [a.report.text for a in jasim() if a.report.id == w.report]
                assert text[w.start : w.end] == w.text
        assert (found.reports, found.looked) == (2, 2)


def test_a_kunya_that_nobody_explains_is_one_by_its_form(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, jasim()[1])
        assert _texts(ledger.calls("person:ابوخطاب"), "kunya") == {"أبو خطاب": 1}


def test_a_hidden_report_names_nobody(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *jasim())
        ledger.restrict("name", "a", by="ع", why="خطر")
        found = ledger.calls("person:ابوخطاب")
        assert {c.text for c in found.calls if c.handle} == {"أبو خطاب"}
        assert ledger.calls("person:سالمالحمد").calls == ()


def test_decisions_on_names_are_found_from_either_side(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *jasim(), report("near", "اعتقلت قوات الأمن سالم الحمود في مدينة نوى."))
        one, other = "person:سالمالحمد", "person:سالمالحمود"
        number = ledger.judge(Judgement("entity", "different", one, "سمر", "رجلان", other))
        for handle in (one, other):
            assert [j.number for j in ledger.name_history(handle)] == [number]
        ledger.undo(number, by="سمر", why="خطأ")
        assert [j.undone for j in ledger.name_history(one)] == [True, False]


def test_lists_of_a_name_have_the_names_alone(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *jasim(), *hayyan())
        (names,) = ledger.named("أبو خطاب")
        assert {n.name for n in names} == {"أبو خطاب", "سالم الحمد"}
        assert ledger.named("") == ledger.named("فلان") == []
        assert len(ledger.named("الدفاع", most=1)) == 1


def test_a_party_that_no_report_names_has_its_incidents(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        for n in ledger.actors():
            assert n.reports == len(ledger.actor(n.handle).incidents)
        with pytest.raises(NotFound):
            ledger.actor("person:لاأحد")
