"""The toll of a whole region beside that of one place in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger.ledger_helper import add, ledger_at, of_report, report

_WIDE = "قُتل 40 شخصاً وأصيب 90 في اشتباكات في ولاية شمال دارفور يوم 9 أيار 2023. "


@pytest.mark.parametrize(
    "beside",
    [
        "واعتقلت القوات رجلاً في مدينة الفاشر.",
        "واحتجزت القوات صحفيين اثنين في مدينة الفاشر.",
        "ونزحت أسرة من مدينة الفاشر خلال الاشتباكات.",
    ],
)
def test_who_was_arrested_in_a_place_is_no_toll_of_its_dead(tmp_path: Path, beside: str) -> None:
    """A source that gave 27 dead was shown as silent: one man was arrested at the airport."""
    with ledger_at(f"sqlite:///{tmp_path / 'ledger.db'}") as ledger:
        add(ledger, report("r", _WIDE + beside))
        (account,) = of_report(ledger, "r").accounts
    assert [s.value for s in account.fields["killed"]] == ["40"]
    assert [s.value for s in account.fields["wounded"]] == ["90"]


def test_the_dead_of_a_region_are_not_those_of_one_place_in_it(tmp_path: Path) -> None:
    with ledger_at(f"sqlite:///{tmp_path / 'ledger.db'}") as ledger:
        add(ledger, report("r", f"{_WIDE}وقُتل ثلاثة أشخاص في اشتباكات في مدينة الفاشر."))
        (account,) = of_report(ledger, "r").accounts
    assert [s.value for s in account.fields["killed"]] == ["3"]
