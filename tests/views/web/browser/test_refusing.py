"""What cannot be taken is told where it is to be mended; on a phone a preview is read downwards."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect
from views.web.browser.visiting import Visitor

Visit = Callable[[str], Visitor]
BATTLE = "029ab2d9d83deb97:0-5:bombing"
QUEUE = f"/review?incident={BATTLE}"


def test_a_mistake_is_told_beside_its_field(visit: Visit, own_demo: str) -> None:
    visitor = visit(own_demo)
    visitor.ignored = ("400",)
    page = visitor.open(QUEUE)
    item = _edited(page)
    item.locator("[name=earliest]").fill("2022-10-20")
    item.locator("[name=latest]").fill("2022-10-14")
    save = item.locator(".edit-form button:not([type=button])")
    save.press("Enter")
    wrong = item.locator("[data-wrong=days]")
    expect(wrong).to_contain_text("The first day is after the last")
    expect(item.locator("[name=latest]")).to_have_attribute("aria-invalid", "true")
    expect(item.locator("[name=latest]")).to_have_value("2022-10-14")
    item.locator("[name=latest]").fill("2022-10-21")
    save.press("Enter")
    expect(item.locator("[data-item-status]")).to_contain_text("Saved as decision 1.")
    expect(wrong).to_be_hidden()


def test_a_rejection_asks_for_its_own_reason(visit: Visit, own_demo: str) -> None:
    page = visit(own_demo).open(QUEUE)
    item = page.locator("[data-item]").first
    item.locator("button[value=reject]").click()
    expect(item.locator("[data-item-status]")).to_contain_text("needs its own reason")
    above = page.locator("[data-review-status]")
    expect(above).to_contain_text("needs its own reason")
    expect(above).to_have_class(re.compile("is-failed"))  # it was as green as what is saved
    expect(item.locator(".decide [name=why]").first).to_be_focused()
    assert _judgements(page) == []
    page.keyboard.type("another deed is meant")
    page.keyboard.press("Enter")
    expect(item.locator("[data-item-status]")).to_have_text("Saved as decision 1.")
    expect(above).not_to_have_class(re.compile("is-failed"))
    assert [j["decision"] for j in _judgements(page)] == ["reject"]


def test_enter_in_the_reason_accepts_nothing(visit: Visit, own_demo: str) -> None:
    for scripts in (True, False):
        page = visit(own_demo).open(QUEUE, java_script_enabled=scripts)
        reason = page.locator("[data-item]").first.locator(".decide [name=why]").first
        reason.fill("another deed is meant")
        reason.press("Enter")
        assert _judgements(page) == []


def test_the_map_of_an_edit_opens_at_the_incident(visit: Visit, own_demo: str) -> None:
    page = visit(own_demo).open(QUEUE)
    first = page.locator("[data-item]").first
    for name in ("latitude", "longitude"):
        first.locator(f"[name={name}]").evaluate("field => field.removeAttribute('value')")
    item = _edited(page)
    item.locator(".map-small").scroll_into_view_if_needed()
    item.locator(".map-small canvas").focus()
    page.keyboard.press("Enter")
    latitude, longitude = (
        float(item.locator(f"[name={name}]").input_value()) for name in ("latitude", "longitude")
    )
    assert abs(latitude - 32.99) < 0.2 and abs(longitude - 36.06) < 0.2


def test_on_a_phone_each_row_of_a_preview_is_stacked(visit: Visit, own_demo: str) -> None:
    page = visit(own_demo).open(f"/incidents/{BATTLE}/join")
    page.locator("a.button", has_text="Show what would change").first.click()
    page.locator(".change").wait_for()
    page.set_viewport_size({"width": 390, "height": 800})
    rows = page.locator(".change tbody tr")
    titles = rows.first.locator("td").all_inner_texts()
    assert len(titles) == 3
    for n in range(rows.count()):
        boxes = [cell.bounding_box() for cell in rows.nth(n).locator("td").all()]
        tops = [box["y"] for box in boxes if box]
        assert len(tops) == len(boxes) > 1 and tops == sorted(set(tops))
        assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)
        sides = rows.nth(n).locator("td").evaluate_all("all => all.map(td => td.dataset.side)")
        assert [side.partition(":")[0] for side in sides] == ["Now 1", "Now 2", "Then"]
        if n > 0:  # «Now 2» alone does not say which incident that is
            assert [side.partition(": ")[2] for side in sides[:2]] == titles[:2]


def _edited(page: Page) -> Locator:
    """The first item, with its form open."""
    page.keyboard.press("j")
    page.keyboard.press("e")
    item = page.locator("[data-item]").first
    expect(item.locator("details[data-edit]")).to_have_attribute("open", "")
    return item


def _judgements(page: Page) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = page.request.get("/api/v1/judgements").json()["judgements"]
    return listed
