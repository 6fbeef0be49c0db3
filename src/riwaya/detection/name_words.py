"""What a word may be inside a person's name: a sure name, a doubtful one, or an unknown word.

Takes: a text and the number of a word. Gives: a `Rank`.
Never: looks at the words around it.
"""

from __future__ import annotations

from functools import lru_cache

from riwaya.detection.analysis import WordInfo
from riwaya.detection.cuts import splits
from riwaya.detection.facts import Rank
from riwaya.detection.letters import key
from riwaya.detection.text import Text

_OTHER = ("triggers", "people", "collectives", "posts", "objects", "place_heads", "reporting",
          "modality", "light_verbs", "clause_words", "titles", "directions",
          "number_words")  # fmt: skip
_ENDINGS = ("ه", "ات", "ين", "ون", "ا", "ان", "ي")
_WEAK = frozenset({"gazetteer", "villages", "place_traps", "divine_names"})
"""Tables of small places and epithets, whose names are family names too."""
_FUNCTION = frozenset({"preposition", "relative", "each", "negation"})
_NAME_TABLES = ("given_names", "family_names")


def rank(text: Text, i: int) -> Rank:
    """The rank of word `i`, nothing cut off."""
    facts = text.facts[i]
    if facts.rank is None:
        facts.rank = _rank(text, i)
    return facts.rank


def _rank(text: Text, i: int) -> Rank:
    info = text.infos[i]
    if not wordlike(text, i) or function_word(text, i):
        return Rank.NONE
    hits = [h for t in _NAME_TABLES for h in info.of(t) if not h.split.cuts and not h.split.article]
    if not hits:
        return Rank.UNKNOWN if _unknown(text, i) else Rank.NONE
    common = text.roles["common"]
    if info.key in common or info.key.removeprefix("ال") in common or text.is_a("on_behalf", i):
        return Rank.COMMON
    if text.words[i].text.endswith("ه") and all(
        h.form.row["name"].endswith("ة") and h.form.row["ordinary"] for h in hits
    ):
        return Rank.COMMON  # «نظيره», his like, is hardly the name «نظيرة»
    if "name_traps" in info.hits:
        return Rank.TRAP
    if any(h.form.row["ordinary"] for h in hits) or other_word(info) or is_nisba(info):
        return Rank.DOUBTFUL
    return Rank.SURE


def wordlike(text: Text, i: int) -> bool:
    """Whether a word is of Arabic letters, more than one."""
    return text.facts[i].wordlike


def function_word(text: Text, i: int) -> bool:
    """Whether a word that is spelt like a name is a function word here («على», «أمام»)."""
    if text.words[i].text.endswith("ي") and "given_names" in text.infos[i].hits:
        return False  # «علي», where its last letter is written with dots
    return not _FUNCTION.isdisjoint(text.facts[i].roles)


def other_word(info: WordInfo) -> bool:
    """Whether the uncut word also stands in a table of ordinary words."""
    return any(t in info.hits and not info.hits[t][0].split.cuts for t in _OTHER)


def is_nisba(info: WordInfo) -> bool:
    """Whether the word is or may be the adjective of a country or people, or a country."""
    return "countries" in info.hits or "peoples" in info.hits


def is_ordinary(text: Text, i: int) -> bool:
    """Whether a word is an ordinary one, also behind what is joined to it."""
    return _ordinary(text.words[i].text, text.roles["common"])


@lru_cache(maxsize=1 << 15)
def _ordinary(word: str, common: frozenset[str]) -> bool:
    for split in splits(word):
        stem = key(split.stem)
        if len(stem) < 2 or (len(stem) < 3 and split.cuts > 1):
            continue
        if stem in common or any(
            len(stem) - len(e) > 2 and stem.endswith(e) and stem[: -len(e)] in common
            for e in _ENDINGS
        ):
            return True
    return False


def _unknown(text: Text, i: int) -> bool:
    """A word that no table knows and that looks like no verb, plural or joined word."""
    info = text.infos[i]
    word = info.key
    if info.known and not (info.hits.keys() <= _WEAK and word not in text.roles["common"]):
        return False
    if info.openings or len(word) < 3 or word.endswith(("وا", "ات", "ون", "ين", "ها", "هم", "نا")):
        return False
    if word.startswith("بو") and len(word) > 4:
        return True
    return info.known or (word[0] not in "بليتوف" and not is_ordinary(text, i))


def foreign_like(text: Text, i: int) -> bool:
    """An unknown word that only its first letter makes look like a joined one («بريسكوت»)."""
    info = text.infos[i]
    word = info.key
    if info.known or info.openings or len(word) < 5 or word[0] not in "بلف":
        return False
    return word[1:3] != "ال" and word[1] != "ل" and not is_ordinary(text, i)


def family_like(text: Text, i: int) -> bool:
    """An unknown word in the shape of a family name («الفلاني»)."""
    info = text.infos[i]
    word = info.key
    if not (word.startswith("ال") and word.endswith("ي") and len(word) > 5):
        return False
    return not (
        other_word(info)
        or is_nisba(info)
        or "group_adjectives" in info.hits
        or is_ordinary(text, i)
    )
