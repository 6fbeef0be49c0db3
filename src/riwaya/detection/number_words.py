"""The tables of number words as dictionaries by key.

Takes: `number_words.tsv`, `quantifiers.tsv`, `number_heads.tsv` of a lexicon.
Gives: `NumberLexicon`. Never: looks at a text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from riwaya.detection.clitics import forms
from riwaya.detection.letters import key
from riwaya.detection.protocols import WordLike
from riwaya.lexicons import load
from riwaya.model import Lexicon, Row


class NumberWord(NamedTuple):
    """What one spelling means: `bare` says where it may stand alone."""

    value: float
    role: str
    bare: str
    cut: int
    conjoined: bool
    definite: bool


class Phrase(NamedTuple):
    """Words before or after a number, or a quantity of their own; `cut` of the first word."""

    keys: tuple[str, ...]
    effect: str
    low: int | None
    high: int | None
    cut: int = 0


@dataclass(frozen=True, slots=True)
class NumberLexicon:
    """Everything number finding looks up; phrases before a number are under their last word."""

    words: Mapping[str, NumberWord]
    spelled: Mapping[str, NumberWord]  # by text, where a key is shared: «وأحد» is not «واحد»
    fractions: Mapping[str, NumberWord]  # «خمس» as a fifth
    before: Mapping[str, tuple[Phrase, ...]]
    after: Mapping[str, tuple[Phrase, ...]]
    alone: Mapping[str, tuple[Phrase, ...]]
    suffix: Mapping[str, tuple[Phrase, ...]]  # percent and fraction words, right after
    range: Mapping[str, tuple[Phrase, ...]]  # «between», «from», «to», and verbs of change
    minus: frozenset[str]
    heads: Mapping[str, str]
    tails: Mapping[str, str]

    def word(self, word: WordLike) -> NumberWord | None:
        """What a word means as a number."""
        found = self.words.get(word.key)
        return found and self.spelled.get(word.text, found)


@lru_cache(maxsize=1)
def shipped() -> NumberLexicon:
    """The number words of the shipped tables."""
    return number_lexicon(load())


def number_lexicon(tables: Lexicon) -> NumberLexicon:
    """The number words of a lexicon; build it once and keep it."""
    words, spelled, fractions = _words(tables.rows("number_words"))
    quantifiers = tables.rows("quantifiers")
    heads = tables.rows("number_heads")
    return NumberLexicon(
        words=words,
        spelled=spelled,
        fractions=fractions,
        before=_phrases(quantifiers, "before", last=True),
        after=_phrases(quantifiers, "after", last=False),
        alone=_phrases(quantifiers, "alone", last=False),
        suffix=_phrases(quantifiers, "suffix", last=False),
        range=_phrases(quantifiers, "range", last=True),
        minus=frozenset(_phrases(quantifiers, "sign", last=True)),
        heads=_beside(heads, "before"),
        tails=_beside(heads, "after"),
    )


_Words = dict[str, NumberWord]


def _words(rows: tuple[Row, ...]) -> tuple[_Words, _Words, _Words]:
    words: _Words = {}
    fractions: _Words = {}
    own: _Words = {}
    joined: list[tuple[str, str, NumberWord]] = []
    for row in rows:
        into = fractions if row["bare"] == "before_definite" else words
        for form in row["form"].split("|"):
            for spelling in forms(form):
                word = NumberWord(
                    float(row["value"]), row["role"], row["bare"],
                    spelling.cut, spelling.conjoined, spelling.definite,
                )  # fmt: skip
                into.setdefault(spelling.key, word)
                if into is words and not spelling.cut:
                    own.setdefault(spelling.key, word)
                elif into is words and not spelling.definite:
                    joined.append((spelling.key, spelling.key[: spelling.cut] + form, word))
    spelled = {text: word for k, text, word in joined if k in own and k != text}
    return words | own, spelled, fractions


def _phrases(rows: tuple[Row, ...], position: str, last: bool) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for row in rows:
        if row["position"] != position:
            continue
        for form in row["form"].split("|"):
            first, *rest = form.split()
            tail = tuple(key(word) for word in rest)
            for spelling in forms(first, article=position == "alone"):
                keys = (spelling.key, *tail)
                phrase = Phrase(
                    keys, row["effect"], _whole(row["low"]), _whole(row["high"]), spelling.cut
                )
                found.setdefault(keys[-1] if last else keys[0], []).append(phrase)
    return {k: tuple(sorted(v, key=lambda p: -len(p.keys))) for k, v in found.items()}


def _beside(rows: tuple[Row, ...], position: str) -> dict[str, str]:
    return {
        spelling.key: row["kind"]
        for row in rows
        if row["position"] == position
        for form in row["form"].split("|")
        for spelling in forms(form, article=False)
    }


def _whole(cell: str) -> int | None:
    return int(cell) if cell else None
