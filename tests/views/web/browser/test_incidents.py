"""The list: its facets, map and timeline narrow it together; a cell opens its evidence."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect
from views.web.browser.visiting import Visitor, until

Visit = Callable[[str], Visitor]
_WATCH = "document.addEventListener('riwaya:bounds', () => { window.moved = true })"
BATTLE = "029ab2d9d83deb97:0-5:bombing"


def test_the_contested_incident_is_found_by_a_facet(visit: Visit, demo: str) -> None:
    page = visit(demo).open("/incidents")
    contested = page.locator("#facets fieldset").nth(1)
    contested.locator("a", has_text="Who did it").click()
    expect(page.locator(".chips a")).to_have_count(1)
    listed, marked = page.locator(".incidents > li"), page.locator(".incidents > .is-contested")
    assert listed.count() == marked.count() == int(page.inner_text("h1 .num")) > 1
    contested.locator("a", has_text="Where").click()
    expect(page.locator("h1 .num")).to_have_text("1")
    page.locator(".incidents h2 a", has_text="جاسم").first.click()
    page.wait_for_url(f"**/incidents/{BATTLE}")
    expect(page.locator("tr#field-agent.is-contested")).to_contain_text("contested")
    assert page.locator(".accounts thead th").count() > 10


def test_a_cell_opens_its_evidence_beside_the_page(visit: Visit, demo: str) -> None:
    page = visit(demo).open(f"/incidents/{BATTLE}")
    link = page.locator("tr#field-agent a.ev").first
    link.click()
    panel = page.locator("#evidence-panel")
    expect(panel).to_be_visible()
    marked = panel.locator("mark").inner_text()
    assert marked and marked in panel.locator(".report-text").inner_text()
    assert page.url.endswith(BATTLE)
    page.keyboard.press("Escape")
    expect(panel).not_to_be_visible()
    assert link.evaluate("link => link === document.activeElement")


def test_without_scripts_the_same_link_is_a_page(visit: Visit, demo: str) -> None:
    page = visit(demo).open(f"/incidents/{BATTLE}", java_script_enabled=False)
    page.click("tr#field-agent a.ev >> nth=0")
    page.wait_for_url("**/evidence?**")
    expect(page.locator("main mark")).to_be_visible()
    page.click("main >> text=Open the whole report")
    expect(page.locator(".statements > li.chosen")).to_be_visible()


def test_without_scripts_no_empty_boxes_stand_for_drawings(visit: Visit, demo: str) -> None:
    visitor = visit(demo)
    for path, drawing in (("/incidents", "[data-map]"), ("/network", "[data-graph]")):
        with_scripts, without = visitor.open(path), visitor.open(path, java_script_enabled=False)
        expect(with_scripts.locator(drawing)).to_be_visible()
        expect(without.locator(drawing)).to_have_count(1)
        expect(without.locator(drawing)).to_be_hidden()
        expect(without.locator("main >> text=drawn by scripts")).to_be_visible()
        expect(with_scripts.locator("main >> text=drawn by scripts")).to_be_hidden()
    edit = visitor.open("/review", java_script_enabled=False)
    edit.click("[data-edit] summary >> nth=0")
    expect(edit.locator("[data-pick]").first).to_be_hidden()


def test_the_timeline_narrows_list_counts_and_map(visit: Visit, demo: str) -> None:
    page = visit(demo).open("/incidents")
    bar = page.locator("[data-timeline] a[data-from='2022-10-01']")
    told = int((bar.get_attribute("aria-label") or "").rpartition(": ")[2])
    box = bar.locator(".hit").bounding_box()
    assert box is not None
    with page.expect_response(lambda answer: "/api/v1/map" in answer.url) as mapped:
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**since=2022-10-01**")
    _agree(page, told, mapped.value.url)
    expect(page.locator("[name=since]")).to_have_value("2022-10-01")
    page.go_back()
    expect(page.locator("[name=since]")).to_have_value("")


def test_the_brush_of_the_timeline_narrows_the_list_to_a_stretch(visit: Visit, demo: str) -> None:
    page = visit(demo).open("/incidents")
    whole = int(page.inner_text("h1 .num"))
    bars = page.locator("[data-timeline] a[data-from]")
    first, last = bars.nth(bars.count() - 3), bars.nth(bars.count() - 2)
    since = str(first.get_attribute("data-from"))
    until = str(last.get_attribute("data-until"))
    page.locator(".timeline-brush .overlay").wait_for()
    (x, y), (to, _) = _middle(first), _middle(last)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move((x + to) / 2, y, steps=4)
    page.mouse.move(to, y, steps=4)
    with page.expect_response(lambda answer: "/api/v1/map" in answer.url) as mapped:
        page.mouse.up()
    page.wait_for_url(f"**since={since}**")
    assert f"until={until}" in page.url
    told = [i for i in _incidents(page) if i["latest"] >= since and i["earliest"] <= until]
    assert 0 < len(told) < whole
    _agree(page, len(told), mapped.value.url)
    expect(page.locator("[name=since]")).to_have_value(since)
    expect(page.locator("[name=until]")).to_have_value(until)


def test_the_part_of_the_map_narrows_list_and_timeline(visit: Visit, demo: str) -> None:
    page = visit(demo).open("/incidents?since=2022-10-01&until=2022-12-31")
    whole = int(page.inner_text("h1 .num"))
    _zoom(page)
    with page.expect_response(lambda answer: "bbox=" in answer.url and "/map" in answer.url) as got:
        page.click(".map-area-button")
    page.wait_for_url("**bbox=**")
    query = parse_qs(urlsplit(page.url).query)
    assert query["since"] == ["2022-10-01"] and len(query["bbox"][0].split(",")) == 4
    expect(page.locator(".chips a", has_text="area of the map")).to_be_visible()
    assert int(page.inner_text("h1 .num")) < whole
    _agree(page, int(page.inner_text("h1 .num")), got.value.url)


def test_stacked_markers_are_picked_apart(visit: Visit, demo: str) -> None:
    page = visit(demo).open("/incidents?place=إسطنبول")
    _marker(page, "cluster").press("Enter")
    links = page.locator(".incident-list li a")
    expect(links).not_to_have_count(0)
    assert links.count() == int(page.inner_text("h1 .num")) > 1
    expect(links.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".accounts")).to_be_visible()


def test_a_filter_applied_by_script_can_be_taken_off_at_once(visit: Visit, demo: str) -> None:
    """The link stood in the form, which a script does not load anew."""
    page = visit(demo).open("/incidents")
    whole = page.inner_text("h1 .num")
    show_all = page.get_by_role("link", name="Show all")
    expect(show_all).to_have_count(0)
    page.fill("main [name=place]", "عدوان")
    page.wait_for_url("**place=**")
    expect(page.locator("h1 .num")).not_to_have_text(whole)
    show_all.click()
    expect(page.locator("h1 .num")).to_have_text(whole)
    expect(page.locator("main [name=place]")).to_have_value("")


def test_escape_closes_the_settings(visit: Visit, demo: str) -> None:
    """It stayed open over the page."""
    page = visit(demo).open("/incidents")
    summary = page.locator(".menu > summary")
    summary.click()
    page.keyboard.press("Tab")
    expect(page.locator(".menu .sheet button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".menu .sheet")).not_to_be_visible()
    expect(summary).to_be_focused()


def test_a_filter_without_scripts(visit: Visit, demo: str) -> None:
    page = visit(demo).open("/incidents", java_script_enabled=False)
    page.fill("main [name=place]", "عدوان")
    page.click("main form button")
    page.wait_for_url("**place=**")
    assert 0 < page.locator(".incidents > li").count() < 5
    page.click("[data-timeline] a >> nth=0")
    assert "since=" in page.url and "place=" in page.url


def _marker(page: Page, kind: str) -> Locator:
    return page.locator(f".map-marker.is-{kind}")


def _incidents(page: Page) -> list[dict[str, Any]]:
    """All incidents of known days."""
    listed = page.request.get("/api/v1/incidents?limit=200").json()["incidents"]
    return [i for i in listed if i["earliest"] and i["latest"]]


def _middle(bar: Locator) -> tuple[float, float]:
    box = bar.locator(".hit").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _zoom(page: Page) -> None:
    """Goes nearer to the largest cluster, by a click on it."""
    page.evaluate(_WATCH)
    page.click(".map-marker.is-cluster.is-middle")
    until(page, "window.moved")


def _agree(page: Page, told: int, source: str) -> None:
    """List, heading, facets and the map's data hold the same number of incidents."""
    expect(page.locator("h1 .num")).to_have_text(str(told))
    expect(page.locator(".incidents > li")).to_have_count(told)
    graded = page.locator("#facets fieldset").first.locator(".num").all_inner_texts()
    assert sum(map(int, graded)) == told
    answer = page.request.get(source).json()
    assert len(answer["features"]) <= told
    hrefs = {feature["properties"]["id"] for feature in answer["features"]}
    listed = page.locator(".incidents h2 a").evaluate_all("all => all.map(a => a.pathname)")
    assert hrefs <= {re.sub("^/incidents/", "", path) for path in listed}
