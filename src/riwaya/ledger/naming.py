"""What reports call someone, by kind: names, kunyas, titles, descriptions, each with its words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Row, or_, select

from riwaya.ledger.accounts.names import is_real
from riwaya.ledger.audiences import hidden_groups, hidden_reports
from riwaya.ledger.claims import Read
from riwaya.ledger.derive.names import names_joined_to
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.told import cards_of, latest_readings
from riwaya.ledger.handles import handle_of
from riwaya.ledger.listed import untagged
from riwaya.ledger.nouns import ReportCard, Words
from riwaya.ledger.ruling import Judgement, made_of
from riwaya.ledger.schema import judgements, names
from riwaya.model import Mention, PersonName

_MOST = 60  # reports whose texts are looked through
_EACH = 8  # words that one name is shown with
_WORDED = {
    "alias": "alias", "legal_name": "legal_name", "former_name": "former_name",
    "other_name": "other_name",
}  # fmt: skip
"""What a report says in words that the second of two names is, by the rule that read it."""

CallKind = Literal[
    "legal_name", "name", "kunya", "alias", "other_name", "former_name", "byname", "listed",
    "title", "description",
]  # fmt: skip
KINDS: tuple[CallKind, ...] = (
    "legal_name", "name", "kunya", "alias", "other_name", "former_name", "byname", "listed",
    "title", "description",
)  # fmt: skip
_UNNAMED: tuple[CallKind, ...] = ("title", "description")


@dataclass(frozen=True, slots=True)
class Call:
    """One thing that someone is called, as reports write it.

    `reports` counts all for names, those that were looked through for titles and descriptions.
    """

    kind: CallKind
    text: str
    handle: str  # empty for titles and descriptions
    reports: int
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Calls:
    """All that someone is called; `looked` of `reports` reports were looked through for words."""

    calls: tuple[Call, ...]
    reports: int
    looked: int


def calls(connection: Connection, handle: str, groups: Collection[str], rules: Rules) -> Calls:
    """What reports call whom a handle means, those in most reports first within each kind."""
    handles = names_joined_to(connection, handle, hidden_groups(connection, groups))
    written = _written(connection, handles, groups)
    ids = sorted({n for found in written.values() for n in found}, reverse=True)
    looked = _Looked(handles)
    cards = cards_of(connection, ids[:_MOST])
    for read, number in latest_readings(connection, ids[:_MOST], rules):
        looked.through(read, cards[number])
    made = [
        Call(looked.kind(h, text), text, h, len(found), looked.words.get(("", text), ())[:_EACH])
        for (h, text), found in written.items()
    ]
    for kind in _UNNAMED:
        made += [
            Call(kind, text, "", len({w.report for w in words}), words[:_EACH])
            for (of, text), words in looked.words.items() if of == kind
        ]  # fmt: skip
    return Calls(tuple(sorted(made, key=_order)), len(ids), min(len(ids), _MOST))


def history(connection: Connection, handle: str, groups: Collection[str]) -> list[Judgement]:
    """People's judgements on whether this one is another, in their order, undone ones marked."""
    handles = names_joined_to(connection, handle, hidden_groups(connection, groups))
    j = judgements.c
    found: list[Row[Any]] = []
    for chunk in in_chunks(sorted(handles)):
        of = select(judgements).where(
            j.about == "entity", or_(j.one.in_(chunk), j.other.in_(chunk))
        )
        found += connection.execute(of).all()
    rows = sorted({r.id: r for r in found}.values(), key=lambda r: r.id)
    return made_of(connection, rows, groups)


def _order(c: Call) -> tuple[int, int, str]:
    return KINDS.index(c.kind), -c.reports, c.text


def _written(
    connection: Connection, handles: Collection[str], groups: Collection[str]
) -> dict[tuple[str, str], set[int]]:
    """The reports by handle and spelling."""
    found: dict[tuple[str, str], set[int]] = {}
    for chunk in in_chunks(sorted(handles)):
        of = select(names.c.handle, names.c.name, names.c.report_id).where(
            names.c.handle.in_(chunk), names.c.report_id.not_in(hidden_reports(groups))
        )
        for r in connection.execute(of):
            found.setdefault((r.handle, r.name), set()).add(r.report_id)
    return found


class _Looked:
    """What was found in the reports that were looked through."""

    def __init__(self, handles: Collection[str]) -> None:
        self.handles = handles
        self.words: dict[tuple[str, str], tuple[Words, ...]] = {}  # by kind and text
        self.parts: dict[str, PersonName] = {}
        self.worded: dict[str, CallKind] = {}

    def through(self, read: Read, card: ReportCard) -> None:
        """Looks through one report."""
        ours = {
            m.entity for m in read.reading.mentions
            if m.entity and m.form == "name" and self._handle(m, read) in self.handles
        }  # fmt: skip
        called = [m for m in read.reading.mentions if m.entity in ours and m.form == "name"]
        for m in read.reading.mentions:
            if m.entity in ours and m.form != "pronoun" and not _holds(m, called):
                for kind, text in _calls(m):
                    said = Words(card.name, m.start, m.end, m.text, "")
                    self.words[kind, text] = (*self.words.get((kind, text), ()), said)
                if m.name is not None:
                    self.parts.setdefault(self._handle(m, read), m.name)
        self._statements(read)

    def _statements(self, read: Read) -> None:
        for s in read.reading.statements:
            kind = next((_WORDED[r] for r in s.rules if r in _WORDED), None)
            if s.kind != "identity" or kind is None or s.polarity == "negative":
                continue
            for r in s.roles:
                if r.role == "object" and r.mention:
                    handle = self._handle(read.mentions[r.mention], read)
                    self.worded.setdefault(handle, kind)  # type: ignore[arg-type]

    def _handle(self, m: Mention, read: Read) -> str:
        if m.name is not None:
            return f"person:{m.name.key}"
        return handle_of(m, read.entities.get(m.entity or ""), read.listed)

    def kind(self, handle: str, text: str) -> CallKind:
        """What a name is: what a report says that it is, else by its parts."""
        if handle in self.worded:
            return self.worded[handle]
        if handle.startswith("actor:"):
            return "listed" if text == handle.partition(":")[2] else "name"
        parts = self.parts.get(handle)
        if parts is not None and not (parts.given or parts.nasab):
            return "kunya" if parts.kunya else "byname"
        return "name" if is_real(handle) or not handle.startswith("person:") else "kunya"


def _holds(m: Mention, called: Sequence[Mention]) -> bool:
    """Whether a description has a name in it («الزعيم فلان»), which stands by itself already."""
    return m.form == "nominal" and any(m.start <= n.start and n.end <= m.end for n in called)


def _calls(m: Mention) -> Iterator[tuple[str, str]]:
    """What a mention calls someone: a name and the titles before it, or a description."""
    if m.form == "nominal":
        yield "description", untagged(m.text)
        return
    yield "", untagged(m.text)
    if m.name is not None:
        for title in m.name.titles:
            yield "title", title
