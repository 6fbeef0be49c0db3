"""Event words of a sentence: listed forms whose context allows them, traps left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.detection.analysis import Hit
from riwaya.detection.forms import RestWord, parse_phrase
from riwaya.detection.letters import key
from riwaya.detection.literals import QUOTES
from riwaya.detection.text import Chunk, Text
from riwaya.frames.contexts import bare_forms, context_holds, weight
from riwaya.frames.frame_table import Frame
from riwaya.frames.view import Trigger, View
from riwaya.model import Lexicon

_GAP = 7
_TRAP_GAP = 3
_TITLE = 12
_SAME_REACH = 8
_HITS_REACH = 4
_MEANS = frozenset({"shelling", "airstrike", "bombing", "shooting", "suicide_bombing", "ambush"})
_VERB_OPENERS = frozenset({"قد", "وقد", "فقد", "حيث", "عندما", "كما", "ثم"})
_JUSSIVE = frozenset({"لم", "لما", "ولم", "فلم", "اولم"})
_PRONOUNS = frozenset({"", "ه", "ها", "هم", "هن", "هما", "نا", "ي", "يه", "يها", "يهم", "يهما"})
_TANWIN = frozenset("\u064b\u064c\u064d")
Traps = Mapping[str, Sequence[tuple[RestWord, ...]]]


def traps(lexicon: Lexicon) -> Traps:
    """Phrases in which event words tell of no event, by the key of their first word."""
    found: dict[str, list[tuple[RestWord, ...]]] = {}
    for row in lexicon.rows("event_traps"):
        first, rest = parse_phrase(row["phrase"])
        for choice in first.split("|"):
            found.setdefault(key(choice), []).append(rest)
    return found


def find_triggers(v: View, frames: Mapping[str, Frame], trapped: Traps) -> None:
    """Adds the sentence's triggers to its view, none overlapping another."""
    text = v.text
    blocked = _trapped(v, trapped)
    i = v.sentence.first
    while i < v.sentence.last:
        hits = text.infos[i].of("triggers")
        best = _best(v, i, hits, frames) if hits and i not in blocked else None
        if best is None or _says_again(v, best):
            i += 1
            continue
        v.triggers.append(best)
        for j in range(best.first, best.last):
            if not best.between or not best.between[0] <= j < best.between[1]:
                v.trigger_at[j] = best
        i = best.between[0] if best.between else best.last


def _best(v: View, i: int, hits: tuple[Hit, ...], frames: Mapping[str, Frame]) -> Trigger | None:
    found: list[tuple[tuple[int, ...], Trigger]] = []
    for n, hit in enumerate(hits):
        if not _fits(v, i, hit):
            continue
        ends = match_rest(v, i, hit.form.rest)
        if ends is None:
            continue
        last, between = ends
        row = hit.form.row
        if not context_holds(v, i, last, hit):
            continue
        trigger = Trigger(i, last, hit, frames.get(row["frame"], frames[""]), row["type"], between)
        rank = (-len(hit.form.rest), hit.split.cuts, -weight(row["context"]), n)
        found.append((rank, trigger))
    if not found:
        return None
    best = min(found, key=lambda x: x[0])[1]
    if best.verbal:
        _give_back(v, i)
    return best


def _fits(v: View, i: int, hit: Hit) -> bool:
    """Whether the word, as cut, can be this form here."""
    form, split = hit.form, hit.split
    if i in v.trigger_at or form.pos == "verb" and not _verb_fits(v, i, hit):
        return False
    chunk = v.at.get(i)
    if chunk is None or _opens_clause(v, i, hit, chunk):
        return True
    if chunk.kind == "place" and form.rest and not chunk.proper and chunk.last == i + 1:
        return True  # «القضاء على»
    if chunk.proper and chunk.name is None or chunk.kind in ("time", "place"):
        return False
    if chunk.name and chunk.name.first <= i < chunk.name.last:
        return False
    for part in chunk.inner:
        if part.proper and part.first <= i < part.last:
            return False
    if form.pos == "verb":
        return chunk.first == i and chunk.last == i + 1 and chunk.table in ("given_names", "family_names", "")
    return split.cuts <= 2


