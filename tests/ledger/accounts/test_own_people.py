"""Doers who are told as somebody's own: «مقاتليها», «قواتها»."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger.ledger_helper import told_together

from riwaya.ledger.nouns import Incident

_THERE = "في مدينة الباب بريف حلب يوم 15 أيار 2023"


def _credits(i: Incident) -> set[str]:
    return {s.value for a in i.accounts for s in a.fields.get("credit", ())}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        (f"قالت هيئة تحرير الشام إن مقاتليها قتلوا 15 جندياً {_THERE}.", "هيئة تحرير الشام"),
        (f"قالت حركة الشباب المجاهدين إن مقاتليها قتلوا 15 جندياً {_THERE}.", "حركة الشباب"),
    ],
)
def test_who_speaks_of_his_own_is_the_doer(tmp_path: Path, text: str, doer: str) -> None:
    """«مقاتليها» stood as a doer beside the movement whose fighters they are."""
    other = f"ذكرت شبكة شام أن {doer} قتلت 15 جندياً {_THERE}."
    found = told_together(tmp_path, text, other)
    assert found.agents == (doer,)
    assert _credits(found) == {f"claims: {doer}", f"credits: {doer}"}
    assert {s.value for a in found.accounts for s in a.fields["agent"]} == {doer}
    assert ("agent", f"actor:{doer}") in found.handles


def test_what_nothing_settles_is_no_doer_beside_a_named_one(tmp_path: Path) -> None:
    """«قواته», of nobody, stood beside the army that the same source named."""
    text = f"قتلت قوات سوريا الديمقراطية 15 جندياً {_THERE}. وقتلت قواتها 15 جندياً {_THERE}."
    found = told_together(tmp_path, text)
    assert found.agents == ("قوات سوريا الديمقراطية",)
    assert _credits(found) == {"credits: قوات سوريا الديمقراطية"}


def test_what_nothing_settles_stays_where_nobody_is_named(tmp_path: Path) -> None:
    """Else nobody would have done it."""
    assert told_together(tmp_path, f"قتلت قواتها 15 جندياً {_THERE}.").agents == ("قواتها",)
