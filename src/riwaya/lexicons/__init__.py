"""Words as tables that a linguist can review.

Takes: the tables in `ar/` and folders of the user's own tables of the same names.
Gives: a `Lexicon`, rows as read.
Never: knows grammar or spelling, or holds a word in code.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from riwaya.lexicons.own import OwnTableError, whole_rows
from riwaya.model import Lexicon, Row

SHIPPED = Path(str(files("riwaya.lexicons") / "ar"))


class LexiconError(ValueError):
    """A table that cannot be used; the message names the file, the line and the way out."""


def read_table(path: Path) -> tuple[Row, ...]:
    """The rows of one tab-separated table with a header line, without `#` and blank lines."""
    try:
        lines = path.read_bytes().decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: not UTF-8. Save the table as UTF-8 text.") from error
    header: list[str] = []
    rows: list[Row] = []
    strip = str.strip
    for number, line in enumerate(lines, 1):
        if line.startswith("#") or not line or line.isspace():
            continue
        cells = list(map(strip, line.split("\t")))
        missing = len(header) - len(cells)
        if not header:
            header = cells
        elif missing < 0:
            raise LexiconError(
                f"{path}:{number}: {len(cells)} cells under {len(header)} columns. "
                "Take out the extra tab."
            )
        else:
            if missing:
                cells += [""] * missing
            rows.append(dict(zip(header, cells)))  # noqa: B905 (equally long by now)
    return tuple(rows)


@cache
def load(*extra: Path) -> Lexicon:
    """The shipped tables, each followed by the rows of the same table in every extra folder."""
    tables: dict[str, tuple[Row, ...]] = {}
    for folder in (SHIPPED, *extra):
        if not folder.is_dir():
            raise LexiconError(f"{folder}: no such folder. Give a folder of .tsv tables.")
        found = sorted(folder.glob("*.tsv"))
        if not found:
            raise LexiconError(f"{folder}: no .tsv table in it. See docs/lexicons.md.")
        for path in found:
            rows = read_table(path)
            if folder != SHIPPED:
                rows = _own(path, rows, tables)
            tables[path.stem] = tables.get(path.stem, ()) + rows
    return Lexicon(tables)


def _own(
    path: Path, rows: tuple[Row, ...], tables: Mapping[str, tuple[Row, ...]]
) -> tuple[Row, ...]:
    try:
        return whole_rows(path, rows, tables)
    except OwnTableError as error:
        raise LexiconError(str(error)) from error
