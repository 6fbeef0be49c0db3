"""What a reviewer is asked next: statements, pairs of tellings, names; never what is settled."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from ledger.ledger_helper import (
    HAYYAN,
    add,
    hayyan,
    jasim,
    ledger_at,
    of_report,
    others,
    report,
    told_by,
)

from riwaya.ledger.errors import LedgerError
from riwaya.ledger.filters import Filter
from riwaya.ledger.review.items import NameItem, PairItem, StatementItem
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.store import Ledger

ELSEWHERE = "قُتل مدنيان في غارة جوية على بلدة حيان بريف حلب يوم 16 أيار 2023."
ALIKE = "اعتقلت قوات الأمن سالم الحمود في مدينة نوى بريف درعا يوم 2 كانون الثاني 2023."


def _statements(ledger: Ledger, by: str = "سمر", **more: Any) -> list[StatementItem]:
    found = ledger.queue(by=by, **more)
    assert all(isinstance(x, StatementItem) for x in found)
    return [x for x in found if isinstance(x, StatementItem)]


def _pairs(ledger: Ledger, by: str = "سمر", **more: Any) -> list[PairItem]:
    found = ledger.queue(kind="pairs", by=by, **more)
    return [x for x in found if isinstance(x, PairItem)]


def _names(ledger: Ledger, by: str = "سمر", **more: Any) -> list[NameItem]:
    found = ledger.queue(kind="names", by=by, **more)
    return [x for x in found if isinstance(x, NameItem)]


def _judge(ledger: Ledger, about: Any, decision: str, one: str, other: str | None = None,
           by: str = "سمر", **value: Any) -> int:  # fmt: skip
    return ledger.judge(Judgement(about, decision, one, by, "راجعت", other, value))


def test_the_most_contested_come_first_then_the_least_certain(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *others(), *jasim(), *hayyan())
        found = _statements(ledger)
        assert {x.passage.report for x in found[:5]} == set(HAYYAN)
        assert found[0].contested
        assert found[0].incident == of_report(ledger, "net").id
        contested = [len(x.contested) for x in found]
        assert contested == sorted(contested, reverse=True)
        grades = [x.grade for x in found if not x.contested]
        order = ("discounted", "weak", "fair", "confirmed", "not_happened")
        assert grades == sorted(grades, key=order.index)
        assert len({x.statement for x in found}) == len(found)


def test_pages_of_the_queue_are_the_queue(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *others(), *jasim(), *hayyan())
        whole = [x.statement for x in _statements(ledger, limit=50)]
        pages = [
            x.statement for start in range(0, len(whole), 2)
            for x in _statements(ledger, limit=2, offset=start)
        ]  # fmt: skip
        assert pages == whole
        assert _statements(ledger, offset=len(whole)) == []


def test_a_statement_comes_with_its_words(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        of = {(x.passage.report, x.type): x for x in _statements(ledger)}
        item = of["defence", "killing"]
        text = HAYYAN["defence"]
        assert (item.realis, item.polarity, item.chain) == (
            "actual",
            "positive",
            ("الدفاع المدني",),
        )
        assert (item.passage.start, item.passage.text) == (0, text)
        assert (item.passage.outlet, item.passage.published) == ("شبكة defence", date(2023, 5, 16))
        assert item.passage.trigger.text == "قُتلوا"
        said = {f.role: f for f in item.fillers}
        assert said["target"].text == said["killed"].text == "سبعة مدنيين"
        assert (said["killed"].low, said["killed"].high) == (7, 7)
        assert (said["place"].text, said["time"].text) == ("بلدة حيان", "15 أيار 2023")
        assert all(f.start is not None and text[f.start : f.end] == f.text for f in item.fillers)
        assert item.earliest == item.latest == date(2023, 5, 15)
        assert item.where is not None and item.where.name == "بلدة حيان"
        assert of["denial", "airstrike"].polarity == "negative"


def test_a_passage_is_a_stretch_of_a_long_report(database_url: str) -> None:
    long = "افتتح المجلس المحلي سوقا جديدة. " * 100
    text = f"{long}{HAYYAN['net']} {long}"
    with ledger_at(database_url) as ledger:
        add(ledger, report("long", text))
        found = [x for x in _statements(ledger) if x.type == "killing"]
        (passage,) = (x.passage for x in found)
        assert passage.start > 0
        assert len(passage.text) < 1000
        for span in (passage.trigger, *passage.evidence):
            start = span.start - passage.start
            assert passage.text[start : start + len(span.text)] == span.text


def test_a_correction_is_shown_as_it_is_now(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        (item,) = (x for x in _statements(ledger)
                   if (x.passage.report, x.type) == ("net", "airstrike"))  # fmt: skip
        place = {"name": "مزرعة", "latitude": 36.3, "longitude": 37.0}
        start = HAYYAN["net"].index("خمسة مدنيين")
        _judge(
            ledger, "statement", "correct", item.statement, by="هند", place=place,
            agents=[], targets=[[start, start + 11]], earliest="2023-05-14", killed=[4, 4],
        )  # fmt: skip
        (now,) = (x for x in _statements(ledger) if x.statement == item.statement)
        said = [(f.role, f.text, f.start) for f in now.fillers]
        assert said == [
            ("target", "خمسة مدنيين", start), ("place", "مزرعة", None),
            ("time", "2023-05-14/2023-05-15", None), ("killed", "", None),
        ]  # fmt: skip
        assert [j.by for j in now.judged] == ["هند"]
        assert not now.differ


def test_what_a_person_judged_is_asked_of_others_alone(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim())
        first = _statements(ledger)[0].statement
        number = _judge(ledger, "statement", "accept", first)
        assert first not in {x.statement for x in _statements(ledger)}
        assert _statements(ledger, by="هند")[0].statement == first
        _judge(ledger, "statement", "reject", first, by="هند")
        (seen,) = (x for x in _statements(ledger, by="رنا") if x.statement == first)
        assert seen.differ
        assert seen.rejected
        ledger.undo(number, by="سمر", why="سهو")
        assert first in {x.statement for x in _statements(ledger)}
        for _ in range(20):
            for item in _statements(ledger, limit=1):
                _judge(ledger, "statement", "accept", item.statement)
        assert _statements(ledger) == []


def test_a_filter_narrows_each_queue(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim(), *others())
        wanted = Filter(place="جاسم", limit=1)
        assert {x.passage.report for x in _statements(ledger, wanted=wanted)} == {"name", "kunya"}
        assert {x.one.title for x in _pairs(ledger, wanted=wanted)} == {
            of_report(ledger, "name").title
        }
        assert _pairs(ledger, wanted=Filter(place="الباب")) == []
        assert _names(ledger, wanted=wanted) == []


def test_those_that_fit_least_are_asked_first_and_not_again(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim())
        found = _pairs(ledger)
        assert all(x.together and x.one.incident == x.other.incident for x in found)
        scores = [x.score for x in found]
        assert scores == sorted(scores)
        assert all("same_place" in x.reasons for x in found)
        first = found[0]
        assert first.one.telling != first.other.telling
        assert first.other.passage.text in HAYYAN.values()
        _judge(ledger, "incident", "different", first.one.telling, first.other.telling)
        again = [(x.one.telling, x.other.telling) for x in _pairs(ledger) if x.together]
        assert (first.one.telling, first.other.telling) not in again


def test_tied_ones_of_two_incidents_are_asked(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        of = {n: k for k, n in ledger.tellings_of(of_report(ledger, "net").id).items()}
        number = _judge(ledger, "incident", "different", of["net"], of["defence"])
        assert len(told_by(ledger)) == 2
        assert [x for x in _pairs(ledger, by="هند") if not x.together] == []
        _judge(ledger, "incident", "same", of["net"], of["defence"], by="هند")
        _judge(ledger, "incident", "different", of["net"], of["defence"], by="سمر")
        (item,) = (x for x in _pairs(ledger, by="رنا") if not x.together)
        assert {item.one.incident, item.other.incident} == {
            of_report(ledger, "net").id, of_report(ledger, "defence").id
        }  # fmt: skip
        assert item.differ
        assert {j.by for j in item.judged} == {"سمر", "هند"}
        assert item.reasons[0] == "same_place"
        assert [x for x in _pairs(ledger, by="هند") if not x.together] == []
        assert number


def test_pages_of_pairs_are_the_queue(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim(), report("elsewhere", ELSEWHERE))
        whole = _pairs(ledger)
        assert [x for n in range(len(whole)) for x in _pairs(ledger, limit=1, offset=n)] == whole
        assert len(whole) >= 3


def test_names_that_look_alike_are_asked_of_contested_incidents(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        denial = report(
            "no", "نفى مصدر أمني مقتل القيادي سالم الحمد في مدينة جاسم يوم 3 حزيران 2023.",
            published=date(2023, 6, 4),
        )  # fmt: skip
        add(ledger, *jasim(), denial, report("alike", ALIKE))
        (item,) = (x for x in _names(ledger) if x.other.name == "سالم الحمود")
        assert (item.one.name, item.why) == ("سالم الحمد", ("one letter apart",))
        assert item.incident == of_report(ledger, "name").id
        assert item.other.reports == 1
        _judge(ledger, "entity", "different", item.one.handle, item.other.handle)
        for by in ("سمر", "هند"):
            assert not [x for x in _names(ledger, by=by) if x.other.name == "سالم الحمود"]
        _judge(ledger, "entity", "unsure", item.one.handle, item.other.handle, by="هند")
        (again,) = (x for x in _names(ledger, by="رنا") if x.other.name == "سالم الحمود")
        assert again.differ


def test_names_of_incidents_that_nobody_contests_are_asked_behind_the_others(
    database_url: str,
) -> None:
    """Only people of contested incidents were asked about."""
    death = "مقتل ماهر الجبوري بقصف الجيش السوري على مدينة نوى يوم 2 حزيران 2023."
    with ledger_at(database_url) as ledger:
        add(ledger, *jasim(), report("alike", ALIKE))
        calm = {"سالم الحمد", "سالم الحمود"}
        assert [{x.one.name, x.other.name} for x in _names(ledger)] == [calm]
        add(
            ledger, report("yes", f"أعلنت شبكة نوى {death}"),
            report("no", f"نفى مصدر أمني {death}"),
            report("near", "اعتقلت قوات الأمن ماهر سالم الجبوري في مدينة إنخل يوم 9 أيار 2023."),
        )  # fmt: skip
        asked = [{x.one.name, x.other.name} for x in _names(ledger)]
        assert asked == [{"ماهر الجبوري", "ماهر سالم الجبوري"}, calm]


def test_what_a_viewer_may_not_see_is_not_asked(database_url: str) -> None:
    with ledger_at(database_url, "a") as ledger, ledger_at(database_url) as public:
        add(ledger, *hayyan(), *jasim(), report("alike", ALIKE))
        ledger.restrict("denial", "a", by="سمر", why="خطر")
        ledger.restrict("alike", "a", by="سمر", why="خطر")
        for kind in ("statements", "pairs", "names"):
            shown = repr(public.queue(kind=kind, limit=100, by="سمر"))
            assert "نفت" not in shown
            assert "الحمود" not in shown
        assert "نفت" in repr(ledger.queue(limit=100, by="سمر"))


def test_another_queue_is_refused(database_url: str) -> None:
    with ledger_at(database_url) as ledger, pytest.raises(LedgerError, match="statements, pairs"):
        ledger.queue(kind="people", by="سمر")  # type: ignore[arg-type]
