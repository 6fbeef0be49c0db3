"""Adding reports through the page, while they are read in the background."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from views.web.browser.visiting import Visitor
from views.web.conftest import JASIM

Visit = Callable[[str], Visitor]
Serve = Callable[..., str]
READ = 240_000  # ms in which thirty-two reports are read, on a busy machine


def test_the_demo_is_added_through_the_page(visit: Visit, serve: Serve, tmp_path: Path) -> None:
    page = visit(serve(tmp_path / "new.ledger")).open("/incidents")
    page.click("main >> text=Add reports")
    _upload(page, JASIM)
    expect(_job(page, "reports.jsonl")).to_be_visible()
    _ended(page)
    assert _counts(page, "reports.jsonl") == ["32", "0", "0"]
    page.goto("/incidents")
    assert int(page.inner_text("h1 .num")) > 20


def test_a_bad_file_tells_what_is_wrong_and_the_others_go_on(
    visit: Visit, serve: Serve, tmp_path: Path
) -> None:
    bad, good = tmp_path / "broken.jsonl", tmp_path / "good.jsonl"
    bad.write_text('{"text": "قصف ولا قوس يغلق', encoding="utf-8")
    told = {"id": "a-1", "outlet": "راديو البيدر", "text": "قُتل أربعة مدنيين بقصف على حيان أمس."}
    good.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    page = visit(serve(tmp_path / "new.ledger")).open("/add")
    _upload(page, bad, good)
    _ended(page)
    assert _counts(page, "good.jsonl") == ["1", "0", "0"]
    assert _counts(page, "broken.jsonl")[0] == "0"
    page.click("text=broken.jsonl")
    expect(page.locator(".problems li")).to_contain_text("broken.jsonl:1")


def test_what_is_pasted_is_shown_to_be_read(visit: Visit, serve: Serve, tmp_path: Path) -> None:
    page = visit(serve(tmp_path / "new.ledger")).open("/add")
    page.fill("[name=title]", "خبر من حيان")
    page.fill("[name=text]", "قُتل ثلاثة مدنيين بقصف مدفعي على بلدة حيان في 16 أيار 2023.")
    page.fill("[name=outlet]", "راديو البيدر")
    page.fill("[name=published]", "2023-05-17")
    page.click("main form button")
    page.wait_for_url("**/add/1")
    expect(page.locator("#job:not([hx-get])")).to_be_visible(timeout=READ)
    page.click("section:has-text('Reports') a")
    expect(page.locator(".report-text")).to_contain_text("حيان")
    expect(page.locator(".statements > li").first).to_be_visible()


def _upload(page: Page, *paths: Path) -> None:
    page.set_input_files("[name=files]", [str(path) for path in paths])
    page.click("main form button")
    page.wait_for_url("**/add/1" if len(paths) == 1 else f"**/add?given={len(paths)}")
    page.goto("/add")


def _job(page: Page, name: str) -> Locator:
    return page.locator("#jobs tr", has_text=name)


def _ended(page: Page) -> None:
    """Waits, on the page as it renews itself, until nothing waits or is read any more."""
    expect(page.locator("#jobs tbody tr")).not_to_have_count(0)
    expect(page.locator("#jobs:not([hx-get])")).to_be_visible(timeout=READ)


def _counts(page: Page, name: str) -> list[str]:
    """How many reports of a file are new and known, and how many problems it has."""
    texts = page.locator("#jobs tr", has_text=name).locator("td.num").all_inner_texts()
    return [text.strip("◆ ") for text in texts]
