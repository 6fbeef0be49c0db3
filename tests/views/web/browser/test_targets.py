"""What is to be pressed is large enough for it, and does something."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from views.web.browser.visiting import Visitor

Visit = Callable[[str], Visitor]
PAGES = ("/actors", "/outlets", "/review", "/account", "/search?q=جاسم")
BATTLE = "029ab2d9d83deb97:0-5:bombing"
_OPEN = "document.querySelectorAll('main details').forEach((one) => { one.open = true })"
_SMALL = """() => [...document.querySelectorAll(
    "main :is(td.num a, a.ev, input[type=checkbox], input[type=radio], summary, button)")]
  .filter((one) => one.getClientRects().length && !one.closest("[data-map], [data-graph]"))
  .filter((one) => Math.min(
    one.getBoundingClientRect().width, one.getBoundingClientRect().height) < 23.9)
  .map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", [1280, 390])
def test_what_is_to_be_pressed_has_24_pixels(visit: Visit, demo: str, width: int) -> None:
    """Numbers that are links had 10, checkboxes 13 and 18."""
    page = visit(demo).page(width=width)
    page.goto("/actors")
    actor = str(page.locator("main a[href^='/actor?']").first.get_attribute("href"))
    for path in (*PAGES, actor, f"/incidents/{BATTLE}", f"/incidents/{BATTLE}/join"):
        page.goto(path)
        page.evaluate(_OPEN)
        assert (path, page.evaluate(_SMALL)) == (path, [])


def test_copy_copies(visit: Visit, own_demo: str) -> None:
    page = visit(own_demo).page(permissions=["clipboard-write"])
    page.goto("/account")
    page.fill("main [name=name]", "برنامج")
    page.click("main form button >> text=Make a token")
    secret = page.inner_text("#token")
    copy = page.locator("[data-copy]")
    copy.click()
    expect(copy).to_have_text("Copied")
    field = page.locator("main [name=name]")
    field.press("Control+V")
    expect(field).to_have_value(secret)
    expect(copy).to_have_text("Copy")


def test_copy_is_not_shown_where_it_would_do_nothing(visit: Visit, own_demo: str) -> None:
    """The button stood there without scripts, too."""
    page = visit(own_demo).page(java_script_enabled=False)
    page.goto("/account")
    page.fill("main [name=name]", "برنامج")
    page.click("main form button >> text=Make a token")
    expect(page.locator("#token")).to_be_visible()
    expect(page.locator("[data-copy]")).to_have_count(1)
    expect(page.locator("[data-copy]")).to_be_hidden()
