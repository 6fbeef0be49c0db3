"""A country or capital that stands for its government: «نفت دمشق», «بغداد ترفض»."""

from __future__ import annotations

from riwaya.detection.text import Chunk
from riwaya.frames.view import View


def is_government(v: View, chunk: Chunk) -> bool:
    """Whether a country or capital is the subject of a verb that only a government can do."""
    if not chunk.acts or chunk.kind != "place" or v.preposition(chunk):
        return False
    before = chunk.first - 1
    denied = before > v.sentence.first and v.text.is_a("negation", before - 1)
    if denied and _speaks(v, before):  # «ولم تعلق واشنطن»
        return True
    return _stance(v, before) or (_opens(v, chunk) and _speaks(v, chunk.last))


def _opens(v: View, chunk: Chunk) -> bool:
    """Whether a clause opens with the phrase («…، وبيروت تشكو»)."""
    i = chunk.first - 1
    return i < v.sentence.first or not v.text.words[i].key[0].isalnum() or v.bounds.get(i) == "that"


def _speaks(v: View, i: int) -> bool:
    """Whether word `i` is a verb of hers in the imperfect, negated too, or a verb of a stance."""
    if i + 1 < v.sentence.last and i not in v.at and v.text.is_a("negation", i):
        i += 1
    if _stance(v, i):
        return True
    if not v.sentence.first <= i < v.sentence.last or i in v.at:
        return False
    key, hits = v.text.words[i].key, v.text.infos[i].hits
    key = key.removeprefix("س")  # «ستدفع»
    shaped = key.startswith("ت") and len(key) >= _SHORTEST and not key.endswith("ه")
    return shaped and not v.text.is_a("undergoes", i) and not any(t in hits for t in _NOUNS)


_NOUNS = ("people", "collectives", "objects", "place_heads", "gazetteer", "villages", "admin")


def _stance(v: View, i: int) -> bool:
    """Whether word `i` is a verb of speech or of a stance («رفضت», «تدعو»)."""
    if not v.sentence.first <= i < v.sentence.last or i in v.at:
        return False
    if v.text.is_a("undergoes", i):
        return False
    word = v.text.words[i].key
    bare = word[1:] if word[:1] in ("و", "ف") else word
    if {word, bare} & v.text.roles["stance"]:
        return True
    hits = v.text.infos[i].of("reporting")
    if any(h.form.pos == "verb" and h.form.gender != "m" and not h.split.prep for h in hits):
        return True
    return i + 1 in v.at and _verb_of_hers(v, i)


_ENDINGS = ("ت", "تها", "ته", "تهم", "تهما")
_DEEDS = ("triggers", "light_verbs", "people", "collectives", "objects", "place_heads")


def _verb_of_hers(v: View, i: int) -> bool:
    """Whether word `i` looks like a verb in the perfect whose subject is a she («جددت»)."""
    key, hits = v.text.words[i].key, v.text.infos[i].hits
    if len(key) < _SHORTEST or not key.endswith(_ENDINGS) or key.endswith("ات"):
        return False
    return not any(t in hits for t in _DEEDS)


_SHORTEST = 4  # letters of such a verb
