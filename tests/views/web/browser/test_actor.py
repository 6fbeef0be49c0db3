"""An actor's page: its id is legible, its headings stand apart."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect
from views.web.browser.visiting import Visitor

Visit = Callable[[str], Visitor]
_GAPS = """() => [...document.querySelectorAll(".actor-page h3")]
  .filter((one) => one.previousElementSibling)
  .map((one) => one.getBoundingClientRect().top
    - one.previousElementSibling.getBoundingClientRect().bottom)"""


def test_an_id_in_arabic_is_not_torn_apart(visit: Visit, demo: str) -> None:
    """It was set in a font of one width, whose Arabic letters do not join."""
    page = visit(demo).page()
    page.goto("/actors")
    page.locator("main a[href^='/actor?']").first.click()
    id = page.locator("code.handle")
    expect(id).to_be_visible()
    assert "mono" not in str(id.evaluate("(id) => getComputedStyle(id).fontFamily")).lower()


def test_headings_do_not_touch_what_is_above(visit: Visit, demo: str) -> None:
    """Those of names that look alike stood at the edge of the table."""
    page = visit(demo).page()
    page.goto("/review?kind=names")
    page.locator("[data-item] h2 a").first.click()
    expect(page.locator(".actor-page h3").first).to_be_visible()
    gaps = page.evaluate(_GAPS)
    assert gaps and min(gaps) >= 16
