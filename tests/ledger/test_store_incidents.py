"""Incidents: which reports are of one, who speaks for himself, what has not happened."""

from __future__ import annotations

from datetime import date

import pytest
from ledger.ledger_helper import (
    HAYYAN,
    OTHERS,
    add,
    hayyan,
    jasim,
    ledger_at,
    of_report,
    others,
    report,
    told_by,
)

from riwaya.ledger.errors import NotFound
from riwaya.ledger.filters import Filter

_COPIED = (
    "قُتل مساء يوم 13 أيار 2023 ثلاثة من عناصر الجيش السوري بهجوم شنه مسلحون مجهولون على "
    " حاجز عسكري في مدينة نوى بريف درعا الغربي، ثم انسحب المهاجمون."
)


def test_two_reports_of_one_strike_are_one_incident_with_two_accounts(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2])
        (line,) = ledger.incidents()
        found = line.incident
        assert found.reports.keys() == {"net", "defence"}
        assert {a.source.name for a in found.accounts} == {"شبكة net", "الدفاع المدني"}
        assert found.killed == (5, 7)
        assert found.standing["killed"].standing == "contested"
        assert found.standing["happened"].standing == "corroborated"
        assert (found.earliest, found.latest) == (date(2023, 5, 15), date(2023, 5, 15))
        assert ledger.incident(found.id) == found


def test_two_towns_are_two_incidents(database_url: str) -> None:
    elsewhere = HAYYAN["net"].replace("بلدة حيان بريف حلب", "مدينة نوى بريف درعا")
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:1], report("nawa", elsewhere))
        assert told_by(ledger) == [["nawa"], ["net"]]


def test_a_copy_does_not_corroborate(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("first", _COPIED, published=date(2023, 5, 14)))
        add(ledger, report("copy", f"عاجل: {_COPIED}", published=date(2023, 5, 15)))
        (line,) = ledger.incidents()
        found = line.incident
        assert found.reports.keys() == {"first", "copy"}
        (account,) = found.accounts
        assert account.source.name == "شبكة first"
        assert [c.report for c in account.carriers] == ["first", "copy"]
        assert all(s.standing == "single" for s in found.standing.values())


def test_relays_of_one_source_are_one_account(database_url: str) -> None:
    again = f"نقلت الشبكة تصريحاً. {HAYYAN['defence']}"
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[1], report("relay", again))
        (line,) = ledger.incidents()
        (account,) = [a for a in line.incident.accounts if a.source.name == "الدفاع المدني"]
        assert [c.report for c in account.carriers] == ["defence", "relay"]
        assert line.incident.standing["killed"].standing == "single"


def test_a_denial_contests_and_keeps_the_incident(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        found = of_report(ledger, "denial")
        assert found.reports.keys() == {"net", "defence", "denial"}
        assert found.standing["credit"].standing == "contested"
        assert found.happened
        assert ledger.count(Filter(happened=True)) == 1
        assert ledger.count(Filter(standing="contested:credit")) == 1


def test_what_was_only_threatened_has_not_happened(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("threat", "هدد قائد الجيش السوري بقصف بلدة بنش بريف إدلب."))
        shelling = [x.incident for x in ledger.incidents() if x.incident.type == "shelling"]
        assert [(x.happened, x.grade) for x in shelling] == [(False, "not_happened")]
        assert ledger.count(Filter(type="shelling", happened=True)) == 0
        assert ledger.count(Filter(type="shelling", standing="happened")) == 0
        assert ledger.count(Filter(type="shelling", happened=False)) == 1
        happened = ledger.stats()["incidents"] - ledger.stats()["happened"]
        assert happened == ledger.count(Filter(happened=False)) >= 1


def test_a_source_that_speaks_again_supersedes_itself(database_url: str) -> None:
    seven = HAYYAN["net"].replace("خمسة", "سبعة")
    with ledger_at(database_url) as ledger:
        add(ledger, report("later", seven, outlet="شبكة الخبر", published=date(2023, 5, 18)))
        add(ledger, report("early", HAYYAN["net"], outlet="شبكة الخبر"))
        found = of_report(ledger, "early")
        (account,) = found.accounts
        assert [s.value for s in account.fields["killed"]] == ["7"]
        assert [s.value for s in account.superseded["killed"]] == ["5"]
        assert found.standing["killed"].standing == "single"
        assert found.killed == (7, 7)


def test_names_that_a_report_joins_are_one_victim(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *jasim())
        assert told_by(ledger) == [["kunya", "name"]]
        (person,) = ledger.who("أبو خطاب")
        assert {n.name for n in person.names} >= {"أبو خطاب", "سالم الحمد"}
        assert person.incidents == tuple(x.incident.id for x in ledger.incidents())
        assert ledger.count(Filter(actor="أبو خطاب")) == 1
        assert ledger.count(Filter(actor="سالم الحمد")) == 1
        assert ledger.count(Filter(actor="سالم%")) == 0


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(place="حيان"), ["net"]),
        (Filter(place="يان"), []),
        (Filter(place="%"), []),
        (Filter(near=(36.3, 37.0, 30.0)), ["net"]),
        (Filter(since=date(2023, 5, 1)), ["net"]),
        (Filter(until=date(2023, 4, 30)), ["idlib"]),
        (Filter(type="bombing"), ["idlib"]),
        (Filter(actor="الطيران الروسي"), ["net"]),
        (Filter(text="مفخخة"), ["idlib"]),
        (Filter(text="غارة -سيارة"), ["net"]),
        (Filter(happened=True, limit=1), ["net"]),
        (Filter(happened=True, limit=1, offset=1), ["idlib"]),
    ],
    ids=lambda x: "",
)
def test_filters(database_url: str, wanted: Filter, found: list[str]) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[0], others()[0])
        lines = ledger.incidents(wanted)
        assert [name for line in lines for name in line.incident.reports] == found
        if wanted.limit != 1:
            assert ledger.count(wanted) == len(found)


