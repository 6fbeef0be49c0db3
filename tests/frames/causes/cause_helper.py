"""Causes and aims of a text in words, for the tests of the rules that find them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import riwaya
from riwaya.model import Statement

DAY = date(2023, 5, 16)


@dataclass(frozen=True, slots=True)
class Caused:
    """One cause statement: its type, its two ends, its rule, and itself.

    An end is the type of the event that it is, else the words of the reason or aim.
    """

    type: str
    cause: str
    effect: str
    rule: str
    statement: Statement


def causes(text: str) -> list[Caused]:
    """All cause statements of a text published on DAY, in order."""
    reading = riwaya.read(text, published=DAY)
    ends = {m.id: m.text for m in reading.mentions}
    ends |= {s.id: s.type for s in reading.statements if s.kind == "event"}
    found = []
    for s in reading.statements:
        if s.kind == "cause":
            two = {r.role: ends[r.statement or r.mention or ""] for r in s.roles}
            (rule,) = s.rules
            found.append(Caused(s.type, two["cause"], two["effect"], rule, s))
    return found


def caused(text: str) -> list[tuple[str, str, str]]:
    """Type, cause and effect of every cause statement of a text, in order."""
    return [(c.type, c.cause, c.effect) for c in causes(text)]


def one(text: str) -> Caused:
    """The only cause statement of a text."""
    found = causes(text)
    assert len(found) == 1, [(c.type, c.cause, c.effect, c.rule) for c in found]
    return found[0]
