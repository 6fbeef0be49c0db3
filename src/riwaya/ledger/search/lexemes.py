"""Stems and queries in the forms in which the two databases search them.

SQLite (FTS5) gets the stems of a text place by place, ` a|b c`, and behind a line end those
without a place; PostgreSQL gets a `tsvector` in which the stems of one word share its place.
Both know as many places as a `tsvector` holds, so that phrases are found alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from riwaya.ledger.search.query import Phrase, Query, Stems
from riwaya.ledger.search.stems import MOST, stems

_PLACES = 16_000  # words of a text whose place is kept
_PLACES_OF_STEM = 250
_LARGEST = 900_000  # bytes that the stems of a text may take; a tsvector holds a megabyte
_OVERHEAD = 8  # bytes of a stem beside its letters, and of a place at most
_NEAR = 2 * MOST  # stems that may stand between those of two neighbouring words


def placed(text: str) -> list[Stems]:
    """The stems at each place of a text, and last those that have none any more."""
    seen: dict[str, int] = {}
    places: list[Stems] = []
    size = 0
    for number, token in enumerate(stems(text)):
        here: list[str] = []
        for stem in token.stems:
            times = seen.get(stem, 0)
            if not times:
                size += 2 * len(stem.encode()) + _OVERHEAD
                if size > _LARGEST:
                    continue
                seen[stem] = 0
            if number < _PLACES and times < _PLACES_OF_STEM and size <= _LARGEST:
                seen[stem] = times + 1
                size += _OVERHEAD // 2
                here.append(stem)
        if number < _PLACES:
            places.append(tuple(here))
    places.append(tuple(stem for stem, times in seen.items() if not times))
    return places


def for_sqlite(places: Sequence[Stems]) -> str:
    """The text that FTS5 indexes."""
    return f" {' '.join('|'.join(here) for here in places[:-1])}\n{' '.join(places[-1])}"


def for_postgresql(places: Sequence[Stems]) -> str:
    """A `tsvector` as PostgreSQL reads it."""
    at: dict[str, list[str]] = {}
    for number, here in enumerate(places[:-1], 1):
        for stem in here:
            at.setdefault(stem, []).append(str(number))
    with_places = [f"{_quoted(stem)}:{','.join(numbers)}" for stem, numbers in at.items()]
    return " ".join([*with_places, *map(_quoted, places[-1])])


def match(query: Query) -> str:
    """What FTS5 has to find: all that the query wants and somewhat more, where it has phrases."""
    wanted = " AND ".join(_group(phrase) for phrase in query.wanted)
    words = [_any(phrase[0]) for phrase in query.unwanted if len(phrase) == 1]
    return f"({wanted}) NOT ({' OR '.join(words)})" if words else wanted


def _group(phrase: Phrase) -> str:
    if len(phrase) == 1:
        return _any(phrase[0])
    near = [
        " OR ".join(f'NEAR("{a}" "{b}", {_NEAR})' for a in one for b in other)
        for one, other in pairwise(phrase)
    ]
    return "(" + " AND ".join(f"({pair})" for pair in near) + ")"


def _any(alternatives: Iterable[str]) -> str:
    return "(" + " OR ".join(f'"{stem}"' for stem in alternatives) + ")"


def needs_check(query: Query) -> bool:
    """Whether what `match` finds has to be looked at once more by `checked`."""
    return any(len(phrase) > 1 for phrase in (*query.wanted, *query.unwanted))


def checks(query: Query) -> tuple[list[re.Pattern[str]], list[re.Pattern[str]]]:
    """What has to stand in the places of an indexed text, and what must not."""
    wanted = [_pattern(phrase) for phrase in query.wanted if len(phrase) > 1]
    return wanted, [_pattern(phrase) for phrase in query.unwanted if len(phrase) > 1]


def _pattern(phrase: Phrase) -> re.Pattern[str]:
    """One of the stems at each place, with others before or behind it at the same place."""
    first, *others = [f"(?:{'|'.join(map(re.escape, here))})" for here in phrase]
    rest = "".join(rf"(?:\|[^ \n]*)? (?:[^ \n]*\|)?{other}" for other in others)
    return re.compile(rf"[ |]{first}{rest}(?![^ |\n])")


def checked(patterns: tuple[list[re.Pattern[str]], list[re.Pattern[str]]], indexed: str) -> bool:
    """Whether an indexed text has the wanted phrases and none of the unwanted."""
    wanted, unwanted = patterns
    end = indexed.find("\n")
    return all(p.search(indexed, 0, end) for p in wanted) and not any(
        p.search(indexed, 0, end) for p in unwanted
    )


def loose(query: Query) -> Query:
    """The query that finds the texts with the words of the phrases, wherever they stand."""
    words = [(word,) for phrase in query.wanted for word in phrase]
    return Query(tuple(words), tuple(p for p in query.unwanted if len(p) == 1))


def tsquery(query: Query) -> str:
    """The same for PostgreSQL, exactly."""
    wanted = [_followed(phrase) for phrase in query.wanted]
    return " & ".join([*wanted, *(f"!{_followed(phrase)}" for phrase in query.unwanted)])


def _followed(phrase: Phrase) -> str:
    places = [f"({' | '.join(map(_quoted, here))})" for here in phrase]
    return "(" + " <-> ".join(places) + ")"


def _quoted(stem: str) -> str:
    return f"'{stem}'"  # a stem has no mark in it
