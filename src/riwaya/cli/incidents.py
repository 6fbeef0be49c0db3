"""`riwaya incidents LEDGER`: which incidents there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.base import Usage
from riwaya.cli.opened import AsJson, Groups, Limit, Location, Offset, bounds, day, opened, write

if TYPE_CHECKING:
    from riwaya.ledger import Ledger
    from riwaya.ledger.filters import Filter

_SHOWN = 50
_NEAR = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*,\s*(\d+(?:\.\d+)?)\s*")


def incidents(
    ledger: Location,
    place: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="In this place, district or area, or country code."),
    ] = None,
    near: Annotated[
        str | None, typer.Option(metavar="LAT,LON,KM", help="Within about so many kilometres.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Not over before that day.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Begun by that day.")
    ] = None,
    type: Annotated[
        str | None, typer.Option(metavar="TYPE", help="Of this kind, as airstrike.")
    ] = None,
    actor: Annotated[
        str | None, typer.Option(metavar="NAME", help="With this person or group in it.")
    ] = None,
    standing: Annotated[
        str | None,
        typer.Option(metavar="GRADE|happened|contested:FIELD", help="Where it stands."),
    ] = None,
    text: Annotated[
        str | None, typer.Option(metavar="WORDS", help="With a report that has these words.")
    ] = None,
    limit: Limit = None,
    offset: Offset = 0,
    group: Groups = None,
    as_json: AsJson = False,
) -> int:
    """Lists incidents, the latest first: 50, or all of them with --json."""
    bounds(limit, offset)
    from riwaya.ledger.filters import Filter

    wanted = Filter(
        place=place, near=_near(near), since=day("--since", since), until=day("--until", until),
        type=_type(type), actor=actor, standing=_standing(standing), text=text,
        limit=limit or (None if as_json else _SHOWN), offset=offset,
    )  # fmt: skip
    with opened(ledger, groups=group) as found:
        return write(_records(found, wanted) if as_json else _blocks(found, wanted))


def _records(ledger: Ledger, wanted: Filter) -> Iterator[str]:
    from riwaya.views.ledger.record import incident_record, line

    for one in ledger.each_incident(wanted):
        yield f"{line(incident_record(one.incident))}\n"


def _blocks(ledger: Ledger, wanted: Filter) -> Iterator[str]:
    from riwaya.views.ledger.lines import block, heading

    total = ledger.count(wanted)
    lines = ledger.incidents(wanted)
    yield f"{heading(total, len(lines), wanted.offset)}\n"
    for one in lines:
        yield f"\n{block(one.incident)}"
    if lines and wanted.offset + len(lines) < total:
        yield f"\nMore: --offset {wanted.offset + len(lines)}\n"


def _near(given: str | None) -> tuple[float, float, float] | None:
    if given is None:
        return None
    found = _NEAR.fullmatch(given)
    latitude, longitude, way = map(float, found.groups()) if found else (99.0, 0.0, 0.0)
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise Usage(
            f"--near {given}: no point. Give latitude, longitude and kilometres, as 32.99,36.06,15."
        )
    return latitude, longitude, way


def _type(given: str | None) -> str | None:
    from difflib import get_close_matches

    from riwaya.lexicons import load

    if given is None:
        return None
    known = [row["type"] for row in load().rows("event_types")]
    wanted = given.strip().lower().replace(" ", "_").replace("-", "_")
    if wanted not in known:
        some = get_close_matches(wanted, known, 5, 0.5) or known[:8]
        raise Usage(f"--type {given}: no such kind of event. Give one, as {', '.join(some)}.")
    return wanted


def _standing(given: str | None) -> str | None:
    from riwaya.views.ledger.page import FIELDS
    from riwaya.views.ledger.said import GRADES

    if given is None or given in GRADES or given == "happened":
        return given
    kind, _, field = given.partition(":")
    if kind == "contested" and field in FIELDS:
        return given
    raise Usage(
        f"--standing {given}: no such standing. Give one of {', '.join(GRADES)}, happened, or "
        f"contested: with one of {', '.join(FIELDS)}, as contested:agent."
    )
