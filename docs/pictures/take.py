"""Takes the pictures of every page, in both languages, on a wide screen and on a telephone.

usage: take.py [NAME…]        all pages, or those named

Each picture is `NAME-LANGUAGE-WIDTH.png`; some pages are taken in dark colours too. The workspace
is a fresh one: the demo, and a few decisions of two people who differ.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from browsing import browsing, context_of, served  # noqa: E402
from playwright.sync_api import Browser, BrowserContext, Page  # noqa: E402
from png import smaller  # noqa: E402
from views.web.addresses import SAMPLES, things  # noqa: E402
from views.web.browser.visiting import log_in  # noqa: E402

from riwaya.corpus import open_arrivals  # noqa: E402
from riwaya.ledger import Ledger  # noqa: E402
from riwaya.ledger.ruling import Judgement  # noqa: E402
from riwaya.workers import read_all  # noqa: E402

FOLDER = Path(__file__).parent
DEMO = ROOT / "examples" / "jasim" / "reports.jsonl"
LANGUAGES, WIDTHS, TALLEST = ("en", "ar"), (1280, 390), 1600
MAIN, OTHER, PASSWORD = "سلمى", "نادر", "سبعة أنهار وقمر"
PASTED = "قُتل ثلاثة مدنيين بقصف مدفعي على بلدة حيان في 16 أيار 2023، وفق مصدر طبي."

PAGES = {
    "incidents": "/incidents",
    "incident": "/incidents/{incident}",
    "join": "/incidents/{incident}/join",
    "report": "/report?id={report}&statement={local}",
    "evidence": "/evidence?report={report}&start={start}&end={end}&statement={local}",
    "search": "/search?q={word}",
    "review": "/review?incident={incident}",
    "review-pairs": "/review?kind=pairs",
    "review-names": "/review?kind=names",
    "actors": "/actors",
    "actor": "/actor?handle={actor}",
    "actor-join": "/actor/join?one={actor}&other={other}",
    "network": "/network?standing=contested",
    "edge": "/network/edge?standing=contested&edge={edge}",
    "outlets": "/outlets?standing=contested",
    "add": "/add",
    "added": "/add/{job}",
    "refused": "/incidents/nowhere",
}
TEAM_PAGES = {
    "account": "/account",
    "second-factor": "/account/second-factor",
    "accounts": "/accounts",
    "one-account": "/accounts/account?name=%D9%86%D8%A7%D8%AF%D8%B1",
    "audit": "/audit",
}
LOGIN = {"login": "/login"}
DARK = ("incidents", "incident")


@dataclass(frozen=True)
class Taker:
    """Takes the pictures of pages that were asked for, of one workspace."""

    browser: Browser
    base: str
    wanted: frozenset[str]

    def take(self, pages: dict[str, str], *, member: bool = False) -> None:
        """Takes each page in every language and width; a team's when logged in."""
        for context, ending in self._contexts():
            page = context.new_page()
            if member:
                log_in(page, MAIN, PASSWORD)
            for name, address in pages.items():
                if self._is_wanted(name, ending):
                    page.goto(address)
                    self._save(page, f"{name}-{ending}")
            context.close()

    def _contexts(self) -> Iterator[tuple[BrowserContext, str]]:
        for language in LANGUAGES:
            for width in WIDTHS:
                for theme in ("light", "dark"):
                    chosen = {"language": language, "width": width, "theme": theme}
                    ending = f"{language}-{width}" + ("-dark" if theme == "dark" else "")
                    yield context_of(self.browser, self.base, **chosen), ending

    def _is_wanted(self, name: str, ending: str) -> bool:
        dark = ending.endswith("-dark")
        return (not dark or name in DARK) and (not self.wanted or name in self.wanted)

    def _save(self, page: Page, name: str) -> None:
        page.wait_for_load_state("networkidle")
        page.evaluate("document.fonts.ready.then(() => true)")
        _drawn(page)
        size = page.evaluate("[innerWidth, document.documentElement.scrollHeight]")
        clip = {"x": 0, "y": 0, "width": size[0], "height": min(size[1], TALLEST)}
        taken = page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]
        blank = page.context.new_page()
        (FOLDER / f"{name}.png").write_bytes(smaller(blank, taken))
        blank.close()
        print(name, flush=True)


def make_ledger(path: Path) -> dict[str, str]:
    """The demo's ledger, with decisions of two people; gives what addresses name in it."""
    with Ledger(path, create=True) as ledger:
        for _ in ledger.add(open_arrivals([str(DEMO)]), read_all):  # type: ignore[arg-type]
            pass
        found = things(ledger)
        _decide(ledger)
        ledger.jobs.put(
            "text", PASTED.encode(), account=MAIN, name="خبر من حيان", outlet="راديو البيدر",
            published=date(2023, 5, 17),
        )  # fmt: skip
    return found


def _decide(ledger: Ledger) -> None:
    """One statement that two people differ on, one that is accepted."""
    first, second = [i.statement for i in ledger.queue(kind="statements", limit=2, by=MAIN)]
    for one, decision, by, why in (
        (first, "accept", MAIN, "الكلمات صريحة"),
        (first, "reject", OTHER, "النص يتحدث عن يوم آخر"),
        (second, "accept", MAIN, "الكلمات صريحة"),
    ):
        ledger.judge(Judgement(by=by, why=why, about="statement", decision=decision, one=one))


def make_team(path: Path) -> None:
    """Gives the ledger accounts: of an administrator and of a reviewer."""
    with Ledger(path) as ledger:
        for name, role, groups in ((MAIN, "admin", ("شهود",)), (OTHER, "reviewer", ())):
            ledger.team.add(name, PASSWORD, role, groups, by=MAIN)


def _drawn(page: Page) -> None:
    """Waits for the map or the graph of a page, where the picture will show one."""
    for drawing, ready in (
        (".map:not([data-pick])", ".map-marker, .map-area-label"), ("[data-graph]", "canvas"),
    ):  # fmt: skip
        found = page.locator(drawing).first
        box = found.bounding_box() if found.count() else None
        if box and box["y"] < TALLEST:
            found.scroll_into_view_if_needed()
            found.locator(ready).first.wait_for()
            page.wait_for_timeout(1500)  # until it has come to rest
    page.evaluate("window.scrollTo(0, 0)")


def untaken() -> set[str]:
    """The routes of pages that no picture is taken of."""
    taken = [a.partition("?")[0] for a in (PAGES | TEAM_PAGES | LOGIN).values()]
    routes = {path: re.compile(re.sub(r"\{\w+\}", "[^/]+", path)) for path in SAMPLES}
    return {path for path, fits in routes.items() if not any(map(fits.fullmatch, taken))}


def main(wanted: list[str]) -> None:
    """Takes all pictures, or those of the pages named."""
    if missing := untaken():
        raise SystemExit(f"no picture is taken of {', '.join(sorted(missing))}. Add it to PAGES.")
    with ExitStack() as stack:
        path = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "demo.ledger"
        found = make_ledger(path)
        browser = stack.enter_context(browsing())
        pages = {name: address.format(**found) for name, address in PAGES.items()}
        with served(path, "--by", MAIN) as base:
            Taker(browser, base, frozenset(wanted)).take(pages)
        make_team(path)
        with served(path, "--team") as base:
            taker = Taker(browser, base, frozenset(wanted))
            taker.take(LOGIN)
            taker.take(TEAM_PAGES, member=True)


if __name__ == "__main__":
    main(sys.argv[1:])
