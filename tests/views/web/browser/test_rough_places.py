"""The map draws no place sharper than it is known."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, Route, expect
from views.web.browser.visiting import Visitor

Visit = Callable[[str], Visitor]


def test_a_district_and_a_governorate_are_areas_without_a_marker(visit: Visit, rough: str) -> None:
    page = _drawn(visit, rough, "/incidents?type=arrest")
    expect(page.locator(".map-area-label")).to_have_count(1)
    expect(page.locator(".map-area-label")).to_have_attribute("title", re.compile("جاسم"))
    expect(page.locator(".map-marker")).to_have_count(0)

    page = _drawn(visit, rough, "/incidents?place=الرقة")
    expect(page.locator(".map-area-label")).to_have_count(1)
    expect(page.locator(".map-marker")).to_have_count(0)


def test_a_place_known_to_a_point_is_a_marker_and_no_area(visit: Visit, rough: str) -> None:
    for place, near in (("حيان", False), ("الباب", True)):
        page = _drawn(visit, rough, f"/incidents?place={place}")
        marker = page.locator(".map-marker")
        expect(marker).to_have_count(1)
        assert marker.evaluate("one => one.classList.contains('is-near')") is near
        expect(page.locator(".map-area-label")).to_have_count(0)


def test_an_area_is_as_wide_on_the_map_as_the_place_is_unsure(visit: Visit, rough: str) -> None:
    page = _drawn(visit, rough, "/incidents?type=arrest")
    label = page.locator(".map-area-label")
    box = label.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.click(box["x"] + box["width"] / 2 + 60, middle)
    expect(page.locator(".incident-list li a")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".incident-list")).to_have_count(0)
    frame = page.locator(".map").bounding_box()
    assert frame is not None
    page.mouse.click(frame["x"] + frame["width"] - 40, frame["y"] + frame["height"] - 40)
    expect(page.locator(".incident-list")).to_have_count(0)


def test_a_map_is_busy_until_it_has_drawn_what_it_asked_for(visit: Visit, rough: str) -> None:
    page = visit(rough).page()
    asked: list[Route] = []
    page.route("**/api/v1/map*", lambda route: asked.append(route))
    with page.expect_request("**/api/v1/map*"):
        page.goto("/incidents")
    there = page.locator("[data-map]")
    expect(there).to_have_attribute("aria-busy", "true")
    expect(page.locator(".map-area-label")).to_have_count(0)
    asked[0].continue_()
    expect(there).not_to_have_attribute("aria-busy", "true")
    expect(page.locator(".map-area-label")).to_have_count(2)
    page.locator(".map-marker").first.wait_for()


def test_all_together_each_place_is_drawn_once(visit: Visit, rough: str) -> None:
    page = _drawn(visit, rough, "/incidents")
    expect(page.locator("h1 .num")).to_have_text("5")
    expect(page.locator(".map-area-label")).to_have_count(2)
    expect(page.locator(".map-note")).to_contain_text("1 are not drawn")  # a country is no point
    page.locator(".map-marker").first.wait_for()
    labels = page.locator(".map-marker").evaluate_all("all => all.map(one => one.innerText)")
    assert sum(int(text or 1) for text in labels) == 2


def _drawn(visit: Visit, base: str, path: str) -> Page:
    """A list whose map has drawn what its source answers."""
    page = visit(base).open(path)
    page.locator(".map-area-label, .map-marker").first.wait_for()
    return page
