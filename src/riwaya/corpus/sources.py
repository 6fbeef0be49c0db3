"""Files, folders and standard input as reports; whatever is wrong is told and the rest goes on."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from riwaya.corpus.encoding import DecodingError, decode
from riwaya.corpus.jsonl import Given, Rejected, from_html, from_line, from_text, parse_date
from riwaya.model import Problem, Report

LARGEST = 64 * 1024 * 1024  # bytes of a report's file, and of one line of JSON
SUFFIXES = (".txt", ".jsonl", ".html", ".htm")
_KNOWN = "Known are " + ", ".join(SUFFIXES) + ", folders of these, and - for standard input"
_WIDE = re.compile(rb"\xff\xfe|\xfe\xff|.{0,3}\x00", re.DOTALL)
_TOO_LARGE = Rejected(
    f"larger than {LARGEST // 1024 // 1024} MB", "Split it into one file for each report"
)


def open_sources(
    arguments: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    published: date | str | None = None,
    outlet: str | None = None,
) -> Iterator[Report | Problem]:
    """The reports of files, folders and `-`, in order, and a Problem for each bad input.

    `published` (a date or YYYY-MM-DD) and `outlet` hold where a report does not say its own.
    Never raises for what it reads; a second report of one id gets `-2` and a Problem before it.
    """
    try:
        day = parse_date(published) if isinstance(published, str) else published
    except Rejected as error:
        yield error.problem("published")
        return
    seen: set[str] = set()
    for where, item in _read(arguments, stdin, Given("", day, outlet)):
        if isinstance(item, Problem) or item.id not in seen:
            if isinstance(item, Report):
                seen.add(item.id)
            yield item
            continue
        number = 2
        while f"{item.id}-{number}" in seen:
            number += 1
        fresh = f"{item.id}-{number}"
        seen.add(fresh)
        yield Problem(
            where,
            f"the id «{item.id}» is taken by an earlier report",
            f"It is read as «{fresh}»; give each report an id of its own",
        )
        yield replace(item, id=fresh)


_Found = tuple[str, Report | Problem]


def _read(arguments: Iterable[str], stdin: BinaryIO | None, given: Given) -> Iterator[_Found]:
    for argument in arguments:
        if argument == "-":
            yield from _standard_input(stdin, given)
            continue
        path = Path(argument)
        try:
            if path.is_dir():
                yield from _folder(path, given)
            elif not path.exists():
                yield argument, Problem(argument, "no such file or folder", "Check the path")
            elif path.suffix.lower() not in SUFFIXES:
                suffix = path.suffix or "without a suffix"
                yield argument, Problem(argument, f"unknown kind of file ({suffix})", _KNOWN)
            else:
                yield from _file(path, given)
        except (OSError, ValueError) as error:
            yield argument, _unreadable(argument, error)


def _unreadable(where: str, error: Exception) -> Problem:
    reason = getattr(error, "strerror", None) or str(error)
    return Problem(where, f"cannot be read ({reason})", "Check the path and its permissions")


def _folder(folder: Path, given: Given) -> Iterator[_Found]:
    """Everything of a known kind under a folder, by name; hidden files are left alone."""
    failed: list[OSError] = []
    none = True
    for root, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith(".") or Path(name).suffix.lower() not in SUFFIXES:
                continue
            none = False
            yield from _file(Path(root, name), given)
    for error in failed:
        none = False
        yield str(error.filename), _unreadable(str(error.filename), error)
    if none:
        yield str(folder), Problem(str(folder), "no reports in this folder", _KNOWN)


def _file(path: Path, given: Given) -> Iterator[_Found]:
    given = replace(given, id=path.stem)
    where = str(path)
    try:
        if not path.is_file():
            raise Rejected("not a regular file", "Give a file, a folder, or - for standard input")
        with path.open("rb") as stream:
            if path.suffix.lower() == ".jsonl":
                yield from _lines(stream, where, given)
                return
            raw = _all(stream)
        kind = from_text if path.suffix.lower() == ".txt" else from_html
        yield where, kind(decode(raw), given)
    except (Rejected, DecodingError) as error:
        yield where, Problem(where, error.what, error.remedy)
    except OSError as error:
        yield where, _unreadable(where, error)


def _all(stream: BinaryIO, head: bytes = b"") -> bytes:
    """The rest of a stream, no more than the largest report."""
    raw = head + stream.read(LARGEST + 1 - len(head))
    if len(raw) > LARGEST:
        raise _TOO_LARGE
    return raw


def _standard_input(stdin: BinaryIO | None, given: Given) -> Iterator[_Found]:
    """Text, a page or JSON lines, as its first character tells."""
    where, given = "-", replace(given, id="stdin")
    try:
        if stdin is None:
            raise Rejected("there is no standard input", "Pipe a text in, or give a file")
        text = decode(_all(stdin))
        first = text.lstrip("\ufeff \t\r\n")[:1]
        if first == "{":
            yield from _decoded_lines(text, where, given)
        else:
            yield where, (from_html if first == "<" else from_text)(text, given)
    except (Rejected, DecodingError) as error:
        yield where, Problem(where, error.what, error.remedy)
    except OSError as error:
        yield where, _unreadable(where, error)


def _lines(stream: BinaryIO, where: str, given: Given) -> Iterator[_Found]:
    """The lines of a file one after the other; of a file in UTF-16 all at once."""
    head = stream.read(4)
    stream.seek(0)
    if _WIDE.match(head):
        yield from _decoded_lines(decode(_all(stream)), where, given)
        return
    number, none = 0, True
    while raw := stream.readline(LARGEST + 1):
        number += 1
        place = f"{where}:{number}"
        if len(raw) > LARGEST:
            none = False
            yield place, _TOO_LARGE.problem(place)
            while raw and not raw.endswith(b"\n"):
                raw = stream.readline(LARGEST + 1)
            continue
        if not raw.strip():
            continue
        none = False
        try:
            line = decode(raw)
        except DecodingError as error:
            yield place, Problem(place, error.what, error.remedy)
            continue
        yield _line(line, place, replace(given, id=f"{given.id}:{number}"))
    if none:
        yield where, Problem(where, "the file is empty", "Write one JSON object on each line")


def _decoded_lines(text: str, where: str, given: Given) -> Iterator[_Found]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _line(line, f"{where}:{number}", replace(given, id=f"{given.id}:{number}"))


def _line(line: str, place: str, given: Given) -> _Found:
    try:
        return place, from_line(line, given)
    except Rejected as error:
        return place, error.problem(place)
