"""Two people at one queue: each sees what the other has in hand just now."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect
from views.web.browser.conftest import ADMIN, CODER, PASSWORD
from views.web.browser.visiting import Visitor, log_in

Visit = Callable[[str], Visitor]
QUEUE = "/review?incident=029ab2d9d83deb97:0-5:bombing"


def test_who_comes_second_sees_who_holds_an_item(visit: Visit, team: str) -> None:
    first, second = _at_queue(visit, team, ADMIN), _at_queue(visit, team, CODER)
    held = first.locator("[data-item]").nth(1)
    key = held.get_attribute("data-key")
    line = second.locator(f'[data-item][data-key="{key}"]').locator("[data-held-by]")
    for _ in range(2):
        _moved(first)
    expect(held).to_be_focused()
    expect(line).not_to_be_visible()

    for _ in range(2):
        _moved(second)
    expect(line).to_have_text(f"{ADMIN} is reviewing this")
    expect(line).to_be_visible()
    expect(second.locator("[data-held-by]:visible")).to_have_count(1)
    expect(held.locator("[data-held-by]")).not_to_be_visible()

    second.reload()
    expect(line).to_have_text(f"{ADMIN} is reviewing this")


def test_who_stays_at_an_item_holds_it_on(visit: Visit, team: str) -> None:
    """A hold ends by itself; nothing would tell if the page no longer renewed it."""
    page = visit(team).page()
    page.clock.install()
    log_in(page, ADMIN, PASSWORD)
    page.goto(QUEUE)
    _moved(page)
    key = page.locator("[data-item]").first.get_attribute("data-key")
    for _ in range(2):
        with page.expect_response(lambda answer: "/hold" in answer.url) as told:
            page.clock.fast_forward(61_000)
        assert told.value.ok and key in parse_qs(urlsplit(told.value.url).query)["key"]


def _at_queue(visit: Visit, team: str, name: str) -> Page:
    page = visit(team).page()
    log_in(page, name, PASSWORD)
    page.goto(QUEUE)
    return page


def _moved(page: Page) -> None:
    """Goes to the next item, and waits until the server knows of it, not of one before."""
    at = page.locator("[data-item][aria-current]")
    there = page.locator("[data-item]").evaluate_all(
        "all => all.findIndex((item) => item.hasAttribute('aria-current'))"
    )
    url = page.locator("[data-item]").nth(there + 1).get_attribute("data-hold-url")
    assert url is not None
    with page.expect_response(lambda answer: answer.url.endswith(url) and answer.ok):
        page.keyboard.press("j")
    expect(at).to_have_count(1)
