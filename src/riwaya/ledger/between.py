"""What reports state between those in an incident, and between it and others: relations, causes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from riwaya.ledger.audiences import hidden_reports, seen_by
from riwaya.ledger.claims import Read, statement_key
from riwaya.ledger.derive.names import voice_of, words_of
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.told import cards_of, latest_readings
from riwaya.ledger.derive.verdicts import holders
from riwaya.ledger.handles import handle_of
from riwaya.ledger.nouns import Incident, ReportCard, Words
from riwaya.ledger.schema import incidents, members, reports
from riwaya.ledger.who import Relation, relation_of
from riwaya.model import Statement

_MOST = 60  # reports that are looked through


@dataclass(frozen=True, slots=True)
class Because:
    """A cause that a source states: the words of both deeds, and the incidents they are of."""

    cause: str
    effect: str
    source: str
    words: tuple[Words, ...]
    incidents: tuple[tuple[str, str], ...]  # id and title of those that are not this one


@dataclass(frozen=True, slots=True)
class Between:
    """Relations of those in an incident, and its causes and effects.

    `unread` counts the incident's reports that were too many to be looked through for them.
    """

    relations: tuple[Relation, ...]
    causes: tuple[Because, ...]
    unread: int = 0


def between(connection: Connection, i: Incident, groups: Collection[str], rules: Rules) -> Between:
    """What the incident's reports state, of very many the first ones."""
    names = sorted(i.reports)[:_MOST]
    of = select(reports.c.id).where(
        reports.c.name.in_(names), reports.c.id.not_in(hidden_reports(groups))
    )
    numbers = list(connection.scalars(of))
    cards = cards_of(connection, numbers)
    handles = {h for _, h in i.handles}
    relations: dict[tuple[str, ...], Relation] = {}
    told: list[tuple[Statement, Read, ReportCard]] = []
    for read, number in latest_readings(connection, numbers, rules):
        for relation in _relations(read, cards[number], handles, rules):
            key = (relation.type, relation.subject, relation.object, relation.source.id)
            relations.setdefault(key, relation)
        told += [(s, read, cards[number]) for s in read.reading.statements if s.kind == "cause"]
    causes = tuple(_causes(connection, i, told, groups, rules))
    return Between(tuple(relations.values()), causes, len(i.reports) - len(names))


def _relations(
    read: Read, card: ReportCard, handles: Collection[str], rules: Rules
) -> Iterator[Relation]:
    for s in read.reading.statements:
        if s.kind != "relation":
            continue
        ends = [read.mentions[r.mention] for r in s.roles if r.mention]
        called = {handle_of(read.named.get(m.entity or "", m), read.entities.get(m.entity or ""),
                            read.listed) for m in ends}  # fmt: skip
        if called & set(handles) and (found := relation_of(s, read, card, rules)):
            yield found


def _causes(
    connection: Connection, i: Incident, told: Collection[tuple[Statement, Read, ReportCard]],
    groups: Collection[str], rules: Rules,
) -> Iterator[Because]:  # fmt: skip
    ends = [(s, read, card, ends_of(s, read)) for s, read, card in told]
    keys = {key for *_, found in ends for key, _ in found.values()}
    held = holders(connection, keys)
    near = _incidents(connection, set(held.values()), groups)
    for s, read, card, found in ends:
        if {"cause", "effect"} > found.keys():
            continue
        of = {near[t] for key, _ in found.values() if (t := held.get(key)) in near}
        if i.id not in {id for id, _ in of}:
            continue
        yield Because(
            found["cause"][1], found["effect"][1], voice_of(s, read, card, rules.voices).name,
            tuple(words_of(e, s, card) for e in s.evidence),
            tuple(sorted(pair for pair in of if pair[0] != i.id)),
        )  # fmt: skip


def ends_of(s: Statement, read: Read) -> dict[str, tuple[str, str]]:
    """The deeds that are cause and effect: the key of each, and its words."""
    others = {o.id: o for o in read.reading.statements}
    found = {}
    for r in s.roles:
        other = others.get(r.statement or "")
        if other is not None:
            span = other.trigger or other.evidence[0]
            targets = [read.mentions[x.mention].text for x in other.roles
                       if x.role == "target" and x.mention]  # fmt: skip
            said = f"{span.text} ({'، '.join(targets[:2])})" if targets else span.text
            found[str(r.role)] = (statement_key(read.report_key, other, read.mentions), said)
    return found


def _incidents(
    connection: Connection, tellings: Collection[str], groups: Collection[str]
) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for chunk in in_chunks(tellings):
        of = (
            select(members.c.telling, incidents.c.id, incidents.c.title)
            .join(incidents, incidents.c.row == members.c.incident)
            .where(members.c.telling.in_(chunk), seen_by(connection, groups))
        )
        found |= {r.telling: (r.id, r.title) for r in connection.execute(of)}
    return found
