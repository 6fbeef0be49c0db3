"""Where the cells of a sheet lead to, if they show other words than the address itself."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping, Sequence

_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
Links = Mapping[tuple[int, int], str]  # by row and column, both from 1


class Linked(str):
    """The words of a cell that leads to `target`."""

    target: str


def links(archive: zipfile.ZipFile, sheet: str) -> Links:
    """The addresses behind the cells of the sheet at a path inside a workbook."""
    from defusedxml.ElementTree import fromstring, iterparse

    folder, name = posixpath.split(sheet)
    beside = f"{folder}/_rels/{name}.rels"
    if beside not in archive.namelist():
        return {}
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in fromstring(archive.read(beside))
        if relation.get("Type", "").endswith("/hyperlink")
    }
    if not targets:
        return {}
    found: dict[tuple[int, int], str] = {}
    with archive.open(sheet) as stream:
        for _, node in iterparse(stream):
            cell = _CELL.match(node.get("ref", "")) if node.tag.endswith("}hyperlink") else None
            target = targets.get(node.get(_ID))
            if cell and target:
                found[int(cell[2]), _column(cell[1])] = target
            if not node.tag.endswith("}hyperlink"):
                node.clear()
    return found


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def linked(cells: Sequence[object], row: int, found: Links) -> Sequence[object]:
    """The cells of a row, those with an address behind them as `Linked`."""
    made = list(cells)
    for at, cell in enumerate(cells):
        target = found.get((row, at + 1))
        if target and isinstance(cell, str):
            made[at] = Linked(cell)
            made[at].target = target  # type: ignore[attr-defined]
    return made