def _opens_clause(v: View, i: int, hit: Hit, chunk: Chunk) -> bool:
    """Whether a word read as a noun may be the verb that opens its clause («طالب النائب بـ»)."""
    if chunk.head != i or chunk.first != i or chunk.proper or chunk.count is not None:
        return False
    if chunk.table not in ("people", "collectives", "place_heads", "objects", "titles"):
        return False
    form, split = hit.form, hit.split
    if form.pos != "verb" or form.tense != "perfect" or form.number != "sg" or split.prep:
        return False
    if not weight(form.row["context"]):
        return False
    before = v.text.words[i - 1]
    return bool(
        i == v.sentence.first or split.conj or v.bounds.get(i - 1) or not before.key[0].isalpha()
        or before.key in _VERB_OPENERS
    )  # fmt: skip


def _give_back(v: View, i: int) -> None:
    """The noun phrase that a verb was taken for the head of: what belonged to it stands alone."""
    chunk = v.at.get(i)
    if chunk is None or chunk.head != i or chunk.table in ("given_names", "family_names", ""):
        return
    for j in range(chunk.first, chunk.last):
        v.at.pop(j, None)
    place = next(n for n, c in enumerate(v.chunks) if c is chunk)
    rest = [chunk.owner] if chunk.owner is not None and chunk.owner.first > i else []
    v.chunks[place : place + 1] = rest
    for part in rest:
        for j in range(part.first, part.last):
            v.at[j] = part


def _verb_fits(v: View, i: int, hit: Hit) -> bool:
    """Whether mood, number and written ending allow the verb («يصف» is no «صفى», «فجرا» a time)."""
    form, words = hit.form, v.text.words
    j = i - 1
    while j > v.sentence.first and words[j].text in QUOTES:
        j -= 1
    if j >= v.sentence.first and j < i - 1 and v.text.is_a("preposition", j):
        return False  # a name in quotes («لـ«عين الحقيقة»»)
    if form.jussive:
        return hit.split.prep == "ل" or i > v.sentence.first and words[i - 1].key in _JUSSIVE
    if form.tense != "perfect":
        return True
    if _after_preposition(v, i, hit):
        return False
    if words[i].key.endswith("ا") and form.number == "du" and not hit.split.pronoun:
        return _two_named(v, i)
    return not words[i].key.endswith("ا") or not _has_tanwin(v, i)


def _after_preposition(v: View, i: int, hit: Hit) -> bool:
    """«من قتل كذا», «لقتل كذا», «عملية قتل»: behind a preposition or a noun that governs it, what
    looks like a perfect is a verbal noun."""
    j = i - 1
    if hit.split.prep == "ل":
        return any(h.form.pos == "noun" for h in v.text.infos[i].of("triggers"))
    if hit.split.cuts or j < v.sentence.first or j in v.at:
        return False
    if v.text.is_a("from", j) or v.text.is_a("governs_verbal_noun", j):
        return any(h.form.pos == "noun" and not h.split.cuts for h in v.text.infos[i].of("triggers"))
    return v.text.is_a("preposition", j) and not v.text.is_a("negation", j) and j not in v.bounds


def _two_named(v: View, i: int) -> bool:
    """Whether the sentence has two as the doers of a dual verb: a dual noun or a joined pair."""
    for chunk in v.chunks:
        if chunk.number == "du" or chunk.count is not None and chunk.count.low == 2:
            return True
        if chunk.conj and chunk.last == i:
            return True
    for j in range(v.sentence.first, i):
        if any(h.form.number == "du" and h.form.pos != "verb" for h in _hits(v.text, j)):
            return True
    return False


def _hits(text: Text, j: int) -> list[Hit]:
    return [hit for hits in text.infos[j].hits.values() for hit in hits]


def _has_tanwin(v: View, i: int) -> bool:
    word = v.text.words[i]
    return not _TANWIN.isdisjoint(v.text.folded.span(word.start, word.end).text)


