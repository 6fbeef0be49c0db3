"""Who denies that a deed was his own does not say that nothing happened."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger.ledger_helper import add, ledger_at, of_report, report

from riwaya.ledger.nouns import Incident

_MARKET = "قُتل ثمانية مدنيين في قصف مدفعي على سوق كبكابية في الفاشر يوم 10 أيار 2023."


def _of(folder: Path, *texts: str) -> Incident:
    """The incident that the first of some reports tells of."""
    with ledger_at(f"sqlite:///{folder / 'ledger.db'}") as ledger:
        add(ledger, *(report(f"r{n}", text) for n, text in enumerate(texts)))
        found: Incident = of_report(ledger, "r0")
        return found


def _said(found: Incident, field: str) -> list[str]:
    return [s.value for a in found.accounts for s in a.fields.get(field, ())]


@pytest.mark.parametrize(
    "denial",
    [
        "نفت قوات الدعم السريع أن تكون قد قصفت السوق في الفاشر يوم 10 أيار 2023.",
        "قالت قوات الدعم السريع إنها لم تقصف السوق في الفاشر يوم 10 أيار 2023.",
        "نفى المتحدث باسم الحركة أن تكون قد قصفت السوق في الفاشر يوم 10 أيار 2023.",
        "نفت القيادة أن تكون قواتها قصفت السوق في الفاشر يوم 10 أيار 2023.",
        "نفى الجيش أن يكون جنوده قد قصفوا السوق في الفاشر يوم 10 أيار 2023.",
        "نفت وزارة الدفاع السودانية أن يكون الجيش السوداني قد قصف السوق في الفاشر.",
        "نفت حركة الفجر تنفيذها الهجوم على السوق في الفاشر يوم 10 أيار 2023.",
    ],
)
def test_a_denial_of_ones_own_deed_is_none_of_the_deed(tmp_path: Path, denial: str) -> None:
    """It was shown as «says it did not happen», and made what others tell contested."""
    found = _of(tmp_path, denial)
    assert "no" not in _said(found, "happened")
    assert [v for v in _said(found, "credit") if v.startswith("denies: ")]
    assert not found.happened


def test_what_a_side_denies_to_have_done_others_still_say_was_done(tmp_path: Path) -> None:
    denial = "نفت قوات الدعم السريع أن تكون قد قصفت سوق كبكابية في الفاشر يوم 10 أيار 2023."
    charge = "قصفت قوات الدعم السريع سوق كبكابية في الفاشر يوم 10 أيار 2023."
    found = _of(tmp_path, _MARKET, denial, charge)
    assert found.standing["happened"].standing != "contested"
    assert found.standing["credit"].standing == "contested"
    assert found.grade == "contested"


@pytest.mark.parametrize(
    "denial",
    [
        "نفى والي شمال دارفور أن تكون قوات الدعم السريع قد قصفت السوق في الفاشر.",
        "نفت قوات الدعم السريع أن يكون الجيش قد قصف السوق في الفاشر.",
        "نفت قوات الدعم السريع وقوع قصف على السوق في الفاشر.",
    ],
)
def test_a_denial_of_what_others_did_stays_one(tmp_path: Path, denial: str) -> None:
    assert "no" in _said(_of(tmp_path, denial), "happened")


def test_who_owns_a_strike_and_denies_a_part_of_it_owns_it(tmp_path: Path) -> None:
    """«…ونفى أن يكون قد استهدف المنطقة الإنسانية» made who owns the strike deny it as well."""
    told = (
        "قال الجيش الإسرائيلي إنه قتل قيادياً في غارة على رفح يوم 10 أيار 2023، "
        "ونفى أن يكون قد استهدف المدرسة في رفح."
    )
    found = _of(tmp_path, told)
    assert _said(found, "credit") == ["claims: الجيش الإسرائيلي"]
    assert found.grade == "confirmed"
