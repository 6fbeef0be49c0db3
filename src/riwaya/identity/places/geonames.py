"""Rows of a GeoNames country dump (https://download.geonames.org/export/dump/readme.txt).

Takes: lines of nineteen cells without a header. Gives: cells of `gazetteer.tsv`.
Never: takes a place without an Arabic name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from riwaya.identity.places.arabic import spellings
from riwaya.lexicons import load

_CELLS = 19
_SOURCE = "GeoNames, CC BY 4.0"
_KINDS = {
    "PPLX": "quarter", "AIRP": "airport", "AIRB": "airport", "AIRF": "airport", "INSM": "base",
    "MILB": "base", "NVB": "base", "FT": "base", "HSP": "hospital", "HSPC": "hospital",
    "PRN": "prison", "CMP": "camp", "CMPRF": "camp", "CSTM": "crossing", "PSTB": "crossing",
    "ADM2": "district", "ADM3": "district",
}  # fmt: skip
"""Feature codes by kind; every other code of class P is a village or a town."""
_TOWN = 5000  # people


def is_geonames(line: str) -> bool:
    """Whether a line is a row of a dump: its id first, degrees in the fifth and sixth cells."""
    cells = line.rstrip("\r\n").split("\t")
    return (
        len(cells) == _CELLS and cells[0].isascii() and cells[0].isdigit()
        and _degree(cells[4], 90) and _degree(cells[5], 180)
        and (not cells[14] or cells[14].isdecimal())
    )  # fmt: skip


def geonames_rows(
    name: str, first: str, lines: Iterable[str]
) -> Iterator[tuple[dict[str, str], str]]:
    """Cells and, where a row cannot be read, what is wrong with it and in which line."""
    codes = {(r["country"], r["code"]): r["name"] for r in load().rows("admin1_codes")}
    districts: dict[tuple[str, str, str], str] = {}
    for number, line in enumerate(chain([first], lines), 1):
        if not is_geonames(line):
            yield {}, f"{name}:{number}: not a row of a GeoNames dump."
            continue
        cells = line.rstrip("\r\n").split("\t")
        kind = _kind(cells)
        if kind is None:
            continue
        found = spellings((cells[1], *cells[3].split(",")))
        country, code, second = cells[8], cells[10], (cells[8], cells[10], cells[11])
        if cells[7] == "ADM2" and found:
            districts[second] = found[0]
        yield {
            "name": found[0] if found else "", "names": "|".join(found[1:]), "kind": kind,
            "country": country, "admin": codes.get((country, code), ""),
            "district": districts.get(second, "") if kind != "district" else "",
            "latitude": cells[4], "longitude": cells[5], "population": cells[14] or "0",
            "id": cells[0], "source": _SOURCE,
        }, ""  # fmt: skip


def _kind(cells: list[str]) -> str | None:
    code = cells[7]
    if code in _KINDS:
        return _KINDS[code]
    if cells[6] != "P" or code in ("PPLH", "PPLQ", "PPLW"):  # no longer there
        return None
    return "town" if int(cells[14] or 0) >= _TOWN else "village"


def _degree(cell: str, most: int) -> bool:
    try:
        return -most <= float(cell) <= most
    except ValueError:
        return False
