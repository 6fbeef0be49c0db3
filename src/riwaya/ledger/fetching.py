"""What comes over the network into a ledger: pages, and what feeds, site maps and tables list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from riwaya.corpus.web import Fetched, Fetcher, arrivals_of
from riwaya.corpus.web.arrive import Kind
from riwaya.corpus.web.documents import document
from riwaya.ledger.store import Ledger
from riwaya.ledger.visits import Visit
from riwaya.model import Address, Arrival, Problem


@dataclass
class Fetching:
    """Fetches for a ledger what it has not yet.

    `open` opens the line before the first address is fetched. `passed` is told of each address
    that the ledger has and that is not fetched, unless it is to be fetched `again`.
    """

    ledger: Ledger
    open: Callable[[], Fetcher]
    passed: Callable[[], object]
    again: bool = False
    _fetcher: Fetcher | None = field(default=None, init=False, repr=False)

    def page(self, a: Address) -> Iterator[Arrival | Problem]:
        """The report at an address that a table, feed or site map lists."""
        yield from self.listed(a.url, "page", a.outlet, a.published)

    def listed(
        self, url: str, kind: Kind | None, outlet: str | None, published: date | None = None
    ) -> Iterator[Arrival | Problem]:
        """The report at an address, or those of the feed or site map there."""
        if not self.again and kind in (None, "page") and self.ledger.addresses_known([url]):
            self.passed()
            return
        if self._fetcher is None:
            self._fetcher = self.open()
        lists: list[str] = []

        def remember(fetched: Fetched) -> None:
            of = (fetched.url, fetched.etag, fetched.last_modified)
            self.ledger.visited(Visit(url, *of, tuple(lists)))

        for item in arrivals_of(
            url, self._fetcher, kind=kind, outlet=outlet, published=published,
            known=self.ledger.validators, documents=document, remember=remember,
        ):  # fmt: skip
            if isinstance(item, Address):
                lists.append(item.url)
                yield from self.page(item)
            else:
                yield item

    def close(self) -> None:
        """Hangs up."""
        if self._fetcher is not None:
            self._fetcher.close()
