"""Files, folders and standard input as reports; whatever is wrong is told and the rest goes on."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from riwaya.corpus.encoding import DecodingError, decode
from riwaya.corpus.formats import READERS, File, Found, suffix_of
from riwaya.corpus.formats.file import all_of
from riwaya.corpus.formats.lines import decoded_lines
from riwaya.corpus.formats.single import HTML, TEXT
from riwaya.corpus.jsonl import Given, Rejected, from_html, from_text, likely_day, parse_date
from riwaya.model import Address, Arrival, Problem, Report

LARGEST = 64 * 1024 * 1024  # bytes of a report's file, and of one line of JSON
SUFFIXES = tuple(READERS)
_FILES = "Known are " + ", ".join(SUFFIXES)
_KNOWN = f"{_FILES}, folders of these, and - for standard input"


def open_arrivals(
    arguments: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    published: date | str | None = None,
    outlet: str | None = None,
    skipped: Counter[str] | None = None,
) -> Iterator[Arrival | Address | Problem]:
    """What files, folders and `-` hold, in order: reports, addresses of reports, and a Problem
    for each bad input.

    `published` (a date or YYYY-MM-DD) and `outlet` hold where a report does not say its own.
    `skipped` is added to: how much was left out because it is no report, by kind. Two reports may
    have one id. Never raises for what it reads.
    """
    for _, item in _found(arguments, stdin, published, outlet, skipped):
        yield item


def open_named(
    path: Path,
    name: str,
    *,
    published: date | None = None,
    outlet: str | None = None,
    skipped: Counter[str] | None = None,
) -> Iterator[Arrival | Address | Problem]:
    """What one file holds, called by another name than its path's: in problems, origins and ids.

    The suffix of `name` says of what kind it is, and `path` has to end in the same; where it is
    none of SUFFIXES there is a Problem. The rest as in `open_arrivals`.
    """
    suffix = suffix_of(name)
    if suffix is None:
        yield _unknown(name, _FILES)
        return
    given = Given(name[: -len(suffix)], published, outlet)
    file = File(path, name, name, given, LARGEST, Counter() if skipped is None else skipped)
    for _, item in _read(file, suffix):
        yield item


def open_sources(
    arguments: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    published: date | str | None = None,
    outlet: str | None = None,
) -> Iterator[Report | Problem]:
    """The reports among the arrivals, and a Problem for each bad input and table of addresses.

    `published` and `outlet` as in `open_arrivals`. Never raises for what it reads; a second
    report of one id gets `-2` and a Problem before it.
    """
    seen: set[str] = set()
    tables: set[str] = set()
    for where, item in _found(arguments, stdin, published, outlet, None):
        if isinstance(item, Problem):
            yield item
        elif isinstance(item, Address):
            if where not in tables:
                tables.add(where)
                yield _addresses(where)
        else:
            yield from _with_own_id(where, item.report, seen)


def _addresses(where: str) -> Problem:
    return Problem(
        where,
        "the table has addresses of reports, and read does not fetch",
        "Use riwaya add, which fetches them into a ledger",
    )


def _with_own_id(where: str, report: Report, seen: set[str]) -> Iterator[Report | Problem]:
    if report.id not in seen:
        seen.add(report.id)
        yield report
        return
    number = 2
    while f"{report.id}-{number}" in seen:
        number += 1
    fresh = f"{report.id}-{number}"
    seen.add(fresh)
    yield Problem(
        where,
        f"the id «{report.id}» is taken by an earlier report",
        f"It is read as «{fresh}»; give each report an id of its own",
    )
    yield replace(report, id=fresh)


def _found(
    arguments: Iterable[str],
    stdin: BinaryIO | None,
    published: date | str | None,
    outlet: str | None,
    skipped: Counter[str] | None,
) -> Iterator[Found]:
    try:
        day = parse_date(published) if isinstance(published, str) else published
        if day is not None:
            likely_day(day)
    except Rejected as error:
        yield "published", error.problem("published")
        return
    blank = File(
        Path(), "", "", Given("", day, outlet), LARGEST, Counter() if skipped is None else skipped
    )
    for argument in arguments:
        if argument == "-":
            yield from _standard_input(stdin, blank)
            continue
        path = Path(argument)
        try:
            if path.is_dir():
                yield from _folder(path, blank)
            elif not path.exists():
                yield argument, Problem(argument, "no such file or folder", "Check the path")
            elif suffix_of(path.name) is None:
                yield argument, _unknown(argument, _KNOWN)
            else:
                yield from _file(path, path.name, blank)
        except (OSError, ValueError) as error:
            yield argument, _unreadable(argument, error)


def _unknown(where: str, known: str) -> Problem:
    suffix = Path(where).suffix or "without a suffix"
    return Problem(where, f"unknown kind of file ({suffix})", known)


def _unreadable(where: str, error: Exception) -> Problem:
    reason = getattr(error, "strerror", None) or str(error)
    return Problem(where, f"cannot be read ({reason})", "Check the path and its permissions")


def _folder(folder: Path, blank: File) -> Iterator[Found]:
    """Everything of a known kind under a folder, by name; hidden files are left alone."""
    failed: list[OSError] = []
    none = True
    for root, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith((".", "~$")) or suffix_of(name) is None:
                continue
            none = False
            path = Path(root, name)
            yield from _file(path, path.relative_to(folder).as_posix(), blank)
    for error in failed:
        none = False
        yield str(error.filename), _unreadable(str(error.filename), error)
    if none:
        yield str(folder), Problem(str(folder), "no reports in this folder", _KNOWN)


def _file(path: Path, origin: str, blank: File) -> Iterator[Found]:
    suffix = suffix_of(path.name) or ""
    given = replace(blank.given, id=path.name[: -len(suffix)])
    yield from _read(replace(blank, path=path, where=str(path), origin=origin, given=given), suffix)


def _read(file: File, suffix: str) -> Iterator[Found]:
    try:
        if not file.path.is_file():
            raise Rejected("not a regular file", "Give a file, a folder, or - for standard input")
        yield from READERS[suffix](file)
    except (Rejected, DecodingError) as error:
        yield file.where, Problem(file.where, error.what, error.remedy)
    except OSError as error:
        yield file.where, _unreadable(file.where, error)


def _standard_input(stdin: BinaryIO | None, blank: File) -> Iterator[Found]:
    """Text, a page or JSON lines, as its first character tells."""
    given = replace(blank.given, id="stdin")
    file = replace(blank, where="-", origin="stdin", given=given)
    try:
        if stdin is None:
            raise Rejected("there is no standard input", "Pipe a text in, or give a file")
        raw = all_of(stdin, file.largest)
        text = decode(raw)
        first = text.lstrip("\ufeff \t\r\n")[:1]
        if first == "{":
            yield from decoded_lines(text, file)
        elif first == "<":
            yield "-", Arrival(from_html(text, given), file.origin, raw, HTML)
        else:
            yield "-", Arrival(from_text(text, given), file.origin, raw, TEXT)
    except (Rejected, DecodingError) as error:
        yield "-", Problem("-", error.what, error.remedy)
    except OSError as error:
        yield "-", _unreadable("-", error)
