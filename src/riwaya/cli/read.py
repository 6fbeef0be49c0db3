"""`riwaya read INPUT…`: reports in, readings out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from riwaya.cli.base import Usage, lexicon_folders, say, unicode_output

if TYPE_CHECKING:
    from riwaya.model import Problem, Reading, Report
    from riwaya.views import View

FORMATS = ("text", "jsonl", "csv", "dot")
BROKEN_PIPE = 141  # what a shell reports for a program whose reader has gone away


def read(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files (.txt .html .jsonl .warc .parquet .pdf .docx .csv .xlsx, a channel's "
            "result.json), folders of them, or - for standard input.",
        ),
    ],
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="|".join(FORMATS), help="How to write.")
    ] = "text",
    lexicon: Annotated[
        list[str] | None,
        typer.Option(metavar="DIR", help="A folder of your own tables; may be given again."),
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of publication, if not given.")
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who published, if not given.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", help="Processes; 0 for one a core.")
    ] = 1,
    tagger: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A tagger of yours, for names that no rule finds."),
    ] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Put each report's text into the JSON lines.")
    ] = False,
) -> int:
    """Says what each report says happened, who says so, and whether it happened at all."""
    if format not in FORMATS:
        raise Usage(f"--format {format}: no such format. Give one of {', '.join(FORMATS)}.")
    if jobs < 0:
        raise Usage(f"--jobs {jobs}: a number of processes. Give 1 or more, or 0 for one a core.")
    day = _day(published)
    _check_output(output, inputs)
    from riwaya.views import view

    items = _items(inputs, day, outlet)
    results = _results(items, lexicon or [], tagger, jobs or os.cpu_count() or 1)
    with ExitStack() as stack:
        out = stack.enter_context(_opened(output))
        many = len(inputs) > 1 or any(Path(name).is_dir() for name in inputs)
        quiet = not sys.stderr.isatty() or (output is None and sys.stdout.isatty())
        if many and not quiet:
            results = stack.enter_context(_with_progress(results))
        try:
            return _write(results, view(format, with_text=with_text), out)
        except BrokenPipeError:  # whoever reads our output has had enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
            return BROKEN_PIPE


def _day(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        day = date.fromisoformat(published)
    except ValueError:
        day = None
    if day is None or day.isoformat() != published:
        raise Usage(f"--published {published}: no such day. Give it as YYYY-MM-DD.")
    return day


def _check_output(output: str | None, inputs: list[str]) -> None:
    if output is None:
        return
    path = Path(output)
    if path.is_dir():
        raise Usage(f"--output {output}: is a folder. Give a file.")
    if path.exists() and any(Path(i).exists() and path.samefile(i) for i in inputs):
        raise Usage(f"--output {output}: is an input too, and would be lost. Give another file.")


def _items(inputs: list[str], day: date | None, outlet: str | None) -> Iterator[Report | Problem]:
    from riwaya.corpus import open_sources

    return open_sources(inputs, stdin=sys.stdin.buffer, published=day, outlet=outlet)


def _results(
    items: Iterable[Report | Problem], lexicons: list[str], tagger: str | None, jobs: int
) -> Iterator[Reading | Problem]:
    from riwaya.detection.taggers import TaggerError
    from riwaya.lexicons import LexiconError
    from riwaya.workers import Options, read_all

    options = Options(lexicon_folders(lexicons), tagger)
    try:
        return read_all(items, jobs=jobs, options=options)
    except TaggerError as error:
        raise Usage(f"--tagger {error}") from error
    except LexiconError as error:
        raise Usage(f"--lexicon {error}" if lexicons else str(error)) from error


@contextmanager
def _opened(output: str | None) -> Iterator[TextIO]:
    """Where to write, as UTF-8; a lone surrogate, which UTF-8 has not, becomes its escape."""
    if output is None:
        unicode_output()
        yield sys.stdout
        return
    try:
        out = Path(output).open("w", encoding="utf-8", errors="backslashreplace", newline="")  # noqa: SIM115 (closed below)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Usage(f"--output {output}: {why}. Give a file that can be written.") from error
    with out:
        yield out


def _write(results: Iterable[Reading | Problem], view: View, out: TextIO) -> int:
    from riwaya.model import Problem

    status = 0
    out.write(view.opening)
    for result in results:
        if isinstance(result, Problem):
            status = 1
            say(f"riwaya: {result}")
        else:
            out.write(view.render(result))
    out.flush()
    return status


@contextmanager
def _with_progress(
    results: Iterator[Reading | Problem],
) -> Iterator[Iterator[Reading | Problem]]:
    """The same results, with their count on standard error while they come in."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} reports"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("read", total=None)

        def counted() -> Iterator[Reading | Problem]:
            for result in results:
                yield result
                progress.advance(task)

        yield counted()
