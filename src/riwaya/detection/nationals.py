"""People named by where they are from alone: «13 فلسطينياً», «استشهاد فلسطيني»."""

from __future__ import annotations

from riwaya.detection.analysis import Hit
from riwaya.detection.attachments import Parse, extend
from riwaya.detection.text import Chunk, Text

_TABLES = ("countries", "peoples")
_SUFFERED = frozenset({"killing", "injury", "arrest", "abduction", "execution", "release"})
_REACH = 8  # words from a verb to its object
_ENDINGS = ("ي", "يا", "يه", "ين", "ون", "ان", "يات")


def counted_national(text: Text, i: int, end: int, parse: Parse) -> Chunk | None:
    """Those that a number before word `i` counts."""
    hit = _nisba(text, i)
    return _noun(text, i, end, hit, parse) if hit else None


def lone_national(text: Text, i: int, end: int, parse: Parse) -> Chunk | None:
    """Whom the deed in the word before was done to, or the verb before its subject; behind a noun
    of other deeds («قصف إسرائيلي») it is an adjective."""
    hit = _nisba(text, i) if i else None
    if hit is None or not (_suffers(text, i, hit) or _is_object(text, i)):
        return None
    return _noun(text, i, end, hit, parse)


def _suffers(text: Text, i: int, hit: Hit) -> bool:
    """«مقتل سوري», «أصيب لبناني»; «عملية طعن فلسطينية» has an adjective."""
    agrees = hit.form.gender == "m" or i < 2 or "triggers" not in text.infos[i - 2].hits
    return agrees and any(
        h.form.row["type"] in _SUFFERED and not (h.form.rest or h.split.article or h.split.pronoun)
        for h in text.infos[i - 1].of("triggers")
    )


def _is_object(text: Text, i: int) -> bool:
    """«اعتقلت قوات الاحتلال فلسطينياً»: no adjective of the definite subject before it."""
    before = text.nesting.before
    if before is None or before.last != i or not (before.definite or before.proper):
        return False
    if before.kind == "person":
        return False  # «بلال صحراوي»
    return any(
        h.form.pos == "verb" and h.form.row["type"] in _SUFFERED and not h.split.pronoun
        for j in range(max(0, before.first - _REACH), before.first)
        for h in text.infos[j].of("triggers")
    )


def _nisba(text: Text, i: int) -> Hit | None:
    """The adjective of a country or people at a word, without article and preposition.

    Of peoples the regular forms alone: «15 سنة» are years.
    """
    hits = (h for table in _TABLES for h in text.infos[i].of(table))
    found = next((h for h in hits if h.form.pos == "nisba"), None)
    if found is None or found.split.cuts or found.split.article:
        return None
    regular = text.words[i].key.endswith(_ENDINGS)
    return found if regular or found.form.table == "countries" else None


def _noun(text: Text, i: int, end: int, hit: Hit, parse: Parse) -> Chunk:
    word, many = text.words[i], hit.form.number == "pl"
    chunk = Chunk(
        "group" if many else "person", i, i + 1, word.start, word.end, i,
        number="pl" if many else "sg", gender=hit.form.gender, klass="person", table="people",
        row={"singular": word.key, "class": "person"}, rule="national",
    )  # fmt: skip
    return extend(text, chunk, i + 1, end, parse)
