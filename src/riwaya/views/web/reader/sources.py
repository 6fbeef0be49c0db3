"""What a job was given, as the reports that come of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from riwaya.corpus.encoding import DecodingError, decode
from riwaya.corpus.formats import suffix_of
from riwaya.corpus.jsonl import Given, Rejected, from_text
from riwaya.corpus.sources import open_named
from riwaya.ledger.fetching import Fetching
from riwaya.ledger.team.jobs import Job
from riwaya.model import Address, Arrival, Problem

_PASTED = "pasted"  # where a text came from that was given as such
_LENGTH = 16  # characters of a text's hash that name it
_NOT_FETCHED = "no address is fetched here"
_SAVE = "Save the pages from a browser and upload them"


def arrivals(job: Job, web: Fetching | None) -> Iterator[Arrival | Problem]:
    """The reports of a job with a body, and a Problem for each thing that is wrong in it.

    `web` is what fetches; None where that is not allowed. Never raises for what it reads.
    """
    assert job.body is not None
    if job.kind == "text":
        yield _text(job.body, job.name, job.outlet, job.published)
    elif job.kind == "file":
        yield from _file(job.body, job, web)
    elif web is None:
        yield Problem(job.name, _NOT_FETCHED, _SAVE)
    else:
        url = job.body.decode("utf-8", "replace").strip()
        yield from web.listed(url, None, job.outlet, job.published)


def _text(
    body: bytes, title: str, outlet: str | None, published: date | None
) -> Arrival | Problem:  # fmt: skip
    """A text that was pasted, as one report, which its hash names."""
    try:
        report = from_text(decode(body), Given("", published, outlet, None, title or None))
    except (Rejected, DecodingError) as error:
        return Problem(title or _PASTED, error.what, error.remedy)
    return Arrival(replace(report, id=report.sha256[:_LENGTH]), _PASTED, body)


def _file(body: bytes, job: Job, web: Fetching | None) -> Iterator[Arrival | Problem]:
    """What a file holds; its name says of what kind it is, and its place is our own."""
    told = web is not None
    with TemporaryDirectory(prefix="riwaya-") as folder:
        path = Path(folder, f"file{suffix_of(job.name) or ''}")
        path.write_bytes(body)
        for item in open_named(path, job.name, published=job.published, outlet=job.outlet):
            if not isinstance(item, Address):
                yield item
            elif web is not None:
                yield from web.page(item)
            elif not told:
                told = True
                what = f"the table has addresses of reports, and {_NOT_FETCHED}"
                yield Problem(job.name, what, _SAVE)
