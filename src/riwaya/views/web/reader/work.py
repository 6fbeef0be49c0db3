"""One job from its start to its end: what it was given is read, and what came of it is kept."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing

from riwaya.corpus.web import FetchError
from riwaya.ledger import Ledger, LedgerError, NotFound
from riwaya.ledger.adding import Added, ReadAll, RestrictTo
from riwaya.ledger.fetching import Fetching
from riwaya.ledger.team.brought import Brought
from riwaya.ledger.team.jobs import Job
from riwaya.model import Problem
from riwaya.views.web.reader.settings import ReaderSettings
from riwaya.views.web.reader.sources import arrivals

_OFTEN = 1.0  # seconds between two words on how far a job is
_WHY = "added for this group alone"
_UNNAMED = "what was given"


def work(
    settings: ReaderSettings, job: Job, read_all: ReadAll, gone: Callable[[], bool]
) -> bool:  # fmt: skip
    """Reads a job and ends it; False where it was broken off because `gone` says so.

    Broken off anywhere it can be read again, and nothing is doubled. Whatever is wrong with what
    was given becomes a problem of the job. Raises LedgerError where the ledger cannot be written.
    """
    seen = () if job.group is None else (job.group,)
    with Ledger(settings.location, groups=seen, lexicons=settings.lexicons) as ledger:
        brought = Brought.resumed(job.new, job.reports)
        try:
            if not _read(ledger, settings, job, read_all, brought, gone):
                return False
        except LedgerError:
            raise
        except FetchError as error:
            brought.wrong(str(error.problem(job.name)))
        except Exception as error:  # the libraries raise many kinds on what strangers send
            what = f"it cannot be read ({type(error).__name__})"
            brought.wrong(f"{job.name or _UNNAMED}: {what}. Save it in another format")
        ledger.jobs.done(job.id, brought)
    return True


def _read(
    ledger: Ledger, settings: ReaderSettings, job: Job, read_all: ReadAll, brought: Brought,
    gone: Callable[[], bool],
) -> bool:  # fmt: skip
    web = _fetching(ledger, settings, brought)
    said = time.monotonic()
    with closing(web):
        given = arrivals(job, web if settings.fetches else None)
        to = RestrictTo(job.group, job.account, _WHY) if job.group else None
        for result in ledger.add(given, read_all, restrict_to=to):
            brought.count(result, named=not brought.is_full and _is_shown(ledger, result))
            if gone():
                ledger.jobs.progress(job.id, brought)
                return False
            if time.monotonic() - said >= _OFTEN:
                ledger.jobs.progress(job.id, brought)
                said = time.monotonic()
    return True


def _fetching(ledger: Ledger, settings: ReaderSettings, brought: Brought) -> Fetching:
    from riwaya.corpus.web import Fetcher

    return Fetching(
        ledger,
        lambda: Fetcher(
            user_agent=settings.user_agent, per_host_delay=settings.delay, proxy=settings.proxy
        ),
        brought.passed,
    )


def _is_shown(ledger: Ledger, result: Added | Problem) -> bool:
    """Whether who gave it may be told a report's id: one that was there may be others' alone."""
    if isinstance(result, Problem) or result.new:
        return True
    try:
        ledger.report(result.report)
    except NotFound:
        return False
    return True


def reads_all(settings: ReaderSettings) -> ReadAll:
    """What reads the reports of all jobs, made once.

    Raises LexiconError, TaggerError for tables or a tagger that cannot be used.
    """
    from riwaya.workers import Options, read_all
    from riwaya.workers.pool import pipeline_reader

    options = Options(settings.lexicons, settings.tagger)
    pipeline = pipeline_reader(options)
    return lambda items: read_all(items, options=options, make=lambda _: pipeline)
