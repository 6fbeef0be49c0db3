"""The command line: `riwaya read FILE… | -`.

Exit status: 0 all read; 1 some input was bad, the rest is written; 2 wrong usage, or an output
that cannot be written. Whatever goes wrong is one line on standard error, never a traceback.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer
from typer.exceptions import Abort, Exit, TyperException

from riwaya import __version__

if TYPE_CHECKING:
    from riwaya.model import Problem, Reading
    from riwaya.views import View

FORMATS = ("text", "jsonl", "csv")
BROKEN_PIPE = 141  # what a shell reports for a program whose reader has gone away
INTERRUPTED = 130

app = typer.Typer(
    name="riwaya",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Usage(Exception):
    """What was asked for cannot be done; the message says why and gives a way out."""


def main(arguments: list[str] | None = None) -> None:
    """Runs the command line and leaves the process with its exit status."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Runs the command line; gives the exit status."""
    try:
        status = app(args=arguments, prog_name="riwaya", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except Exit as error:
        return error.exit_code
    except TyperException as error:
        return _fail(f"{error.format_message().rstrip('.')}. See riwaya read --help.")
    except Usage as error:
        return _fail(str(error))
    except (Abort, KeyboardInterrupt):
        _say("riwaya: stopped.")
        return INTERRUPTED
    except OSError as error:
        return _fail(f"{error.filename or 'output'}: {error.strerror}. Nothing more is written.")
    except Exception as error:
        return _fail(f"{type(error).__name__}: {error}. This is an error of Riwaya: please tell us")


def _fail(message: str) -> int:
    _say(f"riwaya: {' '.join(message.split())}")
    return 2


def _say(line: str) -> None:
    """One line on standard error; a terminal that cannot show Arabic gets escapes."""
    from riwaya.views.visible import one_line

    shown = one_line(line)
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    with suppress(OSError):
        print(shown.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"riwaya {__version__}")
        raise Exit(0)


@app.callback(invoke_without_command=True)
def top(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Reads Arabic reports of armed conflict: who says who did what to whom."""
    if context.invoked_subcommand is None:
        raise Usage("nothing to do. Try riwaya read FILE, or riwaya --help.")


@app.command()
def read(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files (.txt, .jsonl, .html), folders of them, or - for standard input.",
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

    results = _results(inputs, lexicon or [], day, outlet, jobs or os.cpu_count() or 1)
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


def _results(
    inputs: list[str], lexicons: list[str], day: date | None, outlet: str | None, jobs: int
) -> Iterator[Reading | Problem]:
    from riwaya.corpus import open_sources
    from riwaya.lexicons import LexiconError
    from riwaya.workers import Options, read_all

    items = open_sources(inputs, stdin=sys.stdin.buffer, published=day, outlet=outlet)
    options = Options(tuple(Path(folder).resolve() for folder in lexicons))
    try:
        return read_all(items, jobs=jobs, options=options)
    except LexiconError as error:
        raise Usage(f"--lexicon {error}" if lexicons else str(error)) from error


@contextmanager
def _opened(output: str | None) -> Iterator[TextIO]:
    """Where to write, as UTF-8; a lone surrogate, which UTF-8 has not, becomes its escape."""
    if output is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
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
            _say(f"riwaya: {result}")
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
