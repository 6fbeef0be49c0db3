"""The plot of tolls: what is drawn stands beside the source that it is of."""

from __future__ import annotations

from collections.abc import Callable

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
