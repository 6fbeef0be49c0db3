"""A team in the browser: logging in, what a role may not do, a session that ended."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from views.web.browser.conftest import ADMIN, CODER, PASSWORD, READER
from views.web.browser.visiting import Visitor, log_in

Visit = Callable[[str], Visitor]


def test_a_wrong_password_is_told_and_a_right_one_leads_on(visit: Visit, team: str) -> None:
    visitor = visit(team)
    visitor.ignored = ("Failed to load resource",)
    page = visitor.open("/review")
    page.wait_for_url("**/login?next=%2Freview")
    page.fill("main [name=name]", READER)
    page.fill("main [name=password]", "ليست هذه الكلمة")
    page.click("main form button")
    expect(page.locator("[role=alert]")).to_contain_text("wrong")
    page.fill("main [name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/review")
    page.click(".menu summary")
    expect(page.locator(".menu .who")).to_contain_text(READER)


def test_a_reader_decides_and_adds_nothing(visit: Visit, team: str) -> None:
    visitor = visit(team)
    visitor.ignored = ("403",)
    page = visitor.page()
    log_in(page, READER, PASSWORD)
    expect(page.locator(".rooms a", has_text="Outlets")).to_be_visible()
    expect(page.locator(".rooms a", has_text="Add")).to_have_count(0)
    page.goto("/review")
    expect(page.locator("[data-item]").first).to_be_visible()
    expect(page.locator("[data-judge]")).to_have_count(0)
    answer = page.goto("/add")
    assert answer is not None and answer.status == 403


@pytest.mark.parametrize("queue", ["pairs", "names"])
def test_a_key_that_a_role_has_not_is_answered(visit: Visit, team: str, queue: str) -> None:
    """A coder was offered S and D where they may not join, and nothing happened."""
    page = visit(team).page()
    log_in(page, CODER, PASSWORD)
    page.goto(f"/review?kind={queue}")
    expect(page.locator("[data-item]").first).to_be_visible()
    offered = page.locator(".key-line kbd").all_inner_texts()
    assert offered == ["J", "K", "?"]
    status = page.locator("[data-review-status]")
    page.keyboard.press("j")
    expect(status).to_have_text("")
    page.keyboard.press("s")
    expect(status).to_contain_text("needs the role of a reviewer")
    expect(page.locator("[data-judged]")).to_have_count(0)


def test_a_key_of_another_queue_is_answered(visit: Visit, team: str) -> None:
    page = visit(team).page()
    log_in(page, CODER, PASSWORD)
    page.goto("/review")
    assert "A" in page.locator(".key-line kbd").all_inner_texts()
    page.keyboard.press("j")
    page.keyboard.press("d")
    expect(page.locator("[data-review-status]")).to_contain_text("does nothing here")


def _decided_without_session(visit: Visit, team: str, queue: str) -> Page:
    """A queue whose first item was judged after the session had ended."""
    visitor = visit(team)
    visitor.ignored = ("Failed to load resource",)
    page = visitor.page()
    log_in(page, ADMIN, PASSWORD)
    page.goto(queue)
    page.context.clear_cookies(name="riwaya_session")
    page.keyboard.press("j")
    page.keyboard.press("u")
    expect(page.locator("[data-review-status]")).to_contain_text("Sign in again")
    return page


def test_a_decision_waits_for_the_next_login(visit: Visit, team: str) -> None:
    page = _decided_without_session(visit, team, "/review")
    log_in(page, ADMIN, PASSWORD)
    page.goto("/review")
    expect(page.locator("[data-review-status]")).to_contain_text("Saved as decision")
    listed = page.request.get("/api/v1/judgements").json()["judgements"]
    assert [(j["by"], j["decision"]) for j in listed] == [(ADMIN, "unsure")]


def test_a_decision_waits_for_a_login_in_another_tab(visit: Visit, team: str) -> None:
    """The page's old secret was refused for good, and the decision was lost."""
    page = _decided_without_session(visit, team, "/review?kind=pairs")
    log_in(page.context.new_page(), ADMIN, PASSWORD)
    expect(page.locator("[data-item-status]").first).to_contain_text("Saved as decision")
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_a_form_sent_after_the_session_ended_is_not_lost(visit: Visit, team: str) -> None:
    """It led to the login, and what had been typed was gone."""
    visitor = visit(team)
    visitor.ignored = ("Failed to load resource",)
    page = visitor.page(java_script_enabled=False)
    log_in(page, ADMIN, PASSWORD)
    page.goto("/review?kind=names")
    why = page.locator("[data-item] form [name=why]").first
    why.fill("الاسمان لشخص واحد")
    page.context.clear_cookies(name="riwaya_session")
    page.locator("[data-item] button[value=unsure]").first.click()
    expect(page.locator("main")).to_contain_text("Your session has ended")
    expect(page.locator("main")).to_contain_text("what you typed is still there")
    log_in(page.context.new_page(), ADMIN, PASSWORD)
    page.go_back()
    expect(why).to_have_value("الاسمان لشخص واحد")
    page.locator("[data-item] button[value=unsure]").first.click()
    expect(page.locator(".status-line")).to_contain_text("Saved as decision")
