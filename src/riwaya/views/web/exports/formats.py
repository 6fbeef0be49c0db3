"""The formats of exports, each made a piece at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from riwaya.ledger.nouns import Incident
from riwaya.views.ledger.record import line
from riwaya.views.table import Cell, guarded
from riwaya.views.web.exports.record import Record

Given = Iterable[tuple[Incident, Record]]
COLUMNS = (
    *("id", "type", "happened", "title", "place", "latitude", "longitude", "precision", "country"),
    *("earliest", "latest", "killed_low", "killed_high", "wounded_low", "wounded_high"),
    *("agents", "targets", "grade", "grade_why", "contested", "counted_apart"),
    *("accounts", "reports", "report_ids"),
)
_BETWEEN = " | "  # several values in a cell


def as_csv(given: Given) -> Iterator[str]:
    """A table, one row an incident, that Excel and Calc open with its Arabic unharmed.

    Tolls are the lowest and the highest that a source tells; an open end is empty.
    `counted_apart` are those of which not all sources count the same people.
    """
    yield "\ufeff" + _line(COLUMNS)
    for incident, record in given:
        yield _line(_cells(incident, record))


def as_jsonl(given: Given) -> Iterator[str]:
    """One JSON object a line."""
    for _, record in given:
        yield line(record) + "\n"


def as_geojson(given: Given) -> Iterator[str]:
    """A FeatureCollection; incidents without a point have no geometry."""
    yield '{"type":"FeatureCollection","features":[\n'
    between = ""
    for _, record in given:
        yield between + line(_feature(record))
        between = ",\n"
    yield "\n]}\n"


def _feature(record: Record) -> dict[str, Any]:
    place = record["place"] or {}
    point = (place.get("longitude"), place.get("latitude"))
    geometry = None if None in point else {"type": "Point", "coordinates": list(point)}
    return {"type": "Feature", "id": record["id"], "geometry": geometry, "properties": record}


def _cells(i: Incident, r: Record) -> list[Cell]:
    place, reports = r["place"] or {}, r["reports"]
    known = isinstance(reports, dict)  # else it is coarse, and has their number
    return [
        r["id"], r["type"], "yes" if r["happened"] else "no", r["title"], place.get("name"),
        place.get("latitude"), place.get("longitude"), place.get("precision"),
        i.where.country if i.where else None, r["earliest"], r["latest"],
        *_ends(r["killed"]), *_ends(r["wounded"]),
        _BETWEEN.join(r["agents"]), _BETWEEN.join(r["targets"]), r["grade"], r.get("grade_why"),
        _BETWEEN.join(f for f, s in r["standing"].items() if s == "contested"),
        _BETWEEN.join(r["counted_apart"]),
        len(i.accounts), len(reports) if known else reports,
        _BETWEEN.join(reports) if known else None,
    ]  # fmt: skip


def _ends(toll: dict[str, int | None] | None) -> tuple[Cell, Cell]:
    return (None, None) if toll is None else (toll["low"], toll["high"])


def _line(cells: Iterable[Cell]) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator="\r\n").writerow([guarded(cell) for cell in cells])
    return made.getvalue()
