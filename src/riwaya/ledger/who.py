"""Who a name is: all names joined to it, by whom, relations, incidents, what is contested."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import Connection, func, select

from riwaya.detection.letters import key
from riwaya.ledger.accounts.identity import Joined
from riwaya.ledger.accounts.names import contest_names
from riwaya.ledger.audiences import hidden_groups, hidden_reports, seen_by
from riwaya.ledger.calling import Name, called_whole, in_order, joins_of, names_of
from riwaya.ledger.claims import Read
from riwaya.ledger.derive import names as joined
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.told import cards_of, latest_readings
from riwaya.ledger.errors import NotFound
from riwaya.ledger.handles import handle_of, words_key
from riwaya.ledger.likely import Proposal, proposals
from riwaya.ledger.nouns import ReportCard, Voice, Words
from riwaya.ledger.schema import incident_actors, incidents, names
from riwaya.ledger.worded import handles_worded
from riwaya.model import Mention, Statement

_MOST = 200  # reports whose relations are looked through
_MANY = 400  # handles that a name may have


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation that a report, or the source it names, states of someone."""

    type: str
    subject: str
    object: str
    former: bool
    time: str
    denied: bool
    source: Voice
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A person or group across reports, the name that it is called by first, and the handle of
    the name in most reports. `contested` says why its identity is, where it is."""

    handle: str
    kind: str
    names: tuple[Name, ...]
    joins: tuple[Joined, ...]
    contested: str
    relations: tuple[Relation, ...]
    incidents: tuple[str, ...]  # ids, the latest first
    proposals: tuple[Proposal, ...]  # names that look alike, joined by nobody


def who(connection: Connection, name: str, groups: Collection[str], rules: Rules) -> list[Person]:
    """The people and groups whose names have all these words, those in most reports first."""
    found = _handles(connection, name, groups)
    called = joined.joined_names(connection, found, hidden_groups(connection, groups))
    together: dict[str, set[str]] = {}
    for handle, first in called.items():
        together.setdefault(first, set()).add(handle)
    made = [_person(connection, members, groups, rules) for members in together.values()]
    shown = [p for p in made if p is not None]
    return sorted(shown, key=lambda p: (-sum(n.reports for n in p.names), p.handle))


def of_handle(connection: Connection, handle: str, groups: Collection[str], rules: Rules) -> Person:
    """Whom a handle means, with all names joined to it. Raises NotFound."""
    one = joined.names_joined_to(connection, handle, hidden_groups(connection, groups))
    found = _person(connection, one, groups, rules) or _unnamed(connection, handle, one, groups)
    if found is None:
        raise NotFound(f"{handle}: nobody in this ledger is called so. Search for a name.")
    return found


def named(
    connection: Connection, name: str, groups: Collection[str], most: int
) -> list[tuple[Name, ...]]:
    """The names alone of those whom `who` finds, at most so many of them."""
    called = joined.joined_names(
        connection, _handles(connection, name, groups), hidden_groups(connection, groups)
    )
    together: dict[str, list[Name]] = {}
    for n in names_of(connection, called, groups):
        together.setdefault(called[n.handle], []).append(n)
    found = sorted(together.values(), key=lambda ns: (-sum(n.reports for n in ns), ns[0].handle))
    said = joins_of(connection, {n.handle for ns in found[:most] for n in ns}, groups)
    return [tuple(in_order(ns, said)) for ns in found[:most]]


def most_told(connection: Connection, groups: Collection[str], most: int) -> list[Name]:
    """Those whom most incidents are about, persons and groups; `reports` counts incidents."""
    t = incident_actors.c
    of = (
        select(t.handle, func.count(func.distinct(t.incident)).label("n"))
        .join(incidents, incidents.c.row == t.incident)
        .where(seen_by(connection, groups), t.handle.not_like("said:%"))
        .group_by(t.handle).order_by(func.count(func.distinct(t.incident)).desc(), t.handle)
    )  # fmt: skip
    counted = {r.handle: r.n for r in connection.execute(of.limit(most))}
    called = {n.handle: n for n in names_of(connection, counted, groups)}
    persons = called_whole(connection, counted, groups)
    return [
        Name(h, persons.get(h) or (called[h].name if h in called else h.partition(":")[2]),
             called[h].kind if h in called else "group", n)
        for h, n in counted.items() if h in called or not h.startswith("name:")  # no places
    ]  # fmt: skip


def _handles(connection: Connection, name: str, groups: Collection[str]) -> set[str]:
    words = {w for form in (words_key(name), key(name)) for w in form.split()}
    joined_words = set(words_key(name).split())
    return handles_worded(connection, joined_words or words, groups, _MANY)


def _person(
    connection: Connection, handles: set[str], groups: Collection[str], rules: Rules
) -> Person | None:
    called = names_of(connection, handles, groups)
    if not called:
        return None
    said = joins_of(connection, handles, groups)
    return Person(
        called[0].handle, called[0].kind, tuple(in_order(called, said)), tuple(said),
        _contested(said),
        tuple(_relations(connection, handles, groups, rules)),
        tuple(_incidents(connection, handles, groups)),
        tuple(proposals(connection, {n.handle for n in called}, groups)),
    )  # fmt: skip


def _unnamed(
    connection: Connection, handle: str, one: Collection[str], groups: Collection[str]
) -> Person | None:
    """A party of incidents which no report names, but by a description that the tables know."""
    near = tuple(_incidents(connection, one, groups))
    if not near or handle.startswith("said:"):
        return None
    kind = "person" if handle.startswith("person:") else "group"
    called = Name(handle, handle.partition(":")[2], kind, 0)
    return Person(handle, kind, (called,), (), "", (), near, ())


def _contested(said: Sequence[Joined]) -> str:
    """Why an identity is contested: two sources give different real names, or one denies."""
    for a, b in combinations(said, 2):
        pairs = ((a.one, a.other), a.same, (b.one, b.other), b.same)
        if a.voice.id != b.voice.id and contest_names(*pairs):
            return _against(a, b)
    return ""


def _against(a: Joined, b: Joined) -> str:
    def shown(j: Joined) -> str:
        return f"{j.voice.name}: {j.names[0]} {'=' if j.same else '≠'} {j.names[1]}"

    return f"{shown(a)} · {shown(b)}"


def _relations(
    connection: Connection, handles: set[str], groups: Collection[str], rules: Rules
) -> Iterable[Relation]:
    of = select(names.c.report_id).where(
        names.c.handle.in_(list(handles)[:_MANY]),
        names.c.report_id.not_in(hidden_reports(groups)),
    )
    ids = list(connection.scalars(of.distinct().order_by(names.c.report_id).limit(_MOST)))
    cards = cards_of(connection, ids)
    for read, number in latest_readings(connection, ids, rules):
        entities = {
            m.entity for m in read.reading.mentions
            if m.entity and handle_of(m, read.entities.get(m.entity), read.listed) in handles
        }  # fmt: skip
        for s in read.reading.statements:
            ends = {read.mentions[r.mention].entity for r in s.roles if r.mention}
            found = relation_of(s, read, cards[number], rules) if ends & entities else None
            if found is not None:
                yield found


def relation_of(s: Statement, read: Read, card: ReportCard, rules: Rules) -> Relation | None:
    """The relation that a statement of a report states; None where it states none."""
    ends = {r.role: read.mentions[r.mention] for r in s.roles if r.mention}
    if s.kind != "relation" or not {"subject", "object"} <= ends.keys():
        return None
    return Relation(
        s.type, _called(ends["subject"], read.named), _called(ends["object"], read.named),
        s.former, s.time.edtf if s.time else "", s.polarity == "negative",
        joined.voice_of(s, read, card, rules.voices),
        tuple(joined.words_of(e, s, card) for e in s.evidence),
    )  # fmt: skip


def _called(m: Mention, named: Mapping[str, Mention]) -> str:
    return named.get(m.entity or "", m).text


def _incidents(
    connection: Connection, handles: Collection[str], groups: Collection[str]
) -> list[str]:
    t = incidents.c
    of = (
        select(t.id, t.latest).join(incident_actors, incident_actors.c.incident == t.row)
        .where(incident_actors.c.handle.in_(list(handles)[:_MANY]), seen_by(connection, groups))
        .group_by(t.id, t.latest).order_by(t.latest.is_(None), t.latest.desc(), t.id)
    )  # fmt: skip
    return [r.id for r in connection.execute(of.limit(_MOST))]
