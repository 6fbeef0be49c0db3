"""Words cut into what is written on to them: و ف ب ك ل س ال before, pronouns after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ي", "ك")


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


def _fronts(word: str) -> Iterator[Split]:
    starts = [Split(word)]
    if len(word) > 2 and word[0] in "وف":
        starts.append(Split(word[1:], conj=word[0], skip=1))
    for s in starts:
        yield s
        rest = s.stem
        if len(rest) > 2 and rest[0] in "بكل" and not rest.startswith("لل"):
            yield s._replace(stem=rest[1:], prep=rest[0], skip=s.skip + 1)
        if len(rest) > 3 and rest[0] == "س" and rest[1] in "ينتأ":
            yield s._replace(stem=rest[1:], future=True, skip=s.skip + 1)
        if len(rest) > 3 and rest.startswith("لل"):
            yield s._replace(stem="ال" + rest[2:], prep="ل", skip=s.skip + 1)


def _stems(word: str) -> Iterator[tuple[str, str]]:
    """Stem and pronoun, with the spelling that the stem has when it stands alone."""
    yield word, ""
    if word[-1] == "ة":
        return
    for pronoun in PRONOUNS:
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


def splits(word: str) -> Iterator[Split]:
    """Every way to cut a folded word, the uncut word first; articles are cut off the stem too."""
    for front in _fronts(word):
        for stem, pronoun in _stems(front.stem):
            yield front._replace(stem=stem, pronoun=pronoun)
            if stem.startswith("ال") and len(stem) > 3 and not front.future:
                yield front._replace(stem=stem[2:], article=True, pronoun=pronoun)
