"""The form of an edit: a place taken from the map, and days as a range."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect
from views.web.browser.visiting import Visitor

Visit = Callable[[str], Visitor]
QUEUE = "/review?incident=029ab2d9d83deb97:0-5:bombing"


def test_a_place_is_taken_from_the_map(visit: Visit, own_demo: str) -> None:
    page = visit(own_demo).open(QUEUE)
    item = _edited(page)
    picker = item.locator(".map-small")
    picker.scroll_into_view_if_needed()
    picker.locator("canvas").wait_for()
    before = _point(item)
    item.locator("[name=place]").fill("مزرعة شمالي المدينة")

    box = picker.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.3)
    clicked = _point(item)
    assert clicked != before
    expect(picker.locator(".map-pick")).to_have_count(1)

    page.mouse.click(box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.7)
    south_east = _point(item)
    assert south_east[0] < clicked[0] and south_east[1] > clicked[1]
    expect(picker.locator(".map-pick")).to_have_count(1)

    place = _saved(page, item)["value"]["place"]
    assert place["name"] == "مزرعة شمالي المدينة"
    assert (place["latitude"], place["longitude"]) == south_east


def test_a_place_is_taken_from_the_map_by_keys(visit: Visit, own_demo: str) -> None:
    page = visit(own_demo).open(QUEUE)
    item = _edited(page)
    item.locator(".map-small").scroll_into_view_if_needed()
    item.locator(".map-small canvas").focus()
    page.keyboard.press("Enter")
    start = _point(item)
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(400)  # ms that the map needs to move, if motion is not reduced
    page.keyboard.press("Enter")
    moved = _point(item)
    assert moved[1] > start[1] and abs(moved[0] - start[0]) < 0.01
    assert _judgements(page) == []


def test_days_are_given_as_a_range(visit: Visit, own_demo: str) -> None:
    page = visit(own_demo).open(QUEUE)
    item = _edited(page)
    item.locator("[name=earliest]").fill("2022-10-14")
    item.locator("[name=latest]").fill("2022-10-21")
    made = _saved(page, item)
    assert made["value"] == {"earliest": "2022-10-14", "latest": "2022-10-21"}
    statement = str(made["one"])
    page.goto(f"/review?statement={statement}")
    expect(page.locator("[data-item] .roles")).to_contain_text("2022-10-14 – 2022-10-21")


def test_an_edit_that_parts_its_report_leads_to_where_it_is(visit: Visit, own_demo: str) -> None:
    page = visit(own_demo).open(QUEUE)
    item = _edited(page)
    item.locator("[name=place]").fill("الموصل")
    for name in ("latitude", "longitude"):
        item.locator(f"[name={name}]").fill("")
    for name in ("earliest", "latest"):
        item.locator(f"[name={name}]").fill("2016-03-04")
    item.locator(".edit-form button:not([type=button])").press("Enter")
    for line in (item.locator("[data-item-status]"), page.locator("[data-review-status]")):
        expect(line).to_contain_text("It now belongs to an incident with other reports")
    item.locator("[data-item-status] a").press("Enter")
    page.wait_for_url("**/incidents/**")
    expect(page.locator("h1")).to_contain_text("الموصل")
    assert len(page.locator(".accounts thead th").all()) < 5


def _edited(page: Page) -> Locator:
    """The first item, with its form open."""
    page.keyboard.press("j")
    page.keyboard.press("e")
    item = page.locator("[data-item]").first
    expect(item.locator("details[data-edit]")).to_have_attribute("open", "")
    return item


def _point(item: Locator) -> tuple[float, float]:
    """Latitude and longitude that the form holds, in degrees."""
    return (
        float(item.locator("[name=latitude]").input_value() or "nan"),
        float(item.locator("[name=longitude]").input_value() or "nan"),
    )


def _saved(page: Page, item: Locator) -> dict[str, Any]:
    """What is kept of the edit once it is sent."""
    item.locator(".edit-form button:not([type=button])").press("Enter")
    expect(item.locator("[data-item-status]")).to_contain_text("Saved as decision 1.")
    (made,) = _judgements(page)
    assert made["decision"] == "correct"
    return made


def _judgements(page: Page) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = page.request.get("/api/v1/judgements").json()["judgements"]
    return listed
