"""The plot of tolls: what is drawn stands beside the source that it is of."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import expect
from views.web.browser.visiting import Visitor

Visit = Callable[[str], Visitor]
BATTLE = "/incidents/029ab2d9d83deb97:0-5:bombing"
_ROWS = """() => [...document.querySelectorAll(".plot li")].map((row) => {
  const box = (one) => [one.getBoundingClientRect().top, one.getBoundingClientRect().bottom];
  const dots = [...row.querySelectorAll("circle")].map((dot) => box(dot));
  return { row: box(row), label: box(row.querySelector("span")), dots };
})"""

_TICKS = """() => [...document.querySelectorAll(".plot-axis")].map((axis) =>
  [...axis.querySelectorAll(".tick")].map((tick) => tick.getBoundingClientRect())
    .map(({ left, right, height }) => [left, right, height]))"""


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_dot_stands_in_the_row_of_its_source(
    visit: Visit, demo: str, width: int, language: str
) -> None:
    """Labels that took two lines pushed all that followed away from their dots."""
    page = visit(demo).open(BATTLE, width=width, language=language)
    expect(page.locator(".plot li").first).to_be_visible()
    rows = page.evaluate(_ROWS)
    assert len(rows) > 10 and all(row["dots"] for row in rows)
    ends = 0.0
    for row in rows:
        (top, bottom), label = row["row"], row["label"]
        assert top >= ends - 1 or top < rows[0]["row"][0] + 1  # each below the one before
        ends = bottom
        for first, last in row["dots"]:
            middle = (first + last) / 2
            assert top <= middle <= bottom
            assert width == 390 or label[0] - 1 <= middle <= label[1] + 1


@pytest.mark.parametrize("width", [1280, 390])
def test_the_numbers_of_the_axis_can_be_read(visit: Visit, demo: str, width: int) -> None:
    page = visit(demo).open(BATTLE, width=width)
    axes = page.evaluate(_TICKS)
    assert axes and all(len(ticks) >= 2 for ticks in axes)
    for ticks in axes:
        assert all(height >= 9 for _, _, height in ticks)
        assert ticks[0][0] >= 0 and ticks[-1][1] <= width
        assert all(one[1] + 2 <= other[0] for one, other in pairwise(ticks))
