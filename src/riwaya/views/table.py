"""A reading as a table, one row an event, that Excel and Calc open with its Arabic unharmed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from riwaya.model import Figure, FigureKind, PlaceReference, Reading, Statement
from riwaya.views.visible import visible
from riwaya.views.wording import Names

Cell = str | int | float | None
KINDS: tuple[FigureKind, ...] = (
    "killed",
    "wounded",
    "arrested",
    "abducted",
    "displaced",
    "missing",
    "other",
)
COLUMNS = (
    *("document", "outlet", "published", "url", "statement", "happening", "type", "trigger"),
    *("agents", "targets", "objects", "places", "place", "district", "admin", "country"),
    *("latitude", "longitude", "precision", "origins", "destinations", "instruments"),
    *("time", "earliest", "latest"),
    *(f"{kind}_{end}" for kind in KINDS for end in ("low", "high")),
    *("figures", "realis", "polarity", "negates", "sources", "evidence", "sha256"),
)
_LONGEST = 32_000  # characters of a cell; Excel holds 32,767
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # (full-width forms count as signs too)


def header() -> str:
    """A byte-order mark, which tells Excel that the file is UTF-8, and the names of the columns."""
    return "\ufeff" + _line(COLUMNS)


def rows(reading: Reading) -> str:
    """A line for each event statement, in the columns of COLUMNS; empty where there is none.

    Several fillers stand in one cell with ` | ` between them. `*_low` and `*_high` bound the
    first whole figure of a kind, an empty high end is open; `figures` says all of them in words.
    """
    names = Names(reading)
    events = (s for s in reading.statements if s.kind == "event")
    return "".join(_line(_row(reading, event, names)) for event in events)


def _line(cells: tuple[Cell, ...] | list[Cell]) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator="\r\n").writerow([guarded(cell) for cell in cells])
    return made.getvalue()


def guarded(cell: Cell) -> Cell:
    """The cell as no spreadsheet takes it for a formula or cuts it; numbers stay numbers."""
    if not isinstance(cell, str):
        return cell
    shown = visible(cell[:_LONGEST])
    shown = f"{shown[:_LONGEST]} […]" if max(len(cell), len(shown)) > _LONGEST else shown
    return f"'{shown}" if shown.lstrip(" ").startswith(_FORMULA) else shown


def _row(reading: Reading, event: Statement, names: Names) -> list[Cell]:
    report, time = reading.report, event.time
    joined = " | ".join
    return [
        report.id,
        report.outlet,
        report.published.isoformat() if report.published else None,
        report.url,
        event.id,
        event.happening,
        event.type,
        event.trigger.text if event.trigger else None,
        joined(names.fillers(event, "agent")),
        joined(names.fillers(event, "target")),
        joined(names.fillers(event, "object")),
        joined(names.fillers(event, "place")),
        *_where(names.place(event)),
        joined(names.fillers(event, "origin")),
        joined(names.fillers(event, "destination")),
        joined(names.fillers(event, "instrument")),
        names.of(time.mention) if time else None,
        time.earliest.isoformat() if time and time.earliest else None,
        time.latest.isoformat() if time and time.latest else None,
        *_bounds(event.figures),
        joined(names.figure(figure) for figure in event.figures),
        event.realis,
        event.polarity,
        event.negates,
        " < ".join(names.sources(event)),
        joined(span.text for span in event.evidence),
        report.sha256,
    ]


def _where(place: PlaceReference | None) -> tuple[Cell, ...]:
    """Name, district, governorate, country, latitude, longitude and precision of a place."""
    if place is None:
        return (None,) * 7
    return (
        place.name, place.district, place.admin, place.country,
        place.latitude, place.longitude, place.precision,
    )  # fmt: skip


def _bounds(figures: tuple[Figure, ...]) -> Iterator[Cell]:
    for kind in KINDS:
        first = next((f for f in figures if f.kind == kind and not f.part_of), None)
        yield first.low if first else None
        yield first.high if first else None
