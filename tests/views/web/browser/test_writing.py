"""Arabic in both interfaces: its direction follows the text, and marks never part its letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from views.web.browser.visiting import Visitor

Visit = Callable[[str], Visitor]
_WIDTHS = """() => {
  const text = document.querySelector(".report-text");
  Object.assign(text.style, { whiteSpace: "nowrap", width: "max-content" });
  const width = () => text.getBoundingClientRect().width;
  const [marked, cuts] = [width(), []];
  let at = 0;
  for (const child of text.childNodes) {
    if (child instanceof Element && child.matches(".jb")) cuts.push(at);
    at += child.textContent.length;
  }
  const plain = text.textContent;
  text.textContent = plain;
  const unmarked = width();
  text.textContent = cuts.toReversed().reduce(
    (all, cut) => `${all.slice(0, cut)}\u200c${all.slice(cut)}`, plain);
  return { cuts: cuts.length, marked, unmarked, parted: width() };
}"""


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_text_runs_its_own_way(visit: Visit, demo: str, language: str) -> None:
    page = visit(demo).open("/report?id=jasim-08", language=language)
    text = page.locator(".report-text")
    assert text.evaluate("element => getComputedStyle(element).direction") == "rtl"
    day = page.locator("main dl time").first
    assert day.evaluate("element => getComputedStyle(element).direction") == "ltr"


def test_the_map_runs_left_to_right_in_arabic(visit: Visit, demo: str) -> None:
    page = visit(demo).open("/incidents", language="ar")
    page.locator(".maplibregl-canvas").wait_for()
    direction = "element => getComputedStyle(element).direction"
    assert page.locator(".map").evaluate(direction) == "ltr"


def test_the_language_is_chosen_on_the_page(visit: Visit, demo: str) -> None:
    page = visit(demo).open("/search?q=جاسم")
    page.click(".menu summary")
    page.click(".menu button[value=ar]")
    expect(page.locator("html[lang=ar][dir=rtl]")).to_be_attached()
    assert page.url.partition("?")[0].endswith("/search")
    expect(page.locator("h1")).to_have_text("البحث في التقارير")


def test_the_dark_theme(visit: Visit, demo: str) -> None:
    page = visit(demo).open("/incidents", theme="dark")
    assert _brightness(page, "html", "backgroundColor") < 60
    assert _brightness(page, "h1", "color") > 180
    light = visit(demo).open("/incidents", theme="light")
    assert _brightness(light, "html", "backgroundColor") > 230


def test_auto_follows_the_system(visit: Visit, demo: str) -> None:
    page = visit(demo).open("/incidents", theme="auto", color_scheme="dark")
    assert _brightness(page, "html", "backgroundColor") < 60


def test_letters_stay_joined_where_a_mark_begins(visit: Visit, demo: str) -> None:
    page = visit(demo).open("/report?id=jasim-28")
    page.evaluate("document.fonts.ready.then(() => true)")
    found = page.evaluate(_WIDTHS)
    assert found["cuts"] > 0, "no mark begins inside a word: this report shows nothing"
    assert abs(found["marked"] - found["unmarked"]) < 2  # what rounding adds up to
    assert found["parted"] - found["unmarked"] > 5 * found["cuts"]


def _brightness(page: Page, selector: str, what: str) -> float:
    colour = page.locator(selector).first.evaluate(f"e => getComputedStyle(e).{what}")
    red, green, blue = (int(part) for part in colour[colour.index("(") + 1 : -1].split(",")[:3])
    return (red + green + blue) / 3
