"""Which incidents are asked for, as a condition on their rows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from math import cos, radians
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, and_, false, or_, select

from riwaya.ledger.audiences import hidden_groups, hidden_reports, seen_by
from riwaya.ledger.derive.names import joined_names, names_joined_to
from riwaya.ledger.handles import bare_key, words_key
from riwaya.ledger.keeping import outlet_key
from riwaya.ledger.review.state import in_state
from riwaya.ledger.schema import incident_actors, members, reports
from riwaya.ledger.schema import incidents as incidents_table
from riwaya.ledger.search import index
from riwaya.ledger.worded import handles_worded

_MOST_FOUND = 2000  # reports whose incidents a search for words shows
_MANY = 400  # handles that a name may have


@dataclass(frozen=True, slots=True)
class Filter:
    """Which incidents; what is None lets all through. Days are inclusive."""

    place: str | None = None
    near: tuple[float, float, float] | None = None  # latitude, longitude, kilometres
    since: date | None = None
    until: date | None = None
    type: str | None = None
    actor: str | None = None
    standing: str | None = None  # a grade, `happened`, `contested:FIELD` or `contested:any`
    text: str | None = None
    happened: bool | None = None
    handle: str | None = None  # of a party in it, or one joined to that, exactly
    outlet: str | None = None  # a report of which tells of it
    untold: str | None = None  # an outlet no report of which tells of it
    box: tuple[float, float, float, float] | None = None  # west, south, east, north in degrees
    review: Literal["untouched", "reviewed", "differ"] | None = None  # differ: two persons do
    incident: str | None = None  # that of this id alone
    limit: int | None = 50  # None for all
    offset: int = 0


def filtered(
    connection: Connection, base: Select[Any], wanted: Filter, groups: Collection[str]
) -> Select[Any]:
    """A query on incidents, of those alone that a filter lets through and a viewer may see."""
    t = incidents_table.c
    conditions: list[ColumnElement[bool]] = [seen_by(connection, groups)]
    if wanted.place:
        conditions.append(_of_place(wanted.place))
    if wanted.near:
        conditions.append(_near(*wanted.near))
    if wanted.box:
        conditions.append(_inside(*wanted.box))
    if wanted.outlet:
        conditions.append(t.row.in_(_told_by(wanted.outlet, groups)))
    if wanted.untold:
        conditions.append(t.row.not_in(_told_by(wanted.untold, groups)))
    if wanted.since:
        conditions.append(t.latest >= wanted.since)
    if wanted.until:
        conditions.append(t.earliest <= wanted.until)
    if wanted.type:
        conditions.append(t.type == wanted.type)
    if wanted.happened is not None:
        conditions.append(t.happened == int(wanted.happened))
    if wanted.standing:
        conditions.append(_standing(wanted.standing))
    if wanted.incident:
        conditions.append(t.id == wanted.incident)
    if wanted.review:
        conditions.append(in_state(connection, wanted.review, groups))
    if wanted.actor:
        conditions.append(t.row.in_(_of_actor(connection, wanted.actor, groups)))
    if wanted.handle:
        joined = names_joined_to(connection, wanted.handle, hidden_groups(connection, groups))
        party = select(incident_actors.c.incident).where(incident_actors.c.handle.in_(joined))
        conditions.append(t.row.in_(party))
    if wanted.text:
        found = index.find(
            connection, wanted.text, kind="report", limit=_MOST_FOUND,
            hidden=hidden_reports(groups),
        )  # fmt: skip
        conditions.append(
            t.row.in_(select(members.c.incident).where(members.c.report_id.in_(found)))
        )
    return base.where(and_(*conditions))


def _of_place(name: str) -> ColumnElement[bool]:
    """Places with these words in their name, in that of their district or of their area."""
    t = incidents_table.c
    wanted = bare_key(name)
    named = t.place_words.contains(f" {wanted} ", autoescape=True) if wanted else false()
    return or_(named, t.country == name.strip().upper())


def _near(latitude: float, longitude: float, kilometres: float) -> ColumnElement[bool]:
    t = incidents_table.c
    degrees = kilometres / 111.0
    wide = degrees / max(cos(radians(min(abs(latitude) + degrees, 89.0))), 0.01)
    return and_(
        t.latitude.between(latitude - degrees, latitude + degrees),
        t.longitude.between(longitude - wide, longitude + wide),
    )


def _inside(west: float, south: float, east: float, north: float) -> ColumnElement[bool]:
    """In a rectangle; one that crosses the 180th meridian has its west east of its east."""
    t = incidents_table.c
    if west <= east:
        return and_(t.latitude.between(south, north), t.longitude.between(west, east))
    return and_(t.latitude.between(south, north), or_(t.longitude >= west, t.longitude <= east))


def _told_by(outlet: str, groups: Collection[str]) -> Select[Any]:
    """Incidents of which a report of this outlet tells."""
    of = select(members.c.incident).join(reports, reports.c.id == members.c.report_id)
    return of.where(
        reports.c.outlet_key == outlet_key(outlet), reports.c.id.not_in(hidden_reports(groups))
    )


def _standing(wanted: str) -> ColumnElement[bool]:
    t = incidents_table.c
    kind, _, field = wanted.partition(":")
    if wanted == "contested:any":
        return t.contested != ""
    if kind == "contested" and field:
        return t.contested.contains(f",{field},")
    if wanted == "happened":
        return t.happened == 1
    return t.grade == wanted


def _of_actor(connection: Connection, name: str, groups: Collection[str]) -> Select[Any]:
    """Incidents with a party whose name, or another name of whom, has all of these words."""
    words = set(words_key(name).split())
    found = handles_worded(connection, words, groups, _MANY)
    handles = joined_names(connection, found, hidden_groups(connection, groups))
    wanted = {*handles, *handles.values()}
    handle = (
        incident_actors.c.handle
    )  # of what the tables list the main name may be told by no report
    listed = handle.startswith("actor:") & handle.contains(name.strip(), autoescape=True)
    return select(incident_actors.c.incident).where(or_(handle.in_(wanted), listed))
