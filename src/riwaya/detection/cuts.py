"""Words cut into what is written on to them: و ف ب ك ل س ال before, pronouns after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ي", "ك")
_BY_LAST = {last: tuple(p for p in PRONOUNS if p[-1] == last) for last in "اهينمك"}
"""The pronouns by the letter they end in, longest first."""


class Split(NamedTuple):
    """One way to cut a word. `skip` letters stand before the stem (or its article)."""

    stem: str
    conj: str = ""
    prep: str = ""
    future: bool = False
    article: bool = False
    pronoun: str = ""
    skip: int = 0

    @property
    def cuts(self) -> int:
        """How many pieces were cut off; the article counts as none."""
        return bool(self.conj) + bool(self.prep) + self.future + bool(self.pronoun)


def splits(word: str) -> Iterator[Split]:
    """Every way to cut a folded word, the uncut word first; articles are cut off the stem too."""
    for front, conj, prep, future, skip in _fronts(word):
        for stem, pronoun in _stems(front):
            yield Split(stem, conj, prep, future, False, pronoun, skip)
            if stem.startswith("ال") and len(stem) > 3 and not future:
                yield Split(stem[2:], conj, prep, future, True, pronoun, skip)


_Front = tuple[str, str, str, bool, int]  # what is left, conj, prep, future, skip


def _fronts(word: str) -> Iterator[_Front]:
    """The word with and without a conjunction, and without a particle after it."""
    yield from _particles(word, "", 0)
    if len(word) > 2 and word[0] in "وف":
        yield from _particles(word[1:], word[0], 1)


def _particles(rest: str, conj: str, skip: int) -> Iterator[_Front]:
    yield rest, conj, "", False, skip
    if len(rest) < 3:
        return
    first = rest[0]
    if rest.startswith("لل"):
        if len(rest) > 3:
            yield "ال" + rest[2:], conj, "ل", False, skip + 1
    elif first in "بكل":
        yield rest[1:], conj, first, False, skip + 1
    elif first == "س" and len(rest) > 3 and rest[1] in "ينتأ":
        yield rest[1:], conj, "", True, skip + 1


def _stems(word: str) -> Iterator[tuple[str, str]]:
    """Stem and pronoun, with the spelling that the stem has when it stands alone."""
    yield word, ""
    for pronoun in _BY_LAST.get(word[-1:], ()):
        if len(word) - len(pronoun) < 2 or not word.endswith(pronoun):
            continue
        stem = word[: -len(pronoun)]
        yield stem, pronoun
        last = stem[-1]
        if last == "ت":
            yield stem[:-1] + "ة", pronoun
        elif last == "و":
            yield stem + "ا", pronoun
        elif last == "ا":
            yield stem[:-1] + "ى", pronoun
        elif last in "ؤئ":
            yield stem[:-1] + "ء", pronoun
