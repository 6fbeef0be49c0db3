"""What an incident may be joined with, and what it may be parted into."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from riwaya.ledger.audiences import seen_by
from riwaya.ledger.derive import told
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.review.items import Side
from riwaya.ledger.review.order import Card, cards
from riwaya.ledger.review.pairs import side_of
from riwaya.ledger.schema import incidents, members, ties

MOST_SIDES = 300
_TELLINGS = 1_000  # of an incident, whose ties are looked through


@dataclass(frozen=True, slots=True)
class Near:
    """Another incident that tellings are tied to, and how alike the nearest two of them are."""

    incident: Card
    score: float


def near(connection: Connection, id: str, groups: Collection[str], most: int = 10) -> list[Near]:
    """The incidents that one is most likely one with, the likeliest first."""
    t, m = incidents.c, members.c
    seen = seen_by(connection, groups)
    of = select(m.telling).join(incidents, t.row == m.incident).where(t.id == id, seen)
    ours = set(connection.scalars(of.limit(_TELLINGS)))
    best: dict[str, float] = {}
    for chunk in in_chunks(sorted(ours)):
        tied = select(ties.c.one, ties.c.other, ties.c.score)
        tied = tied.where(or_(ties.c.one.in_(chunk), ties.c.other.in_(chunk)))
        for r in connection.execute(tied):
            for key in {r.one, r.other} - ours:
                best[key] = max(r.score, best.get(key, r.score))
    scores: dict[int, float] = {}
    for chunk in in_chunks(sorted(best)):
        there = select(m.telling, m.incident).join(incidents, t.row == m.incident)
        others = there.where(m.telling.in_(chunk), t.id != id, seen)
        for telling, row in connection.execute(others):
            scores[row] = max(best[telling], scores.get(row, best[telling]))
    chosen = sorted(scores, key=lambda row: (-scores[row], row))[:most]
    shown = cards(connection, chosen)
    return [Near(shown[row], scores[row]) for row in chosen]


def sides(connection: Connection, id: str, groups: Collection[str]) -> list[Side]:
    """The tellings of an incident, the first MOST_SIDES of them by report and place in it."""
    t, m = incidents.c, members.c
    of = (
        select(m.telling, m.incident).join(incidents, t.row == m.incident)
        .where(t.id == id, seen_by(connection, groups)).order_by(m.report_id, m.telling)
    )  # fmt: skip
    rows = connection.execute(of.limit(MOST_SIDES)).all()
    found = told.load(connection, [r.telling for r in rows])
    shown = cards(connection, {r.incident for r in rows})
    return [side_of(connection, found[r.telling], shown[r.incident]) for r in rows]
