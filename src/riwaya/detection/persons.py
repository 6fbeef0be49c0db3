"""Persons: kunyas, given names and their chains, nisbas; titles and posts cut off but kept."""

from __future__ import annotations

from riwaya.detection.analysis import WordInfo
from riwaya.detection.facts import Rank, joined_servant
from riwaya.detection.literals import QUOTES, longest
from riwaya.detection.name_openings import (
    NAME_TABLES,
    Before,
    Start,
    joined_kunya,
    name_start,
)
from riwaya.detection.name_words import (
    family_like,
    foreign_like,
    other_word,
    rank,
    wordlike,
)
from riwaya.detection.text import Chunk, Text

_LONGEST = 7
_OTHERS = ("titles", "posts", "group_adjectives", "people", "collectives", "directions",
           "alias_cues", "relation_cues")  # fmt: skip
_KUNYA = 3  # letters of «أبو»


def parse_person(text: Text, i: int, end: int, before: Before = Before.NOTHING) -> Chunk | None:
    """The person's name that opens at word `i`; `before` says what title or noun leads to it."""
    quoted = before > Before.NOTHING and text.words[i].text in QUOTES and i + 1 < end
    first = i + 1 if quoted else i
    start = name_start(text, first, end, before)
    if start is None:
        return None
    last, support = _chain(text, first, end, start, before)
    kin = before is Before.KIN and last - first > 1 and rank(text, last - 1) >= Rank.DOUBTFUL
    if last > end or not (
        kin or _sure(start, support, before) or _known_here(text, first, last, start, end)
    ):
        return None
    chunk = _chunk(text, first, last, start)
    if last - first > 1:
        text.named.add(text.words[first].key[start.skip :])
        name, known = text.words[last - 1].key, text.infos[last - 1].known
        if name.startswith("ال") or (not known and len(name) > _KUNYA):
            text.surnames.add(name)
    if quoted and last < end and text.words[last].text in QUOTES:
        chunk.last = last + 1
    return chunk


def surname_alone(text: Text, i: int) -> Chunk | None:
    """The last or first name alone of somebody whom the report has named in full («ونجا
    التونسي»), where no table knows the word."""
    key = text.words[i].key
    for cut in range(3):
        first = key[cut:] in text.named and len(key) - cut > _KUNYA and not text.infos[i].known
        if key[:cut].strip("وفبل") or not (key[cut:] in text.surnames or first):
            continue
        if i and text.words[i - 1].key.startswith("ال") and not first:
            return None  # «الشارع التونسي»
        conj = key[:1] if cut and key[0] in "وف" else ""
        prep = key[cut - 1] if cut and key[cut - 1] in "بل" else ""
        start = Start(1, Rank.SURE, cut, conj, prep)
        return _chunk(text, i, i + 1, start)
    return None


def _known_here(text: Text, first: int, last: int, start: Start, end: int) -> bool:
    """Whether a doubtful single name is one that the report has named in full, or is joined to
    a sure one («عمر وعلي الدليمي»)."""
    if last - first > 1 or not start.rank >= Rank.TRAP:
        return False
    if text.words[first].key[start.skip :] in text.named:
        return True
    if other_word(text.infos[first]):
        return False
    if start.conj or last >= end or not text.words[last].key.startswith("و"):
        return False
    joined = parse_person(text, last, end)
    told = joined is not None and joined.conj == "و" and joined.last - joined.first > 1
    if told:
        text.named.add(text.words[first].key[start.skip :])
    return told


def _sure(start: Start, support: bool, before: Before) -> bool:
    """Whether its opening, what stands before it or its next names speak for a name."""
    if start.rank is Rank.SURE or support:
        return True
    if before is Before.TITLE:
        return start.rank is not Rank.COMMON
    return before is Before.KIN and start.rank >= Rank.TRAP


def _chain(text: Text, first: int, end: int, start: Start, before: Before) -> tuple[int, bool]:
    """Where the name ends, and whether one of its later words speaks for it."""
    last = first + start.words
    support = False
    while last < end and last - first < _LONGEST:
        sure = (
            support
            or start.rank >= Rank.DOUBTFUL
            or (before >= Before.KIN and start.rank >= Rank.TRAP)
        )
        more, speaks = _next(text, last, end, start, sure)
        if not more or last + more > end:
            break
        last += more
        support = support or speaks
    return last, support


def _next(text: Text, i: int, end: int, start: Start, sure: bool) -> tuple[int, bool]:
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
        i in text.phrases
        and (listed := longest(text, i, end, NAME_TABLES.__contains__))
        and listed.last > i + 1
        and not listed.split.cuts
    ):
        return listed.last - i, True
    if sure and follows and _name_like_trade(text, i) and rank(text, i + 1) >= Rank.DOUBTFUL:
        return 2, True
    found = rank(text, i)
    if "directions" in text.infos[i].hits or _country(text.infos[i]) or _opens_post(text, i, end):
        return 0, False
    if found >= Rank.TRAP:
        return 1, found is Rank.SURE or start.rank > Rank.COMMON
    if found is Rank.COMMON:
        return (1, False) if start.kunya or (sure and word.startswith("ال")) else (0, False)
    if family_like(text, i) or (start.kunya and _nisba_shaped(text, i)):
        return 1, True
    if found is Rank.UNKNOWN and word.endswith("ي") and len(word) > _KUNYA + 1:
        return 1, start.rank >= Rank.TRAP  # «عباس كاظمي», a family name of Iran's
    if sure and not _ended(text, i - 1) and (found is Rank.UNKNOWN or foreign_like(text, i)):
        return 1, start.rank is Rank.DOUBTFUL
    return 0, False


def _name_like_trade(text: Text, i: int) -> bool:
    """«عبد القادر معلم فارح»: a word for a trade between two names, a name of Somalia's."""
    info = text.infos[i]
    bare = not info.key.startswith("ال") and any(
        not h.split.cuts and h.form.number == "sg" for t in ("titles", "people") for h in info.of(t)
    )
    return bare and not info.of("posts")


def _nisba_shaped(text: Text, i: int) -> bool:
    """«أبو خالد الحلواني»: behind a kunya a word in the shape of a nisba, whatever it means."""
    info, key = text.infos[i], text.infos[i].key
    shaped = key.startswith("ال") and key.endswith("ي") and len(key) > 5
    return shaped and not any(t in info.hits for t in _OTHERS)


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
        i + 2 < end and len(words[i].key) == 1 and words[i].key.isalpha()
        and words[i + 1].text == "."
        and wordlike(text, i + 2)
    )  # fmt: skip


def _chunk(text: Text, first: int, last: int, start: Start) -> Chunk:
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
