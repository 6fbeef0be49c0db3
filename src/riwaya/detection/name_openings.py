"""The words that open a person's name: kunyas, servants' names, listed and unknown names.

Takes: a text, the number of a word, what stands before it. Gives: a `Start`, or None.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from riwaya.detection.analysis import WordInfo
from riwaya.detection.facts import Rank, joined_servant, listed_name
from riwaya.detection.literals import longest
from riwaya.detection.name_words import is_nisba, is_ordinary, other_word, rank, wordlike
from riwaya.detection.text import Text

_KUNYA_LENGTH = 3
_VERBAL = ("reporting", "modality", "triggers", "light_verbs")
NAME_TABLES = frozenset({"given_names", "family_names"})


class Before(IntEnum):
    """What stands before a name: nothing, a noun or kin that may have one, a title that asks."""

    NOTHING = 0
    NOUN = 1
    KIN = 2
    TITLE = 3


class Start(NamedTuple):
    """What opens a name: how many words, how sure, what is joined before it."""

    words: int
    rank: Rank
    skip: int = 0
    conj: str = ""
    prep: str = ""
    kunya: bool = False


def joined_kunya(text: Text, i: int) -> bool:
    """Whether the word is a kunya written in one («أبوالحسن»)."""
    info = text.infos[i]
    word = info.key
    if len(word) < 6 or word[:_KUNYA_LENGTH] not in text.roles["kunya"]:
        return False
    return word[3:5] == "ال" or not (info.known or is_ordinary(text, i))


def name_start(text: Text, i: int, end: int, before: Before) -> Start | None:
    """What opens a name at word `i`, if anything does."""
    if not (
        before is Before.TITLE
        or text.facts[i].person
        or i in text.phrases
        or (before and text.infos[i].key == "ال")
    ):
        return None
    return (
        _fixed_start(text, i, end, before)
        or _cut_start(text, i, end)
        or _named_start(text, i, end, before)
    )


def _fixed_start(text: Text, i: int, end: int, before: Before) -> Start | None:
    """A kunya, a servant's name or a listed name of several words."""
    word = text.infos[i].key
    follows = i + 1 < end and wordlike(text, i + 1)
    if text.is_a("kunya", i) or (text.is_a("mother", i) and before is Before.TITLE):
        return Start(_of_kunya(text, i), Rank.SURE, kunya=True) if follows else None
    if joined_kunya(text, i):
        return Start(1, Rank.SURE, kunya=True)
    if joined_servant(word):
        return Start(1, Rank.SURE)
    if follows and (
        (word == "عبد" and text.infos[i + 1].of("divine_names")) or (word == "ال" and before)
    ):
        return Start(2, Rank.SURE)
    if (
        i in text.phrases
        and (listed := longest(text, i, end, NAME_TABLES.__contains__))
        and listed.last > i + 1
    ):
        split = listed.split
        return Start(listed.last - i, Rank.SURE, split.skip, split.conj, split.prep)
    return None


def _of_kunya(text: Text, i: int) -> int:
    """How many words a kunya has: «أبو عبد الله» has three."""
    words = text.words
    servant = i + 2 < len(words) and words[i + 1].key == "عبد"
    return 3 if servant and text.infos[i + 2].of("divine_names") else 2


def _cut_start(text: Text, i: int, end: int) -> Start | None:
    """A kunya or عبد behind a clitic («وأبو», «لعبد الله»)."""
    word = text.infos[i].key
    for cut in (1, 2):
        if len(word) - cut < 3 or word[:cut].strip("وفبكل"):
            continue
        rest = word[cut:]
        conj = word[0] if word[0] in "وف" else ""
        prep = word[cut - 1] if word[cut - 1] in "بكل" else ""
        follows = i + 1 < end and wordlike(text, i + 1)
        if follows and rest in text.roles["kunya"]:
            return Start(_of_kunya(text, i), Rank.SURE, cut, conj, prep, kunya=True)
        if follows and rest == "عبد" and text.infos[i + 1].of("divine_names"):
            return Start(2, Rank.SURE, cut, conj, prep)
        if joined_servant(rest) or (
            rest[:3] in text.roles["kunya"] and rest[3:5] == "ال" and len(rest) > 6
        ):
            return Start(1, Rank.SURE, cut, conj, prep)
    return None


def _named_start(text: Text, i: int, end: int, before: Before) -> Start | None:
    """A listed name, sure or doubtful, also behind a clitic; behind a title an unknown word."""
    if before is not Before.TITLE and not listed_name(text.infos[i]):
        return None
    found = rank(text, i)
    info = text.infos[i]
    if found >= Rank.COMMON:
        if is_nisba(info):
            return None if info.key.startswith("ال") else Start(1, Rank.COMMON)
        if before is Before.NOTHING and (
            (info.key.startswith("ال") and other_word(info)) or _verb(info)
        ):
            return None
        return Start(1, found) if found > Rank.COMMON or before is not Before.NOTHING else None
    for table in ("given_names", "family_names"):
        hit = info.first(table)
        if hit is None or hit.split.article or hit.split.pronoun or not hit.split.cuts:
            continue
        if (
            len(hit.split.stem) < 4
            or "name_traps" in info.hits
            or is_ordinary(text, i)
            or other_word(info)
            or hit.form.row["ordinary"]
        ):
            follows = i + 1 < end and (
                rank(text, i + 1) >= Rank.DOUBTFUL
                or text.is_a("son", i + 1)
                or text.is_a("kunya", i + 1)
            )
            if not follows or len(hit.split.stem) < 3 or hit.split.prep == "ك":
                continue
        return Start(
            1,
            Rank.DOUBTFUL if hit.form.row["ordinary"] else Rank.SURE,
            hit.split.skip,
            hit.split.conj,
            hit.split.prep,
        )
    if (
        found is Rank.UNKNOWN
        and before is Before.TITLE
        and not (info.key.startswith("ال") and info.key.endswith("ه"))
    ):
        return Start(1, Rank.UNKNOWN)
    return None


def _verb(info: WordInfo) -> bool:
    """Whether the uncut word is a verb of news too («طالب», «شهد»)."""
    return any(h.form.pos == "verb" and not h.split.cuts for t in _VERBAL for h in info.of(t))
