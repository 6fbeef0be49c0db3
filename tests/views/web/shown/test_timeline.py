"""Bars of a timeline: gaps included, of days as long as there is room, else of what is longer."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from riwaya.views.web.asked import Asked
from riwaya.views.web.shown.timeline import HEIGHT, WIDTH, timeline

START = date(2023, 1, 2)  # a Monday


def _apart(days: int) -> tuple[tuple[str, int], ...]:
    """Two days, the second the last of so many."""
    last = START + timedelta(days=days - 1)
    return ((str(START), 3), (str(last), 1))


def test_gaps_are_bars_without_height() -> None:
    bars = timeline((("2022-11-29", 4), ("2022-12-02", 1)), Asked())
    assert [(b.name, b.count) for b in bars] == [
        ("2022-11-29", 4), ("2022-11-30", 0), ("2022-12-01", 0), ("2022-12-02", 1),
    ]  # fmt: skip
    assert [b.height > 0 for b in bars] == [True, False, False, True]
    assert max(b.height for b in bars) == HEIGHT
    assert bars[-1].x + bars[-1].width <= WIDTH


@pytest.mark.parametrize(
    ("days", "bars", "first"),
    [
        (2, 2, "2023-01-02"),
        (62, 62, "2023-01-02"),
        (63, 9, "2023-01-02 – 2023-01-08"),
        (200, 29, "2023-01-02 – 2023-01-08"),
        (201, 7, "2023-01"),
        (72 * 30, 71, "2023-01"),
        (73 * 31, 7, "2023"),
    ],
)
def test_the_longer_the_time_the_longer_is_a_bar(days: int, bars: int, first: str) -> None:
    found = timeline(_apart(days), Asked())
    assert (len(found), found[0].name) == (bars, first)
    assert sum(b.count for b in found) == 4
    for one, next_ in pairwise(found):
        assert date.fromisoformat(next_.since) - date.fromisoformat(one.until) == timedelta(days=1)
    assert found[0].since <= str(START) <= found[0].until
    assert found[-1].since <= _apart(days)[1][0] <= found[-1].until


def test_a_bar_leads_to_its_days_and_keeps_the_rest_of_the_selection() -> None:
    chosen = Asked(place="جاسم", since="2020-01-01")
    leap, *_, last = timeline((("2024-02-10", 2), ("2024-02-20", 1), ("2024-12-02", 1)), chosen)
    assert (leap.count, leap.since, leap.until) == (3, "2024-02-01", "2024-02-29")
    assert "since=2024-02-01" in leap.href and "until=2024-02-29" in leap.href
    assert "place=" in leap.href and "2020" not in leap.href
    assert (last.since, last.until) == ("2024-12-01", "2024-12-31")


def test_centuries_show_their_last_years() -> None:
    bars = timeline((("0001-01-01", 9), ("9999-12-31", 1)), Asked())
    assert (bars[0].name, bars[-1].name, bars[-1].height) == ("9600", "9999", HEIGHT)
    assert [len(timeline((("9999-12-01", 1), ("9999-12-31", 1)), Asked()))] == [31]
    assert timeline((("0001-01-01", 1), ("0001-05-01", 1)), Asked())[0].since == "0001-01-01"


def test_without_days_there_is_none() -> None:
    assert timeline((), Asked()) == []
