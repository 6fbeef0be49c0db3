"""The names of unlisted units: quoted, numbered, or plain words behind their heads."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.detection.analysis import WordInfo
from riwaya.detection.literals import QUOTES
from riwaya.detection.name_words import is_ordinary
from riwaya.detection.text import Chunk, Text

AdjectiveAfter = Callable[[Text, int, Chunk], bool]
CLOSING = frozenset("»”’")
_BLOCK = ("triggers", "reporting", "modality", "light_verbs", "clause_words", "titles", "posts",
          "group_adjectives")  # fmt: skip
_PEOPLE = ("collectives", "people", "countries", "group_adjectives", "peoples")
_COUNTED = ("people", "objects", "distance_units", "number_words")
_TAMYIZ = 4  # letters of a counted noun in the accusative («صاروخاً»)
_PARTICLES = ("preposition", "that", "relative", "no_unit", "demonstrative", "each")


def unit_name(
    text: Text, j: int, end: int, chunk: Chunk, adjective_after: AdjectiveAfter
) -> Chunk | None:
    """The name of an unlisted unit: quoted, numbered, or plain words after its head."""
    words = text.words
    if j >= end:
        return None
    k = j
    if chunk.definite and k < end and adjective_after(text, k, chunk):
        k += 1
    if k >= end:
        return _finish_unit(text, chunk, k) if _ordinal(text, k - 1) else None
    if words[k].text in QUOTES and words[k].text not in CLOSING:
        last = _quoted(text, k, end)
    elif last := _numbered(text, k, end):
        pass
    elif k > j and _ordinal(text, k - 1):
        last = k
    elif chunk.definite and _ordinal(text, k) and words[k].key.startswith("ال"):
        last = k + 1  # «اللواء التاسع»
    elif chunk.definite or (chunk.number == "pl" and chunk.klass in ("body", "media")):
        return None
    else:
        last = _worded(text, j, end)
    while j < last < end and text.is_a("arm_of_service", last):
        last += 1  # «اللواء 52 مشاة»
    return _finish_unit(text, chunk, last) if last > j else None


def _quoted(text: Text, k: int, end: int) -> int:
    """Where a name in the quotes that open at word `k` ends; 0 where they hold no name."""
    words = text.words
    close = next((n for n in range(k + 1, min(end, k + 7)) if words[n].text in QUOTES), 0)
    if close <= k + 1 or words[k + 1].text.isdigit() or text.is_a("preposition", k + 1):
        return 0
    if close == k + 2 and any(h.form.pos == "noun" for h in text.infos[k + 1].of("triggers")):
        return 0  # «أعلن الجيش «تحييد» …»: a deed, no name
    return close + 1 if close > k + 2 or not _nisba(text, k + 1) else 0


def _numbered(text: Text, k: int, end: int) -> int:
    """Where a number that names a unit ends («لواء 93», «الفرقة الـ16»); 0 for none."""
    words = text.words
    if words[k].key == "ال" and k + 1 < end and words[k + 1].text.isdigit():
        return k + 2
    if not words[k].text.isdigit() or len(words[k].text) > 3:
        return 0
    return 0 if _counts(text, k, end) else k + 1


def _counts(text: Text, k: int, end: int) -> bool:
    """Whether a number counts what follows it: «القوات الأمنية 25 متظاهراً», «الجيش 3 آليات»."""
    at = text.numbers.get(k)
    if at is not None and at.number.kind == "measure":
        return True
    if k + 1 >= end:
        return False
    key, hits = text.words[k + 1].key, text.infos[k + 1].hits
    if any(table in hits for table in _COUNTED):
        return True
    return len(key) >= _TAMYIZ and key.endswith("ا") and not key.startswith("ال")


def _worded(text: Text, j: int, end: int) -> int:
    """Where the plain words of a name end: behind a definite word only adjectives go on."""
    last = j
    while last < end and last - j < 4 and _unit_word(text, last, last == j):
        key = text.words[last].key
        if last > j and text.words[last - 1].key.startswith("ال") and not key.endswith(("ي", "يه")):
            break
        last += 1
    return last


def numbered(text: Text, i: int, end: int) -> bool:
    """Whether the number of a unit stands at word `i`."""
    return i < end and _numbered(text, i, end) > 0


def _ordinal(text: Text, i: int) -> bool:
    found = text.numbers.get(i)
    return found is not None and found.number.kind == "ordinal"


def _unit_word(text: Text, i: int, opening: bool) -> bool:
    """A word of a unit's name: unknown or a name, not one that opens another phrase."""
    info, word = text.infos[i], text.words[i]
    definite = word.key.startswith("ال")
    if len(word.key) < 3 or not word.key[0].isalpha() or any(text.is_a(r, i) for r in _PARTICLES):
        return False
    if opening and definite and _emblem(info):
        return True  # «لواء الصقور»
    if opening and any(t in info.hits for t in _PEOPLE):
        people = info.first("people")
        victims = people is not None and people.form.row["class"] == "victim"
        return victims and people is not None and not people.split.conj
    if not definite and ((word.key.endswith("ه") and opening) or is_ordinary(text, i)):
        return bool(info.of("given_names")) or text.is_a("kunya", i)
    if word.key[0] == "و" and not opening and info.known:
        return False
    if any(t in info.hits for t in _BLOCK) or ("place_heads" in info.hits and not definite):
        return False
    return opening or definite or "given_names" in info.hits


def _emblem(info: WordInfo) -> bool:
    """Whether a word for a kind of unit is a name here («الصقور»), and no listed actor."""
    listed = any(form.table.startswith("actors") for form, _ in info.listed)
    heads = [h for h in info.of("collectives") if h.form.row["unit"] == "yes"]
    return bool(heads) and not listed and all(h.form.number == "pl" for h in heads)


def _finish_unit(text: Text, chunk: Chunk, last: int) -> Chunk:
    chunk.last, chunk.end, chunk.proper, chunk.definite = last, text.words[last - 1].end, True, True
    chunk.rule = "unit-name"
    return chunk


def _nisba(text: Text, i: int) -> bool:
    hits = (*text.infos[i].of("countries"), *text.infos[i].of("peoples"))
    return any(h.form.pos == "nisba" for h in hits)
