"""What a person types into a search, and where it stands in a text.

All words have to be there, in any order; words in "…" or «…» one right behind the other; none
of the words or phrases with a leading -.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from riwaya.ledger.search.stems import asked, stems

_MOST = 50  # words and phrases
_PIECE = re.compile(
    r'(?P<no>(?<!\S)-)?(?:"(?P<a>[^"]*)(?:"|$)|«(?P<b>[^»]*)(?:»|$)|“(?P<c>[^”]*)(?:”|$)'
    r'|(?P<word>[^\s"«“]+))'
)

Stems = tuple[str, ...]
Phrase = tuple[Stems, ...]  # what may stand at each place; a word is a phrase of one


class BadQuery(ValueError):
    """A query that cannot be searched for; the message says why, and what to type."""


class Query(NamedTuple):
    """Phrases that have to be there, and phrases that must not."""

    wanted: tuple[Phrase, ...]
    unwanted: tuple[Phrase, ...]


def parse(text: str) -> Query:
    """Raises BadQuery where no word has to be found, or too many."""
    wanted: list[Phrase] = []
    unwanted: list[Phrase] = []
    for phrase, excluded in _phrases(text):
        into = unwanted if excluded else wanted
        if phrase and phrase not in into:
            into.append(phrase)
    if not wanted:
        only = " Words with a leading - are only left out." if unwanted else ""
        raise BadQuery(
            f"{text.strip()[:80]!r} has no word to search for.{only} "
            "Type at least one word or number that has to be found."
        )
    if len(wanted) + len(unwanted) > _MOST:
        raise BadQuery(f"A search takes at most {_MOST} words. Type fewer.")
    return Query(tuple(wanted), tuple(unwanted))


def _phrases(text: str) -> Iterator[tuple[Phrase, bool]]:
    """The phrases in order, each with whether it is to be left out."""
    loose: list[str] = []  # words outside quotes, read together: some are names of two words
    for piece in _PIECE.finditer(text):
        quoted = next((q for q in piece.group("a", "b", "c") if q is not None), None)
        if quoted is None and not piece["no"]:
            loose.append(piece["word"])
            continue
        yield from _single(loose)
        loose.clear()
        yield _phrase(quoted if quoted is not None else piece["word"]), piece["no"] is not None
    yield from _single(loose)


def _single(loose: Sequence[str]) -> Iterator[tuple[Phrase, bool]]:
    for token in asked(" ".join(loose)):
        yield (token.stems,), False


def _phrase(text: str) -> Phrase:
    return tuple(token.stems for token in asked(text))


def highlight(text: str, query: str) -> list[tuple[int, int]]:
    """Where the wanted words and phrases stand: (start, end) in order, none inside another.

    A phrase is one stretch. Raises BadQuery.
    """
    wanted = parse(query).wanted
    tokens = stems(text)
    places = [token.stems for token in tokens]
    spans = {
        (tokens[i].start, tokens[i + len(phrase) - 1].end)
        for phrase in wanted
        for i in found_at(phrase, places)
    }
    return list(_apart(sorted(spans)))


def found_at(phrase: Phrase, places: Sequence[Iterable[str]]) -> Iterator[int]:
    """Where a phrase begins among the stems of each place of a text."""
    first, *others = [frozenset(alternatives) for alternatives in phrase]
    for i in range(len(places) - len(others)):
        if not first.isdisjoint(places[i]) and all(
            not other.isdisjoint(places[i + n]) for n, other in enumerate(others, 1)
        ):
            yield i


def _apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sorted spans with those that overlap made one."""
    current: tuple[int, int] | None = None
    for start, end in spans:
        if current is None or start >= current[1]:
            if current is not None:
                yield current
            current = (start, end)
        else:
            current = (current[0], max(current[1], end))
    if current is not None:
        yield current
