"""The demo: 32 reports of the battle of Jasim and of what came before and after it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from riwaya.corpus import open_arrivals
from riwaya.ledger import Ledger
from riwaya.ledger.filters import Filter
from riwaya.ledger.nouns import Account, Incident, Said
from riwaya.model import Arrival
from riwaya.workers import read_all

FOLDER = Path(__file__).parents[2] / "examples" / "jasim"
FACTS = json.loads((FOLDER / "facts.json").read_text(encoding="utf-8"))["reports"]
LEADER = {r for r, f in FACTS.items() if "leader" in f["tells"]}
LOOKS_BACK = {r for r, f in FACTS.items() if "leader" in f.get("looks_back", ())}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("jasim") / "demo.ledger"
    with Ledger(path, create=True) as made:
        found = open_arrivals([str(FOLDER / "reports.jsonl")])
        arrivals = [a for a in found if isinstance(a, Arrival)]
        assert all(getattr(x, "new", False) for x in made.add(arrivals, partial(read_all, jobs=1)))
        yield made


@pytest.fixture(scope="module")
def battle(ledger: Ledger) -> Incident:
    found = [line.incident for line in ledger.incidents(Filter(limit=1000))]
    return max(found, key=lambda i: len(i.reports))


@pytest.fixture(scope="module")
def adwan(ledger: Ledger) -> Incident:
    found = ledger.incidents(Filter(place="عدوان", happened=True, limit=100))
    return max((line.incident for line in found), key=lambda i: len(i.reports))


def values(incident: Incident, field: str) -> dict[str, list[Said]]:
    """What each source says of a field, by the source's name."""
    found: dict[str, list[Said]] = {}
    for a in incident.accounts:
        for said in a.fields.get(field, ()):
            found.setdefault(a.source.name, []).append(said)
    return found


def sources(incident: Incident, side: str) -> set[str]:
    """The reports through which somebody credits a side, or claims for it."""
    return {
        c.report for a in incident.accounts for said in a.fields.get("credit", ())
        if side in said.sides and not said.denied for c in a.carriers
    }  # fmt: skip


def account(incident: Incident, name: str) -> Account:
    return next(a for a in incident.accounts if a.source.name == name)


def test_the_battle_is_one_incident_and_holds_no_other_report(battle: Incident) -> None:
    assert len(LEADER) >= 20
    assert len(set(battle.reports) & LEADER) >= 18
    assert set(battle.reports) <= LEADER | LOOKS_BACK
    assert battle.happened
    assert (battle.where and battle.where.name) in ("جاسم", "مدينة جاسم")


def test_the_doer_is_contested_by_four_claimants_and_one_outlets_error(battle: Incident) -> None:
    assert battle.standing["agent"].standing == "contested"
    assert battle.grade == "contested"
    assert {"jasim-07", "jasim-08", "jasim-11"} <= sources(battle, "class:local")
    assert {"jasim-05", "jasim-22", "jasim-31"} <= sources(battle, "state:SY")
    assert {"jasim-18", "jasim-19", "jasim-20"} <= sources(battle, "actor:الجيش السوري الحر")
    assert {"jasim-13", "jasim-14"} <= sources(battle, "state:RU")
    assert sources(battle, "actor:قوات سوريا الديمقراطية") == {"jasim-24"}


def test_who_says_so_is_named(battle: Incident) -> None:
    centcom = account(battle, "القيادة المركزية الأميركية")
    credited = {s for said in centcom.fields["credit"] for s in said.sides}
    assert credited == {"actor:الجيش السوري الحر"}
    claims = values(battle, "credit")
    assert any(s.value.startswith("claims") for s in claims["المجموعات المحلية"])
    ministry = account(battle, "وزارة الدفاع الروسية")
    assert [c.report for c in ministry.carriers] == ["jasim-14"]


