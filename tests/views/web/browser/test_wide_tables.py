"""Wide tables: down they go with the page, sideways in a box that says that it goes on."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from views.web.browser.visiting import Visitor, until

Visit = Callable[[str], Visitor]
BATTLE = "/incidents/029ab2d9d83deb97:0-5:bombing"
_INNER = """() => [...document.querySelectorAll("main *")]
  .filter((one) => ["auto", "scroll"].includes(getComputedStyle(one).overflowY))
  .filter((one) => one.scrollHeight > one.clientHeight + 1)
  .map((one) => one.outerHTML.slice(0, 120))"""
_SHADED = """(box) => ["before", "after"].filter((edge) => {
  const { content, visibility } = getComputedStyle(box, `::${edge}`);
  return content !== "none" && visibility === "visible";
})"""
_HEAD_AT_TOP = """() => {
  const { top } = document.querySelector("#accounts thead").getBoundingClientRect();
  return Math.abs(top) < 3;
}"""
_ENDS_TOGETHER = """() => {
  const { bottom } = document.querySelector("#accounts thead").getBoundingClientRect();
  return Math.abs(bottom - 20) < 4;
}"""
_CLEAR_OF_HEAD = """() => {
  const head = document.querySelector("#accounts thead").getBoundingClientRect();
  return document.querySelector(":target").getBoundingClientRect().top >= head.bottom - 1;
}"""
_TO = "(box, share) => { box.scrollLeft = (box.scrollWidth - box.clientWidth) * share }"


@pytest.mark.parametrize("path", ["/incidents", "/outlets", "/network", "/actors", BATTLE])
def test_nothing_scrolls_down_in_a_box_of_its_own(visit: Visit, demo: str, path: str) -> None:
    """Rows of accounts, and what a list could be narrowed by, were out of sight without a hint."""
    page = visit(demo).open(path)
    assert page.evaluate(_INNER) == []


@pytest.mark.parametrize(("language", "way"), [("en", 1), ("ar", -1)])
def test_the_edge_where_columns_go_on_is_shaded(
    visit: Visit, demo: str, language: str, way: int
) -> None:
    page = visit(demo).open(BATTLE, language=language)
    box = page.locator("#accounts .scroll")
    expect(page.locator("#accounts [data-sideways]")).to_be_visible()
    for share, edges in ((0, ["after"]), (0.5, ["before", "after"]), (1, ["before"])):
        box.evaluate(_TO, way * share)
        until(box, _SHADED, gives=edges)


def test_a_table_that_fits_is_not_shaded(visit: Visit, demo: str) -> None:
    page = visit(demo).open("/actors")
    box = page.locator(".scroll")
    expect(box).to_have_attribute("style", re.compile("--head"))  # it was measured
    assert box.evaluate(_SHADED) == []


def test_the_head_follows_the_page_down_to_the_last_row(visit: Visit, demo: str) -> None:
    page = visit(demo).open(BATTLE)
    row = page.locator("#accounts tbody tr").nth(3)
    row.evaluate("(row) => scrollTo(0, row.getBoundingClientRect().top + scrollY - 200)")
    until(page, _HEAD_AT_TOP)
    last = page.locator("#accounts tbody tr").last
    last.evaluate("(row) => scrollTo(0, row.getBoundingClientRect().bottom + scrollY - 20)")
    until(page, _ENDS_TOGETHER)


def test_a_field_that_is_led_to_is_not_under_the_head(visit: Visit, demo: str) -> None:
    page = visit(demo).open(f"{BATTLE}#field-killed")
    until(page, _HEAD_AT_TOP)
    until(page, _CLEAR_OF_HEAD)


def test_a_telephone_has_cards_and_no_hint(visit: Visit, demo: str) -> None:
    page = visit(demo).open(BATTLE, width=390)
    expect(page.locator("#accounts .said").first).to_be_visible()
    expect(page.locator("#accounts [data-sideways]")).to_be_hidden()
    assert page.locator("#accounts .scroll").evaluate(_SHADED) == []
