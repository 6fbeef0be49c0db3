"""A file to read, how it is called, and what every reader of files gives and raises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from riwaya.corpus.encoding import DecodingError
from riwaya.corpus.jsonl import Given, Rejected
from riwaya.model import Address, Arrival, Problem

Found = tuple[str, Arrival | Address | Problem]  # where (for a row of a table: its file), what


@dataclass(frozen=True, slots=True)
class File:
    """One file: its path, its name for problems and for origins, what is known, and its bound."""

    path: Path
    where: str  # as given
    origin: str  # without folders of this machine
    given: Given  # the id is that of a file of one report
    largest: int  # bytes of one report
    skipped: Counter[str] = field(default_factory=Counter)  # what was left out, by its kind

    def own(self, number: int | str) -> Given:
        """What is known of a report inside the file."""
        return replace(self.given, id=f"{self.given.id}:{number}")


Reader = Callable[[File], Iterator[Found]]


def too_large(largest: int) -> Rejected:
    """That a report is larger than `largest` bytes."""
    return Rejected(
        f"larger than {largest // 1024 // 1024} MB", "Split it into one file for each report"
    )


def all_of(stream: BinaryIO, largest: int) -> bytes:
    """The rest of a stream. Raises Rejected beyond `largest` bytes, none of it kept."""
    raw = stream.read(largest + 1)
    if len(raw) > largest:
        raise too_large(largest)
    return raw


def whole(file: File) -> bytes:
    """The bytes of a file of one report. Raises Rejected for a larger one, unread."""
    if file.path.stat().st_size > file.largest:
        raise too_large(file.largest)
    with file.path.open("rb") as stream:
        return all_of(stream, file.largest)


@contextmanager
def reading(kind: str, remedy: str) -> Iterator[None]:
    """Whatever a library raises on a broken file becomes Rejected («the PDF cannot be read»)."""
    try:
        yield
    except (Rejected, DecodingError):
        raise
    except Exception as error:  # the libraries raise many kinds on broken files
        raise Rejected(f"the {kind} cannot be read ({type(error).__name__})", remedy) from error
