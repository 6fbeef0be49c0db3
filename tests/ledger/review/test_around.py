"""What an incident may be joined with and parted into."""

from __future__ import annotations

from ledger.ledger_helper import add, hayyan, ledger_at, of_report, others

from riwaya.ledger.filters import Filter
from riwaya.ledger.review.items import StatementItem
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.store import Ledger


def _part(ledger: Ledger, name: str) -> None:
    """Parts a report off the incident that it tells of with others."""
    whole = of_report(ledger, name)
    mine = tuple(s.telling for s in ledger.sides(whole.id) if s.passage.report == name)
    ledger.judge(Judgement("incident", "different", whole.id, "سمر", "حادثة أخرى", parts=mine))


def test_what_was_parted_is_still_the_nearest(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *others())
        assert ledger.near(of_report(ledger, "net").id) == []
        _part(ledger, "defence")
        one, other = of_report(ledger, "net"), of_report(ledger, "defence")
        assert one.id != other.id
        (near,) = ledger.near(one.id)
        assert near.incident.id == other.id
        assert near.score > 0
        assert [n.incident.id for n in ledger.near(other.id)] == [one.id]


def test_the_nearest_is_not_told_to_who_does_not_see_it(database_url: str) -> None:
    with ledger_at(database_url, "حمص") as ledger:
        add(ledger, *hayyan())
        _part(ledger, "defence")
        ledger.restrict("defence", "حمص", by="سمر", why="حماية")
        assert ledger.near(of_report(ledger, "net").id)
        without = ledger.viewed_by(())
        assert without.near(of_report(without, "net").id) == []
        assert without.sides(of_report(ledger, "defence").id) == []


def test_sides_are_the_tellings_by_report(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *others())
        found = of_report(ledger, "net")
        sides = ledger.sides(found.id)
        assert {s.telling: s.passage.report for s in sides} == ledger.tellings_of(found.id)
        assert [s.passage.report for s in sides] == ["net", "defence", "denial"]
        for s in sides:
            text = ledger.report(s.passage.report).reading.report.text
            assert text[s.passage.start :].startswith(s.passage.text)


def test_a_filter_of_one_incident(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *others())
        id = of_report(ledger, "net").id
        assert [x.incident.id for x in ledger.incidents(Filter(incident=id))] == [id]
        items = ledger.queue(Filter(incident=id), "statements", 50, by="سمر")
        assert items
        assert {i.incident for i in items if isinstance(i, StatementItem)} == {id}
