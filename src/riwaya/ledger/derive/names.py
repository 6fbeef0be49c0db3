"""The names of each report's people and groups, and which of them are joined to one another."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from pydantic import TypeAdapter
from sqlalchemy import Connection, delete, or_, select

from riwaya.ledger.accounts.identity import Joined
from riwaya.ledger.accounts.voices import Voices
from riwaya.ledger.claims import Read, chain_of
from riwaya.ledger.derive.rows import add_rows, among, in_chunks, is_judged
from riwaya.ledger.derive.unseen import alone
from riwaya.ledger.derive.verdicts import standing
from riwaya.ledger.handles import handle_of, words_key
from riwaya.ledger.listed import untagged
from riwaya.ledger.nouns import Claim, ReportCard, Voice, Words
from riwaya.ledger.schema import joins, judgements, name_words, names, report_states
from riwaya.model import Mention, Span, Statement

_STATED = frozenset({
    "alias", "legal_name", "other_name", "former_name", "description", "bracketed", "quoted",
    "called", "told-apart",
})  # fmt: skip
"""Rules of identity statements that a text makes in words; all others are the reader's."""
_DESCRIBED = "said:"  # handles of descriptions, which nothing joins
_PAIRS = (
    select(joins.c.one, joins.c.other)
    .where(joins.c.same == 1, or_(among(joins.c.one), among(joins.c.other))).distinct()
)  # fmt: skip
_BODY = TypeAdapter(Joined)


def forget(connection: Connection, reports: Collection[int]) -> set[str]:
    """Takes out the names of reports; gives the handles whose joins this may undo."""
    touched: set[str] = set()
    for chunk in in_chunks(reports):
        pairs = select(joins.c.one, joins.c.other).where(joins.c.report_id.in_(chunk))
        touched |= {handle for pair in connection.execute(pairs) for handle in pair}
        connection.execute(delete(joins).where(joins.c.report_id.in_(chunk)))
        connection.execute(delete(names).where(names.c.report_id.in_(chunk)))
    return touched


def keep(connection: Connection, read: Read, card: ReportCard, voices: Voices) -> set[str]:
    """Adds the names of a report and the joins it states; gives the handles that they touch."""
    rows, words = [], set()
    for m in read.reading.mentions:
        if m.kind not in ("person", "group") or m.form != "name" or m.entity is None:
            continue
        handle = _own_handle(m, read)
        rows.append({
            "handle": handle, "report_id": card.id, "local": m.entity, "kind": m.kind,
            "name": untagged(m.text), "name_kind": handle.partition(":")[0],
        })  # fmt: skip
        words |= {(word, handle) for word in words_key(m.text).split()}
    add_rows(connection, names, _once(rows))
    add_rows(connection, name_words, [{"word": w, "handle": h} for w, h in sorted(words)],
             once=True)  # fmt: skip
    found = [j for s in read.reading.statements if (j := _joined(s, read, card, voices))]
    add_rows(connection, joins, [
        {"one": j.one, "other": j.other, "same": int(j.same), "report_id": card.id,
         "body": _BODY.dump_json(j).decode()}
        for j in found
    ])  # fmt: skip
    return {handle for j in found for handle in (j.one, j.other)}


def handles_in(read: Read) -> set[str]:
    """The handles of the people and groups that a report names."""
    return {
        _own_handle(m, read) for m in read.reading.mentions
        if m.kind in ("person", "group") and m.form == "name" and m.entity is not None
    }  # fmt: skip


