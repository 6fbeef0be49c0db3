"""What is asked of a ledger: lists of incidents, one incident, reports by their words, counts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from math import cos, radians
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, or_, select

from riwaya.ledger.audiences import hidden_groups, hidden_reports, seen_by
from riwaya.ledger.bodies import INCIDENT
from riwaya.ledger.derive.names import joined_names
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.verdicts import holders
from riwaya.ledger.errors import NotFound
from riwaya.ledger.handles import bare_key, words_key
from riwaya.ledger.nouns import Incident
from riwaya.ledger.ruling import judgements_of
from riwaya.ledger.schema import (
    incident_actors,
    members,
    name_words,
    readings,
    report_states,
    reports,
    statements,
    tellings,
)
from riwaya.ledger.schema import (
    incidents as incidents_table,
)
from riwaya.ledger.search import index
from riwaya.ledger.search.query import BadQuery

_MOST_FOUND = 2000  # reports whose incidents a search for words shows
_MANY = 400  # handles that a name may have
_AT_ONCE = 200  # incidents of a long list that are held


@dataclass(frozen=True, slots=True)
class Filter:
    """Which incidents; what is None lets all through. Days are inclusive."""

    place: str | None = None
    near: tuple[float, float, float] | None = None  # latitude, longitude, kilometres
    since: date | None = None
    until: date | None = None
    type: str | None = None
    actor: str | None = None
    standing: str | None = None  # a grade, `happened`, or `contested:FIELD`
    text: str | None = None
    happened: bool | None = None
    limit: int | None = 50  # None for all
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """An incident as lists show it."""

    incident: Incident


@dataclass(frozen=True, slots=True)
class Found:
    """A report that a search found, with the spans of its text that match."""

    report: str
    outlet: str | None
    published: date | None
    url: str | None
    title: str | None
    text: str
    spans: tuple[tuple[int, int], ...]
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An outlet that reports name: as most of them write it, how many, an address of one."""

    name: str
    reports: int
    url: str | None


def incidents(connection: Connection, wanted: Filter, groups: Collection[str]) -> list[Line]:
    """The incidents that a filter lets through, the latest first, those without a day last."""
    return list(each_incident(connection, wanted, groups))


def each_incident(
    connection: Connection, wanted: Filter, groups: Collection[str]
) -> Iterator[Line]:
    """The same one by one, however many they are."""
    table = incidents_table
    order = (table.c.latest.is_(None), table.c.latest.desc(), table.c.id)
    chosen = (  # sorted without their bodies, which are long
        _filtered(connection, select(table.c.row), wanted, groups)
        .order_by(*order).limit(wanted.limit).offset(wanted.offset).subquery()
    )  # fmt: skip
    rows = connection.execute(
        select(table.c.body).join(chosen, chosen.c.row == table.c.row).order_by(*order),
        execution_options={"yield_per": _AT_ONCE},
    )
    for row in rows:
        yield Line(INCIDENT.validate_json(row.body))


def count(connection: Connection, wanted: Filter, groups: Collection[str]) -> int:
    """How many a filter lets through, whatever its limit."""
    counted = _filtered(connection, select(func.count()), wanted, groups)
    return connection.scalar(counted.select_from(incidents_table)) or 0


def _filtered(
    connection: Connection, base: Select[Any], wanted: Filter, groups: Collection[str]
) -> Select[Any]:
    t = incidents_table.c
    conditions: list[ColumnElement[bool]] = [seen_by(connection, groups)]
    if wanted.place:
        conditions.append(_of_place(wanted.place))
    if wanted.near:
        conditions.append(_near(*wanted.near))
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
    if wanted.actor:
        conditions.append(t.row.in_(_of_actor(connection, wanted.actor, groups)))
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


def _standing(wanted: str) -> ColumnElement[bool]:
    t = incidents_table.c
    kind, _, field = wanted.partition(":")
    if kind == "contested" and field:
        return t.contested.contains(f",{field},")
    if wanted == "happened":
        return t.happened == 1
    return t.grade == wanted


def _of_actor(connection: Connection, name: str, groups: Collection[str]) -> Select[Any]:
    """Incidents with a party whose name, or another name of whom, has all of these words."""
    words = set(words_key(name).split())
    of = select(name_words.c.handle).where(name_words.c.word.in_(words))
    of = of.group_by(name_words.c.handle).having(func.count() == len(words))
    found = connection.scalars(of.limit(_MANY)).all()
    handles = joined_names(connection, found, hidden_groups(connection, groups))
    wanted = {*handles, *handles.values()}
    handle = (
        incident_actors.c.handle
    )  # of what the tables list the main name may be told by no report
    listed = handle.startswith("actor:") & handle.contains(name.strip(), autoescape=True)
    return select(incident_actors.c.incident).where(or_(handle.in_(wanted), listed))


def incident(connection: Connection, id: str, groups: Collection[str]) -> Incident:
    """An incident by its id, or by the key of any claim in it, which may have been its id once."""
    seen = seen_by(connection, groups)
    t = incidents_table
    body = connection.scalar(select(t.c.body).where(t.c.id == id, seen))
    if body is None:
        held = holders(connection, [id]).get(id, id)
        of = select(members.c.incident).where(members.c.telling == held)
        body = connection.scalar(select(t.c.body).where(t.c.row.in_(of), seen))
    if body is None:
        raise NotFound(f"{id}: no such incident. riwaya incidents LEDGER lists them.")
    return INCIDENT.validate_json(body)


def most_told(connection: Connection, groups: Collection[str]) -> str:
    """The id of the incident that most reports tell of. Raises NotFound where there is none."""
    t = incidents_table
    of = select(t.c.id).where(seen_by(connection, groups)).order_by(t.c.reports.desc(), t.c.id)
    found: str | None = connection.scalar(of.limit(1))
    if found is None:
        raise NotFound("no incident is in this ledger yet. riwaya add brings reports in.")
    return found


