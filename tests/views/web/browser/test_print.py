"""An incident on paper: every account with all its values, inside the page, nothing to click."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from views.web.browser.visiting import Visitor

Visit = Callable[[str], Visitor]
BATTLE = "/incidents/029ab2d9d83deb97:0-5:bombing"
A4 = {"width": 718, "height": 1047}  # px inside the margins of Chromium's paper
_SAID = """() => [...document.querySelectorAll(".accounts td:not(.silent)")].map((cell) => [
  cell.dataset.source, ...[...cell.querySelectorAll(".said > bdi, .before > bdi")]
    .map((value) => value.textContent)].join(" "))"""
_SOURCES = """() => [...document.querySelectorAll(".accounts thead th bdi:first-child")]
  .map((name) => name.textContent)"""
_ALONE = """() => document.querySelectorAll(".incident-page > :not(#accounts)")
  .forEach((one) => one.remove())"""
_LIGHT = """() => {
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[0-9.]+/g).map(Number);
    return (0.3 * red + 0.59 * green + 0.11 * blue) / 255;
  };
  const ground = (one) => {
    const own = getComputedStyle(one).backgroundColor;
    return own !== "rgba(0, 0, 0, 0)" || !one.parentElement ? own : ground(one.parentElement);
  };
  const read = "html, h1, .facts-list dt, .accounts th, .accounts .said, .because, .grade";
  return [...document.querySelectorAll(read)].map(
    (one) => [light(ground(one)), light(getComputedStyle(one).color)]);
}"""
_OUTSIDE = """() => [...document.querySelectorAll("main :is(td, th, h2, li, figure)")]
  .filter((one) => one.getClientRects().length)
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1
    || one.getBoundingClientRect().left < -1
    || (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow !== "visible"))
  .map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_account_and_value_is_on_paper(visit: Visit, demo: str, language: str) -> None:
    page = visit(demo).open(BATTLE, language=language)
    cells, sources = page.evaluate(_SAID), page.evaluate(_SOURCES)
    assert len(cells) > 100 and len(sources) > 40
    whole = _words(_paper(page))
    assert [name for name in sources if _words(name) - whole] == []
    page.evaluate(_ALONE)
    lost = _words(" ".join(cells)) - _words(_paper(page))
    assert not lost, lost


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_lies_outside_the_paper(visit: Visit, demo: str, language: str) -> None:
    page = visit(demo).open(BATTLE, language=language)
    page.set_viewport_size(A4)
    page.emulate_media(media="print")
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0
    assert page.evaluate(_OUTSIDE) == []
    cells = page.locator(".accounts td:not(.silent)")
    assert cells.count() == page.locator(".accounts td:not(.silent):visible").count() > 100


def test_the_words_it_rests_on_are_numbered_and_end_the_paper(visit: Visit, demo: str) -> None:
    page = visit(demo).open(BATTLE)
    listed = page.locator(".quoted-list")
    expect(listed).to_be_hidden()
    page.emulate_media(media="print")
    expect(listed).to_be_visible()
    ends = listed.locator("li").all_inner_texts()
    link = page.locator("tr#field-agent a.ev").last
    number = link.get_attribute("data-n")
    shown = link.evaluate("link => getComputedStyle(link, '::after').content")
    assert shown == f'"{number}"' and ends[int(number or 0) - 1].startswith(f"{number} ")
    assert 100 < len(ends) <= 400


@pytest.mark.parametrize("media", ["print", "screen"])
def test_cards_of_accounts_list_who_carries_them(visit: Visit, demo: str, media: Any) -> None:
    page = visit(demo).open(BATTLE, width=390)
    page.emulate_media(media=media)
    cards = page.locator(".accounts thead th:visible")
    assert cards.count() > 40
    for card in (cards.first, cards.last):
        expect(card.locator(".carriers a").first).to_be_visible()
        expect(card.locator(".carriers time").first).to_be_visible()
    inside = page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert inside


def test_what_is_to_click_is_not_on_paper(visit: Visit, demo: str) -> None:
    page = visit(demo).open(BATTLE)
    screen_only = [".rooms", ".find", ".menu", ".skip", ".foot", ".jump"]
    for part in (".rooms", ".find", ".menu", ".jump"):
        expect(page.locator(part).first).to_be_visible()
    page.emulate_media(media="print")
    for part in screen_only:
        expect(page.locator(part).first).not_to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    printed = _paper(page)
    assert "Settings" not in printed and "Search the reports" not in printed


@pytest.mark.parametrize("theme", ["dark", "auto"])
def test_what_is_dark_on_the_screen_is_light_on_paper(visit: Visit, demo: str, theme: str) -> None:
    """A page in dark colours was printed pale on white, or white on black."""
    page = visit(demo).open(BATTLE, theme=theme, color_scheme="dark")
    assert all(light < 0.3 for light, _ in page.evaluate(_LIGHT))
    page.emulate_media(media="print", color_scheme="dark")
    for ground, ink in page.evaluate(_LIGHT):
        assert ground > 0.8 and ink < 0.5


def _paper(page: Page) -> str:
    """The text of the page as it is printed, Arabic letters in their plain forms."""
    pages = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return unicodedata.normalize("NFKC", "\n".join(p.extract_text() for p in pages))


def _words(text: str) -> Counter[str]:
    """How often each word stands in a text, without vowel marks and punctuation."""
    plain = unicodedata.normalize("NFKC", text)
    return Counter(
        re.findall(r"\w+", re.sub(r"[\u064b-\u0652\u0640\u200e\u200f\u2066-\u2069]", "", plain))
    )
