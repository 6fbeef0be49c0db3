"""What a person says of who did it, to whom and where: with who and where that is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from riwaya.ledger.claims import Read
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.told import latest_readings
from riwaya.ledger.errors import LedgerError
from riwaya.ledger.handles import bare_key, party, words_key
from riwaya.ledger.listed import Listed
from riwaya.ledger.nouns import Party
from riwaya.ledger.people import PeopleKinds
from riwaya.ledger.review.placing import placed
from riwaya.ledger.schema import readings, statements
from riwaya.ledger.values import ROLES
from riwaya.model import Mention

_PARTIES = ("person", "group", "place", "object")
Record = dict[str, Any]


def resolved(
    connection: Connection, statement: str, value: Mapping[str, Any], rules: Rules
) -> Record:
    """A correction, each span of its roles with its words and who they are in the latest reading,
    its place with where that lies.

    Raises LedgerError where a span lies outside of the statement's report or has no word.
    """
    made = dict(value)
    roles = [r for r in ROLES if r in made]
    if not roles and "place" not in made:
        return made
    of = (
        select(readings.c.report_id).join(statements, statements.c.reading_id == readings.c.id)
        .where(statements.c.key == statement).limit(1)
    )  # fmt: skip
    report = connection.scalars(of).one()
    ((read, _),) = latest_readings(connection, [report], rules)
    for role in roles:
        made[role] = [_found(read, start, end) for start, end in made[role]]
    if "place" in made:
        made["place"] = placed(made["place"], read, statement, rules.lexicons)
    return made


def _found(read: Read, start: int, end: int) -> Record:
    text = read.reading.report.text
    if end > len(text) or _trimmed(text, start, end) is None:
        raise LedgerError(
            f"{start}-{end}: no words of the report, which has {len(text)} characters. "
            "Give where the words begin and end."
        )
    words = text[start:end]
    mention = _mention(read, start, end)
    p = _of_mention(mention, read) if mention else of_words(words, read.listed, read.kinds)
    return {
        "start": start, "end": end, "text": words, "handle": p.handle, "kind": p.kind,
        "form": p.form, "called": p.called, "of": p.of,
    }  # fmt: skip


def _of_mention(m: Mention, read: Read) -> Party:
    made = party(m, read.entities, read.named, read.listed)
    of, _ = read.owners.get(m.id, ("", ""))
    return Party(made.handle, made.name, made.kind, made.form, None, made.called, of)


def _mention(read: Read, start: int, end: int) -> Mention | None:
    """The mention of that span; else of the same words, clitics and quotes aside; else around it;
    else in it, where it holds mentions of one alone."""
    found = [m for m in read.reading.mentions if m.kind in _PARTIES]
    for m in found:
        if (m.start, m.end) == (start, end):
            return m
    text = read.reading.report.text
    first, last = _whole(text, start, end) or (start, end)
    met = [
        (m, _whole(text, m.start, m.end) or (m.start, m.end)) for m in found
        if m.form != "pronoun" and m.start < last and first < m.end
    ]  # fmt: skip
    same = [m for m, at in met if at == (first, last)]
    around = [m for m, (a, b) in met if a <= first and last <= b]
    inside = [m for m, (a, b) in met if first <= a and b <= last]
    if same or around:
        return min(same or around, key=_size)
    one = len({m.entity or m.id for m in inside}) == 1
    return max(inside, key=_size) if one else None


def _size(m: Mention) -> tuple[int, int]:
    return m.end - m.start, m.start


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A span without what is no word at its ends; None where nothing is left."""
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return (start, end) if start < end else None


def _whole(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A span grown to the ends of its first and its last word."""
    span = _trimmed(text, start, end)
    if span is None:
        return None
    first, last = span
    while first and not _parts(text[first - 1]):
        first -= 1
    while last < len(text) and not _parts(text[last]):
        last += 1
    return first, last


def _parts(letter: str) -> bool:
    """Whether words end at it: vowel signs stand inside of words."""
    return not (letter.isalnum() or "\u064b" <= letter <= "\u065f" or letter == "\u0670")


def of_words(words: str, listed: Listed, kinds: PeopleKinds) -> Party:
    """Someone whom the reader has not found, by the words alone.

    One of the tables, a description where it begins with a noun for people, else a name.
    """
    actor = listed.actor(words)
    if actor is not None:
        return Party(f"actor:{actor}", words, "group", "name", None, actor)
    first = bare_key(words).split()[:1]
    if any(w in listed.heads for w in first) or kinds.kind(words.split()[0]):
        return Party(f"said:{bare_key(words)}", words, "group", "nominal", None, words)
    return Party(f"name:{words_key(words)}", words, "group", "name", None, words)
