"""What comes over the network into a ledger: pages, and what feeds, site maps and tables list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from riwaya.cli.base import Usage, say

if TYPE_CHECKING:
    from riwaya.corpus.web import Fetcher
    from riwaya.corpus.web.arrive import Kind
    from riwaya.ledger.visits import Visit
    from riwaya.model import Address, Arrival, Problem

_WEB = re.compile(r"https?://", re.IGNORECASE)


def is_web(source: str) -> bool:
    """Whether a source is a web address."""
    return _WEB.match(source) is not None


@dataclass
class Network:
    """How to fetch. `known` says whether the ledger has an address; `passed` is told of those.

    The line is opened, and the warning said, before the first address is fetched.
    """

    passed: Callable[[], object]
    proxy: str | None = None
    delay: float = 2.0
    user_agent: str | None = None
    again: bool = False
    quiet: bool = False
    known: Callable[[str], bool] = field(default=lambda url: False)
    validators: Callable[[str], tuple[str | None, str | None] | None] = lambda url: None
    visited: Callable[[Visit], object] = lambda visit: None
    _fetcher: Fetcher | None = field(default=None, repr=False)

    def check(self) -> None:
        """Raises Usage for a delay or proxy that is none, before anything is done."""
        if not 0 <= self.delay <= 3600:
            raise Usage(f"--delay {self.delay:g}: seconds between two requests. Give 0 to 3600.")
        if self.proxy is not None:
            self._open().close()

    def page(self, a: Address) -> Iterator[Arrival | Problem]:
        """The report at an address that a table, feed or site map lists."""
        yield from self._pages(a.url, "page", a.outlet, a.published)

    def listed(
        self, url: str, kind: Kind | None, outlet: str | None, published: date | None = None
    ) -> Iterator[Arrival | Problem]:
        """The report at an address, or those of the feed or site map there."""
        yield from self._pages(url, kind, outlet, published)

    def close(self) -> None:
        """Hangs up."""
        if self._fetcher is not None:
            self._fetcher.close()

    def _pages(
        self, url: str, kind: Kind | None, outlet: str | None, published: date | None
    ) -> Iterator[Arrival | Problem]:
        from riwaya.cli.documents import document
        from riwaya.corpus.web import arrivals_of
        from riwaya.ledger.visits import Visit
        from riwaya.model import Address

        if not self.again and kind in (None, "page") and self.known(url):
            self.passed()
            return
        if self._fetcher is None:
            self._warn()
            self._fetcher = self._open()
        lists: list[str] = []
        for item in arrivals_of(
            url, self._fetcher, kind=kind, outlet=outlet, published=published,
            known=self.validators, documents=document,
            remember=lambda fetched: self.visited(
                Visit(url, fetched.url, fetched.etag, fetched.last_modified, tuple(lists))
            ),
        ):  # fmt: skip
            if isinstance(item, Address):
                lists.append(item.url)
                yield from self._pages(item.url, "page", item.outlet, item.published)
            else:
                yield item

    def _open(self) -> Fetcher:
        from riwaya.corpus.web import Fetcher, FetchError

        try:
            return Fetcher(user_agent=self.user_agent, per_host_delay=self.delay, proxy=self.proxy)
        except FetchError as error:
            raise Usage(f"--proxy {error.what}. {error.remedy}.") from error

    def _warn(self) -> None:
        from riwaya.corpus.web import warning

        if not self.quiet:
            with suppress(OSError):
                say(f"riwaya: {warning(self.proxy)}")
