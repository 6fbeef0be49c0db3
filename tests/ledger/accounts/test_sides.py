"""Who is a doer in an incident: a weapon is none, unless the report says whose it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger.ledger_helper import add, ledger_at, of_report, report

from riwaya.ledger.accounts.sides import Sides
from riwaya.ledger.nouns import Party
from riwaya.lexicons import load

TAIL = "أصابت سوقا في مدينة جاسم بريف درعا يوم 3 حزيران 2023 فقتلت خمسة مدنيين."


@pytest.mark.parametrize("weapon", ["مسيرة", "طائرة مسيرة", "الطائرات", "دبابة"])
def test_a_weapon_of_nobody_is_no_doer(tmp_path: Path, weapon: str) -> None:
    """«مسيرة أصابت …» had a drone among those said to have done it."""
    with ledger_at(str(tmp_path / "ledger")) as ledger:
        add(ledger, report("one", f"{weapon} {TAIL}"))
        (line,) = ledger.incidents()
        assert line.incident.agents == ()
        assert all("agent" not in a.fields for a in line.incident.accounts)


@pytest.mark.parametrize("weapon", ["طائرة إسرائيلية", "مسيرة تركية", "طائرات روسية"])
def test_a_weapon_of_somebody_is(tmp_path: Path, weapon: str) -> None:
    with ledger_at(str(tmp_path / "ledger")) as ledger:
        add(ledger, report("one", f"{weapon} {TAIL}"))
        (line,) = ledger.incidents()
        assert line.incident.agents


_KHAN_YUNIS = "شرقي خان يونس جنوب قطاع غزة يوم 15 أيار 2023"


@pytest.mark.parametrize(
    ("movement", "wing"),
    [
        ("حركة حماس", "كتائب القسام"), ("حركة حماس", "وحدة النخبة القسامية"),
        ("حركة الجهاد الإسلامي", "سرايا القدس"), ("حزب الله", "المقاومة الإسلامية"),
    ],
)  # fmt: skip
def test_a_movement_and_its_wing_are_one_side(tmp_path: Path, movement: str, wing: str) -> None:
    """Who credited Hamas contested the claim of its armed wing."""
    with ledger_at(f"sqlite:///{tmp_path / 'ledger.db'}") as ledger:
        add(
            ledger,
            report("wing", f"أعلنت {wing} أنها قتلت جندياً إسرائيلياً في كمين {_KHAN_YUNIS}."),
            report("other", f"قتلت {movement} جندياً إسرائيلياً في كمين {_KHAN_YUNIS}."),
        )
        found = of_report(ledger, "wing")
        assert set(found.reports) == {"wing", "other"}
        assert found.standing["agent"].standing == "corroborated"
        assert found.standing["credit"].standing == "corroborated"
        assert found.grade == "confirmed"
        assert set(found.agents) == {movement, wing}  # names stay as they are told


def test_two_movements_stay_two() -> None:
    """A wing is one side with its own movement alone."""
    sides = Sides.of(load())
    found = {
        sides.side(Party(f"actor:{name}", name, "group", "name"), "PS")
        for name in ("سرايا القدس", "كتائب القسام", "حركة فتح", "كتائب حزب الله")
    }  # fmt: skip
    assert len(found) == 4


def test_a_movement_that_tells_of_its_wing_claims_the_deed(tmp_path: Path) -> None:
    """What Hamas said of its brigades only credited them."""
    text = f"أعلنت حركة حماس أن كتائب القسام قتلت جندياً إسرائيلياً في كمين {_KHAN_YUNIS}."
    with ledger_at(f"sqlite:///{tmp_path / 'ledger.db'}") as ledger:
        add(ledger, report("one", text))
        (account,) = of_report(ledger, "one").accounts
        assert {s.value for s in account.fields["credit"]} == {"claims: كتائب القسام"}
