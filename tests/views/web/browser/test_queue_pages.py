"""The pages of the queue: none is skipped, and what was decided on one is taken back on another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect
from views.web.browser.visiting import Visitor, until

Visit = Callable[[str], Visitor]
OF_PAGE = 10
_FIRST_IS_ABOVE = "document.querySelector('[data-item]').getBoundingClientRect().bottom < 0"


def test_the_next_page_skips_nothing_after_decisions(visit: Visit, own_demo: str) -> None:
    """As many items as were decided on a page were skipped by the next one."""
    page = visit(own_demo).open("/review")
    wanted = _wanted(page)
    page.keyboard.press("j")
    for n in range(3):
        page.keyboard.press("a")
        _says(page, n, f"Saved as decision {n + 1}.")
    page.locator("a[rel=next]").click()
    page.wait_for_url("**page=2**")
    assert _keys(page) == wanted[OF_PAGE : 2 * OF_PAGE]


def test_the_next_page_skips_nothing_after_decisions_without_scripts(
    visit: Visit, own_demo: str
) -> None:
    page = visit(own_demo).open("/review", java_script_enabled=False)
    wanted = _wanted(page)
    for n in range(2):
        page.locator("[data-item] button[value=accept]").first.click()
        expect(page.locator(".status-line")).to_have_text(f"Saved as decision {n + 1}.")
    shown = _keys(page)
    page.locator("a[rel=next]").click()
    page.wait_for_url("**page=2**")
    assert shown == wanted[2 : 2 + OF_PAGE]
    assert _keys(page) == wanted[2 + OF_PAGE : 2 + 2 * OF_PAGE]


def test_z_takes_back_what_was_decided_on_the_page_before(visit: Visit, own_demo: str) -> None:
    """The next page knew nothing of it, and said that there was nothing to undo."""
    page = visit(own_demo).open("/review")
    page.keyboard.press("j")
    page.keyboard.press("a")
    _says(page, 0, "Saved as decision 1.")
    page.locator("a[rel=next]").click()
    page.wait_for_url("**page=2**")
    page.keyboard.press("z")
    status = page.locator("[data-review-status]")
    expect(status).to_have_text("Decision 1 is taken back.")
    assert [j["undone"] for j in _judgements(page) if j["number"] == 1] == [True]
    page.keyboard.press("z")
    expect(status).to_have_text("Nothing to undo.")


def test_a_key_decides_nothing_that_was_scrolled_out_of_sight(visit: Visit, own_demo: str) -> None:
    """An item far above was decided while another was read."""
    page = visit(own_demo).open("/review")
    page.keyboard.press("j")
    first = page.locator("[data-item]").first
    expect(first).to_be_focused()
    page.mouse.move(600, 500)
    page.mouse.wheel(0, 6000)
    until(page, _FIRST_IS_ABOVE)
    page.keyboard.press("a")
    expect(first).to_be_in_viewport()
    assert first.get_attribute("data-judged") is None and _judgements(page) == []
    page.keyboard.press("a")
    _says(page, 0, "Saved as decision 1.")


def _wanted(page: Page) -> list[str]:
    """The keys of the first pages, before anything is decided."""
    found: list[str] = []
    for number in (1, 2, 3):
        page.goto(f"/review?page={number}")
        found += _keys(page)
    page.goto("/review")
    assert len(set(found)) == len(found) > 2 * OF_PAGE + 2
    return found


def _keys(page: Page) -> list[str]:
    page.wait_for_load_state()
    return [str(one.get_attribute("data-key")) for one in page.locator("[data-item]").all()]


def _says(page: Page, number: int, text: str) -> None:
    line = page.locator("[data-item]").nth(number).locator("[data-item-status]")
    expect(line).to_have_text(text)


def _judgements(page: Page) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = page.request.get("/api/v1/judgements").json()["judgements"]
    return listed
