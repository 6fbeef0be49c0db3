"""Who is a doer in an incident: a weapon is none, unless the report says whose it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger.ledger_helper import add, ledger_at, report

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
