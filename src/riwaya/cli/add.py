"""`riwaya add LEDGER SOURCE…`: reports into a ledger."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.base import Usage, say, unicode_output
from riwaya.cli.fetching import Line, is_web
from riwaya.cli.opened import (
    AsJson,
    Jobs,
    Lexicon,
    Location,
    Tagger,
    day,
    opened,
    processes,
)
from riwaya.cli.reading import reads_all

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from riwaya.ledger.adding import Added
    from riwaya.ledger.fetching import Fetching
    from riwaya.model import Arrival, Problem

_INTERRUPTED = 130


_Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE",
        help="Files and folders as of riwaya read, tables of links, web addresses of pages, "
        "feeds and site maps, or - for standard input.",
    ),
]
_Feeds = Annotated[
    list[str] | None, typer.Option("--feed", metavar="URL", help="A feed (RSS, Atom).")
]
_Sitemaps = Annotated[
    list[str] | None, typer.Option("--sitemap", metavar="URL", help="A site map.")
]
_Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published, if not given.")]
_Published = Annotated[
    str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of publication, if not given.")
]
_Proxy = Annotated[
    str | None, typer.Option(metavar="URL", help="Fetch through it; Tor: socks5h://127.0.0.1:9050.")
]
_Delay = Annotated[float, typer.Option(metavar="SECONDS", help="Between two requests to one site.")]
_UserAgent = Annotated[
    str | None, typer.Option("--user-agent", metavar="NAME", help="Its name for sites.")
]
_Again = Annotated[
    bool, typer.Option("--again", help="Fetch addresses too that the ledger has already.")
]
_Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what went wrong.")]


@dataclass
class _Tally:
    """How many reports of each kind there were, and how each is told."""

    as_json: bool
    quiet: bool
    new: int = 0
    known: int = 0
    replaced: int = 0
    problems: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        from riwaya.views.ledger.additions import summary

        return summary(self.new, self.known, self.replaced, self.problems)

    def passed(self) -> None:
        """An address that the ledger has, and that was not fetched."""
        self.known += 1

    def count(self, result: Added | Problem) -> None:
        from riwaya.model import Problem
        from riwaya.views.ledger.additions import changed
        from riwaya.views.ledger.record import line

        if isinstance(result, Problem):
            self.problems += 1
            say(f"riwaya: {result}")
            return
        self.known += not result.new
        self.replaced += result.new and result.replaces is not None
        self.new += result.new and result.replaces is None
        if self.as_json:
            typer.echo(line(result))
        elif result.replaces is not None and not self.quiet:
            typer.echo(changed(result))

    def end(self) -> None:
        if self.quiet or self.as_json:
            return
        left = ", ".join(f"{n} {kind}" for kind, n in sorted(self.skipped.items()))
        typer.echo(f"{self}" + (f"; left out as no reports: {left}" if left else ""))


def add(
    ledger: Location,
    sources: _Sources = None,
    feed: _Feeds = None,
    sitemap: _Sitemaps = None,
    outlet: _Outlet = None,
    published: _Published = None,
    jobs: Jobs = 1,
    lexicon: Lexicon = None,
    tagger: Tagger = None,
    proxy: _Proxy = None,
    delay: _Delay = 2.0,
    user_agent: _UserAgent = None,
    again: _Again = False,
    quiet: _Quiet = False,
    as_json: AsJson = False,
) -> int:
    """Adds reports to a ledger, with all that follows from them; makes it where none is.

    What the ledger has already is not added twice: stopped at any time, running it again goes on.
    """
    if not (sources or feed or sitemap):
        raise Usage("add: nothing to add. Give a file, a folder or an address after the ledger.")
    when, many = day("--published", published), processes(jobs)
    tally = _Tally(as_json, quiet)
    line = Line(proxy, delay, user_agent, quiet)
    line.check()
    read_all = reads_all(many, lexicon, tagger)
    from riwaya.ledger.fetching import Fetching

    with opened(ledger, create=True, lexicon=lexicon) as opened_ledger, ExitStack() as stack:
        web = Fetching(opened_ledger, line.open, tally.passed, again)
        stack.callback(web.close)
        items = _items(sources or [], feed or [], sitemap or [], outlet, when, web, tally)
        unicode_output()
        shown = stack.enter_context(_progress(quiet or not sys.stderr.isatty()))
        try:
            for result in opened_ledger.add(items, read_all):
                tally.count(result)
                if shown:
                    shown[0].update(shown[1], advance=1, counts=str(tally))
        except KeyboardInterrupt:
            say(f"riwaya: stopped after {tally}. They are kept; running it again goes on.")
            return _INTERRUPTED
    tally.end()
    return 1 if tally.problems else 0


def _items(
    sources: list[str], feeds: list[str], sitemaps: list[str], outlet: str | None,
    published: date | None, web: Fetching, tally: _Tally,
) -> Iterator[Arrival | Problem]:  # fmt: skip
    from riwaya.corpus import open_arrivals
    from riwaya.model import Address

    for source in sources:
        if is_web(source):
            yield from web.listed(source, None, outlet, published)
            continue
        for item in open_arrivals(
            [source], stdin=sys.stdin.buffer, published=published, outlet=outlet,
            skipped=tally.skipped,
        ):  # fmt: skip
            if isinstance(item, Address):
                yield from web.page(item)
            else:
                yield item
    for url in feeds:
        yield from web.listed(url, "feed", outlet)
    for url in sitemaps:
        yield from web.listed(url, "sitemap", outlet)


@contextmanager
def _progress(hidden: bool) -> Iterator[tuple[Progress, TaskID] | None]:
    """The counts so far on standard error, while reports come in."""
    if hidden:
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.fields[counts]}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield progress, progress.add_task("add", total=None, counts="reading")
