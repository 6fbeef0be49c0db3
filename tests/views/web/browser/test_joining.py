"""Joining incidents and parting them, looked at before it is done, and taken back."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect
from views.web.browser.visiting import Visitor

Visit = Callable[[str], Visitor]
BATTLE = "029ab2d9d83deb97:0-5:bombing"
ADWAN = "185a57b5b25c310c:6-10:killing"


def test_joining_is_looked_at_then_done_and_taken_back(visit: Visit, own_demo: str) -> None:
    page = visit(own_demo).open(f"/incidents/{ADWAN}")
    before = _incidents(page)
    reports = _reports(page, ADWAN)
    page.click("text=Join or part")
    page.fill("main [name=place]", "جاسم")
    page.fill("main [name=since]", "2022-10-01")
    page.click("main >> button:text-is('Search')")
    page.click(f"main a[href$='{_quoted(BATTLE)}']:has-text('Show what would change')")
    preview = page.locator(".preview")
    expect(preview.locator("h2")).to_have_text("Joined, it would be so")
    assert _incidents(page) == before

    page.fill("#why-join", "اليوم نفسه")
    page.click("text=Join them")
    page.wait_for_url("**/incidents/**")
    assert _incidents(page) == before - 1
    assert _reports(page, ADWAN) > reports

    history = page.locator("#history li")
    expect(history).to_have_count(1)
    history.locator("[name=why]").fill("يومان مختلفان")
    history.locator("button").click()
    expect(page.locator("#history .undone")).to_have_count(1)
    assert _incidents(page) == before
    assert _reports(page, ADWAN) == reports


def test_parting_is_looked_at_then_done(visit: Visit, own_demo: str) -> None:
    page = visit(own_demo).open(f"/incidents/{BATTLE}/join")
    before = _incidents(page)
    page.locator("[name=of]").first.check()
    page.click("form:has(.part-list) button")
    expect(page.locator(".preview h2")).to_have_text("Parted, they would be so")
    assert _incidents(page) == before
    page.fill("#why-join", "غارتان لا غارة")
    page.click("text=Part them")
    page.wait_for_url("**/incidents/**")
    assert _incidents(page) > before


def _incidents(page: Page) -> int:
    return int(page.request.get("/api/v1/stats").json()["incidents"])


def _reports(page: Page, id: str) -> int:
    found = page.request.get(f"/api/v1/incidents/{_quoted(id)}").json()
    return len(found["reports"])


def _quoted(id: str) -> str:
    return id.replace(":", "%3A")
