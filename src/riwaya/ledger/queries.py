"""What is asked of a ledger: lists of incidents, one incident, reports by their words, counts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

from riwaya.ledger.audiences import hidden_reports, seen_by
from riwaya.ledger.bodies import HEADING, INCIDENT
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.verdicts import holders
from riwaya.ledger.errors import NotFound
from riwaya.ledger.filters import Filter, filtered
from riwaya.ledger.nouns import Heading, Incident
from riwaya.ledger.ruling import judgements_of
from riwaya.ledger.schema import (
    incidents as incidents_table,
)
from riwaya.ledger.schema import (
    judgements,
    members,
    readings,
    report_states,
    reports,
    restrictions,
    statements,
    tellings,
    tombstones,
)
from riwaya.ledger.search import index
from riwaya.ledger.search.query import BadQuery

_LOOKED = 100_000  # code points of a report in which the words that match are pointed at
_AT_ONCE = 200  # incidents of a long list that are held


@dataclass(frozen=True, slots=True)
class Line:
    """An incident as lists show it."""

    incident: Incident


@dataclass(frozen=True, slots=True)
class Found:
    """A report that a search found, with the spans that match in the beginning of its text."""

    report: str
    outlet: str | None
    published: date | None
    url: str | None
    title: str | None
    text: str
    spans: tuple[tuple[int, int], ...]
    incidents: tuple[str, ...]
    titles: tuple[str, ...] = ()  # of the incidents


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
    for body in _bodies(connection, wanted, groups):
        yield Line(INCIDENT.validate_json(body))


def headings(connection: Connection, wanted: Filter, groups: Collection[str]) -> list[Heading]:
    """The same incidents in the same order, as a page of a list shows them."""
    return [HEADING.validate_json(body) for body in _bodies(connection, wanted, groups)]


def _bodies(connection: Connection, wanted: Filter, groups: Collection[str]) -> Iterator[str]:
    table = incidents_table
    order = (table.c.latest.is_(None), table.c.latest.desc(), table.c.id)
    chosen = (  # sorted without their bodies, which are long
        filtered(connection, select(table.c.row), wanted, groups)
        .order_by(*order).limit(wanted.limit).offset(wanted.offset).subquery()
    )  # fmt: skip
    rows = connection.execute(
        select(table.c.body).join(chosen, chosen.c.row == table.c.row).order_by(*order),
        execution_options={"yield_per": _AT_ONCE},
    )
    for row in rows:
        yield row.body


def count(connection: Connection, wanted: Filter, groups: Collection[str]) -> int:
    """How many a filter lets through, whatever its limit."""
    counted = filtered(connection, select(func.count()), wanted, groups)
    return connection.scalar(counted.select_from(incidents_table)) or 0


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
            tuple(highlight(r.text[:_LOOKED], query)),
            tuple(id for id, _ in near.get(r.id, ())),
            tuple(title for _, title in near.get(r.id, ())),
        )
        for r in (rows[n] for n in found)
    ]  # fmt: skip


def _incidents_of_reports(
    connection: Connection, ids: Collection[int], groups: Collection[str]
) -> dict[int, list[tuple[str, str]]]:
    """Id and title of the incidents of each report, those first of which it says most."""
    t = incidents_table
    rows = connection.execute(
        select(members.c.report_id, t.c.id, t.c.title, func.sum(members.c.said).label("said"))
        .join(t, t.c.row == members.c.incident)
        .where(members.c.report_id.in_(ids), seen_by(connection, groups))
        .group_by(members.c.report_id, t.c.id, t.c.title)
    ).all()  # fmt: skip
    found: dict[int, list[tuple[str, str]]] = {}
    for r in sorted(rows, key=lambda r: (-r.said, r.id)):
        found.setdefault(r.report_id, []).append((r.id, r.title))
    return found


def state(connection: Connection) -> tuple[int, ...]:
    """The last numbers of what is kept: others whenever something was added, judged or hidden."""
    of = select(*(
        select(func.max(t.c.id)).scalar_subquery()
        for t in (readings, judgements, restrictions, tombstones)
    ))  # fmt: skip
    return tuple(n or 0 for n in connection.execute(of).one())


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
