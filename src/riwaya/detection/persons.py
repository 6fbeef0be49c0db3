"""Persons: kunyas, given names and their chains, nisbas; titles and posts cut off but kept."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from riwaya.detection.analysis import WordInfo
from riwaya.detection.literals import QUOTES, longest
from riwaya.detection.name_words import (
    Rank,
    family_like,
    foreign_like,
    is_nisba,
    is_ordinary,
    other_word,
    rank,
    wordlike,
)
from riwaya.detection.text import Chunk, Text

_KUNYA_LENGTH = 3
_LONGEST = 7
_VERBAL = ("reporting", "modality", "triggers", "light_verbs")
_TABLES = frozenset({"given_names", "family_names"})


class Before(IntEnum):
    """What stands before a name: nothing, a noun or a word for kin that may have one, a title that asks for one."""

    NOTHING = 0
    NOUN = 1
    KIN = 2
    TITLE = 3


class _Start(NamedTuple):
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


def joined_servant(word: str) -> bool:
    """Whether the word is a name with عبد written in one («عبدالرحمن»)."""
    return len(word) > 6 and word.startswith("عبدال")


def parse_person(text: Text, i: int, end: int, before: Before = Before.NOTHING) -> Chunk | None:
    """The person's name that opens at word `i`; `before` says what title or noun leads to it."""
    quoted = before > Before.NOTHING and text.words[i].text in QUOTES and i + 1 < end
    first = i + 1 if quoted else i
    start = _start(text, first, end, before)
    if start is None:
        return None
    last, support = _chain(text, first, end, start, before)
    if last > end or not (
        _sure(start, support, before) or _known_here(text, first, last, start, end)
    ):
        return None
    chunk = _chunk(text, first, last, start)
    if last - first > 1:
        text.named.add(text.words[first].key[start.skip :])
    if quoted and last < end and text.words[last].text in QUOTES:
        chunk.last = last + 1
    return chunk


def _start(text: Text, i: int, end: int, before: Before) -> _Start | None:
    return (
        _fixed_start(text, i, end, before)
        or _cut_start(text, i, end)
        or _named_start(text, i, end, before)
    )


def _fixed_start(text: Text, i: int, end: int, before: Before) -> _Start | None:
    """A kunya, a servant's name or a listed name of several words."""
    word = text.infos[i].key
    follows = i + 1 < end and wordlike(text, i + 1)
    if text.is_a("kunya", i) or (text.is_a("mother", i) and before is Before.TITLE):
        return _Start(2, Rank.SURE, kunya=True) if follows else None
    if joined_kunya(text, i):
        return _Start(1, Rank.SURE, kunya=True)
    if joined_servant(word):
        return _Start(1, Rank.SURE)
    if follows and (
        (word == "عبد" and text.infos[i + 1].of("divine_names")) or (word == "ال" and before)
    ):
        return _Start(2, Rank.SURE)
    if (
        text.infos[i].openings
        and (listed := longest(text, i, end, _TABLES.__contains__))
        and listed.last > i + 1
    ):
        split = listed.split
        return _Start(listed.last - i, Rank.SURE, split.skip, split.conj, split.prep)
    return None


def _cut_start(text: Text, i: int, end: int) -> _Start | None:
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
            return _Start(2, Rank.SURE, cut, conj, prep, kunya=True)
        if follows and rest == "عبد" and text.infos[i + 1].of("divine_names"):
            return _Start(2, Rank.SURE, cut, conj, prep)
        if joined_servant(rest) or (
            rest[:3] in text.roles["kunya"] and rest[3:5] == "ال" and len(rest) > 6
        ):
            return _Start(1, Rank.SURE, cut, conj, prep)
    return None


