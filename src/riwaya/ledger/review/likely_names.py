"""Names that look alike, of people in incidents, contested ones first: one person or two?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, func, select

from riwaya.ledger.audiences import hidden_groups, hidden_reports
from riwaya.ledger.derive.names import joined_names
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.filters import Filter
from riwaya.ledger.likely import Proposal, looks_like, proposals
from riwaya.ledger.review.items import Called, NameItem
from riwaya.ledger.review.order import cards, in_order
from riwaya.ledger.review.said import Judged, differ, judged_names, last_words, settled
from riwaya.ledger.schema import incident_actors, names

_PEOPLE = 24  # of contested incidents, and of others, whose names are compared with more
_INCIDENTS = 200  # of either that are looked through for them


@dataclass(frozen=True, slots=True)
class _Found:
    handles: frozenset[str]  # of one person
    proposal: Proposal
    incident: int  # its row
    judged: Judged


def alike(
    connection: Connection, wanted: Filter, limit: int, offset: int, by: str,
    groups: Collection[str],
) -> list[NameItem]:  # fmt: skip
    """Pairs of names of which nobody decided, or others differ; no more than some people's."""
    found = list(islice(_found(connection, wanted, by, groups), offset, offset + limit))
    handles = {h for f in found for h in (*f.handles, f.proposal.handle)}
    known = called(connection, handles, groups)
    shown = cards(connection, {f.incident for f in found})
    return [
        NameItem(
            _meant(f, known), known[f.proposal.handle], f.proposal.why, shown[f.incident].id,
            shown[f.incident].title, f.judged, differ(f.judged),
        )
        for f in found if f.proposal.handle in known and not known.keys().isdisjoint(f.handles)
    ]  # fmt: skip


def _meant(f: _Found, known: Mapping[str, Called]) -> Called:
    """Of one person's names the one that looks like the other."""
    own = [known[h] for h in sorted(f.handles) if h in known]
    return next((c for c in own if looks_like(c.name, f.proposal.name)), own[0])


def _found(
    connection: Connection, wanted: Filter, by: str, groups: Collection[str]
) -> Iterator[_Found]:
    hidden = hidden_groups(connection, groups)
    known: set[frozenset[str]] = set()
    for handle, incident in _people(connection, wanted, groups):
        own = set(joined_names(connection, {handle}, hidden))
        said = judged_names(connection, own, groups)
        for proposal in proposals(connection, own, groups):
            on_them = [j for h in own for j in said.get(_pair(h, proposal.handle), ())]
            last = last_words(on_them)
            both = {frozenset((h, proposal.handle)) for h in own}
            if known.isdisjoint(both) and not settled(last.values(), by):
                known |= both
                yield _Found(frozenset(own), proposal, incident, tuple(last.values()))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _people(
    connection: Connection, wanted: Filter, groups: Collection[str]
) -> Iterator[tuple[str, int]]:
    """People by name in incidents, each once, with the row of the first; no more than some of
    contested ones and some of others, which are looked through when those are done."""
    known: set[str] = set()
    for contested in (True, False):
        rows = list(islice(in_order(connection, wanted, groups, contested=contested), _INCIDENTS))
        fresh = ((h, row) for h, row in _named_in(connection, rows) if h not in known)
        for handle, row in islice(fresh, _PEOPLE):
            known.add(handle)
            yield handle, row


def _named_in(connection: Connection, rows: Sequence[int]) -> Iterator[tuple[str, int]]:
    """The people by name in some incidents, with the row of each that they are in."""
    t = incident_actors.c
    there: dict[int, set[str]] = {}
    for chunk in in_chunks(rows):
        of = select(t.incident, t.handle).where(
            t.incident.in_(chunk), t.handle.startswith("person:")
        )
        for r in connection.execute(of):
            there.setdefault(r.incident, set()).add(r.handle)
    for row in rows:
        for handle in sorted(there.get(row, ())):
            yield handle, row


def called(
    connection: Connection, handles: Collection[str], groups: Collection[str]
) -> dict[str, Called]:
    """Each name as it is written most often."""
    written: dict[str, Counter[str]] = {}
    for chunk in in_chunks(sorted(handles)):
        of = (
            select(names.c.handle, names.c.name, func.count(func.distinct(names.c.report_id)))
            .where(names.c.handle.in_(chunk), names.c.report_id.not_in(hidden_reports(groups)))
            .group_by(names.c.handle, names.c.name)
        )  # fmt: skip
        for handle, name, n in connection.execute(of):
            written.setdefault(handle, Counter())[name] += n
    return {
        h: Called(h, min(spelt, key=lambda n: (-spelt[n], len(n), n)), spelt.total())
        for h, spelt in written.items()
    }  # fmt: skip
