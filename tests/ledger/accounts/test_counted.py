"""Whom tolls count: those of different people say nothing against one another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from ledger.ledger_helper import add, ledger_at, of_report, report, told_together

from riwaya.views.ledger.lines import block
from riwaya.views.ledger.record import incident_record

_BARA = "في معارك بمدينة بارا بولاية شمال كردفان يوم 15 أيار 2023."
_RSF = f"أعلن الجيش السوداني مقتل 60 من عناصر قوات الدعم السريع {_BARA}"
_ARMY = f"أعلنت قوات الدعم السريع مقتل 15 جندياً من الجيش السوداني {_BARA}"


def test_the_dead_of_two_sides_are_no_one_number(tmp_path: Path) -> None:
    """60 of one side and 15 of the other stood as a contested «15 to 60»."""
    found = told_together(tmp_path, _RSF, _ARMY)
    assert (found.standing["killed"].standing, found.standing["killed"].apart) == ("single", True)
    assert found.killed == (15, 60)
    assert "killed 15 to 60 (not all count the same people)" in block(found)
    assert "part over" not in block(found)
    record = incident_record(found)
    assert (record["counted_apart"], record["standing"]["killed"]) == (["killed"], "single")


@pytest.mark.parametrize(
    ("one", "other", "standing", "apart"),
    [
        ("12 جندياً", "18 إرهابياً", "single", True),
        ("12 مدنياً", "18 جندياً", "single", True),
        ("12 جندياً", "12 مدنياً", "single", True),
        ("12 جندياً", "18 جندياً", "contested", False),
        ("12 جندياً", "18 شخصاً", "contested", False),
        ("12 جندياً", "12 شخصاً", "corroborated", False),
        ("12 مدنياً", "12 مدنياً", "corroborated", False),
    ],
)
def test_tolls_contest_and_corroborate_where_they_count_the_same_people(
    tmp_path: Path, one: str, other: str, standing: str, apart: bool
) -> None:
    """Soldiers were set against fighters and civilians; equal numbers of both corroborated."""
    found = told_together(tmp_path, f"قُتل {one} {_BARA}", f"ذكرت وكالة وفا مقتل {other} {_BARA}")
    assert (found.standing["killed"].standing, found.standing["killed"].apart) == (standing, apart)


def test_what_a_source_says_of_others_later_takes_nothing_back(tmp_path: Path) -> None:
    """A source's toll of one side was gone when it told that of the other."""
    with ledger_at(f"sqlite:///{tmp_path / 'ledger.db'}") as ledger:
        days = (date(2023, 5, 16), date(2023, 5, 17), date(2023, 5, 18))
        texts = ("15 جندياً", "40 مدنياً", "20 جندياً")
        add(ledger, *(
            report(f"r{n}", f"قُتل {who} {_BARA}", outlet="شبكة بارا", published=day)
            for n, (who, day) in enumerate(zip(texts, days, strict=True))
        ))  # fmt: skip
        (account,) = of_report(ledger, "r2").accounts
        assert {s.value for s in account.fields["killed"]} == {"20", "40"}
        assert {s.value for s in account.superseded["killed"]} == {"15"}


def test_outlets_that_count_different_people_are_not_the_lowest_and_highest(tmp_path: Path) -> None:
    """An outlet that counts the dead of one side gave «the lowest toll» of an incident."""
    with ledger_at(f"sqlite:///{tmp_path / 'ledger.db'}") as ledger:
        add(ledger, report("r0", _RSF), report("r1", _ARMY))
        assert all(o.lowest == o.highest == () for o in ledger.compared().outlets)
