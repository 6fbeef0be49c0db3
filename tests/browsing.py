"""A browser and a served workspace, for the end-to-end tests and for the pictures of the docs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, sync_playwright

FLAGS = (
    "--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--enable-unsafe-swiftshader", "--use-angle=swiftshader",
)  # fmt: skip
HEIGHTS = {1280: 900, 390: 844}


def chromium() -> str | None:
    """The browser's path: that of RIWAYA_CHROMIUM, else what is installed; None without one."""
    return os.environ.get("RIWAYA_CHROMIUM") or shutil.which("chromium")


def has_scripts() -> bool:
    """Whether the scripts of the pages were built."""
    return (files("riwaya.views.web") / "static" / "built" / "base.js").is_file()


@contextmanager
def browsing() -> Iterator[Browser]:
    """The browser, until the block ends. Raises where none is installed."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def served(location: object, *options: str) -> Iterator[str]:
    """The address of `riwaya serve` on a ledger, without a slash at its end."""
    command = [sys.executable, "-m", "riwaya", "serve", str(location), "--port", "0", "--offline"]
    with subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip().rstrip("/")
        finally:
            process.terminate()


def context_of(
    browser: Browser, base: str, *, language: str = "en", theme: str = "light", width: int = 1280,
    **more: Any,
) -> BrowserContext:  # fmt: skip
    """A browser of its own: with a language and colours chosen, as wide as given, in pixels."""
    made = browser.new_context(
        base_url=base, viewport={"width": width, "height": HEIGHTS.get(width, 900)},
        reduced_motion="reduce", accept_downloads=False, **more,
    )  # fmt: skip
    chosen = {"riwaya_language": language, "riwaya_theme": theme}
    host = str(urlsplit(base).hostname)
    made.add_cookies(
        [{"name": n, "value": v, "domain": host, "path": "/"} for n, v in chosen.items()]
    )
    return made
