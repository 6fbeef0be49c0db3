"""The tables of time words as phrases under the key of their first word.

Takes: the time tables of a lexicon. Gives: `TimeLexicon`. Never: looks at a text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from riwaya.detection.clitics import forms
from riwaya.detection.letters import key
from riwaya.lexicons import load
from riwaya.model import Lexicon, Row

# Roles of words that only go with a time and begin none.
_PASSIVE_ROLES = (
    "part every last next same after_that few until from to between on about of link "
    "future then from_now era blessed final counted_from"
)
_PASSIVE = frozenset(_PASSIVE_ROLES.split())


class Term(NamedTuple):
    """A phrase of a table in one spelling: keys, what it is, what stands joined before it."""

    keys: tuple[str, ...]
    role: str
    value: str
    cut: int
    preposition: str
    definite: bool


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """Terms by the key of their first word, longest first, and the construct nouns of names."""

    terms: Mapping[str, tuple[Term, ...]]
    traps: frozenset[str]
    starts: frozenset[str]  # keys at which a time may begin


@lru_cache(maxsize=1)
def shipped() -> TimeLexicon:
    """The time words of the shipped tables."""
    return time_lexicon(load())


def time_lexicon(tables: Lexicon) -> TimeLexicon:
    """The time words of a lexicon; build it once and keep it."""
    found: dict[str, list[Term]] = {}
    for row in tables.rows("time_words"):
        _enter(found, row["form"], row["role"], row["value"])
    for row in tables.rows("months"):
        value = f"{row['calendar']} {row['month']} {row['needs'] or 'free'}"
        _enter(found, row["form"], "month", value)
    for row in tables.rows("weekdays"):
        _enter(found, row["form"], "weekday", row["day"])
    for row in tables.rows("holidays"):
        _enter(found, row["form"], "holiday", _holiday(row))
    traps = frozenset(
        spelling.key
        for row in tables.rows("time_traps")
        for form in row["form"].split("|")
        for spelling in forms(form, article=False)
    )
    ordered = {k: tuple(sorted(v, key=lambda t: (-len(t.keys), t.cut))) for k, v in found.items()}
    starts = frozenset(k for k, v in ordered.items() if any(t.role not in _PASSIVE for t in v))
    return TimeLexicon(ordered, traps, starts)


def _holiday(row: Row) -> str:
    return f"{row['calendar']} {row['month']} {row['day']} {row['days']}"


def _enter(found: dict[str, list[Term]], cell: str, role: str, value: str) -> None:
    for form in cell.split("|"):
        first, *rest = form.split()
        tail = tuple(key(word) for word in rest)
        for spelling in forms(first):
            term = Term(
                (spelling.key, *tail), role, value,
                spelling.cut, spelling.preposition, spelling.definite,
            )  # fmt: skip
            found.setdefault(spelling.key, []).append(term)
