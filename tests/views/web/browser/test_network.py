"""The network: a line opens its evidence, and two sliders leave out what lies outside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from views.web.browser.visiting import Visitor, until

Visit = Callable[[str], Visitor]
_EPOCH = date(1970, 1, 1)
_GRAPH = "document.querySelector('.graph-stage')._cyreg.cy"
_LONGEST_LINE = f"""() => {{
  const core = {_GRAPH};
  const box = document.querySelector(".graph-stage").getBoundingClientRect();
  const away = (at, other) => Math.hypot(at.x - other.x, at.y - other.y);
  const free = (edge) => Math.min(
    ...core.nodes().map((node) => away(edge.renderedMidpoint(), node.renderedPosition())),
    ...core.edges().difference(edge).map(
      (other) => away(edge.renderedMidpoint(), other.renderedMidpoint())));
  const edge = core.edges().toArray().sort((one, other) => free(other) - free(one))[0];
  const at = edge.renderedMidpoint();
  return {{ href: edge.data("href"), label: edge.data("label"), x: box.x + at.x, y: box.y + at.y }};
}}"""
_SHOWN_LINES = f"() => {_GRAPH}.edges(':visible').map((edge) => edge.data('known')).sort()"

_SHOWN_ACTORS = (
    f"() => {_GRAPH}.nodes(':visible').filter((node) => node.connectedEdges().nonempty())"
    ".map((node) => node.id().replace('node ', ''))"
)


def test_a_click_on_a_line_opens_its_evidence(visit: Visit, demo: str) -> None:
    page = _drawn(visit(demo).open("/network?place=عدوان"))
    line = page.evaluate(_LONGEST_LINE)
    panel = page.locator("#evidence-panel")
    expect(panel).not_to_be_visible()
    with page.expect_response(lambda answer: answer.url.endswith(line["href"])):
        page.mouse.click(line["x"], line["y"])
    expect(panel).to_be_visible()
    expect(panel.locator("strong").first).to_have_text(line["label"])
    expect(panel.locator("q").first).to_be_visible()
    assert page.url.startswith(f"{demo}/network?place=")
    page.keyboard.press("Escape")
    expect(panel).not_to_be_visible()


def test_a_click_on_somebody_leads_to_them(visit: Visit, demo: str) -> None:
    page = _drawn(visit(demo).open("/network?place=عدوان"))
    someone = page.evaluate(
        f"() => {{ const one = {_GRAPH}.nodes('[kind=\"person\"]')[0];"
        "const box = document.querySelector('.graph-stage').getBoundingClientRect();"
        "const at = one.renderedPosition();"
        "return { name: one.data('name'), x: box.x + at.x, y: box.y + at.y } }"
    )
    page.mouse.click(someone["x"], someone["y"])
    page.wait_for_url("**/actor?handle=**")
    expect(page.locator("h1")).to_contain_text(someone["name"])


@pytest.mark.parametrize("width", [1280, 390])
def test_the_sliders_leave_out_what_lies_outside(visit: Visit, demo: str, width: int) -> None:
    page = _drawn(visit(demo).open("/network", width=width))
    edges: list[dict[str, Any]] = page.request.get("/api/v1/network").json()["edges"]
    _shows(page, [edge["id"] for edge in edges])
    since, until = page.locator(".graph-time input").all()

    since.fill(str(_day("2022-11-01")))
    late = [e["id"] for e in edges if e["until"] is None or e["until"] >= "2022-11-01"]
    assert 0 < len(late) < len(edges)
    _shows(page, late)
    expect(page.get_by_role("status").filter(has_text="lines")).to_have_text(f"lines: {len(late)}")
    expect(page.locator(".graph-time output").first).to_have_text("2022-11-01")

    until.fill(str(_day("2022-12-01")))
    both = [e["id"] for e in edges if e["id"] in late
            and (e["since"] is None or e["since"] <= "2022-12-01")]  # fmt: skip
    assert 0 < len(both) < len(late)
    _shows(page, both)
    acting = {e[end] for e in edges if e["id"] in both for end in ("source", "target")}
    assert set(page.evaluate(_SHOWN_ACTORS)) == acting  # others stood there without a line

    until.fill(str(_day("2019-01-01")))  # before the first: both go along
    assert since.input_value() == until.input_value()
    since.press("Home")
    until.press("End")
    assert len(_rows(page)) == len(edges)


def _drawn(page: Page) -> Page:
    page.locator(".graph-stage canvas").first.wait_for()
    page.locator(".graph-time").wait_for()
    return page


def _rows(page: Page) -> list[str]:
    """The lines that the table shows."""
    rows = page.locator("tr[data-edge]:visible")
    return sorted(rows.evaluate_all("all => all.map((row) => row.dataset.edge)"))


def _shows(page: Page, edges: list[str]) -> None:
    """The table has these lines, and the graph draws them, as soon as it has caught up."""
    assert _rows(page) == sorted(edges)
    same = f"(edges) => JSON.stringify(({_SHOWN_LINES})()) === JSON.stringify(edges)"
    until(page, same, sorted(edges))


def _day(written: str) -> int:
    """Days since 1970."""
    return (date.fromisoformat(written) - _EPOCH) // timedelta(days=1)
