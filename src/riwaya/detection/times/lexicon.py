"""The tables of time words as phrases under the key of their first word.

Takes: the time tables of a lexicon. Gives: `TimeLexicon`. Never: looks at a text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from riwaya.detection.clitics import forms, readings
from riwaya.detection.letters import key
from riwaya.detection.times.coming import Coming, coming
from riwaya.lexicons import load
from riwaya.model import Lexicon, Row

# Roles of words that only go with a time and begin none.
_PASSIVE_ROLES = (
    "part every last next same after_that few until to between on about of link "
    "future then from_now era blessed final counted_from "
    "before_last after_next half no_future in eve days of_count"
)
_PASSIVE = frozenset(_PASSIVE_ROLES.split())
_REMEMBERED = 50_000  # keys
_LONGEST = 40  # letters of a word that is looked up


class Term(NamedTuple):
    """A phrase of a table in one spelling: keys, what it is, what stands joined before it."""

    keys: tuple[str, ...]
    role: str
    value: str
    cut: int
    preposition: str
    definite: bool


_Plain = dict[str, list[tuple[int, tuple[str, ...], str, str]]]  # order, further keys, role, value


class Terms(dict[str, tuple[Term, ...]]):
    """Terms by the key of their first word, longest first; made when a key is asked for."""

    def __init__(self, plain: _Plain) -> None:
        super().__init__()
        self._plain = plain

    def __missing__(self, key: str) -> tuple[Term, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        plain = self._plain
        found = [
            (order, Term((key, *tail), role, value, form.cut, form.preposition, form.definite))
            for word, form in (readings(key) if len(key) <= _LONGEST else ())
            if word in plain
            for order, tail, role, value in plain[word]
        ]
        found.sort(key=lambda x: (-len(x[1].keys), x[1].cut, x[0]))
        terms = self[key] = tuple(term for _, term in found)
        return terms


class Starts(dict[str, bool]):
    """Whether a time may begin at a key."""

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self._terms = terms

    def __missing__(self, key: str) -> bool:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[key] = any(term.role not in _PASSIVE for term in self._terms[key])
        return found


class TimeLexicon(NamedTuple):
    """Terms and whether they begin a time, by key; construct nouns of names; future verbs;
    nouns that head a place («بلدة»)."""

    terms: Terms
    traps: frozenset[str]
    starts: Starts
    coming: Coming
    places: frozenset[str]


@lru_cache(maxsize=1)
def shipped() -> TimeLexicon:
    """The time words of the shipped tables."""
    return time_lexicon(load())


def time_lexicon(tables: Lexicon) -> TimeLexicon:
    """The time words of a lexicon; build it once and keep it."""
    found: _Plain = {}
    order = count()
    for row in tables.rows("time_words"):
        _enter(found, order, row["form"], row["role"], row["value"])
    for row in tables.rows("months"):
        value = f"{row['calendar']} {row['month']} {row['needs'] or 'free'}"
        _enter(found, order, row["form"], "month", value)
    for row in tables.rows("weekdays"):
        _enter(found, order, row["form"], "weekday", row["day"])
    for row in tables.rows("holidays"):
        _enter(found, order, row["form"], "holiday", _holiday(row))
    traps = frozenset(
        spelling.key
        for row in tables.rows("time_traps")
        for form in row["form"].split("|")
        for spelling in forms(form, article=False)
    )
    terms = Terms(found)
    places = frozenset(
        key(form)
        for row in tables.rows("place_heads")
        for form in (row["head"], *row["forms"].split("|"))
    )
    return TimeLexicon(terms, traps, Starts(terms), coming(tables), places)


def _holiday(row: Row) -> str:
    return f"{row['calendar']} {row['month']} {row['day']} {row['days']}"


def _enter(found: _Plain, order: Iterator[int], cell: str, role: str, value: str) -> None:
    for form in cell.split("|"):
        first, *tail = map(key, form.split())
        entry = (next(order), tuple(tail), role, value)
        found.setdefault(first, []).append(entry)
