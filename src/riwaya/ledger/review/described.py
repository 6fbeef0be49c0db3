"""What judgements are on, in words: statements with their reports, incidents by title, names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from riwaya.ledger.audiences import hidden_reports, seen_by
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.verdicts import holders
from riwaya.ledger.review.likely_names import called
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.schema import incidents, members, readings, reports, statements


@dataclass(frozen=True, slots=True)
class End:
    """A statement of an event, or the telling that it leads, and the incident that it is in now.

    `incident` and `title` are empty where it is in none.
    """

    key: str
    local: str  # its id inside the latest reading
    type: str
    words: str  # the deed's word
    report: str  # its name
    outlet: str | None
    published: date | None
    incident: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Described:
    """What one judgement is on: `ends` first one, then the other, or the parts of a split.

    Of names `names` has both; what a viewer does not see, or is there no more, is left out.
    """

    ends: tuple[End, ...] = ()
    names: tuple[str, ...] = ()


def described(
    connection: Connection, given: Iterable[Judgement], groups: Collection[str]
) -> dict[int, Described]:
    """What each of some judgements is on, by their numbers."""
    judged = [j for j in given if j.number is not None]
    told = [j for j in judged if j.about != "entity"]
    ends = _ends(connection, {k for j in told for k in _keys(j)}, groups)
    handles = {k for j in judged if j.about == "entity" for k in _keys(j)}
    names = called(connection, handles, groups) if handles else {}
    return {
        j.number: Described(
            tuple(ends[k] for k in _keys(j) if k in ends),
            tuple(names[k].name for k in _keys(j) if k in names),
        )
        for j in judged if j.number is not None
    }  # fmt: skip


def _keys(j: Judgement) -> tuple[str, ...]:
    return tuple(k for k in (j.one, j.other, *j.parts) if k is not None)


def _ends(
    connection: Connection, keys: Collection[str], groups: Collection[str]
) -> dict[str, End]:  # fmt: skip
    found: dict[str, End] = {}
    there = _incidents(connection, keys, groups)
    s, r = statements.c, reports.c
    word = func.substr(r.text, s.start + 1, s.end - s.start)
    for chunk in in_chunks(sorted(keys)):
        of = (
            select(s.key, s.local, s.type, word.label("words"), r.name, r.outlet, r.published)
            .join(readings, readings.c.id == s.reading_id)
            .join(reports, r.id == readings.c.report_id)
            .where(s.key.in_(chunk), r.id.not_in(hidden_reports(groups)))
            .order_by(readings.c.id)
        )  # fmt: skip
        for row in connection.execute(of):  # the latest reading's is the last
            id, title = there.get(row.key, ("", ""))
            found[row.key] = End(
                row.key, row.local, row.type, row.words or "", row.name, row.outlet,
                row.published, id, title,
            )  # fmt: skip
    return found


def _incidents(
    connection: Connection, keys: Collection[str], groups: Collection[str]
) -> Mapping[str, tuple[str, str]]:  # fmt: skip
    """The id and title of the incident that each key is in, as a viewer sees it."""
    held = holders(connection, keys)
    by_telling: dict[str, tuple[str, str]] = {}
    m, t = members.c, incidents.c
    for chunk in in_chunks(sorted(set(held.values()))):
        of = select(m.telling, t.id, t.title).join(incidents, t.row == m.incident)
        rows = connection.execute(of.where(m.telling.in_(chunk), seen_by(connection, groups)))
        by_telling |= {r.telling: (r.id, r.title) for r in rows}
    return {key: by_telling[of] for key, of in held.items() if of in by_telling}
