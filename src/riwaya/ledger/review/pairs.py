"""Pairs of tellings of which it is least certain whether they are of one incident."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, zip_longest

from sqlalchemy import Connection, literal_column, select

from riwaya.ledger.audiences import hidden_groups, seen_by
from riwaya.ledger.bodies import INCIDENT
from riwaya.ledger.derive import names, states, told
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.features import features
from riwaya.ledger.filters import Filter, filtered
from riwaya.ledger.likeness import Likeness, likeness
from riwaya.ledger.nouns import Telling
from riwaya.ledger.review.items import PairItem, Side
from riwaya.ledger.review.order import Card, cards, in_order
from riwaya.ledger.review.passages import leading, passage
from riwaya.ledger.review.said import Judged, differ, judged_pairs, last_words, settled
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.schema import incidents, members, ties

_AT_ONCE = 50  # members that are looked at together
_MOST_ASKED = 2_000  # of members, those that fit least
_INCIDENTS = 200  # that need a person most, whose ties to others are looked through
_TIED_AT_ONCE = 5  # of these
_TIES = 200  # of theirs, the likeliest
_End = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two tellings, each with the row of its incident."""

    one: _End
    other: _End
    score: float
    judged: Judged


def pairs(
    connection: Connection, wanted: Filter, limit: int, offset: int, by: str,
    groups: Collection[str], rules: Rules,
) -> list[PairItem]:  # fmt: skip
    """In turn the tellings that fit their incident least, and tied ones of two incidents."""
    most = offset + limit
    loose = islice(_loose(connection, wanted, by, groups), most)
    apart = islice(_apart(connection, wanted, by, groups), most)
    both = (p for p in chain.from_iterable(zip_longest(loose, apart)) if p is not None)
    found = list(islice(both, offset, most))
    return _items(connection, found, groups, rules)


def _loose(
    connection: Connection, wanted: Filter, by: str, groups: Collection[str]
) -> Iterator[_Pair]:
    """Members that joined an incident with the least likeness; each with what else is in it."""
    m = members.c
    base = select(m.telling, m.incident, m.fit).join(incidents, incidents.c.row == m.incident)
    chosen = filtered(connection, base, wanted, groups).where(m.fit > literal_column("0"))
    chosen = chosen.order_by(m.fit, m.incident, m.telling)
    for start in range(0, _MOST_ASKED, _AT_ONCE):
        rows = connection.execute(chosen.limit(_AT_ONCE).offset(start)).all()
        said = judged_pairs(connection, {r.telling for r in rows}, groups)
        of = _incidents_of(connection, {k for pair in said for k in pair}, groups)
        near = _others(connection, {r.telling: r.incident for r in rows})
        on_it = _by_member(said, of)
        for r in rows:
            given = last_words(on_it.get((r.telling, r.incident), ()))
            if r.telling in near and not settled(given.values(), by):
                one, other = (near[r.telling], r.incident), (r.telling, r.incident)
                yield _Pair(one, other, r.fit, tuple(given.values()))
        if len(rows) < _AT_ONCE:
            return


def _others(connection: Connection, of: Mapping[str, int]) -> dict[str, str]:
    """For each of some members, the first of the others of its incident."""
    m = members.c
    rows = sorted(set(of.values()))
    there: dict[int, list[str]] = {}
    first = select(m.incident, m.telling).where(m.incident.in_(rows))
    for r in connection.execute(first.order_by(m.incident, m.fit, m.telling)):
        there.setdefault(r.incident, []).append(r.telling)
    return {
        key: next(o for o in there[row] if o != key)
        for key, row in of.items() if len(there[row]) > 1
    }  # fmt: skip


def _apart(
    connection: Connection, wanted: Filter, by: str, groups: Collection[str]
) -> Iterator[_Pair]:
    """Tied tellings of two incidents: of the incidents that need a person most, some at a time,
    the most alike; one pair of any two incidents."""
    rows = islice(in_order(connection, wanted, groups), _INCIDENTS)
    known: set[tuple[int, int]] = set()
    while some := list(islice(rows, _TIED_AT_ONCE)):
        best: dict[tuple[int, int], _Pair] = {}
        for pair in sorted(_tied(connection, some, groups), key=lambda p: (-p.score, p.one)):
            low, high = sorted((pair.one[1], pair.other[1]))
            if (low, high) not in known:
                best.setdefault((low, high), pair)
        known |= best.keys()
        yield from _unsettled(connection, best, by, groups)


def _tied(
    connection: Connection, rows: Collection[int], groups: Collection[str]
) -> Iterator[_Pair]:
    """The likeliest ties between tellings of some incidents and those of others."""
    ours, theirs = members.alias("ours"), members.alias("theirs")
    ends = ((ties.c.one, ties.c.other), (ties.c.other, ties.c.one))
    found = []
    for near, far in ends:
        of = (
            select(near, ours.c.incident, far, theirs.c.incident, ties.c.score)
            .select_from(ours)
            .join(ties, near == ours.c.telling)
            .join(theirs, theirs.c.telling == far)
            .where(ours.c.incident.in_(rows), theirs.c.incident != ours.c.incident)
            .order_by(ties.c.score.desc(), near, far).limit(_TIES)
        )  # fmt: skip
        found += [tuple(r) for r in connection.execute(of)]
    t, seen = incidents.c, seen_by(connection, groups)
    there = {row for _, _, _, row, _ in found}
    shown: set[int] = set()
    for chunk in in_chunks(sorted(there)):
        shown |= set(connection.scalars(select(t.row).where(t.row.in_(chunk), seen)))
    for near_key, own, far_key, row, score in found:
        if row in shown:
            yield _Pair((near_key, own), (far_key, row), score, ())


