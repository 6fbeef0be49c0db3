"""Reading many reports: order kept, memory bounded, a failure kept to its report."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread

from riwaya.detection.taggers import TaggerError
from riwaya.model import Problem, Reading, Report

AHEAD = 4  # reports handed out per process before the first of them is waited for
Read = Callable[[Report], Reading]
_read: Read | None = None  # the reader of this worker process


@dataclass(frozen=True, slots=True)
class Options:
    """How to read: folders of the user's own lexicon tables, the name of a tagger of theirs."""

    lexicons: tuple[Path, ...] = ()
    tagger: str | None = None


def pipeline_reader(options: Options) -> Read:
    """What reads one report with the shipped tables and those of `options.lexicons`.

    Raises `riwaya.lexicons.LexiconError` where a folder or a table cannot be used, and
    `riwaya.detection.taggers.TaggerError` where the tagger cannot.
    """
    from riwaya.detection.taggers import load_tagger
    from riwaya.pipeline import read_report, reader

    made = reader(*options.lexicons)
    if options.tagger is not None:
        made = replace(made, tagger=load_tagger(options.tagger))
    return lambda report: read_report(report, made)


def read_all(
    items: Iterable[Report | Problem],
    *,
    jobs: int = 1,
    options: Options | None = None,
    make: Callable[[Options], Read] = pipeline_reader,
) -> Iterator[Reading | Problem]:
    """A reading or a problem for each item, in the order of the items.

    Problems pass through. At most `jobs` times AHEAD items are held at a time. A report whose
    reading fails, or kills its process, becomes a problem. `make` makes what reads a report; it
    is a function of a module, since every process calls it. Errors of `make` are raised here.
    """
    chosen = options or Options()
    read = make(chosen)  # before the processes start: errors come early, and a fork shares it
    if jobs <= 1:
        return (_one(read, item) for item in items)
    return _many(items, jobs, chosen, make)


def _one(read: Read, item: Report | Problem) -> Reading | Problem:
    if isinstance(item, Problem):
        return item
    try:
        return read(item)
    except TaggerError as error:
        return Problem(item.id, f"not read: {error}", "Repair the tagger, or read without it")
    except Exception as error:  # whatever it is, the other reports go on
        return failed_by(item, error)


def failed_by(report: Report, error: Exception) -> Problem:
    """The problem of a report on which a program failed."""
    return failed(report, f"{type(error).__name__}: {error}" if str(error) else repr(error))


def failed(report: Report, why: str) -> Problem:
    """The problem of a report that could not be read, on one line."""
    what = f"could not be read ({' '.join(why.split())})"
    return Problem(report.id, what, "The other reports are read. Please tell us, with the text")


def _start(make: Callable[[Options], Read], options: Options) -> None:
    global _read
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, who ends us
    Thread(target=_end_with_parent, daemon=True).start()
    _read = make(options)


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for ever, and hold what it inherited open:
    a database's connection with its lock, too."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(report: Report) -> Reading | Problem:
    assert _read is not None, "the process was not started by read_all"
    return _one(_read, report)


class _Pool:
    """Processes that are started anew when one of them dies."""

    def __init__(self, jobs: int, options: Options, make: Callable[[Options], Read]) -> None:
        self.jobs, self.options, self.make = jobs, options, make
        self.executor = self._fresh()

    def _fresh(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self.jobs, initializer=_start, initargs=(self.make, self.options)
        )

    def submit(self, item: Report) -> Future[Reading | Problem]:
        try:
            return self.executor.submit(_work, item)
        except BrokenProcessPool as error:
            future: Future[Reading | Problem] = Future()
            future.set_exception(error)
            return future

    def restart(self) -> None:
        self.close()
        self.executor = self._fresh()

    def close(self) -> None:
        self.executor.shutdown(wait=False, cancel_futures=True)


_Waiting = tuple[Report | Problem, Future[Reading | Problem] | None]


def _many(
    items: Iterable[Report | Problem], jobs: int, options: Options, make: Callable[[Options], Read]
) -> Iterator[Reading | Problem]:
    pool = _Pool(jobs, options, make)
    waiting: deque[_Waiting] = deque()
    try:
        for item in items:
            waiting.append((item, None if isinstance(item, Problem) else pool.submit(item)))
            if len(waiting) >= jobs * AHEAD:
                yield _next(pool, waiting)
        while waiting:
            yield _next(pool, waiting)
    finally:
        pool.close()


def _next(pool: _Pool, waiting: deque[_Waiting]) -> Reading | Problem:
    item, future = waiting.popleft()
    if isinstance(item, Problem) or future is None:
        assert isinstance(item, Problem)
        return item
    try:
        return future.result()
    except BrokenProcessPool:
        return _after_a_death(pool, item, waiting)


def _after_a_death(pool: _Pool, item: Report, waiting: deque[_Waiting]) -> Reading | Problem:
    """Reads the report alone, to know whether it was the one that killed its process."""
    pool.restart()
    result: Reading | Problem
    try:
        result = pool.submit(item).result()
    except BrokenProcessPool:
        pool.restart()
        result = failed(item, "its process died, perhaps for want of memory")
    for at, (other, future) in enumerate(waiting):
        if isinstance(other, Report) and not _is_read(future):
            waiting[at] = (other, pool.submit(other))
    return result


def _is_read(future: Future[Reading | Problem] | None) -> bool:
    return bool(future and future.done() and not future.cancelled() and not future.exception())
