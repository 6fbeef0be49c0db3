"""Who in an incident is a private person, and which reports are restricted."""

from __future__ import annotations

from ledger.ledger_helper import HAYYAN, JASIM, add, hayyan, jasim, ledger_at

from riwaya.ledger.queries import Filter


def test_persons_whom_no_table_lists_are_private_and_groups_are_not(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim())
        incidents = [line.incident for line in ledger.incidents(Filter(limit=None))]
        found = ledger.private_names([i.id for i in incidents])
    assert found.keys() == {i.id for i in incidents}
    killing = next(i.id for i in incidents if set(JASIM) & set(i.reports))
    strike = next(i.id for i in incidents if set(HAYYAN) & set(i.reports))
    assert any("سالم الحمد" in name for name in found[killing].persons)
    assert "أبو خطاب" in found[killing].persons
    everybody = {n for p in found.values() for n in (*p.persons, *p.places)}
    assert not [n for n in everybody if "الطيران الروسي" in n]
    assert found[strike].persons.isdisjoint(found[killing].persons)


def test_no_incident_has_no_names(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        assert ledger.private_names([]) == {}
        found = ledger.private_names(["x"])
        assert (found["x"].persons, found["x"].places) == (set(), set())


def test_restricted_reports_are_told_to_who_sees_them(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        ledger.restrict("net", "inner", by="سلمى", why="a witness")
        names = [*HAYYAN, "x"]
        assert ledger.restricted(names) == frozenset()
        assert ledger.viewed_by({"inner"}).restricted(names) == {"net"}
        assert ledger.viewed_by({"inner"}).restricted([]) == frozenset()