def tellings_of(connection: Connection, id: str, groups: Collection[str]) -> dict[str, str]:
    """The report of each telling of an incident, by the telling's key."""
    t = incidents_table
    rows = connection.execute(
        select(members.c.telling, reports.c.name)
        .join(t, t.c.row == members.c.incident)
        .join(reports, reports.c.id == members.c.report_id)
        .where(t.c.id == id, seen_by(connection, groups)).order_by(members.c.telling)
    ).all()  # fmt: skip
    return {r.telling: r.name for r in rows}


def statement_keys(
    connection: Connection, names: Collection[str], groups: Collection[str]
) -> dict[tuple[str, str], str]:
    """What judgements hang on, by a report and the statement's id in its latest reading."""
    found: dict[tuple[str, str], str] = {}
    for chunk in in_chunks(sorted(names)):
        shown = reports.c.name.in_(chunk) & reports.c.id.not_in(hidden_reports(groups))
        latest = (
            select(func.max(readings.c.id))
            .where(readings.c.report_id.in_(select(reports.c.id).where(shown)))
            .group_by(readings.c.report_id)
        )
        numbers = list(connection.scalars(latest))
        of = (
            select(reports.c.name, statements.c.local, statements.c.key)
            .join(readings, readings.c.id == statements.c.reading_id)
            .join(reports, reports.c.id == readings.c.report_id)
            .where(readings.c.id.in_(numbers))
        )
        found |= {(r.name, r.local): r.key for r in connection.execute(of)}
    return found


def outlets_told(connection: Connection, groups: Collection[str]) -> list[Told]:
    """The outlets that reports name, those of most reports first."""
    counted = (
        select(
            reports.c.outlet_key, reports.c.outlet, func.count().label("n"),
            func.min(reports.c.url).label("url"),
        )
        .where(reports.c.outlet.isnot(None), reports.c.id.not_in(hidden_reports(groups)))
        .group_by(reports.c.outlet_key, reports.c.outlet)
    )  # fmt: skip
    made: dict[str, Told] = {}
    for r in sorted(connection.execute(counted), key=lambda r: (-r.n, r.outlet)):
        known = made.get(r.outlet_key, Told(r.outlet, 0, None))
        made[r.outlet_key] = Told(known.name, known.reports + r.n, known.url or r.url)
    return sorted(made.values(), key=lambda t: (-t.reports, t.name))


def search(
    connection: Connection, query: str, groups: Collection[str], limit: int, offset: int
) -> list[Found]:
    """The reports that match, the newest first. Raises NotFound for a query without words."""
    from riwaya.ledger.search import highlight

    try:
        found = index.find(
            connection, query, kind="report", limit=limit, offset=offset,
            hidden=hidden_reports(groups),
        )  # fmt: skip
    except BadQuery as error:
        raise NotFound(str(error)) from error
    rows = {
        r.id: r for r in connection.execute(select(reports).where(reports.c.id.in_(found)))
    }  # fmt: skip
    near = _incidents_of_reports(connection, found, groups)
    return [
        Found(
            r.name, r.outlet, r.published, r.url, r.title, r.text,
            tuple(highlight(r.text, query)), near.get(r.id, ()),
        )
        for r in (rows[n] for n in found)
    ]  # fmt: skip


def _incidents_of_reports(
    connection: Connection, ids: Collection[int], groups: Collection[str]
) -> dict[int, tuple[str, ...]]:
    t = incidents_table
    rows = connection.execute(
        select(members.c.report_id, t.c.id, func.sum(members.c.said).label("said"))
        .join(t, t.c.row == members.c.incident)
        .where(members.c.report_id.in_(ids), seen_by(connection, groups))
        .group_by(members.c.report_id, t.c.id)
    ).all()  # fmt: skip
    found: dict[int, list[tuple[int, str]]] = {}
    for r in rows:
        found.setdefault(r.report_id, []).append((-r.said, r.id))
    return {report: tuple(id for _, id in sorted(near)) for report, near in found.items()}


def stats(connection: Connection, groups: Collection[str]) -> dict[str, int]:
    """Counts of what this viewer sees."""
    hidden = hidden_reports(groups)
    shown = reports.c.id.not_in(hidden)
    latest = select(func.max(readings.c.id)).group_by(readings.c.report_id)
    t = incidents_table
    seen = seen_by(connection, groups)

    def number(query: Select[Any]) -> int:
        return connection.scalar(query) or 0

    current = report_states.c.superseded_by.isnot(None) & report_states.c.report_id.not_in(hidden)
    return {
        "reports": number(select(func.count()).select_from(reports).where(shown)),
        "replaced": number(select(func.count()).select_from(report_states).where(current)),
        "outlets": number(
            select(func.count(func.distinct(reports.c.outlet_key)))
            .where(shown, reports.c.outlet_key != "")
        ),
        "statements": number(
            select(func.count()).select_from(statements)
            .join(readings, readings.c.id == statements.c.reading_id)
            .where(readings.c.id.in_(latest), readings.c.report_id.not_in(hidden))
        ),
        "tellings": number(
            select(func.count()).select_from(tellings).where(tellings.c.report_id.not_in(hidden))
        ),
        "incidents": number(select(func.count()).select_from(t).where(seen)),
        "happened": number(select(func.count()).select_from(t).where(seen, t.c.happened == 1)),
        "contested": number(select(func.count()).select_from(t).where(seen, t.c.contested != "")),
        "judgements": len(judgements_of(connection, groups)),
    }  # fmt: skip
