"""Event words of a sentence: listed forms whose context allows them, traps left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from riwaya.detection.analysis import Hit
from riwaya.detection.forms import RestWord, parse_phrase
from riwaya.detection.letters import key
from riwaya.detection.literals import QUOTES
from riwaya.detection.text import Text
from riwaya.frames.bare_words import bare_forms
from riwaya.frames.contexts import context_holds, told_again, weight
from riwaya.frames.frame_table import Frame
from riwaya.frames.view import Trigger, View
from riwaya.frames.word_fits import give_back, word_fits
from riwaya.model import Lexicon

_GAP = 7
_TRAP_GAP = 3
_TITLE = 12
_SAME_REACH = 8
_HITS_REACH = 4
_MEANS = frozenset({"shelling", "airstrike", "bombing", "shooting", "suicide_bombing", "ambush"})
_DEEDS = _MEANS | {"attack"}
_PRONOUNS = frozenset({"", "ه", "ها", "هم", "هن", "هما", "نا", "ي", "يه", "يها", "يهم", "يهما"})
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
        if best is None:
            i += 1
            continue
        if _says_again(v, best) or _hits_by(v, best):
            i = best.between[0] if best.between else best.last
            continue
        _free_owner(v, best)
        v.triggers.append(best)
        for j in range(best.first, best.last):
            if not best.between or not best.between[0] <= j < best.between[1]:
                v.trigger_at[j] = best
        i = best.between[0] if best.between else best.last


def _free_owner(v: View, found: Trigger) -> None:
    """«قصف مدفعي لقوات النظام»: whose the weapon is whose word a noun phrase ends with."""
    chunk = v.at.get(found.last - 1)
    ends = chunk is not None and chunk.first == chunk.head == found.last - 1
    if chunk is None or not ends or found.verbal or found.last - found.first < 2:
        return
    if chunk.kind == "object" and chunk.klass == "weapon" and chunk.last > found.last:
        give_back(v, found.last - 1)


def _best(v: View, i: int, hits: tuple[Hit, ...], frames: Mapping[str, Frame]) -> Trigger | None:
    found: list[tuple[tuple[int, ...], Trigger]] = []
    following = v.text.words[i + 1].key if i + 1 < v.sentence.last else ""
    for n, hit in enumerate(hits):
        if (hit.form.rest and not may_stand(v, following, hit.form.rest[0])) or not word_fits(
            v, i, hit
        ):
            continue
        ends = match_rest(v, i, hit.form.rest)
        if ends is None:
            continue
        last, between = ends
        row = hit.form.row
        frame = frames.get(row["frame"], frames[""])
        if hit.form.pos == "verb" and hit.split.pronoun and not (frame.object or hit.form.rest):
            continue  # «متهماً»: who dies has no object
        if not context_holds(v, i, last, hit) and not told_again(v, i, hit):
            continue
        trigger = Trigger(i, last, hit, frame, row["type"], between)
        rank = (
            -len(hit.form.rest),
            hit.split.cuts,
            last if hit.form.rest else 0,
            -weight(row["context"]),
            n,
        )
        found.append((rank, trigger))
    if not found:
        return None
    best = min(found, key=lambda x: x[0])[1]
    if best.verbal:
        give_back(v, i)
    return best


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
    if split.conj:
        return False
    if found.verbal:
        return not before.verbal and (
            (apart <= _HITS_REACH and _only_hits(v, found))
            or (same and apart <= 2 and _takes_in(v, before, found))
        )
    if before.type == "attack" and found.type in _MEANS:
        same = split.prep == "ب"
    if not same or split.article:
        return False
    if apart == 0:
        return split.prep in ("", "ل", "ب") and (
            not before.verbal or before.last - before.first > 1 or bool(split.prep)
        )
    accusative = (
        not split.prep
        and v.text.words[found.first].key.endswith("ا")
        and not before.hit.split.article
    )
    return (split.prep == "ب" and apart <= _SAME_REACH) or (accusative and apart <= 3)


def _hits_by(v: View, found: Trigger) -> bool:
    """Whether a verb only says whom or what the deed behind it hit («استهدف القصف مقرا»)."""
    i = found.last
    if not found.verbal or found.hit.form.rest or i >= v.sentence.last or i in v.bounds:
        return False
    before = v.text.words[found.first - 1].key if found.first > v.sentence.first else ""
    if {before, before[1:] if before[:1] in ("و", "ف") else ""} & v.text.roles["negation"]:
        return False  # «لم تستهدف الغارة المدرسة»: the strike is not denied
    deed = any(
        h.form.pos == "noun" and h.form.row["type"] in _DEEDS and not (h.split.conj or h.split.prep)
        for h in v.text.infos[i].of("triggers")
    )
    return deed and _only_hits(v, found)


def _takes_in(v: View, noun: Trigger, verb: Trigger) -> bool:
    """A verb that only tells the noun before it again («لغم انفجر») becomes part of its trigger."""
    if verb.row["frame"] != noun.row["frame"]:
        return False
    if noun.between or verb.hit.form.rest or verb.hit.split.pronoun:
        return True
    noun.last = verb.last
    for j in range(noun.first, noun.last):
        v.trigger_at[j] = noun
    return True


def _only_hits(v: View, found: Trigger) -> bool:
    """Whether a verb says of the deed before it whom or what it hit («هجوم استهدف مقرا»)."""
    if found.type != "attack" or found.hit.split.pronoun:
        return False
    return any(
        hit.form.row["subject"] == "hit" and hit.form.row["lemma"] == found.row["lemma"]
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


def may_stand(v: View, following: str, word: RestWord) -> bool:
    """Whether a phrase is worth a closer look: its second word follows, or stands later."""
    if word.pronoun:
        return True
    if word.gap:
        return not word.keys.isdisjoint(v.keys)
    return following in word.keys


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
    if not word.gap:
        return j if j < v.sentence.last and _same(v.text, j, word) else None
    if not word.pronoun and word.keys.isdisjoint(v.keys):
        return None
    reach = j + gap
    for k in range(j, min(reach, v.sentence.last)):
        if _same(v.text, k, word):
            return k
        if v.bounds.get(k) in ("stop", "that") or _joined_verb(v, k):
            return None
    return None


def _joined_verb(v: View, k: int) -> bool:
    """Whether a new clause opens at the word with a joined verb («… وتسقط»)."""
    return (
        v.text.words[k].key[0] in "وف"
        and k not in v.at
        and any(
            hit.split.conj and hit.form.pos == "verb"
            for table in ("triggers", "reporting", "light_verbs")
            for hit in v.text.infos[k].of(table)
        )
    )


def _same(text: Text, k: int, word: RestWord) -> bool:
    found = text.words[k].key
    if found in word.keys:
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
        for form in trapped.keys() & _trap_forms(word):
            for rest in trapped[form]:
                places = _places(v, i, rest, _TRAP_GAP)
                if places is None:
                    continue
                blocked.update((i, *places))
                if places and words[places[-1]].text in QUOTES:
                    blocked.update(_quoted(v, places[-1]))
    return blocked


@lru_cache(maxsize=1 << 16)
def _trap_forms(word: str) -> frozenset[str]:
    return bare_forms(word) | {word[1:]}


def _quoted(v: View, i: int) -> range:
    """The words of a title from its opening quote on, up to the closing one."""
    for j in range(i + 1, min(i + _TITLE, v.sentence.last)):
        if v.text.words[j].text in QUOTES:
            return range(i, j)
    return range(i, i + 1)