def _says_again(v: View, found: Trigger) -> bool:
    """Whether a word belongs to the deed before it and tells of no other.

    A noun behind «ب» («أصيب بجروح», «استهدف … بصلية»), a genitive of the same type («اتفاق
    تسوية»), a word in the gap of a phrase, a verb that says what the deed hit («تفجير استهدف»).
    """
    if not v.triggers:
        return False
    before, split = v.triggers[-1], found.hit.split
    same = before.type == found.type
    if before.between and before.between[0] <= found.first < before.between[1]:
        return same
    if any(v.bounds.get(j) not in (None, "relative") for j in range(before.last, found.first)):
        return False
    apart = found.first - before.last
    if found.verbal:
        return not before.verbal and not split.conj and apart <= _HITS_REACH and _only_hits(v, found)
    if split.conj:
        return False
    if apart == 0 and same and not split.article and not split.prep and not before.verbal:
        return True
    means = same or before.type == "attack" and found.type in _MEANS
    if apart == 0 and split.prep == "ل" and same:
        return True
    return means and split.prep == "ب" and not split.article and apart <= _SAME_REACH


def _only_hits(v: View, found: Trigger) -> bool:
    """Whether a verb says of the deed before it whom or what it hit («هجوم استهدف مقرا»)."""
    if found.type != "attack" or found.hit.split.pronoun:
        return False
    return any(
        hit.form.row["subject"] == "event" and hit.form.row["lemma"] == found.row["lemma"]
        for hit in v.text.infos[found.first].of("light_verbs")
    )


def match_rest(
    v: View, i: int, rest: Sequence[RestWord], gap: int = _GAP
) -> tuple[int, tuple[int, int] | None] | None:
    """Where a phrase that opens at `i` ends, and its gap; None where it does not stand here."""
    places = _places(v, i, rest, gap)
    if places is None:
        return None
    between: tuple[int, int] | None = None
    for one, two in zip([i, *places], places, strict=False):
        if two > one + 1:
            between = (one + 1, two)
    return (places[-1] if places else i) + 1, between


def _places(v: View, i: int, rest: Sequence[RestWord], gap: int) -> list[int] | None:
    """Where the further words of a phrase stand that opens at `i`."""
    found: list[int] = []
    j = i + 1
    for word in rest:
        k = _find(v, j, word, gap)
        if k is None:
            return None
        found.append(k)
        j = k + 1
    return found


def _find(v: View, j: int, word: RestWord, gap: int) -> int | None:
    reach = j + (gap if word.gap else 1)
    for k in range(j, min(reach, v.sentence.last)):
        if _same(v.text, k, word):
            return k
        if v.bounds.get(k) in ("stop", "that") or _joined_verb(v, k):
            return None
    return None


def _joined_verb(v: View, k: int) -> bool:
    """Whether a new clause opens at the word with a joined verb («… وتسقط»)."""
    return v.text.words[k].key[0] in "وف" and k not in v.at and any(
        hit.split.conj and hit.form.pos == "verb"
        for table in ("triggers", "reporting", "light_verbs")
        for hit in v.text.infos[k].of(table)
    )


def _same(text: Text, k: int, word: RestWord) -> bool:
    found = text.words[k].key
    if found in word.keys:
        return True
    if found.startswith("ال") and found[2:] in word.keys:
        return True
    if found.endswith("ا") and found[:-1] in word.keys:
        return True
    if word.pronoun:
        return any(_with_pronoun(found, listed) for listed in word.keys)
    return False


def _with_pronoun(found: str, listed: str) -> bool:
    if found.startswith(listed):
        return found[len(listed) :] in _PRONOUNS
    stem = listed[:-1] + "ت"
    return listed.endswith("ه") and found.startswith(stem) and found[len(stem) :] in _PRONOUNS


def _trapped(v: View, trapped: Traps) -> set[int]:
    """The words of phrases that tell of no event; words in the gaps of such a phrase stay free."""
    blocked: set[int] = set()
    words = v.text.words
    for i in range(v.sentence.first, v.sentence.last):
        word = words[i].key
        for form in {word, word[1:], *bare_forms(word)}:
            for rest in trapped.get(form, ()):
                places = _places(v, i, rest, _TRAP_GAP)
                if places is None:
                    continue
                blocked.update((i, *places))
                if places and words[places[-1]].text in QUOTES:
                    blocked.update(_quoted(v, places[-1]))
    return blocked


def _quoted(v: View, i: int) -> range:
    """The words of a title from its opening quote on, up to the closing one."""
    for j in range(i + 1, min(i + _TITLE, v.sentence.last)):
        if v.text.words[j].text in QUOTES:
            return range(i, j)
    return range(i, i + 1)
