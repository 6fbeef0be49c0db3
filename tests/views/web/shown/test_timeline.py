"""Bars of a timeline: every month between the first and the last, years where they are many."""

from __future__ import annotations

from riwaya.views.web.asked import Asked
from riwaya.views.web.shown.timeline import HEIGHT, WIDTH, timeline


def test_gaps_are_bars_without_height() -> None:
    bars = timeline((("2022-11", 4), ("2023-02", 1)), Asked())
    assert [(b.name, b.count) for b in bars] == [
        ("2022-11", 4), ("2022-12", 0), ("2023-01", 0), ("2023-02", 1),
    ]  # fmt: skip
    assert [b.height > 0 for b in bars] == [True, False, False, True]
    assert max(b.height for b in bars) == HEIGHT
    assert bars[-1].x + bars[-1].width <= WIDTH


def test_a_bar_leads_to_its_month_and_keeps_the_rest_of_the_selection() -> None:
    (bar,) = timeline((("2024-02", 3),), Asked(place="جاسم", since="2020-01-01"))
    assert (bar.since, bar.until) == ("2024-02-01", "2024-02-29")
    assert "since=2024-02-01" in bar.href and "until=2024-02-29" in bar.href
    assert "place=" in bar.href and "2020" not in bar.href


def test_many_months_become_years() -> None:
    bars = timeline((("2011-03", 2), ("2011-04", 1), ("2023-02", 1)), Asked())
    assert [b.name for b in bars] == [str(y) for y in range(2011, 2024)]
    assert (bars[0].count, bars[-1].until) == (3, "2023-12-31")


def test_without_days_there_is_none() -> None:
    assert timeline((), Asked()) == []
