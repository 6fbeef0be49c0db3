"""What holds on every page: in both languages, at both widths, in light and in dark."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from views.web.addresses import gone, page_addresses, unsampled
from views.web.browser.conftest import ADMIN, JOB, PASSWORD
from views.web.browser.visiting import Visitor, lacking, log_in, overflow

from riwaya.ledger import Ledger

Visit = Callable[[str], Visitor]
LANGUAGES = ("ar", "en")
REFUSED = "/incidents/nothing-of-that-name"
PICTURES = Path(__file__).parents[4] / "docs" / "pictures"
AXE = Path(__file__).parents[4] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
_RUN = """async (rules) => {
  const wanted = rules.length
    ? { type: "rule", values: rules }
    : { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
  const found = await axe.run(document, {
    runOnly: wanted, resultTypes: ["violations"], preload: false,
  });
  return found.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
      `${id} ${target.join(" ")}: ${failureSummary}`));
}"""
_CUT = """() => [...document.querySelectorAll("main a, main button, main input, main select")]
  .filter((one) => one.getClientRects().length)
  .filter((one) => !one.closest(".map, [data-graph], [tabindex='0']"))
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1
    || one.getBoundingClientRect().left < -1)
  .filter((one) => getComputedStyle(one).position !== "absolute" && !one.closest(".unseen, .skip"))
  .map((one) => one.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="session")
def demo_pages(jasim: Path) -> list[str]:
    """Addresses of all pages of who works alone, and one that leads to a refusal."""
    with Ledger(jasim) as ledger:
        return [*page_addresses(ledger), REFUSED]


@pytest.fixture(scope="session")
def team_pages(jasim: Path) -> list[str]:
    """Addresses of all pages that only a team has."""
    with Ledger(jasim) as ledger:
        return [a for a in page_addresses(ledger, ADMIN) if a != "/login"]


def test_the_pages_of_a_job_a_refusal_and_previews_are_among_them(
    visit: Visit, demo: str, demo_pages: list[str]
) -> None:
    page = _ready(visit(demo)).open(next(a for a in demo_pages if a.startswith("/add/")))
    expect(page.locator("h1")).to_have_text(JOB)
    expect(page.locator("#job .problems li")).to_have_count(1)
    for chosen in ("?of=", "?with="):
        page.goto(next(a for a in demo_pages if chosen in a))
        expect(page.locator(".preview ins, .preview del").first).to_be_visible()
    page.goto(REFUSED)
    expect(page.locator(".notice h1")).to_have_text("There is no such page")


def test_every_page_has_a_sample() -> None:
    assert unsampled() == set()
    assert gone() == set()


def test_every_page_has_a_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages of joining names and of one edge had none."""
    monkeypatch.syspath_prepend(str(PICTURES))
    assert importlib.import_module("take").untaken() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_serious(
    visit: Visit, demo: str, demo_pages: list[str], language: str
) -> None:
    page = _ready(visit(demo)).page(language=language)
    found = [one for address in _visited(page, demo_pages) for one in _barriers(page, address)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_serious_on_the_pages_of_a_team(
    visit: Visit, team: str, team_pages: list[str], language: str
) -> None:
    page = visit(team).open("/login", language=language)
    assert _barriers(page, "/login") == []
    log_in(page, ADMIN, PASSWORD)
    found = [one for address in _visited(page, team_pages) for one in _barriers(page, address)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_wider_than_a_telephone(
    visit: Visit, demo: str, demo_pages: list[str], language: str
) -> None:
    page = _ready(visit(demo)).page(language=language, width=390, has_touch=True)
    for address in _visited(page, demo_pages):
        assert (address, overflow(page)) == (address, 0)
        assert (address, page.evaluate(_CUT)) == (address, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_a_team_is_wider_than_a_telephone(
    visit: Visit, team: str, team_pages: list[str], language: str
) -> None:
    page = visit(team).page(language=language, width=390, has_touch=True)
    log_in(page, ADMIN, PASSWORD)
    for address in _visited(page, team_pages):
        assert (address, overflow(page)) == (address, 0)
        assert (address, page.evaluate(_CUT)) == (address, [])


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_every_page_says_its_language_and_direction(
    visit: Visit, demo: str, demo_pages: list[str], language: str, direction: str
) -> None:
    page = _ready(visit(demo)).page(language=language, java_script_enabled=False)
    for address in demo_pages:
        _loaded(page, address)
        root = page.locator("html")
        assert root.get_attribute("lang") == language
        assert root.get_attribute("dir") == direction


def _visited(page: Page, addresses: list[str]) -> Iterator[str]:
    for address in addresses:
        _loaded(page, address)
        yield address


def _loaded(page: Page, address: str) -> None:
    answer = page.goto(address, wait_until="load")
    assert answer is not None
    assert (address, answer.status) == (address, 404 if address == REFUSED else 200)


def _ready(visitor: Visitor) -> Visitor:
    """Who expects that the browser complains of the one page that is refused."""
    visitor.ignored = (f"{REFUSED}: Failed to load resource",)
    return visitor


def _barriers(page: Page, address: str) -> list[str]:
    """What keeps people out of a page, in light and in dark."""
    if not AXE.is_file():
        lacking("axe-core is missing: run npm ci in frontend/")
    page.evaluate(AXE.read_text(encoding="utf-8") + "; undefined")
    found: list[Any] = page.evaluate(_RUN, [])
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    found += [f"dark: {one}" for one in page.evaluate(_RUN, ["color-contrast"])]
    return [f"{address} {one}" for one in found]