def _once(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    return list({json.dumps(r, ensure_ascii=False): r for r in rows}.values())


def _own_handle(m: Mention, read: Read) -> str:
    """The handle of a mention by its own name, not by the fullest of its entity."""
    if m.name is not None:
        return f"person:{m.name.key}"
    return handle_of(m, read.entities.get(m.entity or ""), read.listed)


def _joined(s: Statement, read: Read, card: ReportCard, voices: Voices) -> Joined | None:
    """What an identity statement joins: two names of people that a source says are one, or not."""
    if s.kind != "identity" or not set(s.rules) & _STATED:
        return None
    ends = [read.mentions[r.mention] for r in s.roles if r.mention]
    if len(ends) != 2 or any(m.form != "name" or m.kind != "person" for m in ends):
        return None
    full = _full_names(read)
    whole = {m.id: full.get(_own_handle(m, read), m) for m in ends}
    called = {id: (_own_handle(m, read), m.text) for id, m in whole.items()}
    pair = sorted(called[m.id] for m in ends)
    if pair[0][0] == pair[1][0]:
        return None
    same = s.type == "same_as" and s.polarity == "positive"
    return Joined(
        pair[0][0], pair[1][0], same, (pair[0][1], pair[1][1]), card.id,
        voice_of(s, read, card, voices), tuple(words_of(e, s, card) for e in s.evidence),
        s.rules[0] if s.rules else "",
        next((called[r.mention][0] for r in s.roles if r.role == "object" and r.mention), ""),
    )  # fmt: skip


def _full_names(read: Read) -> dict[str, Mention]:
    """Of each short name the fuller one that the report gives («أبو الحسن» for «أبو الحسن كذا»)."""
    found: dict[str, Mention] = {}
    for s in read.reading.statements:
        if s.kind == "identity" and "short-name" in s.rules:
            one, other = (read.mentions[r.mention] for r in s.roles if r.mention)
            short, long = sorted((one, other), key=lambda m: len(m.text))
            found[_own_handle(short, read)] = long
    return found


def voice_of(s: Statement, read: Read, card: ReportCard, voices: Voices) -> Voice:
    """The source of a statement that is no event."""
    at = s.trigger or s.evidence[0]
    said = Claim(
        s.id, "", s.type, s.realis, s.polarity, s.negates, chain_of(s, read), (), (), (), (), "",
        None, None, at, s.evidence,
    )  # fmt: skip
    return voices.of_claim(said, card, {})


def words_of(span: Span, s: Statement, card: ReportCard) -> Words:
    """A statement's evidence, with the report it stands in."""
    return Words(card.name, span.start, span.end, span.text, s.id)


def joined_of(body: str) -> Joined:
    """A join as it is kept."""
    return _BODY.validate_json(body)


def joined_names(
    connection: Connection, handles: Collection[str], hidden: Collection[str] = (),
    without: Collection[int] = (),
) -> dict[str, str]:  # fmt: skip
    """The first handle of each one's entity: those joined to it by reports or by a person.

    Handles that are joined to none, and that nobody asked for, are not in it. Reports that are
    restricted to a `hidden` group, and those `without` which it is, join nothing; a name that
    stands in `hidden` ones alone is joined to none. One of restricted reports alone is the first
    of no others.
    """
    known: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    ask = set(handles)
    judged = _judged(connection)
    together = {pair for pair, said in judged.items() if said == "same"}
    apart = {pair for pair, said in judged.items() if said == "different"}
    while ask:
        known |= ask
        found = _pairs(connection, ask, hidden, without) - apart
        found |= {pair for pair in together if not ask.isdisjoint(pair)}
        pairs |= found
        ask = {h for pair in found for h in pair} - known
    ends = {h for pair in pairs for h in pair}
    last = alone(connection, ends, without=without)
    unseen = alone(connection, last, hidden, without) if hidden else set()
    root = {h: h for h in known}

    def first(h: str) -> str:
        while root[h] != h:
            root[h] = root[root[h]]
            h = root[h]
        return h

    def rank(h: str) -> tuple[bool, bool, str]:
        return h in unseen, h in last, h

    for one, other in pairs:
        low, high = sorted((first(one), first(other)), key=rank)
        root[high] = low
    asked = {first(h) for h in handles if h not in unseen}
    return {h: h for h in handles} | {
        h: first(h) for h in known if h not in unseen and first(h) in asked
    }


def names_joined_to(connection: Connection, handle: str, hidden: Collection[str] = ()) -> set[str]:
    """A handle with all those that are joined to it."""
    called = joined_names(connection, {handle}, hidden)
    return {handle, *(h for h, first in called.items() if first == called[handle])}


def of_many(connection: Connection, handles: Collection[str]) -> set[str]:
    """Those of some handles that are joined to others, with these."""
    called = joined_names(connection, handles) if handles else {}
    many = Counter(called.values())
    return {h for h, first in called.items() if many[first] > 1}


def joined_by(connection: Connection, reports: Collection[int]) -> dict[str, str]:
    """The handles that some reports join or part, and all joined to those, with the first of each
    one's entity."""
    found: set[str] = set()
    for chunk in in_chunks(reports):
        pairs = select(joins.c.one, joins.c.other).where(joins.c.report_id.in_(chunk))
        found |= {handle for pair in connection.execute(pairs) for handle in pair}
    return joined_names(connection, found) if found else {}


def renamed_since(
    connection: Connection, before: Mapping[str, str], handles: Collection[str],
    reports: Collection[int],
) -> set[str]:  # fmt: skip
    """The handles that have another first one for what some reports say by now.

    `before` is what `joined_by` gave for the same reports, `handles` are those they join now.
    """
    if not before and not handles:
        return set()
    now = joined_names(connection, {*before, *handles})
    without = joined_names(connection, now, without=reports)
    return {h for h, first in now.items() if before.get(h, without[h]) != first}


def _pairs(
    connection: Connection, handles: Collection[str], hidden: Collection[str],
    without: Collection[int],
) -> set[tuple[str, str]]:  # fmt: skip
    found: set[tuple[str, str]] = set()
    for chunk in in_chunks([h for h in handles if not h.startswith(_DESCRIBED)]):
        pairs = _PAIRS
        if hidden:
            of = select(report_states.c.report_id).where(report_states.c.group.in_(list(hidden)))
            pairs = pairs.where(joins.c.report_id.not_in(of))
        if without:
            pairs = pairs.where(joins.c.report_id.not_in(list(without)))
        found |= {(one, other) for one, other in connection.execute(pairs, {"some": chunk})}
    return found


def _judged(connection: Connection) -> dict[tuple[str, str], str]:
    """People's last word on pairs of names."""
    if not is_judged(connection):
        return {}
    rows = connection.execute(
        select(judgements).where(judgements.c.about == "entity").order_by(judgements.c.id)
    ).all()
    return {(r.one, r.other): r.decision for r in standing(rows)}


def joins_of(connection: Connection, reports: Collection[int]) -> list[Joined]:
    """What reports say of who is who, the same order whichever came first."""
    found = []
    for chunk in in_chunks(reports):
        rows = select(joins.c.body).where(joins.c.report_id.in_(chunk))
        found += [joined_of(body) for body in connection.scalars(rows)]
    return sorted(found, key=_order)


def _order(j: Joined) -> tuple[str, str, bool, list[tuple[str, int]], str]:
    return j.one, j.other, j.same, [(w.report, w.start) for w in j.words], j.rule


def restricted_joins(
    connection: Connection, handles: Collection[str]
) -> Iterable[tuple[str, str, str]]:
    """The joins of some handles that restricted reports state: both handles, and the group."""
    state = report_states.c
    for chunk in in_chunks(handles):
        yield from (
            (r.one, r.other, r.group)
            for r in connection.execute(
                select(joins.c.one, joins.c.other, state.group)
                .join(report_states, state.report_id == joins.c.report_id)
                .where(state.group.isnot(None), joins.c.same == 1, joins.c.one.in_(chunk))
            )
        )
