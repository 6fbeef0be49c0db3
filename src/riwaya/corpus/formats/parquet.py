"""Parquet: one report a row, its columns named as the members of JSON lines; read in batches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from riwaya.corpus.formats.file import File, Found, reading, too_large
from riwaya.corpus.formats.single import HTML, TEXT
from riwaya.corpus.jsonl import Rejected, from_record
from riwaya.model import Arrival

_COLUMNS = ("id", "text", "html", "url", "outlet", "title", "published")
_LONG = ("text", "html")
_BATCH = 16 * 1024 * 1024  # bytes of a batch of rows, about
_ROWS = 1024  # of a batch, at most
_TIGHT = 200  # times smaller than unpacked, beyond which a large group of rows is not opened


def read_parquet(file: File) -> Iterator[Found]:
    """The reports of a file's rows."""
    with _opened(file) as table:
        yield from _rows(table, file)


def _rows(table: Any, file: File) -> Iterator[Found]:
    names = [name for name in _COLUMNS if name in table.schema_arrow.names]
    if not {"text", "html"} & set(names):
        raise Rejected("no column is named text or html", "Name the columns as in JSON lines")
    if not table.metadata.num_rows:
        raise Rejected("the file has no rows", "Give one report in each row")
    number = 0
    for group in range(table.metadata.num_row_groups):
        size = table.metadata.row_group(group)
        try:
            rows = _fitting(size, file.largest)
            with reading("group of rows", "Write the file again; other groups are read"):
                yield from _group(table, group, names, rows, number, file)
        except Rejected as error:
            place = f"{file.where}:{number + 1}"
            yield place, error.problem(place)
        number += size.num_rows


def _opened(file: File) -> Any:
    try:
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise Rejected(
            "Parquet needs a library that is not there", "Install riwaya[parquet]"
        ) from error
    with reading("Parquet file", "Write it again, or give JSON lines"):
        names = parquet.read_schema(file.path).names
        # A long text that many rows share is kept once; columns come in through a small buffer.
        return parquet.ParquetFile(
            file.path,
            read_dictionary=[name for name in _LONG if name in names],
            buffer_size=1 << 20,
            pre_buffer=False,
        )


def _fitting(group: Any, largest: int) -> int:
    """How many rows of a group to hold at once. Raises Rejected for one that is not opened."""
    columns = [group.column(at) for at in range(group.num_columns)]
    unpacked = sum(column.total_uncompressed_size for column in columns)
    packed = sum(column.total_compressed_size for column in columns)
    mean = unpacked // max(1, group.num_rows)
    if mean > largest:
        raise too_large(largest)
    if unpacked > largest and unpacked > _TIGHT * max(1, packed):
        raise Rejected(
            f"a group of rows unpacks to {unpacked // 1024 // 1024} MB, more than is opened",
            "If it is yours, write it again without compression",
        )
    return int(max(1, min(_ROWS, _BATCH // max(1, mean))))


def _group(
    table: Any, group: int, names: list[str], rows: int, number: int, file: File
) -> Iterator[Found]:
    for batch in table.iter_batches(batch_size=rows, row_groups=[group], columns=names):
        for at in range(batch.num_rows):
            number += 1
            row = {name: batch.column(place)[at].as_py() for place, name in enumerate(names)}
            yield _row(row, number, file)


def _row(row: Mapping[str, object], number: int, file: File) -> Found:
    place = f"{file.where}:{number}"
    day, html = row.get("published"), row.get("html")
    record = {name: value for name, value in row.items() if value is not None}
    if isinstance(day, date):  # or a time
        record["published"] = day.isoformat()
    try:
        if any(isinstance(row.get(name), str) and len(str(row[name])) > file.largest
               for name in _LONG if name in row):  # fmt: skip
            raise too_large(file.largest)
        report = from_record(record, file.own(number))
    except Rejected as error:
        return place, error.problem(place)
    page = html.encode("utf-8", "surrogatepass") if isinstance(html, str) else None
    media = HTML if "text" not in record and page is not None else TEXT
    raw = page if media == HTML else None
    return place, Arrival(report, f"{file.origin}:{number}", raw, media)
