"""Counts of a selection, points of a map, filters by outlet and area: as the list itself."""

from __future__ import annotations

from collections import Counter

import pytest
from ledger.ledger_helper import add, hayyan, jasim, ledger_at, others

from riwaya.ledger import facets
from riwaya.ledger.filters import Filter
from riwaya.ledger.review.items import StatementItem
from riwaya.ledger.ruling import Judgement


def test_facets_count_what_the_list_shows(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim(), *others())
        listed = [x.incident for x in ledger.incidents(Filter(limit=None))]
        found = ledger.facets()
        assert found.total == len(listed) >= 4
        assert dict(found.types) == Counter(i.type for i in listed)
        assert dict(found.grades) == Counter(i.grade for i in listed)
        assert found.happened == sum(i.happened for i in listed) < found.total
        contested = Counter(
            f for i in listed for f, s in i.standing.items() if s.standing == "contested"
        )
        assert dict(found.contested) == contested and contested["credit"] == 1
        months = Counter(str(i.latest)[:7] for i in listed if i.latest)
        assert list(found.months) == sorted(months.items())
        days = Counter(str(i.latest) for i in listed if i.latest)
        assert list(found.days) == sorted(days.items()) and len(days) > len(months)


def test_actors_outlets_and_states_of_review_are_counted_as_the_list_has_them(
    database_url: str,
) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim(), *others())
        found = ledger.facets()
        assert found.contested_any == ledger.count(Filter(standing="contested:any")) > 0
        within = found.within
        assert within is not None and within.actors and within.outlets
        for a in within.actors:
            assert ledger.count(Filter(handle=a.handle)) == a.incidents, a
            assert a.name and ledger.count(Filter(actor=a.name)) >= a.incidents
        for outlet, n in within.outlets:
            assert ledger.count(Filter(outlet=outlet)) == n, outlet
        most = [a.incidents for a in within.actors]
        assert most == sorted(most, reverse=True) and len(most) <= 10
        narrower = ledger.facets(Filter(outlet="شبكة denial")).within
        assert narrower is not None and dict(narrower.outlets)["شبكة denial"] == 1


def test_names_that_are_joined_count_as_one_actor(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim(), *others())
        before = ledger.facets().within
        assert before is not None
        one, other = sorted(a.handle for a in before.actors)[:2]
        ledger.judge(Judgement("entity", "same", one, "ع", "واحد", other))
        after = ledger.facets().within
        assert after is not None
        (joined,) = [a for a in after.actors if a.handle in (one, other)]
        assert joined.incidents == ledger.count(Filter(handle=one))


def test_what_was_decided_shows_in_the_states_of_review(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim())
        (item,) = ledger.queue(None, "statements", 1, by="ع")
        assert isinstance(item, StatementItem)
        ledger.judge(Judgement("statement", "accept", item.statement, "ع", "قرأت"))
        within = ledger.facets().within
        assert within is not None
        total = ledger.count()
        assert dict(within.review) == {"untouched": total - 1, "reviewed": 1, "differ": 0}


def test_of_a_very_large_selection_no_actors_are_counted(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim())
        total = ledger.facets().total
        monkeypatch.setattr(facets, "MOST_COUNTED", total - 1)
        assert ledger.facets().within is None and ledger.facets().total == total
        assert ledger.facets(Filter(place="حيان")).within is not None
        monkeypatch.setattr(facets, "_MOST_REPORTS", 1)
        assert ledger.facets(Filter(place="حيان")).within is None


def test_facets_obey_the_filter(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim())
        assert ledger.facets(Filter(place="حيان")).total == 1
        contested = [x for x in ledger.incidents() if any(
            s.standing == "contested" for s in x.incident.standing.values()
        )]  # fmt: skip
        assert ledger.facets(Filter(standing="contested:any")).total == len(contested)
        assert ledger.facets(Filter(standing="contested:credit")).total == 1
        assert ledger.facets(Filter(place="لا مكان")).months == ()


def test_points_are_the_incidents_with_a_place_on_the_map(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim(), *others())
        listed = {x.incident.id: x.incident for x in ledger.incidents(Filter(limit=None))}
        found = ledger.points()
        assert {p.id for p in found} == {i for i, x in listed.items() if x.where and x.where.point}
        for p in found:
            where = listed[p.id].where
            assert where is not None and (p.latitude, p.longitude) == where.point
            assert p.precision == where.precision
        assert len(ledger.points(most=1)) == 1


def test_incidents_of_an_outlet_are_those_its_reports_tell_of(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim())
        (line,) = ledger.incidents(Filter(outlet="شبكة denial"))
        assert "denial" in line.incident.reports
        assert ledger.count(Filter(outlet="شبكة أخرى")) == 0


def test_incidents_of_an_area_lie_in_it(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim())
        daraa = Filter(box=(35.5, 32.3, 36.6, 33.3))
        (line,) = ledger.incidents(daraa)
        assert line.incident.where is not None and "جاسم" in line.incident.where.name
        assert ledger.count(Filter(box=(170.0, 30.0, 35.0, 40.0))) == 0  # across the 180th
        assert ledger.count(Filter(box=(170.0, 30.0, 40.0, 40.0))) == 2


def test_what_is_restricted_is_in_no_count_and_on_no_map(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *jasim())
        before = (ledger.facets(), ledger.points())
        add(ledger, *hayyan())
        for id in ("net", "defence", "denial"):
            ledger.restrict(id, "a", by="ع", why="خطر")
        assert (ledger.facets(), ledger.points()) == before
        assert ledger.facets(Filter(outlet="شبكة denial")).total == 0
    with ledger_at(database_url, "a") as ledger:
        assert ledger.facets().total == before[0].total + 1
        assert ledger.count(Filter(outlet="شبكة denial")) == 1


def test_the_state_is_another_after_whatever_changes_what_is_seen(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        states = [ledger.state()]
        add(ledger, *hayyan())
        states.append(ledger.state())
        ledger.restrict("net", "a", by="ع", why="خطر")
        states.append(ledger.state())
        ledger.purge("denial", by="ع", why="خطر")
        states.append(ledger.state())
        assert len(set(states)) == len(states)
        assert ledger.state() == states[-1]