def _named_start(text: Text, i: int, end: int, before: Before) -> _Start | None:
    found = rank(text, i)
    info = text.infos[i]
    if found >= Rank.COMMON:
        if is_nisba(info):
            return None if info.key.startswith("ال") else _Start(1, Rank.COMMON)
        if before is Before.NOTHING and (
            (info.key.startswith("ال") and other_word(info)) or _verb(info)
        ):
            return None
        return _Start(1, found) if found > Rank.COMMON or before is not Before.NOTHING else None
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
        return _Start(
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
        return _Start(1, Rank.UNKNOWN)
    return None


def _known_here(text: Text, first: int, last: int, start: _Start, end: int) -> bool:
    """Whether a doubtful single name is one that the report has named in full, or is joined to
    a sure one («عمر وعلي الدليمي»)."""
    if last - first > 1 or not Rank.TRAP <= start.rank or other_word(text.infos[first]):
        return False
    if text.words[first].key[start.skip :] in text.named:
        return True
    if start.conj or last >= end or not text.words[last].key.startswith("و"):
        return False
    joined = parse_person(text, last, end)
    return joined is not None and joined.conj == "و" and joined.last - joined.first > 1


def _verb(info: WordInfo) -> bool:
    """Whether the uncut word is a verb of news too («طالب», «شهد»)."""
    return any(h.form.pos == "verb" and not h.split.cuts for t in _VERBAL for h in info.of(t))


def _sure(start: _Start, support: bool, before: Before) -> bool:
    """Whether a name is believed: its opening, what stands before it, or its next names speak for it."""
    if start.rank is Rank.SURE or support:
        return True
    if before is Before.TITLE:
        return start.rank is not Rank.COMMON
    return before is Before.KIN and start.rank >= Rank.TRAP


def _chain(text: Text, first: int, end: int, start: _Start, before: Before) -> tuple[int, bool]:
    """Where the name ends, and whether one of its later words speaks for it."""
    last = first + start.words
    support = False
    while last < end and last - first < _LONGEST:
        sure = (
            support
            or start.rank >= Rank.DOUBTFUL
            or (before is Before.TITLE and start.rank >= Rank.TRAP)
        )
        more, speaks = _next(text, last, end, start, sure)
        if not more or last + more > end:
            break
        last += more
        support = support or speaks
    return last, support


def _next(text: Text, i: int, end: int, start: _Start, sure: bool) -> tuple[int, bool]:
    """How many words from `i` go on with a name, 0 where it ends; whether they speak for it."""
    word = text.infos[i].key
    if i in text.times or i in text.numbers:
        return (1, False) if sure and text.is_a("regnal", i) else (0, False)
    follows = i + 1 < end and wordlike(text, i + 1)
    if follows and text.is_a("son", i):
        return _father(text, i, end)
    if follows and (
        text.is_a("kunya", i) or (word == "عبد" and text.infos[i + 1].of("divine_names"))
    ):
        return 2, True
    if joined_kunya(text, i) or joined_servant(word):
        return 1, True
    if text.is_a("name_second", i):
        return 1, True
    if sure and text.is_a("honorific_after", i):
        return 1, False
    if sure and _initial(text, i, end):
        return 3, False
    if (
        text.infos[i].openings
        and (listed := longest(text, i, end, _TABLES.__contains__))
        and listed.last > i + 1
        and not listed.split.cuts
    ):
        return listed.last - i, True
    found = rank(text, i)
    if "directions" in text.infos[i].hits or _country(text.infos[i]) or _opens_post(text, i, end):
        return 0, False
    if found >= Rank.TRAP:
        return 1, found is Rank.SURE or start.rank > Rank.COMMON
    if found is Rank.COMMON:
        return (1, False) if start.kunya or (sure and word.startswith("ال")) else (0, False)
    if family_like(text, i):
        return 1, True
    if sure and not _ended(text, i - 1) and (found is Rank.UNKNOWN or foreign_like(text, i)):
        return 1, start.rank is Rank.DOUBTFUL
    return 0, False


def _father(text: Text, i: int, end: int) -> tuple[int, bool]:
    """«بن» with the father's name; none before a word for kin («ابن شقيق فلان»)."""
    if text.infos[i + 1].key == "عبد" and i + 2 < end and text.infos[i + 2].of("divine_names"):
        return 3, True
    info = text.infos[i + 1]
    if other_word(info) and "given_names" not in info.hits and not info.key.startswith("ال"):
        return 0, False
    return 2, True


def _opens_post(text: Text, i: int, end: int) -> bool:
    """A post behind a name, «… الأمين العام»: its word might be a family name too."""
    info = text.infos[i]
    if not info.key.startswith("ال") or not other_word(info) or i + 1 >= end:
        return False
    return text.words[i + 1].key.startswith("ال")


def _country(info: WordInfo) -> bool:
    return any(h.form.pos != "nisba" for h in info.of("countries"))


def _ended(text: Text, i: int) -> bool:
    """Whether word `i` is a family name and no given name, so that no unknown word goes on."""
    info = text.infos[i]
    return "family_names" in info.hits and "given_names" not in info.hits


def _initial(text: Text, i: int, end: int) -> bool:
    """A middle initial («ك.») with a word behind it."""
    words = text.words
    return (
        i + 2 < end and len(words[i].key) == 1 and words[i].key.isalpha() and words[i + 1].text == "."
        and wordlike(text, i + 2)
    )  # fmt: skip


def _chunk(text: Text, first: int, last: int, start: _Start) -> Chunk:
    words = text.words
    hit = text.infos[first].first("given_names")
    gender = hit.form.row.get("gender", "m") if hit else "m"
    if text.is_a("mother", first):
        gender = "f"
    return Chunk(
        "person", first, last, words[first].start + start.skip, words[last - 1].end, first,
        proper=True, gender="f" if gender == "f" else "m", klass="person", conj=start.conj,
        prep=start.prep, definite=True, rule="person-name",
    )  # fmt: skip
