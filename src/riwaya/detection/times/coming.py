"""Verbs of the future by their shape: «سيفعل», «ستفعل», «سنفعل».

«سأفعل» is left out: reports use it only in quotes, whose days are not those of the report.

Takes: the words of a lexicon that only look so. Gives: whether a word is such a verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from riwaya.detection.letters import key
from riwaya.model import Lexicon

_SHAPE = re.compile("[وف]?(س[يتن].{3,})")
_NAMES = ("given_names", "family_names", "gazetteer", "villages", "admin", "regions")
_REMEMBERED = 50_000  # words
_LONGEST = 20  # letters of the longest such verb


class Coming(dict[str, bool]):
    """Whether a folded word is a verb of the future; found once for each."""

    def __init__(self, others: tuple[str, ...]) -> None:
        super().__init__()
        self._others = others

    def __missing__(self, word: str) -> bool:
        if len(self) >= _REMEMBERED:
            self.clear()
        match = _SHAPE.fullmatch(word) if len(word) <= _LONGEST else None
        found = self[word] = match is not None and not key(match[1]).startswith(self._others)
        return found


def coming(tables: Lexicon) -> Coming:
    """The verbs of the future as against the names and common words of a lexicon."""
    return Coming(tuple({k for word in _words(tables) if len(k := key(word)) > 3 and k[0] == "س"}))


def _words(tables: Lexicon) -> Iterator[str]:
    """Every word of the tables that might look like a verb of the future and is none."""
    for row in tables.rows("common_words"):
        if row["pos"] != "verb":
            yield row["word"]
    for table in _NAMES:
        for row in tables.rows(table):
            if "س" in row["name"]:
                yield from row["name"].split()
    for row in tables.rows("time_words"):
        if row["role"] == "no_future":
            yield from row["form"].split("|")
