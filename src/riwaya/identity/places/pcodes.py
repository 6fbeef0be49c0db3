"""Rows of a CSV of P-codes, as OCHA publishes them for a country's administrative units and places.

Takes: a header and rows. Gives: cells of `gazetteer.tsv`. Columns are found by their names:
`admin2Name_ar` or `ADM2_AR`, `admin2Pcode` or `ADM2_PCODE`, `lat`/`latitude`/`y` and the like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from riwaya.detection.letters import key
from riwaya.identity.places.arabic import spellings
from riwaya.lexicons import load

_NAME = re.compile(r"adm(?:in)?_?(\d)_?(?:name)?_?ar(?:abic)?\d?", re.IGNORECASE)
_CODE = re.compile(r"adm(?:in)?_?(\d)_?p?_?code", re.IGNORECASE)
_LATITUDE = re.compile(r"(?:center_?|point_?)?(?:lat(?:itude)?(?:_?y)?|y)(?:_?dd)?", re.IGNORECASE)
_LONGITUDE = re.compile(
    r"(?:center_?|point_?)?(?:lon(?:g(?:itude)?)?(?:_?x)?|x)(?:_?dd)?", re.IGNORECASE
)
_COUNTRY = re.compile(r"[A-Z]{2}(?=[0-9]|$)")
_LEVELS = {1: "governorate", 2: "district", 3: "district"}


class BadFile(ValueError):
    """A table without the columns that make places of it."""


@dataclass(frozen=True, slots=True)
class _Columns:
    names: dict[int, int]  # level to column
    codes: dict[int, int]
    latitude: int | None
    longitude: int | None


def pcode_rows(
    file: str, header: Sequence[str], rows: Iterable[Sequence[str]]
) -> Iterator[tuple[dict[str, str], str]]:
    """Cells and, where a row cannot be read, what is wrong with it and in which line.

    A row is the place of its deepest level. Raises BadFile where columns are missing.
    """
    columns = _columns(header)
    known = {key(r["name"]): r["name"] for r in load().rows("admin") if r["kind"] == "governorate"}
    for number, row in enumerate(rows, 2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) < len(header):
            yield {}, f"{file}:{number}: {len(row)} cells under {len(header)} columns."
            continue
        yield _cells(file, number, columns, row, known)


def _columns(header: Sequence[str]) -> _Columns:
    names: dict[int, int] = {}
    codes: dict[int, int] = {}
    degrees: list[int | None] = [None, None]
    for n, title in enumerate(h.strip() for h in header):
        if match := _NAME.fullmatch(title):
            names.setdefault(int(match[1]), n)
        elif match := _CODE.fullmatch(title):
            codes.setdefault(int(match[1]), n)
        for which, pattern in enumerate((_LATITUDE, _LONGITUDE)):
            if degrees[which] is None and pattern.fullmatch(title):
                degrees[which] = n
    levels = sorted(set(names) & set(codes))
    if not levels or levels[-1] == 0:
        raise BadFile(
            "its first line is no row of a GeoNames dump (19 cells, tabs between) and names no "
            "columns of P-codes such as admin2Name_ar and admin2Pcode. Give one of these."
        )
    return _Columns(names, codes, *degrees)


def _cells(
    file: str, number: int, columns: _Columns, row: Sequence[str], known: dict[str, str]
) -> tuple[dict[str, str], str]:
    filled = [n for n in columns.codes if n in columns.names and row[columns.codes[n]].strip()]
    if not filled:
        return {}, f"{file}:{number}: no P-code."
    level = max(filled)
    code = row[columns.codes[level]].strip()
    found = spellings(re.split(r"[|/]", row[columns.names[level]]))
    above = {n: spellings([row[c]]) for n, c in columns.names.items() if n < level}
    governorate = next(iter(above.get(1, [])), "")
    point = _point(columns, row)
    if point is None:
        return (
            {},
            f"{file}:{number}: latitude or longitude is no number; write 36.5, no comma.",
        )
    return {
        "name": found[0] if found else "", "names": "|".join(found[1:]),
        "kind": _LEVELS.get(level, "village"), "country": _country(columns, row),
        "admin": known.get(key(governorate), governorate) if level > 1 else "",
        "district": next(iter(above.get(2, [])), "") if level > 2 else "",
        "latitude": point[0], "longitude": point[1], "population": "0",
        "id": f"pcode:{code}", "source": f"P-codes, {file}",
    }, ""  # fmt: skip


def _country(columns: _Columns, row: Sequence[str]) -> str:
    """The letters that the widest unit's P-code begins with: «SY» of «SY02», none of «C1234»."""
    for level in sorted(columns.codes):
        match = _COUNTRY.match(row[columns.codes[level]].strip().upper())
        if match:
            return match[0]
    return ""


def _point(columns: _Columns, row: Sequence[str]) -> tuple[str, str] | None:
    """Latitude and longitude, both empty where the table has none; None where they are wrong."""
    if columns.latitude is None or columns.longitude is None:
        return "", ""
    latitude, longitude = row[columns.latitude].strip(), row[columns.longitude].strip()
    if not (latitude and longitude):
        return "", ""
    try:
        fits = abs(float(latitude)) <= 90 and abs(float(longitude)) <= 180
    except ValueError:
        return None
    return (latitude, longitude) if fits else None