def test_an_id_survives_growth(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        before = set()
        for arrival in hayyan():
            add(ledger, arrival)
            before |= {line.incident.id for line in ledger.incidents()}
        (line,) = ledger.incidents()
        assert {ledger.incident(id).id for id in before} == {line.incident.id}


def test_an_id_that_nothing_has_is_told(database_url: str) -> None:
    with ledger_at(database_url) as ledger, pytest.raises(NotFound, match="no such incident"):
        ledger.incident("x")


def test_counts(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        assert set(ledger.stats().values()) == {0}
        add(ledger, *hayyan(), others()[0], report("none", OTHERS["idlib"], outlet=None))
        stats = ledger.stats()
        assert (stats["reports"], stats["outlets"]) == (5, 4)
        assert (stats["incidents"], stats["happened"], stats["contested"]) == (2, 2, 1)
        assert stats["tellings"] >= 5
        assert stats["statements"] > stats["tellings"]
        assert (stats["judgements"], stats["replaced"]) == (0, 0)


def test_search_finds_words_in_any_form(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *others())
        for query in ("الروسية", "روسي", "الطيران الروسى", "وللروسي"):
            assert "net" in {f.report for f in ledger.search(query)}, query
        assert [f.report for f in ledger.search("«سيارة مفخخة»")] == ["idlib"]
        assert ledger.search("غير موجود أبدا") == []
        assert len(ledger.search("حيان", limit=2)) == 2
        assert len(ledger.search("حيان", limit=2, offset=2)) == 1
        with pytest.raises(NotFound, match="no word"):
            ledger.search("-حيان")


def test_who_denies_a_part_is_no_doer_and_does_not_say_that_it_was_done(
    database_url: str,
) -> None:
    """A denial counted as a source for the deed, and the denier stood among its doers."""
    told = (
        "قُتل أربعة مدنيين في غارة جوية على بلدة حيان بريف حلب يوم 15 أيار 2023. "
        "ونفت روسيا أن تكون طائراتها قد شنت الغارة."
    )
    with ledger_at(database_url) as ledger:
        add(ledger, report("net", told))
        found = max((line.incident for line in ledger.incidents()), key=lambda i: len(i.accounts))
        assert not any("روسيا" in name for name in found.agents)
        denier = next(a for a in found.accounts if "روسيا" in a.source.name)
        assert "yes" not in [s.value for s in denier.fields.get("happened", ())]
        assert found.grade != "fair"


def test_who_condemns_accuses_or_tells_is_no_doer(database_url: str) -> None:
    text = (
        "قُتل خمسة مدنيين في غارة جوية على بلدة حيان بريف حلب يوم 15 أيار 2023. "
        "وأدانت فرنسا الغارة، وعثر الدفاع المدني على جثث ثلاثة مدنيين في البلدة."
    )
    with ledger_at(database_url) as ledger:
        add(ledger, report("net", text))
        for line in ledger.incidents(Filter(type="airstrike")):
            assert line.incident.agents == ()


def test_a_place_is_found_by_a_word_of_its_name_its_district_or_area(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:1])
        for name in ("حيان", "بلدة حيان", "حلب", "sy"):
            assert len(ledger.incidents(Filter(place=name))) == 1, name
        for name in ("حي", "درعا", "%"):
            assert not ledger.incidents(Filter(place=name)), name


def test_who_counts_one_and_names_others_counts_at_least_one(database_url: str) -> None:
    """«مدير المدرسة وزوجته وأطفاله» were a toll of one, against the six of others."""
    text = "قُتل مدير المدرسة وزوجته وأطفاله في غارة جوية على بلدة حيان بريف حلب يوم 15 أيار 2023."
    six = HAYYAN["net"].replace("خمسة مدنيين", "ستة مدنيين")
    with ledger_at(database_url) as ledger:
        add(ledger, report("net", six), report("page", text))
        found = ledger.incidents(Filter(type="airstrike"))[0].incident
        assert found.reports.keys() == {"net", "page"}
        assert found.killed == (6, 6)
        assert found.standing["killed"].standing != "contested"
