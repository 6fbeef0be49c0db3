"""Whom words are about is not whom the deed was done to."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger.ledger_helper import add, ledger_at, report

from riwaya.ledger.nouns import Incident

_STRUCK = "قُتل ستة مدنيين في قصف مدفعي على سوق نيالا يوم 10 أيار 2023. "


def _deed(folder: Path, text: str) -> Incident:
    """The incident in which something was done."""
    with ledger_at(f"sqlite:///{folder / 'ledger.db'}") as ledger:
        add(ledger, report("r", text))
        (found,) = [x.incident for x in ledger.incidents() if x.incident.happened]
        return found


@pytest.mark.parametrize(
    "words",
    [
        "واتهمت لجان المقاومة قوات الدعم السريع بقصف السوق.",
        "وحملت لجان المقاومة قوات الدعم السريع مسؤولية القصف.",
        "وأدانت بعثة الأمم المتحدة قوات الدعم السريع بعد القصف.",
        "وطالبت لجان المقاومة قوات الدعم السريع بوقف القصف.",
    ],
)
def test_the_accused_is_none_of_the_victims(tmp_path: Path, words: str) -> None:
    """Who is accused stood among those it was done to, and in the title."""
    found = _deed(tmp_path, _STRUCK + words)
    assert found.type == "shelling"
    assert "الدعم السريع" not in found.title
    assert not [t for t in found.targets if "الدعم السريع" in t]
    assert not [
        s for a in found.accounts for s in a.fields.get("target", ()) if "الدعم السريع" in s.value
    ]
    assert ("target", "actor:قوات الدعم السريع") not in found.handles


def test_the_accused_is_still_found_under_the_incident(tmp_path: Path) -> None:
    found = _deed(tmp_path, f"{_STRUCK}واتهمت لجان المقاومة قوات الدعم السريع بقصف السوق.")
    assert "actor:قوات الدعم السريع" in {handle for _, handle in found.handles}


def test_a_threat_or_charge_alone_is_of_whom_it_is_about(tmp_path: Path) -> None:
    text = "هدد قائد الفصيل قوات الدعم السريع في نيالا يوم 10 أيار 2023."
    with ledger_at(f"sqlite:///{tmp_path / 'ledger.db'}") as ledger:
        add(ledger, report("r", text))
        (found,) = [x.incident for x in ledger.incidents()]
    assert found.type == "threat"
    assert found.targets == ("قوات الدعم السريع",)
