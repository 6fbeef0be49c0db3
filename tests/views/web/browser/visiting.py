"""A visitor of a workspace, who notes all that the browser complains of."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

import pytest
from browsing import context_of
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Route,
    expect,
)

_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""
Routes = Mapping[str, Callable[[Route], object]]
PATIENCE, _OFTEN = 60_000, 50  # ms, for a busy machine
expect.set_options(timeout=PATIENCE)


def lacking(what: str) -> NoReturn:
    """Skips the test for what this machine has not; in CI it fails."""
    if os.environ.get("CI") == "true":
        pytest.fail(what, pytrace=False)
    pytest.skip(what)


class Visitor:
    """Opens pages of one workspace, each context with a language, colours and width of its own."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.browser = browser
        self.base = base
        self.ignored: tuple[str, ...] = ()  # parts of complaints that a test provokes
        self._contexts: list[BrowserContext] = []
        self._complaints: list[str] = []

    def page(self, **chosen: Any) -> Page:
        """An empty page: `language`, `theme`, `width` and what a context takes."""
        context = context_of(self.browser, self.base, **chosen)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(_VIOLATIONS)
        context.on("console", self._noted)
        context.on("weberror", lambda error: self._complaints.append(f"error: {error.error}"))
        self._contexts.append(context)
        return context.new_page()

    def open(self, path: str, *, routes: Routes | None = None, **chosen: Any) -> Page:
        """A page of the workspace, loaded, its maps and graphs drawn.

        `routes` answer requests in the server's stead; set later, a page may not heed them yet.
        """
        page = self.page(**chosen)
        for address, answer in (routes or {}).items():
            page.route(address, answer)
        page.goto(path)
        return settled(page)

    def close(self) -> list[str]:
        """Ends all contexts; gives what went wrong in them."""
        for context in self._contexts:
            context.close()
        return [c for c in self._complaints if not any(i in c for i in self.ignored)]

    def _noted(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            where = message.page.url if message.page else ""
            self._complaints.append(f"{where}: {message.text}")


def settled(page: Page) -> Page:
    """The page, when none of its drawings is still being filled."""
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    return page


def until(on: Page | Locator, expression: str, arg: Any = None, *, gives: Any = True) -> None:
    """Waits until an expression or function of the page, or of an element, gives what is meant.

    `wait_for_function` asks again by `eval` in the page, which our policy forbids.
    """
    page = on if isinstance(on, Page) else on.page
    given = None
    for _ in range(PATIENCE // _OFTEN):
        given = on.evaluate(expression, arg)
        if given == gives:
            return
        page.wait_for_timeout(_OFTEN)
    raise AssertionError(f"gives {given!r}, never {gives!r}: {expression}")


def log_in(page: Page, name: str, password: str) -> None:
    """Fills in the form of the login."""
    page.goto("/login")
    page.fill("main [name=name]", name)
    page.fill("main [name=password]", password)
    page.click("main form button")
    page.wait_for_url("**/incidents")


def overflow(page: Page) -> float:
    """By how many pixels the page is wider than the window."""
    return float(page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth"))
