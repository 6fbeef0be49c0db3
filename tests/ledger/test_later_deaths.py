"""Who dies of his wounds later: what he adds to, and the toll that he makes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from ledger.ledger_helper import add, ledger_at, of_report, report

from riwaya.ledger.nouns import Account

_CAMP = "في غارة على مخيم النصيرات وسط قطاع غزة يوم 15 أيار 2023"
_FIRST = f"قُتل تسعة أشخاص وأصيب عشرة {_CAMP}."


def _accounts(path: Path, *texts: str) -> tuple[Account, ...]:
    """The accounts of one source that says one text a day."""
    with ledger_at(f"sqlite:///{path / 'ledger.db'}") as ledger:
        add(ledger, *(
            report(f"r{n}", text, outlet="شبكة النصيرات", published=date(2023, 5, 16 + n))
            for n, text in enumerate(texts)
        ))  # fmt: skip
        return of_report(ledger, f"r{len(texts) - 1}").accounts


def _said(accounts: tuple[Account, ...], field: str) -> list[str]:
    (account,) = accounts
    return [s.value for s in account.fields.get(field, ())]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (f"توفي شاب متأثراً بجراحه {_CAMP}، ما يرفع الحصيلة إلى ثلاثة قتلى.", ["3"]),
        (f"توفيت امرأة متأثرة بجراحها ليرتفع عدد القتلى {_CAMP} إلى ثلاثة قتلى.", ["3"]),
        (f"توفي شاب متأثراً بجراحه {_CAMP} لتبلغ الحصيلة ثلاثة قتلى.", ["3"]),
    ],
)
def test_the_toll_that_a_later_death_makes_stays(
    tmp_path: Path, text: str, killed: list[str]
) -> None:
    """In «what raises the toll to three» the three were later deaths, and no toll was left."""
    assert _said(_accounts(tmp_path, text), "killed") == killed


@pytest.mark.parametrize(
    "text",
    [
        f"توفي ثلاثة أشخاص متأثرين بجراحهم التي أصيبوا بها {_CAMP}.",
        f"توفي شاب متأثراً بجراحه التي أصيب بها {_CAMP}.",
        f"وفاة ثلاثة من الجرحى الذين أصيبوا {_CAMP}.",
    ],
)
def test_who_died_of_wounds_leaves_the_tolls_told_before(tmp_path: Path, text: str) -> None:
    """«After three of the wounded died» made a source say that three were wounded, not ten."""
    accounts = _accounts(tmp_path, _FIRST, text)
    assert (_said(accounts, "killed"), _said(accounts, "wounded")) == (["9"], ["10"])


def test_others_who_are_wounded_then_still_count(tmp_path: Path) -> None:
    """Only those who died are none of the wounded."""
    text = f"توفي شاب متأثراً بجراحه، وأصيب خمسة آخرون {_CAMP}."
    assert _said(_accounts(tmp_path, text), "wounded") == ["5"]
