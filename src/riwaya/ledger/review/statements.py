"""The statements that a person has not judged yet, those of the most contested incidents first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, select

from riwaya.ledger.derive import told
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.verdicts import claims_of, standing
from riwaya.ledger.filters import Filter
from riwaya.ledger.nouns import Claim, Telling
from riwaya.ledger.review.items import StatementItem
from riwaya.ledger.review.order import Card, cards, in_order
from riwaya.ledger.review.passages import fillers, latest, passage
from riwaya.ledger.review.said import Judged, differ, judged
from riwaya.ledger.schema import judgements, members
from riwaya.model import Reading

_AT_ONCE = 40  # incidents that are looked through together; of the first ones fewer


@dataclass(frozen=True, slots=True)
class _Open:
    """A telling with claims that are not judged yet."""

    incident: int  # its row
    telling: str
    claims: frozenset[str]


def statements(
    connection: Connection, wanted: Filter, limit: int, offset: int, by: str,
    groups: Collection[str],
) -> list[StatementItem]:  # fmt: skip
    """The statements of a filter's incidents that a person has not judged, in their order."""
    found: list[tuple[int, Telling, Claim]] = []
    for one in _open(connection, in_order(connection, wanted, groups), by):
        if offset >= len(one.claims):
            offset -= len(one.claims)
            continue
        telling = told.load(connection, [one.telling])[one.telling]
        fresh = [c for c in telling.claims if c.key in one.claims]
        found += [(one.incident, telling, c) for c in fresh[offset:]]
        offset = 0
        if len(found) >= limit:
            break
    return _items(connection, found[:limit], groups)


def _open(connection: Connection, rows: Iterator[int], by: str) -> Iterator[_Open]:
    judges = _judges(connection, by)
    size = 2
    while some := list(islice(rows, size)):
        size = min(size * 2, _AT_ONCE)
        of = select(members.c.incident, members.c.telling).where(members.c.incident.in_(some))
        there = {(r.incident, r.telling) for r in connection.execute(of)}
        claims: dict[str, set[str]] = {}
        for claim, telling in claims_of(connection, {t for _, t in there}).items():
            claims.setdefault(telling, set()).add(claim)
        every = {c for found in claims.values() for c in found} if judges else set()
        done = _done(connection, every, by)
        order = {row: n for n, row in enumerate(some)}
        for row, telling in sorted(there, key=lambda x: (order[x[0]], x[1])):
            left = claims.get(telling, set()) - done
            if left:
                yield _Open(row, telling, frozenset(left))


def _judges(connection: Connection, by: str) -> bool:
    """Whether a person judged any statement."""
    j = judgements.c
    return connection.scalar(
        select(j.id).where(j.about == "statement", j.by == by).limit(1)
    ) is not None  # fmt: skip


def _done(connection: Connection, claims: Collection[str], by: str) -> set[str]:
    """Those of some claims on which a person's judgement stands."""
    found: set[str] = set()
    j = judgements.c
    for chunk in in_chunks(sorted(claims)):
        on_them = select(judgements).where(j.about == "statement", j.one.in_(chunk))
        found |= {r.one for r in standing(connection.execute(on_them)) if r.by == by}
    return found


def _items(
    connection: Connection, found: Iterable[tuple[int, Telling, Claim]], groups: Collection[str]
) -> list[StatementItem]:
    given = list(found)
    shown = cards(connection, {row for row, _, _ in given})
    read = latest(connection, {t.report for _, t, _ in given})
    said = judged(connection, [c.key for _, _, c in given], groups)
    return [
        item(connection, shown[row], t.report, c, read[t.report], said.get(c.key, ()))
        for row, t, c in given
    ]  # fmt: skip


def item(
    connection: Connection, card: Card, report: int, c: Claim, reading: Reading, said: Judged
) -> StatementItem:
    """A claim of the report of that number as it is put before a reviewer."""
    last = [j for j in said if not j.undone][-1:]
    placed = any(j.decision == "correct" and "place" in j.value for j in last)
    return StatementItem(
        c.key, c.statement, card.id, card.title, card.grade, card.contested, c.type, c.realis,
        c.polarity, c.negates, fillers(c, reading, placed=placed),
        c.places[0] if c.places else None, c.edtf, c.earliest, c.latest,
        tuple(link.name for link in c.chain), c.rejected, passage(connection, report, c), said,
        differ(said), card.point,
    )  # fmt: skip
