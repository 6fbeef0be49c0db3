"""Relations of a text in words, for the tests of the rules that find them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import riwaya
from riwaya.model import Statement

DAY = date(2023, 5, 16)


@dataclass(frozen=True, slots=True)
class Related:
    """One relation statement: its type, the words of its two ends, its rule, and itself."""

    type: str
    subject: str
    object: str
    rule: str
    statement: Statement


def relations(text: str) -> list[Related]:
    """All relations of a text published on DAY, in order."""
    reading = riwaya.read(text, published=DAY)
    words = {m.id: m.text for m in reading.mentions}
    found = []
    for s in reading.statements:
        if s.kind == "relation":
            ends = {r.role: words[r.mention or ""] for r in s.roles}
            (rule,) = s.rules
            found.append(Related(s.type, ends["subject"], ends["object"], rule, s))
    return found


def related(text: str) -> list[tuple[str, str, str]]:
    """Type, subject and object of every relation of a text, in order."""
    return [(r.type, r.subject, r.object) for r in relations(text)]


def one(text: str) -> Related:
    """The only relation of a text."""
    found = relations(text)
    assert len(found) == 1, [(r.type, r.subject, r.object, r.rule) for r in found]
    return found[0]
