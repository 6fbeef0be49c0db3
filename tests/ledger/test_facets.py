"""Counts of a selection, points of a map, filters by outlet and area: as the list itself."""

from __future__ import annotations

from collections import Counter

from ledger.ledger_helper import add, hayyan, jasim, ledger_at, others

from riwaya.ledger.filters import Filter


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
