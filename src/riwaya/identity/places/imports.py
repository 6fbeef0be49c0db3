"""GeoNames country dumps and P-code files turned into rows of the user's `gazetteer.tsv`.

Takes: a file. Gives: rows of places, and what was added to the table.
Never: touches a row that is there, or the shipped tables.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from riwaya.identity.places.geonames import geonames_rows, is_geonames
from riwaya.identity.places.pcodes import BadFile, pcode_rows
from riwaya.lexicons import read_table

COLUMNS = ("name", "names", "kind", "country", "admin", "district", "latitude", "longitude",
           "population", "id", "source")  # fmt: skip
_NEEDED = ("name", "kind", "country", "latitude", "longitude", "id")
_HEADER = "# Places of your own, added by `riwaya gazetteer add`; one row a place.\n"
_LARGEST = 2_000_000_000  # bytes of an unpacked dump


class ImportProblem(ValueError):
    """A file that holds no places; the message names it and says what to give instead."""


@dataclass(slots=True)
class Added:
    """What an import did; counts of rows."""

    table: Path
    read: int = 0
    added: int = 0
    known: int = 0
    nameless: int = 0
    pointless: int = 0  # added without coordinates
    bad: int = 0
    first_bad: str = ""


def add_places(file: Path, folder: Path) -> Added:
    """Appends the places of a file to `folder/gazetteer.tsv`; those there already stay as they are.

    The table is written whole beside the old one and then put in its place. Raises ImportProblem.
    """
    table = folder / "gazetteer.tsv"
    done = Added(table)
    columns, known = _there(table)
    lines: list[str] = []
    with _opened(file) as text:
        for cells, problem in _rows(file, text):
            done.read += 1
            if problem:
                done.bad += 1
                done.first_bad = done.first_bad or problem
            elif not cells["name"]:
                done.nameless += 1
            elif cells["id"] in known:
                done.known += 1
            else:
                known.add(cells["id"])
                done.pointless += not cells["latitude"]
                lines.append("\t".join(cells.get(c, "").replace("\t", " ") for c in columns))
    done.added = len(lines)
    if lines:
        _append(table, lines)
    return done


def _there(table: Path) -> tuple[tuple[str, ...], set[str]]:
    """The columns of the user's table, in their order, and the ids of its places.

    Raises ImportProblem where the table lacks a column that an added place needs.
    """
    if not table.exists():
        return COLUMNS, set()
    lines = table.read_text(encoding="utf-8-sig").splitlines()
    header = next((x for x in lines if x.strip() and not x.startswith("#")), "")
    columns = tuple(cell.strip() for cell in header.split("\t")) if header else COLUMNS
    missing = [c for c in _NEEDED if c not in columns]
    if missing:
        raise ImportProblem(
            f"{table}: has no column {', '.join(missing)}. Add it, or give another --lexicon."
        )
    return columns, {row["id"] for row in read_table(table)}


def _append(table: Path, lines: list[str]) -> None:
    table.parent.mkdir(parents=True, exist_ok=True)
    before = table.read_text(encoding="utf-8-sig") if table.exists() else ""
    if not before:
        before = _HEADER + "\t".join(COLUMNS) + "\n"
    new = table.with_suffix(".tsv.new")
    new.write_text(before.rstrip("\n") + "\n" + "\n".join(lines) + "\n", encoding="utf-8")
    new.replace(table)


@contextmanager
def _opened(file: Path) -> Iterator[TextIO]:
    """The text of a file, or of the dump inside a zip archive. Raises ImportProblem."""
    if not file.is_file():
        what = "is a folder" if file.is_dir() else "no such file"
        raise ImportProblem(f"{file}: {what}. Give a GeoNames dump or a CSV of P-codes.")
    try:
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive, archive.open(_dump(archive, file)) as raw:
                yield io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
        else:
            with file.open(encoding="utf-8-sig", newline="") as text:
                yield text
    except UnicodeDecodeError as error:
        cut = file.suffix.lower() == ".zip"
        why = "a broken archive. Fetch it again" if cut else "not UTF-8. Save it as UTF-8 text"
        raise ImportProblem(f"{file}: {why}.") from error
    except (zipfile.BadZipFile, EOFError) as error:
        raise ImportProblem(f"{file}: a broken archive ({error}). Fetch it again.") from error


def _dump(archive: zipfile.ZipFile, file: Path) -> zipfile.ZipInfo:
    """The dump in an archive: its largest text that is no readme."""
    texts = [i for i in archive.infolist() if i.filename.lower().endswith((".txt", ".csv"))]
    found = [i for i in texts if "readme" not in i.filename.lower()]
    if not found:
        raise ImportProblem(f"{file}: no .txt or .csv in the archive. Give a GeoNames dump.")
    largest = max(found, key=lambda i: i.file_size)
    if largest.file_size > _LARGEST:
        raise ImportProblem(f"{file}: unpacks to more than 2 GB. Give one country's dump.")
    return largest


def _rows(file: Path, text: TextIO) -> Iterator[tuple[dict[str, str], str]]:
    first = text.readline()
    if not first.strip():
        raise ImportProblem(f"{file}: is empty. Give a GeoNames dump or a CSV of P-codes.")
    if is_geonames(first):
        yield from geonames_rows(file.name, first, text)
        return
    delimiter = max(",;\t", key=first.count)
    try:
        header = next(csv.reader([first], delimiter=delimiter))
        yield from pcode_rows(file.name, header, csv.reader(text, delimiter=delimiter))
    except csv.Error as error:
        raise ImportProblem(f"{file}: no table ({error}). Save it anew as CSV.") from error
    except BadFile as error:
        raise ImportProblem(f"{file}: {error}") from error
