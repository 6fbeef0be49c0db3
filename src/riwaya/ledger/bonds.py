"""What reports state between actors and between incidents, as edges: relations, causes, and who
is not who."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import Connection, func, select

from riwaya.ledger.accounts.identity import Joined
from riwaya.ledger.audiences import hidden_groups, hidden_reports
from riwaya.ledger.between import ends_of
from riwaya.ledger.claims import Read
from riwaya.ledger.deeds import Happening
from riwaya.ledger.derive.names import joined_names, joined_of, voice_of, words_of
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.told import cards_of, latest_readings
from riwaya.ledger.derive.verdicts import holders
from riwaya.ledger.edges import Draft, Edge, EndKind, Ends
from riwaya.ledger.handles import handle_of
from riwaya.ledger.nouns import ReportCard, Words
from riwaya.ledger.schema import joins, readings, statements
from riwaya.model import Mention, Statement

_TIED = ("relation", "cause")


@dataclass(frozen=True, slots=True)
class _Tie:
    """One relation that a report states; the ends are handles."""

    type: str
    ends: tuple[tuple[str, str, EndKind], tuple[str, str, EndKind]]
    statement: Statement
    read: Read
    card: ReportCard


@dataclass(slots=True)
class _Told:
    ties: list[_Tie] = field(default_factory=list)
    causes: list[tuple[Statement, Read, ReportCard]] = field(default_factory=list)


def bonds(
    connection: Connection, ids: Sequence[int], found: Sequence[Happening], ends: Ends,
    groups: Collection[str], rules: Rules,
) -> list[Edge]:  # fmt: skip
    """The relations of those in a graph, the causes between its incidents, names that are parted.

    Adds to `ends` those to whom a relation leads from there.
    """
    told = _told(connection, ids, rules)
    return [
        *_relations(connection, told.ties, ends, groups, rules),
        *_causes(connection, told.causes, found, rules),
        *_parted(connection, ends, groups),
    ]


def _told(connection: Connection, ids: Sequence[int], rules: Rules) -> _Told:
    cards = cards_of(connection, ids)
    told = _Told()
    for read, number in latest_readings(connection, _with_ties(connection, ids), rules):
        card = cards[number]
        for s in read.reading.statements:
            if s.kind == "cause":
                told.causes.append((s, read, card))
            elif s.kind == "relation" and (tie := _tie(s, read, card)) is not None:
                told.ties.append(tie)
    return told


def _with_ties(connection: Connection, ids: Collection[int]) -> list[int]:
    """Those reports whose latest reading states a relation or a cause."""
    found: list[int] = []
    for chunk in in_chunks(ids):
        latest = select(func.max(readings.c.id)).where(readings.c.report_id.in_(chunk))
        of = (
            select(readings.c.report_id).join(statements, statements.c.reading_id == readings.c.id)
            .where(readings.c.id.in_(latest.group_by(readings.c.report_id)),
                   statements.c.kind.in_(_TIED))
            .distinct()
        )  # fmt: skip
        found += connection.scalars(of)
    return found


def _tie(s: Statement, read: Read, card: ReportCard) -> _Tie | None:
    by_role = {r.role: read.mentions[r.mention] for r in s.roles if r.mention}
    if not {"subject", "object"} <= by_role.keys():
        return None
    subject, object = _end(by_role["subject"], read), _end(by_role["object"], read)
    if subject is None or object is None or subject[0] == object[0]:
        return None
    return _Tie(s.type, (subject, object), s, read, card)


def _end(m: Mention, read: Read) -> tuple[str, str, EndKind] | None:
    """The handle, the name and the kind of one end; None of what is only described."""
    best = read.named.get(m.entity or "", m)
    handle = handle_of(best, read.entities.get(m.entity or ""), read.listed)
    if handle.startswith("said:") or best.kind not in ("person", "group", "place"):
        return None
    kind: Literal["person", "group", "place"] = (
        "person" if best.kind == "person" else "place" if best.kind == "place" else "group"
    )
    return handle, best.name.text if best.name else best.text, kind


def _relations(
    connection: Connection, ties: Sequence[_Tie], ends: Ends, groups: Collection[str], rules: Rules
) -> Iterator[Edge]:
    handles = {handle for t in ties for handle, _, _ in t.ends}
    called = joined_names(connection, handles, hidden_groups(connection, groups))
    known = {h for h in handles if called[h] in ends}
    drafts: dict[tuple[str, str, str, bool], Draft] = {}
    for t in ties:
        (one, _, _), (other, _, _) = t.ends
        if not {one, other} & known or called[one] == called[other]:
            continue
        for handle, name, kind in t.ends:
            ends.add(called[handle], name, kind)
        key = (called[one], called[other], t.type, t.statement.former)
        _add(drafts.setdefault(key, Draft()), t, rules)
    for (source, target, type, former), draft in drafts.items():
        draft.contested = bool(draft.deniers) and bool(draft.sources)
        n = len(draft.sources)
        yield draft.edge(source, target, "relation", type, count=n, former=former)


def _add(draft: Draft, t: _Tie, rules: Rules) -> None:
    s = t.statement
    voice = voice_of(s, t.read, t.card, rules.voices)
    draft.add(voice.name, _words(s, t.card), denied=s.polarity == "negative")
    stated = [d for d in (s.time.earliest, s.time.latest) if d] if s.time else []
    draft.days += stated or [d for d in (t.card.published,) if d]


def _words(s: Statement, card: ReportCard) -> list[Words]:
    return [words_of(e, s, card) for e in s.evidence]


def _causes(
    connection: Connection, told: Sequence[tuple[Statement, Read, ReportCard]],
    found: Sequence[Happening], rules: Rules,
) -> Iterator[Edge]:  # fmt: skip
    by_telling = {t.key: h for h in found for t, _ in h.told}
    both = [(s, read, card, ends_of(s, read)) for s, read, card in told]
    held = holders(connection, {key for *_, ends in both for key, _ in ends.values()})
    drafts: dict[tuple[str, str, str], Draft] = {}
    for s, read, card, ends in both:
        near = {role: by_telling.get(held.get(key, "")) for role, (key, _) in ends.items()}
        cause, effect = near.get("cause"), near.get("effect")
        if cause is None or effect is None or cause is effect:
            continue
        draft = drafts.setdefault((cause.id, effect.id, s.type), Draft())
        draft.incidents |= {cause.id: None, effect.id: None}
        voice = voice_of(s, read, card, rules.voices)
        draft.add(voice.name, _words(s, card), denied=s.polarity == "negative")
        draft.days += [d for h in (cause, effect) for d in (h.earliest, h.latest) if d]
    for (source, target, type), draft in drafts.items():
        draft.contested = bool(draft.deniers) and bool(draft.sources)
        yield draft.edge(source, target, "cause", type, count=len(draft.sources))


def _parted(connection: Connection, ends: Ends, groups: Collection[str]) -> Iterator[Edge]:
    """Names in a graph of which a source says that they are not one."""
    drafts: dict[tuple[str, str], Draft] = {}
    for j in _apart(connection, [h for h in ends.named if h.startswith("person:")], groups):
        if j.one in ends and j.other in ends:
            drafts.setdefault((j.one, j.other), Draft()).add(j.voice.name, j.words)
    for (one, other), draft in drafts.items():
        yield draft.edge(one, other, "identity", "different", count=len(draft.sources))


def _apart(
    connection: Connection, handles: Collection[str], groups: Collection[str]
) -> Iterator[Joined]:
    for chunk in in_chunks(handles):
        of = select(joins.c.body).where(
            joins.c.same == 0,
            joins.c.one.in_(chunk),
            joins.c.report_id.not_in(hidden_reports(groups)),
        )
        yield from (joined_of(body) for body in connection.scalars(of))
