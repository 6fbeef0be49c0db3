"""What the ledger's commands share: their options, a ledger opened, lines written."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.base import Usage, lexicon_folders, unicode_output

if TYPE_CHECKING:
    from riwaya.ledger import Ledger

BROKEN_PIPE = 141  # what a shell reports for a program whose reader has gone away

Location = Annotated[
    str, typer.Argument(metavar="LEDGER", help="The ledger's file, or a postgresql:// address.")
]
Lexicon = Annotated[
    list[str] | None,
    typer.Option("--lexicon", metavar="DIR", help="A folder of your own tables; again for more."),
]
Groups = Annotated[
    list[str] | None,
    typer.Option(
        "--group", metavar="GROUP", help="Show what is restricted to this group; again for more."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON, one object a line.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides; kept on record.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="For what reason; kept too.")]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", help="Processes that read; 0 for one a core.")
]
Tagger = Annotated[
    str | None,
    typer.Option("--tagger", metavar="NAME", help="A tagger of yours, for names no rule finds."),
]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", help="How many at most.")]
Offset = Annotated[int, typer.Option("--offset", metavar="N", help="How many to leave out first.")]


@contextmanager
def opened(
    location: str,
    *,
    create: bool = False,
    groups: Sequence[str] | None = None,
    lexicon: Sequence[str] | None = None,
) -> Iterator[Ledger]:
    """A ledger for a `with`; whatever is wrong with it, or asked of it, is wrong usage."""
    from riwaya.ledger import Ledger, LedgerError
    from riwaya.ledger.search.query import BadQuery
    from riwaya.lexicons import LexiconError

    try:
        folders = lexicon_folders(lexicon or ())
        with Ledger(location, create=create, groups=groups or (), lexicons=folders) as ledger:
            yield ledger
    except (LedgerError, BadQuery) as error:
        raise Usage(str(error)) from error
    except LexiconError as error:
        raise Usage(f"--lexicon {error}" if lexicon else str(error)) from error


def write(lines: Iterable[str]) -> int:
    """Writes texts that end in their line ends; gives the exit status."""
    unicode_output()
    try:
        for line in lines:
            sys.stdout.write(line)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    return 0


def bounds(limit: int | None, offset: int) -> None:
    """Checks how many are asked for. Raises Usage."""
    if limit is not None and limit < 1:
        raise Usage(f"--limit {limit}: how many at most. Give 1 or more.")
    if offset < 0:
        raise Usage(f"--offset {offset}: how many to leave out. Give 0 or more.")


def processes(jobs: int) -> int:
    """How many processes `--jobs` means. Raises Usage."""
    if jobs < 0:
        raise Usage(f"--jobs {jobs}: a number of processes. Give 1 or more, or 0 for one a core.")
    return jobs or os.cpu_count() or 1


def day(option: str, given: str | None) -> date | None:
    """The day that an option gives as YYYY-MM-DD. Raises Usage."""
    if given is None:
        return None
    try:
        found = date.fromisoformat(given)
    except ValueError:
        found = None
    if found is None or found.isoformat() != given:
        raise Usage(f"{option} {given}: no such day. Give it as YYYY-MM-DD.")
    return found