def _by_member(
    said: Mapping[tuple[str, str], Judged], of: Mapping[str, int]
) -> dict[tuple[str, int], list[Judgement]]:
    """The judgements on each telling and another one of its incident."""
    found: dict[tuple[str, int], list[Judgement]] = {}
    for pair, given in said.items():
        one, other = (of.get(key) for key in pair)
        if one is not None and one == other:
            for key in pair:
                found.setdefault((key, one), []).extend(given)
    return found


def _unsettled(
    connection: Connection, best: Mapping[tuple[int, int], _Pair], by: str, groups: Collection[str]
) -> Iterator[_Pair]:
    """Those on whose incidents nobody decided, or on which others differ."""
    m = members.c
    whole: set[str] = set()
    for chunk in in_chunks(sorted({row for pair in best for row in pair})):
        whole |= set(connection.scalars(select(m.telling).where(m.incident.in_(chunk))))
    said = judged_pairs(connection, whole, groups)
    of = _incidents_of(connection, {k for pair in said for k in pair}, groups)
    on_them: dict[tuple[int, int], list[Judgement]] = {}
    for (one, other), given in said.items():
        if one in of and other in of:
            low, high = sorted((of[one], of[other]))
            on_them.setdefault((low, high), []).extend(given)
    for rows, pair in best.items():
        last = last_words(on_them.get(rows, ()))
        if not settled(last.values(), by):
            yield replace(pair, judged=tuple(last.values()))


def _incidents_of(
    connection: Connection, tellings: Collection[str], groups: Collection[str]
) -> dict[str, int]:
    """The row of the incident that each telling is in, as a viewer sees it."""
    found: dict[str, int] = {}
    m, seen = members.c, seen_by(connection, groups)
    for chunk in in_chunks(sorted(tellings)):
        of = select(m.telling, m.incident).join(incidents, incidents.c.row == m.incident)
        rows = connection.execute(of.where(m.telling.in_(chunk), seen))
        found |= {r.telling: r.incident for r in rows}
    return found


def _items(
    connection: Connection, found: Sequence[_Pair], groups: Collection[str], rules: Rules
) -> list[PairItem]:
    told_by = told.load(connection, {key for p in found for key, _ in (p.one, p.other)})
    shown = cards(connection, {row for p in found for _, row in (p.one, p.other)})
    alike = _likeness(connection, told_by, groups, rules)
    kept = _reasons(connection, found)

    def side(end: _End) -> Side:
        t, card = told_by[end[0]], shown[end[1]]
        return side_of(connection, t, card)

    made = []
    for p in found:
        like = alike(p.one[0], p.other[0])
        together = p.one[1] == p.other[1]
        why = kept.get(p.other, ()) if together else like.reasons if like else ()
        made.append(PairItem(
            side(p.one), side(p.other), together, p.score, why, p.judged, differ(p.judged)
        ))  # fmt: skip
    return made


def side_of(connection: Connection, t: Telling, card: Card) -> Side:
    """A telling of an incident, shown by the words that lead it."""
    return Side(
        t.key, card.id, card.title, card.reports, t.type, t.where, t.earliest, t.latest,
        passage(connection, t.report, leading(t)),
    )  # fmt: skip


def _reasons(connection: Connection, found: Sequence[_Pair]) -> dict[_End, tuple[str, ...]]:
    """Why each telling that fits little is in its incident."""
    loose = {p.other for p in found if p.one[1] == p.other[1]}
    made: dict[_End, tuple[str, ...]] = {}
    for chunk in in_chunks(sorted({row for _, row in loose})):
        of = select(incidents.c.row, incidents.c.body).where(incidents.c.row.in_(chunk))
        bodies = {r.row: INCIDENT.validate_json(r.body) for r in connection.execute(of)}
        made |= {
            (key, row): bodies[row].reasons.get(key, ()) for key, row in loose if row in bodies
        }
    return made


def _likeness(
    connection: Connection, by_key: Mapping[str, Telling], groups: Collection[str], rules: Rules
) -> Callable[[str, str], Likeness | None]:
    """Gives how alike two tellings are under the names that a viewer sees joined."""
    hidden = hidden_groups(connection, groups)
    called = names.joined_names(connection, told.handles_of(by_key.values()), hidden)
    copies = states.copies_of(connection, {t.report for t in by_key.values()})
    looks = {
        key: features(t, called, copies.get(t.report, frozenset())) for key, t in by_key.items()
    }  # fmt: skip
    return lambda a, b: likeness(looks[a], looks[b], rules.types, rules.weights)
