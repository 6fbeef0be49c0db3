"""Who an incident is about leads to their own page where the incident knows whom it means."""

from __future__ import annotations

from pathlib import Path

from riwaya.ledger import Ledger
from riwaya.ledger.filters import Filter
from riwaya.views.web.shown.parties import agents, targets


def test_names_lead_to_pages_that_are_there(jasim: Path) -> None:
    with Ledger(jasim) as ledger:
        found = [line.incident for line in ledger.incidents(Filter(limit=None))]
        linked = {p for i in found for p in (*agents(i), *targets(i))}
        handles = {handle for _, handle in linked if handle}
        assert {h.partition(":")[0] for h in handles} >= {"actor", "person"}
        for handle in handles:
            assert ledger.actor(handle).names  # raises where nobody is called so


def test_every_name_is_listed_and_descriptions_lead_nowhere(told: Path) -> None:
    with Ledger(told) as ledger:
        for line in ledger.incidents():
            assert [n for n, _ in agents(line.incident)] == list(line.incident.agents)
            assert [n for n, _ in targets(line.incident)] == list(line.incident.targets)
        (killing,) = (x.incident for x in ledger.incidents(Filter(place="جاسم")))
        assert agents(killing) == [("مسلحون مجهولون", "")]
        (shelling,) = (x.incident for x in ledger.incidents(Filter(place="حيان")))
        assert dict(targets(shelling))["بلدة حيان"] == "name:بلده حيان"
