"""Tables as rows of cells, whatever file they stand in: CSV, TSV and the sheets of a workbook."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any

from riwaya.corpus.encoding import decode
from riwaya.corpus.formats.file import File, reading, whole
from riwaya.corpus.formats.hyperlinks import linked, links
from riwaya.corpus.formats.packed import check_packed
from riwaya.corpus.jsonl import Rejected

Row = tuple[int, Sequence[object]]  # its number as a spreadsheet counts, its cells
Table = tuple[str, Iterator[Row]]  # name, empty where there is only one; rows
_WIDEST = 128  # columns that are looked at
_LONGEST = 1_048_576  # rows of a sheet, no spreadsheet has more
_SAVE = "Open it in a spreadsheet and save it again"


def separated(file: File) -> Iterator[Table]:
    """The one table of a text file, its cells parted by tabs, commas, semicolons or bars."""
    text = decode(whole(file)).removeprefix("\ufeff")
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:  # as Excel writes
        yield "", _separated(rest, first.strip()[4], file.largest)
        return
    tabs = file.path.suffix.lower() == ".tsv"
    head = next((line for line in text.splitlines() if line.strip()), "")
    yield "", _separated(text, "\t" if tabs else max(",;\t|", key=head.count), file.largest)


def _separated(text: str, mark: str, largest: int) -> Iterator[Row]:
    csv.field_size_limit(largest)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            raise Rejected(
                f"the table cannot be read from row {number} on ({error})",
                "Look for a quotation mark that is not closed there, or save the table again",
            ) from error
        yield number, cells[:_WIDEST]


def workbook(file: File) -> Iterator[Table]:
    """The sheets of a workbook, read row by row."""
    raw = whole(file)
    check_packed(raw, "workbook (.xlsx)", file.largest, file.largest)
    from openpyxl import load_workbook

    with reading("workbook", _SAVE):
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
    with closing(book), zipfile.ZipFile(io.BytesIO(raw)) as archive:
        sheets = book.worksheets
        for sheet in sheets:
            name = (sheet.title or "?") if len(sheets) > 1 else ""
            yield name, _sheet(sheet, archive)


def _sheet(sheet: Any, archive: zipfile.ZipFile) -> Iterator[Row]:
    with reading("sheet", _SAVE):
        found = links(archive, sheet._worksheet_path.lstrip("/"))
        sheet.reset_dimensions()  # what a sheet says of its size need not be true
        rows = sheet.iter_rows(max_col=_WIDEST, max_row=_LONGEST, values_only=True)
        for number, cells in enumerate(rows, 1):
            if cells.count(None) < len(cells):
                yield number, linked(cells, number, found) if found else cells
