"""Who is one with whom in a text, in words, for the tests of identity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import riwaya
from riwaya.model import Mention, Reading, Statement

DAY = date(2023, 5, 16)


@dataclass(frozen=True, slots=True)
class Joined:
    """One identity statement: the words of its two mentions, its rule, and itself."""

    one: str
    two: str
    rule: str
    statement: Statement


def read(text: str) -> Reading:
    """The reading of a text published on DAY."""
    return riwaya.read(text, published=DAY)


def together(text: str) -> list[set[str]]:
    """The words of every entity's mentions, where there are several."""
    found: dict[str, list[str]] = {}
    for mention in read(text).mentions:
        if mention.entity:
            found.setdefault(mention.entity, []).append(mention.text)
    return [set(words) for words in found.values() if len(words) > 1]


def same(text: str, one: str, two: str) -> bool:
    """Whether the first mention with some words and the last with others are one entity."""
    reading = read(text)
    first, last = _mentions(reading, one)[0], _mentions(reading, two)[-1]
    assert first.id != last.id, f"one mention only: {one}"
    assert first.entity and last.entity, f"no entities: {one}, {two}"
    return first.entity == last.entity


def _mentions(reading: Reading, words: str) -> list[Mention]:
    found = [m for m in reading.mentions if m.text == words]
    assert found, f"no mention «{words}»: {[m.text for m in reading.mentions]}"
    return sorted(found, key=lambda m: m.start)


def identities(text: str, kind: str = "same_as") -> list[Joined]:
    """The identity statements of a type in a text, in order."""
    reading = read(text)
    words = {m.id: m.text for m in reading.mentions}
    found = []
    for s in reading.statements:
        if s.kind == "identity" and s.type == kind:
            ends = {r.role: words[r.mention or ""] for r in s.roles}
            (rule,) = s.rules
            found.append(Joined(ends["subject"], ends["object"], rule, s))
    return found


def joins(text: str) -> list[tuple[str, str, str]]:
    """The two mentions and the rule of every join of a text, as words."""
    return [(j.one, j.two, j.rule) for j in identities(text)]
