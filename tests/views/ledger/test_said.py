"""Values in words."""

from __future__ import annotations

from datetime import date

import pytest

from riwaya.ledger.nouns import Where
from riwaya.views.ledger.said import count, days, ends, excerpt, labelled, listed, named, place

MAY = date(2023, 5, 16)


@pytest.mark.parametrize(
    ("toll", "said"),
    [
        (None, ""),
        ((None, None), ""),
        ((3, 3), "3"),
        ((3, 7), "3 to 7"),
        ((3, None), "3 or more"),
        ((None, 7), "up to 7"),
        ((0, 0), "0"),
    ],
)
def test_tolls(toll: tuple[int | None, int | None] | None, said: str) -> None:
    assert ends(toll) == said


def test_days() -> None:
    assert days(MAY, MAY) == "2023-05-16"
    assert days(MAY, date(2023, 5, 18)) == "2023-05-16 to 2023-05-18"
    assert days(None, None) == "day unknown"
    assert days(MAY, None) == "2023-05-16 to unknown"


def test_places() -> None:
    assert place(None) == ""
    assert place(Where("الحي", "حي")) == "الحي (no point)"
    known = Where("جاسم", "جاسم", "1", 32.99126, 36.0609, "exact", "SY", "درعا", "جاسم")
    assert place(known) == "جاسم, درعا, SY (32.9913, 36.0609; exact)"


def test_counts_lists_and_names() -> None:
    assert count(1, "report") == "1 report"
    assert count(0, "report") == "0 reports"
    assert listed("abc", most=2) == "a; b; and 1 more"
    assert listed("ab", most=2) == "a; b"
    assert named("r1", "شبكة", MAY) == "r1 (شبكة, 2023-05-16)"
    assert named("r1", None, None) == "r1"


def test_what_would_mislead_is_made_visible() -> None:
    assert labelled("by", "\u202eأحمد\nسالم\x1b[0m") == "  by          ⟨RLO⟩أحمد سالم⟨U+001B⟩[0m"
    assert excerpt("ا" * 900) == f"{'ا' * 800} […]"
