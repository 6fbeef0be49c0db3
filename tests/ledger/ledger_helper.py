"""Short reports of our own, read once, and ledgers that hold them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from riwaya.ledger.adding import Added
from riwaya.ledger.database import reading
from riwaya.ledger.schema import incident_actors, incidents, members, reports
from riwaya.ledger.store import Ledger
from riwaya.model import Arrival, Problem, Reading, Report
from riwaya.pipeline import read_report, reader

DAY = date(2023, 5, 16)
HAYYAN = {
    "net": "قُتل خمسة مدنيين في غارة جوية شنها الطيران الروسي على بلدة حيان بريف حلب "
    "يوم 15 أيار 2023.",
    "defence": "قال الدفاع المدني إن سبعة مدنيين قُتلوا في غارة جوية على بلدة حيان بريف حلب "
    "يوم 15 أيار 2023.",
    "denial": "نفت وزارة الدفاع الروسية أن يكون الطيران الروسي قد شن غارة جوية على بلدة حيان "
    "بريف حلب يوم 15 أيار 2023.",
}
"""One strike: five dead by a doer, seven, none."""
JASIM = {
    "name": "قُتل القيادي سالم الحمد، المعروف باسم أبو خطاب، برصاص مسلحين مجهولين في مدينة جاسم "
    "بريف درعا يوم 3 حزيران 2023.",
    "kunya": "اغتال مسلحون مجهولون القيادي أبو خطاب في مدينة جاسم بريف درعا يوم 3 حزيران 2023.",
}
"""One killing of a man under two names, which the first joins."""
OTHERS = {
    "idlib": "قُتل أربعة أشخاص بانفجار سيارة مفخخة في مدينة الباب بريف حلب يوم 20 نيسان 2023.",
    "threat": "هدد قائد الجيش السوري بقصف بلدة بنش بريف إدلب.",
}


def report(id: str, text: str, **more: Any) -> Arrival:
    """A report of an outlet of its own, published on DAY, with what else is said of it."""
    given = {"published": DAY, "outlet": f"شبكة {id}", **more}
    raw, fetched = given.pop("raw", None), given.pop("fetched", None)
    return Arrival(Report(text, id, **given), f"{id}.txt", raw, fetched=fetched)


def hayyan() -> list[Arrival]:
    """The reports of one strike."""
    return [report(id, text) for id, text in HAYYAN.items()]


def jasim() -> list[Arrival]:
    """The reports of one killing."""
    day = date(2023, 6, 4)
    return [report(id, text, published=day) for id, text in JASIM.items()]


def others() -> list[Arrival]:
    """Reports of a bombing elsewhere, and of a threat."""
    return [report(id, text) for id, text in OTHERS.items()]


@cache
def _read(report: Report) -> Reading:
    return read_report(report, reader())


def read_all(items: Iterable[Report | Problem]) -> Iterator[Reading | Problem]:
    """What reads reports in these tests: each text once in a session, one that says so never."""
    for item in items:
        if isinstance(item, Problem):
            yield item
        elif item.text.startswith("!"):
            yield Problem(item.id, "could not be read", "The other reports are read")
        else:
            yield _read(item)


def changing(change: Callable[[Reading], Reading]) -> Any:
    """A reader that reads otherwise than the one before."""

    def read(items: Iterable[Report | Problem]) -> Iterator[Reading | Problem]:
        for made in read_all(items):
            yield made if isinstance(made, Problem) else change(made)

    return read


def place_of(url: str) -> str:
    """What `Ledger` takes for a database of the tests: a file's path, or the address."""
    return url.removeprefix("sqlite:///")


@contextmanager
def ledger_at(url: str, *groups: str) -> Iterator[Ledger]:
    """The ledger at a database of the tests, made where there is none."""
    with Ledger(place_of(url), create=True, groups=groups) as ledger:
        yield ledger


def add(ledger: Ledger, *arrivals: Arrival | Problem) -> list[Added | Problem]:
    """Adds reports in one run."""
    return list(ledger.add(arrivals, read_all))


def ids(ledger: Ledger) -> list[str]:
    """Of all incidents."""
    return [line.incident.id for line in ledger.incidents()]


def told_by(ledger: Ledger) -> list[list[str]]:
    """The names of the reports of each incident, sorted."""
    return sorted(sorted(line.incident.reports) for line in ledger.incidents())


def of_report(ledger: Ledger, name: str) -> Any:
    """The only incident that a report tells of."""
    (found,) = [x.incident for x in ledger.incidents() if name in x.incident.reports]
    return found


def told_together(path: Path, *texts: str) -> Any:
    """The one incident that a ledger in a folder makes of reports with these texts."""
    with ledger_at(f"sqlite:///{path / 'ledger.db'}") as ledger:
        add(ledger, *(report(f"r{n}", text) for n, text in enumerate(texts)))
        found = of_report(ledger, "r0")
        assert set(found.reports) == {f"r{n}" for n in range(len(texts))}
        return found


def later(days: int) -> datetime:
    """A time so many days after DAY."""
    return datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC) + timedelta(days)


def everything(ledger: Ledger) -> list[str]:
    """All incidents for all audiences: columns, bodies, members, actors; reports by their names."""
    with reading(ledger._engine) as connection:
        names = {r.id: r.name for r in connection.execute(select(reports.c.id, reports.c.name))}
        near = _by_incident(connection, members, lambda r: [r.telling, names[r.report_id], r.said])
        who = _by_incident(connection, incident_actors, lambda r: [r.handle, r.role])
        return sorted(
            json.dumps(
                [*(str(v) for c, v in r._mapping.items() if c != "row"), near[r.row],
                 who.get(r.row, [])],
                ensure_ascii=False,
            )
            for r in connection.execute(select(incidents))
        )  # fmt: skip


def _by_incident(
    connection: Connection, table: Any, shown: Callable[[Any], list[Any]]
) -> Mapping[int, list[list[Any]]]:
    found: dict[int, list[list[Any]]] = {}
    for r in connection.execute(select(table)):
        found.setdefault(r.incident, []).append(shown(r))
    return {incident: sorted(rows) for incident, rows in found.items()}


def with_statements(made: Reading, change: Callable[[Any], Any]) -> Reading:
    """A reading whose statements are changed, those that become None left out."""
    kept = [s for s in map(change, made.statements) if s is not None]
    ids = {s.id for s in kept}
    whole = [s for s in kept if all(r.statement is None or r.statement in ids for r in s.roles)]
    return replace(made, statements=tuple(whole))
