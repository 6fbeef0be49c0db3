"""One report as it is kept, what is stated between those in an incident, and whom a name means."""

from __future__ import annotations

import pytest
from ledger.ledger_helper import add, hayyan, jasim, ledger_at, report

from riwaya.ledger import NotFound

COPY = "قُتل خمسة مدنيين في غارة جوية شنها الطيران الروسي على بلدة حيان بريف حلب يوم 15 أيار 2023."
CAUSE = (
    "قُتل القيادي سالم الحمد، قائد كتيبة الفجر، برصاص مسلحين مجهولين في مدينة جاسم يوم 3 حزيران "
    "2023. وأدى مقتل الحمد إلى اشتباكات في مدينة جاسم يوم 4 حزيران 2023."
)


def test_a_report_comes_with_its_reading_and_keys(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        kept = ledger.report("net")
        assert kept.reading.report.id == "net" and "الطيران الروسي" in kept.reading.report.text
        assert kept.keys == {
            s: k for (r, s), k in ledger.statement_keys(["net"]).items() if r == "net"
        }
        (told,) = kept.incidents
        assert ledger.incident(told[0]).title == told[1]


def test_versions_and_copies_know_each_other(database_url: str) -> None:
    url = "https://example.org/1"
    with ledger_at(database_url) as ledger:
        add(ledger, report("one", COPY, url=url))
        add(ledger, report("three", COPY.replace("خمسة", "ستة"), url=url))
        assert ledger.report("one").replaced_by == "three"
        assert ledger.report("three").replaces == ("one",)


def test_near_copies_know_each_other(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("one", COPY), report("two", COPY))
        assert ledger.report("one").copies == ("two",)
        assert ledger.report("two").copies == ("one",)


def test_what_one_may_not_see_is_not_there(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("one", COPY), report("two", COPY))
        ledger.restrict("two", "a", by="ع", why="خطر")
        with pytest.raises(NotFound, match="two"):
            ledger.report("two")
        assert ledger.report("one").copies == ()
        with pytest.raises(NotFound):
            ledger.report("three")
    with ledger_at(database_url, "a") as ledger:
        assert (ledger.report("two").group, ledger.report("one").copies) == ("a", ("two",))


def test_relations_and_causes_of_an_incident_are_told_with_their_words(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("one", CAUSE))
        told = [x.incident for x in ledger.incidents()]
        killing = next(i for i in told if "سالم الحمد" in i.targets)
        found = ledger.between(killing)
        assert ("leader_of", "سالم الحمد") in {(r.type, r.subject) for r in found.relations}
        assert all(r.words and r.source.name for r in found.relations)
        (because,) = found.causes
        assert "مقتل" in because.cause and "اشتباكات" in because.effect
        assert [w.report for w in because.words] == ["one"]


def test_a_handle_means_all_names_joined_to_it(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *jasim())
        (person,) = ledger.who("سالم الحمد")
        for name in person.names:
            assert ledger.actor(name.handle) == person
        assert {"أبو خطاب", "سالم الحمد"} <= {n.name for n in person.names}
        with pytest.raises(NotFound):
            ledger.actor("person:لا احد")


def test_the_actors_most_told_of_come_first(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim())
        found = ledger.actors(10)
        assert [n.reports for n in found] == sorted((n.reports for n in found), reverse=True)
        assert all(not n.handle.startswith("said:") for n in found)


def test_a_view_for_other_groups_shares_the_ledger(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("one", COPY))
        ledger.restrict("one", "a", by="ع", why="خطر")
        seen = ledger.viewed_by({"a"})
        assert (ledger.stats()["reports"], seen.stats()["reports"]) == (0, 1)