def test_the_toll_is_told_by_source(battle: Incident) -> None:
    said = values(battle, "killed")
    assert "17" in [s.value for s in said["حسين الرفاعي"]]
    assert "20" in [s.value for s in said["وزارة الدفاع الروسية"]]
    assert "5" in [s.value for s in said["موقع 18 آذار"]]
    assert battle.standing["killed"].standing == "contested"
    assert battle.killed is not None
    assert battle.killed[1] == 20


def test_the_day_and_the_quarter_are_contested(battle: Incident) -> None:
    assert battle.standing["time"].standing == "contested"
    days = {s.value for found in values(battle, "time").values() for s in found}
    assert {"2022-10-14", "2022-10-15", "2022-10-17"} <= days
    assert battle.standing["place"].standing == "contested"
    quarters = {s.value for found in values(battle, "place").values() for s in found}
    assert {"الحي الشمالي", "الحي الشرقي"} <= quarters


def test_the_united_states_deny_that_it_was_they(battle: Incident) -> None:
    denied = [
        (a.source.name, w.report) for a in battle.accounts for s in a.fields.get("credit", ())
        if s.denied and "state:US" in s.sides for w in s.words
    ]  # fmt: skip
    assert ("الولايات المتحدة", "jasim-20") in denied
    assert values(battle, "happened")["الولايات المتحدة"][0].value == "yes"


def test_the_names_are_joined_with_their_evidence(ledger: Ledger, battle: Incident) -> None:
    (leader,) = [p for p in ledger.who("أبو الحسن الهاشمي القرشي") if p.kind == "person"]
    names = {n.name for n in leader.names}
    assert {"عبد الرحمن العراقي", "سيف بغداد", "زيد العراقي"} <= names
    said = {(frozenset(j.names), j.report) for j in leader.joins}
    assert frozenset({"أبو الحسن الهاشمي القرشي", "عبد الرحمن العراقي"}) in {n for n, _ in said}
    for join in leader.joins:
        assert join.words and all(w.text for w in join.words)
    assert leader.contested
    assert battle.id in leader.incidents


def test_the_successor_of_nearly_the_same_name_is_another_man(ledger: Ledger) -> None:
    (leader,) = [p for p in ledger.who("أبو الحسن الهاشمي القرشي") if p.kind == "person"]
    successors = [p for p in ledger.who("أبو الحسين") if p.kind == "person"]
    assert successors
    assert leader.handle not in {p.handle for p in successors}
    assert not {n.handle for n in leader.names} & {n.handle for p in successors for n in p.names}


def test_the_killing_in_adwan_is_another_incident(battle: Incident, adwan: Incident) -> None:
    assert adwan.id != battle.id
    assert {"jasim-27", "jasim-28", "jasim-29", "jasim-30"} <= set(adwan.reports)
    assert adwan.standing["agent"].standing == "contested"
    assert {"jasim-27", "jasim-30"} <= sources(adwan, "state:SY")
    assert {"jasim-29", "jasim-30"} <= sources(adwan, "class:local")
    assert adwan.earliest is not None
    assert (adwan.earliest.year, adwan.earliest.month) == (2022, 8)


def test_the_hostage_of_adwan_is_killed_or_wounded(adwan: Incident) -> None:
    dead = [s.value for found in values(adwan, "target").values() for s in found]
    assert any("الرهينة" in names for names in dead)
    hurt = [
        w.text for a in adwan.accounts for s in a.fields.get("wounded", ()) for w in s.words
        if s.value == "1"
    ]  # fmt: skip
    assert any("رهينة" in words for words in hurt)
    assert adwan.standing["wounded"].standing == "contested"


def test_every_value_points_at_words_of_a_report(ledger: Ledger, battle: Incident) -> None:
    texts = {a.report.id: a.report.text for a in _arrivals()}
    for a in battle.accounts:
        for said in (s for found in a.fields.values() for s in found):
            assert said.words
            for w in said.words:
                assert texts[w.report][w.start : w.end] == w.text


def _arrivals() -> list[Arrival]:
    found = open_arrivals([str(FOLDER / "reports.jsonl")])
    return [a for a in found if isinstance(a, Arrival)]
