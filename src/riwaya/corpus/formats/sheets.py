"""Tables of addresses or texts (.csv, .tsv, .xlsx), one a row; columns are known by their heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.corpus.formats.columns import address, columns, day, word
from riwaya.corpus.formats.file import File, Found
from riwaya.corpus.formats.tables import Row, Table, separated, workbook
from riwaya.corpus.jsonl import Rejected, from_record
from riwaya.model import Address, Arrival, Problem

_HEAD_WITHIN = 20  # rows with something in them among which the heads of the columns stand
_NAME_THEM = "Name the columns in the first row: url (or text), outlet, published, title"


def read_separated(file: File) -> Iterator[Found]:
    """The rows of a .csv or .tsv file."""
    yield from _tables(separated(file), file)


def read_workbook(file: File) -> Iterator[Found]:
    """The rows of all sheets of an .xlsx file."""
    yield from _tables(workbook(file), file)


def _tables(tables: Iterator[Table], file: File) -> Iterator[Found]:
    none = True
    for name, rows in tables:
        sheet = f"#{name}" if name else ""
        try:
            for found in _rows(rows, sheet, file):
                none = False
                yield found
        except Rejected as error:
            none = False
            yield file.where, error.problem(f"{file.where}{sheet}")
    if none:
        yield file.where, Problem(file.where, "the table has no rows", _NAME_THEM)


def _rows(rows: Iterator[Row], sheet: str, file: File) -> Iterator[Found]:
    """What the rows below the heads of the columns give; nothing where all is blank."""
    heads: dict[str, int] | None = None
    before = 0
    for number, cells in rows:
        if all(word(cell) is None for cell in cells):
            continue
        if heads is not None:
            yield _row(cells, heads, f"{sheet}:{number}", file)
            continue
        heads = columns(cells)
        before += 1
        if heads is None and before >= _HEAD_WITHIN:
            break
    if heads is None and before:
        raise Rejected("no column of the table is known to hold addresses or texts", _NAME_THEM)


def _row(cells: Sequence[object], heads: dict[str, int], mark: str, file: File) -> Found:
    """An address or report, or a problem that names the row and the column."""
    named = {name: cells[at] for name, at in heads.items() if at < len(cells)}
    place, row = f"{file.where}{mark}", mark.rpartition(":")[2]
    column = "url"
    try:
        url = address(named.get("url"))
        column = "published"
        published = day(named.get("published"))
        column = "text" if "text" in heads else "html"
        text, html = (_text(named.get(name)) for name in ("text", "html"))
        record = {name: word(named.get(name)) for name in ("id", "outlet", "title")}
        if text or html:
            said = record | {"url": url, "published": published and published.isoformat()}
            report = from_record(
                said | ({"text": text} if text else {"html": html}), file.own(mark.lstrip("#:"))
            )
            return place, Arrival(report, f"{file.origin}{mark}")
        if url is None:
            column = "url" if "url" in heads else column
            raise Rejected("the cell is empty", "Fill it in, or take the row out")
    except Rejected as error:
        what = f"row {row}, column «{column}» ({_letter(heads[column])}): {error.what}"
        return place, Problem(place, what, error.remedy)
    given = file.given
    return file.where, Address(
        url,
        f"{file.origin}{mark}",
        record["outlet"] or given.outlet,
        published or given.published,
        record["title"],
    )


def _text(cell: object) -> str | None:
    """A cell with its lines, None where it is blank."""
    return cell if isinstance(cell, str) and cell.strip() else None


def _letter(at: int) -> str:
    """The name a spreadsheet gives a column: A, B, … Z, AA."""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
