"""Who a name is: the names joined to it, relations, incidents, and what of it is contested."""

from __future__ import annotations

from ledger.ledger_helper import add, everything, hayyan, jasim, ledger_at, report

from riwaya.ledger.store import Ledger

_LEADER = "قال مروان الزعبي، قائد جيش خالد بن الوليد، إن مقاتليه انسحبوا من مدينة نوى."
_OTHER = jasim()[0].report.text.replace("سالم الحمد", "مروان الزعبي")


def _names(ledger: Ledger, asked: str) -> list[set[str]]:
    return [{n.name for n in p.names} for p in ledger.who(asked)]


def test_a_name_is_found_by_any_of_its_words_and_spellings(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *jasim(), report("leader", _LEADER))
        for asked in ("أبو خطاب", "ابو خطاب", "سالم", "الحمد سالم"):
            assert _names(ledger, asked) == [{"أبو خطاب", "سالم الحمد"}], asked
        assert ledger.who("خطاب الحمد") == ledger.who("") == ledger.who("فلان") == []


def test_relations_are_told_with_their_source(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("leader", _LEADER))
        (person,) = ledger.who("مروان الزعبي")
        (relation,) = [r for r in person.relations if r.type == "leader_of"]
        assert (relation.subject, relation.object) == ("مروان الزعبي", "جيش خالد بن الوليد")
        assert not relation.denied
        assert {w.report for w in relation.words} == {"leader"}
        (group,) = ledger.who("جيش خالد بن الوليد")
        assert relation in group.relations


def test_two_real_names_of_one_man_are_contested(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, jasim()[0])
        assert ledger.who("أبو خطاب")[0].contested == ""
        add(ledger, report("other", _OTHER))
        (person,) = ledger.who("أبو خطاب")
        assert {n.name for n in person.names} == {"أبو خطاب", "سالم الحمد", "مروان الزعبي"}
        assert "سالم الحمد" in person.contested
        assert "مروان الزعبي" in person.contested
        ledger.restrict("other", "a", by="ع", why="خطر")
        assert ledger.who("أبو خطاب")[0].contested == ""


def test_names_that_are_only_alike_are_proposed_and_stay_apart(database_url: str) -> None:
    near = report("near", "اعتقلت قوات الأمن سالم الحمود في مدينة نوى.")
    with ledger_at(database_url) as ledger:
        add(ledger, jasim()[0], near)
        (person,) = ledger.who("سالم الحمد")
        assert "سالم الحمود" not in {n.name for n in person.names}
        assert ("سالم الحمود", "one letter apart") in {
            (p.name, why) for p in person.proposals for why in p.why
        }
        before = everything(ledger)
        ledger.restrict("near", "a", by="ع", why="خطر")
        assert ledger.who("سالم الحمد")[0].proposals == ()
        assert everything(ledger) != before


def test_those_in_most_reports_come_first(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), report("more", hayyan()[2].report.text, outlet="شبكة أخرى"))
        found = ledger.who("الدفاع")
        counts = [sum(n.reports for n in p.names) for p in found]
        assert counts == sorted(counts, reverse=True)
        assert len(counts) > 1
