"""Which column of a table holds what, by the words at its head (table `column_names`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from urllib.parse import urlsplit

from riwaya.corpus.cues import plain
from riwaya.corpus.folding import fold, key
from riwaya.corpus.formats.hyperlinks import Linked
from riwaya.corpus.jsonl import Rejected, likely_day, parse_date, tidy
from riwaya.lexicons import load

_NUMBERS = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:[ T].*)?")
_AROUND = " \t:*#_.()[]"
_WRITE_DAY = "Write it as YYYY-MM-DD, as 2024-03-10"


@cache
def _names() -> Mapping[str, str]:
    rows = load().rows("column_names")
    return {_plain(form): row["column"] for row in rows for form in row["forms"].split("|")}


def _plain(head: str) -> str:
    return plain(key(fold(head.replace("_", " ")).text)).strip(_AROUND)


def columns(cells: Sequence[object]) -> dict[str, int] | None:
    """Where each known column stands; None where the row heads no addresses and no texts."""
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        if isinstance(cell, str) and len(cell) < 100:
            column = _names().get(_plain(cell))
            if column:
                found.setdefault(column, at)
    return found if {"url", "text", "html"} & found.keys() else None


def word(cell: object) -> str | None:
    """A cell as one line, None where it is blank; a whole number without its fraction."""
    if cell is None or isinstance(cell, bool):
        return None
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(tidy(str(cell)).split()) or None


def address(cell: object) -> str | None:
    """The web address in a cell or behind it, None where it is blank. Raises Rejected."""
    written = word(cell)
    if written is None:
        return None
    if isinstance(cell, Linked) and not _is_address(written):
        written = word(cell.target) or written
    if not _is_address(written):
        raise Rejected(
            f"«{written[:60]}» is no address", "Write it in full, as https://example.org/news/1"
        )
    return written


def _is_address(written: str) -> bool:
    try:
        parts = urlsplit(written)
        return (
            parts.scheme.lower() in ("http", "https")
            and bool(parts.hostname)
            and (" " not in written)
        )
    except ValueError:
        return False


def day(cell: object) -> date | None:
    """The day in a cell, None where it is blank.

    Beside YYYY-MM-DD it may be a date of the spreadsheet or numbers that leave one reading only
    (2024/3/10, 25.3.2024, not 4/3/2024). Raises Rejected for anything else.
    """
    if isinstance(cell, datetime):
        return likely_day(cell.date())
    if isinstance(cell, date):
        return likely_day(cell)
    written = word(cell)
    if written is None:
        return None
    written = fold(written).text
    numbers = _NUMBERS.fullmatch(written)
    if numbers is None:
        return parse_date(written)
    first, month, last = map(int, numbers.groups())
    if len(numbers[1]) == 4:
        return _day(first, month, last, written)
    if len(numbers[3]) != 4:
        raise Rejected(f"«{written[:40]}» is not a day", _WRITE_DAY)
    if first <= 12 and month <= 12 and first != month:
        raise Rejected(f"«{written[:40]}» may be two days", _WRITE_DAY)
    if month > 12:
        first, month = month, first
    return _day(last, month, first, written)


def _day(year: int, month: int, number: int, written: str) -> date:
    try:
        day = date(year, month, number)
    except ValueError as error:
        raise Rejected(f"«{written[:40]}» is not a day", _WRITE_DAY) from error
    return likely_day(day)
