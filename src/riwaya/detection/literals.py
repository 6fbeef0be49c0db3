"""Listed phrases (actors, places, cues) found at a word of a text, the longest first."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from riwaya.detection.cuts import Split
from riwaya.detection.text import Text
from riwaya.model import Row

QUOTES = frozenset("«»\"“”'‘’")


class Match(NamedTuple):
    """A listed phrase over words up to `last` (exclusive)."""

    last: int
    split: Split
    table: str
    row: Row
    column: str


def longest(text: Text, i: int, end: int, wanted: Callable[[str], bool]) -> Match | None:
    """The longest listed phrase that opens at word `i`, of the tables wanted."""
    info = text.infos[i]
    best: Match | None = None
    words = text.words
    for opening in info.openings:
        j = i + 1
        if j < end and words[j].text in QUOTES:
            j += 1
        if j >= end:
            continue
        for literal in opening.seconds.get(words[j].key, ()):
            if not wanted(literal.table):
                continue
            last = j + 1 + len(literal.rest)
            if last > end or (best and best.last >= last):
                continue
            if all(words[j + 1 + n].key == k for n, k in enumerate(literal.rest)):
                best = Match(last, opening.split, literal.table, literal.row, "name")
    if best:
        return best
    for table, hits in info.hits.items():
        if wanted(table):
            for hit in hits:
                if hit.form.pos in LITERAL_COLUMNS and not hit.split.pronoun:
                    found = Match(i + 1, hit.split, table, hit.form.row, hit.form.pos)
                    if best is None or found.split.cuts < best.split.cuts:
                        best = found
    return best


LITERAL_COLUMNS = frozenset({"name", "names", "capital", "palaces", "word", "phrase"})
