"""Tables of outlets in files: CSV or TSV, with the columns of the table `outlets`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from riwaya.cli.base import Usage

if TYPE_CHECKING:
    from riwaya.ledger.outlets import Outlet
    from riwaya.model import Row

_LARGEST = 16 * 1024 * 1024  # bytes


def read_outlets(path: Path) -> list[Row]:
    """The rows of a table, every cell checked. Raises Usage."""
    from riwaya.lexicons import LexiconError, load, read_table
    from riwaya.lexicons.own import OwnTableError, whole_rows

    comma = _by_comma(path)
    name = path.with_name("outlets.tsv")  # by which its columns are known
    try:
        if path.stat().st_size > _LARGEST:
            raise Usage(f"{path}: too large for a table of outlets. Give the table alone.")
        rows = _read_csv(path) if comma else read_table(path)
        whole = whole_rows(name, rows, load().tables)
        return [_checked(path, n, row) for n, row in enumerate(whole, 1)]
    except OwnTableError as error:
        raise Usage(str(error).replace(str(name), str(path))) from error
    except LexiconError as error:
        raise Usage(str(error)) from error
    except OSError as error:
        raise Usage(f"{path}: {error.strerror}. Give a table that can be read.") from error


def write_outlets(path: Path, rows: Sequence[Row]) -> None:
    """Writes a table that `read_outlets` reads. Raises Usage."""
    from riwaya.ledger.own_outlets import COLUMNS
    from riwaya.views.table import guarded

    made = io.StringIO()
    if _by_comma(path):
        made.write("\ufeff")
        writer = csv.writer(made, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        writer.writerows([guarded(row.get(c, "")) for c in COLUMNS] for row in rows)
    else:
        lines = ("\t".join(row.get(c, "") for c in COLUMNS) for row in rows)
        made.write("\n".join(("\t".join(COLUMNS), *lines, "")))
    try:
        path.write_text(made.getvalue(), encoding="utf-8", newline="")
    except OSError as error:
        raise Usage(f"{path}: {error.strerror}. Give a file that can be written.") from error


def rows_of(outlets: Iterable[Outlet]) -> list[Row]:
    """Outlets as rows of their table."""
    return [
        {
            "name": o.name, "names": "|".join(o.names), "sites": "|".join(o.sites),
            "kind": o.kind, "side": o.side, "country": o.country, "relays": o.relays,
            "actor": o.actor,
        }
        for o in outlets
    ]  # fmt: skip


def _by_comma(path: Path) -> bool:
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".tsv"):
        raise Usage(f"{path}: no table of outlets. Give a .csv or .tsv file.")
    return suffix == ".csv"


def _read_csv(path: Path) -> tuple[Row, ...]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        first = text.partition("\n")[0]
        comma = ";" if first.count(";") > first.count(",") else ","
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=comma, strict=True)
        rows = list(reader)
    except UnicodeDecodeError as error:
        raise Usage(f"{path}: not UTF-8. Save the table as CSV UTF-8.") from error
    except csv.Error as error:
        raise Usage(f"{path}: no CSV ({error}). Save it from a spreadsheet as CSV.") from error
    long = next((n for n, row in enumerate(rows, 2) if None in row), None)
    if long is not None:
        raise Usage(f"{path}: row {long} has more cells than its head. Take out the extra ones.")
    return tuple({c.strip(): _plain(cell) for c, cell in row.items()} for row in rows)


def _plain(cell: str | None) -> str:
    """A cell without the apostrophe that keeps spreadsheets from taking it for a formula."""
    cell = (cell or "").strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@") else cell


def _checked(path: Path, number: int, row: Row) -> Row:
    if not row["name"]:
        raise Usage(f"{path}: its outlet {number} has no name. Fill the column name.")
    bad = next((c for c, cell in row.items() if not cell.isprintable()), None)
    if bad is not None:
        raise Usage(f"{path}: «{row['name']}»: {bad} is more than one line. Put it on one.")
    return row
