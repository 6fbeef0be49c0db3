"""The line over which a command fetches: what was said of it, and a word of warning before."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from riwaya.cli.base import Usage, say

if TYPE_CHECKING:
    from riwaya.corpus.web import Fetcher

_WEB = re.compile(r"https?://", re.IGNORECASE)


def is_web(source: str) -> bool:
    """Whether a source is a web address."""
    return _WEB.match(source) is not None


@dataclass(frozen=True)
class Line:
    """How to fetch: through which proxy, with how many seconds between requests, as whom."""

    proxy: str | None = None
    delay: float = 2.0
    user_agent: str | None = None
    quiet: bool = False

    def check(self) -> None:
        """Raises Usage for a delay or proxy that is none, before anything is done."""
        if not 0 <= self.delay <= 3600:
            raise Usage(f"--delay {self.delay:g}: seconds between two requests. Give 0 to 3600.")
        if self.proxy is not None:
            self._opened().close()

    def open(self) -> Fetcher:
        """Opens the line, with a word of warning. Raises Usage."""
        from riwaya.corpus.web import warning

        if not self.quiet:
            with suppress(OSError):
                say(f"riwaya: {warning(self.proxy)}")
        return self._opened()

    def _opened(self) -> Fetcher:
        from riwaya.corpus.web import Fetcher, FetchError

        try:
            return Fetcher(user_agent=self.user_agent, per_host_delay=self.delay, proxy=self.proxy)
        except FetchError as error:
            raise Usage(f"--proxy {error.what}. {error.remedy}.") from error
