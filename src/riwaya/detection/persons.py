"""Persons: kunyas, given names and their chains, nisbas; titles and posts cut off but kept."""

from __future__ import annotations

from riwaya.detection.analysis import WordInfo
from riwaya.detection.literals import QUOTES
from riwaya.detection.text import Chunk, Text

_KUNYA_LENGTH = 3
_LONGEST = 6


def joined_kunya(text: Text, i: int) -> bool:
    """Whether the word is a kunya written in one («أبوالحسن»)."""
    info = text.infos[i]
    word = info.key
    if len(word) < 6 or word[:_KUNYA_LENGTH] not in text.roles["kunya"]:
        return False
    return word[3:5] == "ال" or not info.known


def joined_servant(word: str) -> bool:
    """Whether the word is a name with عبد written in one («عبدالرحمن»)."""
    return len(word) > 6 and word.startswith("عبدال")


class _Start:
    """A word that opens a name: how many letters of clitics it bears."""

    __slots__ = ("conj", "prep", "sure", "skip", "words")

    def __init__(self, words: int, sure: bool, skip: int = 0, conj: str = "", prep: str = "") -> None:
        self.words, self.sure, self.skip, self.conj, self.prep = words, sure, skip, conj, prep


def _plain_start(text: Text, i: int, end: int, titled: bool) -> _Start | None:
    info = text.infos[i]
    key = info.key
    if text.is_a("kunya", i) or (text.is_a("mother", i) and titled):
        return _Start(2, True) if i + 1 < end and _wordlike(text, i + 1) else None
    if joined_kunya(text, i) or joined_servant(key):
        return _Start(1, True)
    if key == "عبد" and i + 1 < end and text.infos[i + 1].of("divine_names"):
        return _Start(2, True)
    if key == "ال" and i + 1 < end and _wordlike(text, i + 1) and titled:
        return _Start(2, True)
    return None


def _cut_start(text: Text, i: int, end: int) -> _Start | None:
    """A kunya or عبد behind a clitic («وأبو», «لعبد الله»)."""
    key = text.infos[i].key
    for cut in (1, 2):
        if len(key) - cut < 3 or key[:cut].strip("وفبكل"):
            continue
        rest = key[cut:]
        marks = {"conj": key[0] if key[0] in "وف" else "", "prep": key[cut - 1] if key[cut - 1] in "بكل" else ""}
        follows = i + 1 < end and _wordlike(text, i + 1)
        if rest in text.roles["kunya"] and follows or rest == "عبد" and follows and text.infos[i + 1].of("divine_names"):
            return _Start(2, True, cut, **marks)
        if joined_servant(rest) or (rest[:3] in text.roles["kunya"] and rest[3:5] == "ال" and len(rest) > 6):
            return _Start(1, True, cut, **marks)
    return None


def _named_start(text: Text, i: int, titled: bool) -> _Start | None:
    info = text.infos[i]
    if _function(text, i):
        return None
    trap = info.first("name_traps")
    for table in ("given_names", "family_names"):
        hit = info.first(table)
        if hit is None or hit.split.article or hit.split.pronoun:
            continue
        split = hit.split
        if split.cuts and (trap or len(hit.split.stem) < 4):
            continue
        ordinary = bool(hit.form.row.get("ordinary")) or trap is not None or _other_word(info)
        if titled and (trap is not None and _other_word(info)):
            continue
        if table == "family_names" and _is_nisba(info):
            ordinary = True
        return _Start(1, titled or not ordinary, split.skip, split.conj, split.prep)
    if titled and _unknown_name(text, i):
        return _Start(1, True)
    return None


_OTHER = ("triggers", "people", "collectives", "posts", "objects", "place_heads", "reporting",
          "modality", "light_verbs", "clause_words", "countries", "titles", "directions", "common_words")  # fmt: skip


def _other_word(info: WordInfo) -> bool:
    return any(t in info.hits and not info.hits[t][0].split.cuts for t in _OTHER)


def _is_nisba(info: WordInfo) -> bool:
    return "countries" in info.hits or "peoples" in info.hits


def _function(text: Text, i: int) -> bool:
    """Whether a word that is spelt like a name is a function word here («على», «أمام»)."""
    return text.is_a("preposition", i) and text.words[i].text not in _NAMED_PREPOSITIONS


_NAMED_PREPOSITIONS = frozenset({"علي"})  # Ali, where its last letter is written with dots


def _wordlike(text: Text, i: int) -> bool:
    key = text.words[i].key
    return len(key) > 1 and key[0].isalpha() and not key.isascii() and "clause_words" not in text.infos[i].hits


def _unknown_name(text: Text, i: int) -> bool:
    """A word that no table knows and that looks like no verb or function word."""
    info = text.infos[i]
    if info.known or info.openings or len(info.key) < 3 or not _wordlike(text, i):
        return False
    if info.key[0] in "بليت" or info.key.startswith(("وال", "فال")):
        return False
    return not info.key.endswith(("وا", "ات", "ون", "ين"))


def _continues(text: Text, i: int, end: int, sofar: int, kunya: bool) -> int:
    """How many words from `i` go on with a name; 0 where it ends."""
    info = text.infos[i]
    key = info.key
    if sofar >= _LONGEST or not _wordlike(text, i) or _function(text, i):
        return 0
    if text.is_a("son", i) and i + 1 < end and _wordlike(text, i + 1):
        return 2
    if text.is_a("kunya", i) and i + 1 < end and _wordlike(text, i + 1):
        return 2
    if key == "عبد" and i + 1 < end and _wordlike(text, i + 1):
        return 2
    if joined_kunya(text, i) or joined_servant(key):
        return 1
    for table in ("family_names", "given_names"):
        hit = info.first(table)
        if hit and not hit.split.cuts and not hit.split.article:
            if "directions" in info.hits or ("common_words" in info.hits and not kunya):
                return 0
            return 1
    if kunya and key.startswith("ال") and key.endswith("ي") and len(key) > 4:
        return 1
    if key.startswith("ال") and key.endswith("ي") and len(key) > 5 and not _other_word(info) and not _is_nisba(info) and "group_adjectives" not in info.hits:
        return 1
    if sofar <= 2 and _unknown_name(text, i) and not key.startswith("ي"):
        return 1
    return 0


def parse_person(text: Text, i: int, end: int, *, titled: bool = False) -> Chunk | None:
    """The person's name that opens at word `i`; `titled` where a title or post stands before it."""
    quoted = titled and text.words[i].text in QUOTES and i + 1 < end
    first = i + 1 if quoted else i
    start = _plain_start(text, first, end, titled) or _cut_start(text, first, end) or _named_start(text, first, titled)
    if start is None:
        return None
    kunya = start.words == 2 or joined_kunya(text, first)
    last = first + start.words
    while last < end and (more := _continues(text, last, end, last - first, kunya)):
        last += more
    if last > end:
        return None
    if not start.sure and last - first < 2:
        return None
    chunk = _chunk(text, first, last, start)
    if quoted and last < end and text.words[last].text in QUOTES:
        chunk.last = last + 1
    return chunk


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
