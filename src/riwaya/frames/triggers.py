"""Event words of a sentence: listed forms whose context allows them, traps left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from riwaya.detection.analysis import Hit
from riwaya.detection.forms import RestWord, parse_phrase
from riwaya.detection.letters import key
from riwaya.detection.literals import QUOTES
from riwaya.detection.text import Chunk, Text
from riwaya.detection.tokens import Word
from riwaya.frames.contexts import bare_forms, context_holds, told_again, weight
from riwaya.frames.frame_table import Frame
from riwaya.frames.view import Trigger, View
from riwaya.model import Lexicon

_GAP = 7
_TRAP_GAP = 3
_TITLE = 12
_SAME_REACH = 8
_HITS_REACH = 4
_MEANS = frozenset({"shelling", "airstrike", "bombing", "shooting", "suicide_bombing", "ambush"})
_BEFORE_VERBS = frozenset({"من", "حتي", "منذ", "ما", "بعد", "قبل"})
_IF_NOT = frozenset({"لولا", "ولولا", "لو", "ولو", "فلولا", "فلو"})
_DUAL_ENDS = ("ان", "ين", "هما")
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
        if best is None:
            i += 1
            continue
        if _says_again(v, best):
            i = best.between[0] if best.between else best.last
            continue
        v.triggers.append(best)
        for j in range(best.first, best.last):
            if not best.between or not best.between[0] <= j < best.between[1]:
                v.trigger_at[j] = best
        i = best.between[0] if best.between else best.last


def _best(v: View, i: int, hits: tuple[Hit, ...], frames: Mapping[str, Frame]) -> Trigger | None:
    found: list[tuple[tuple[int, ...], Trigger]] = []
    following = v.text.words[i + 1].key if i + 1 < v.sentence.last else ""
    for n, hit in enumerate(hits):
        if hit.form.rest and not may_stand(v, following, hit.form.rest[0]) or not _fits(v, i, hit):
            continue
        ends = match_rest(v, i, hit.form.rest)
        if ends is None:
            continue
        last, between = ends
        row = hit.form.row
        if not context_holds(v, i, last, hit) and not told_again(v, i, hit):
            continue
        trigger = Trigger(i, last, hit, frames.get(row["frame"], frames[""]), row["type"], between)
        rank = (-len(hit.form.rest), hit.split.cuts, last if hit.form.rest else 0, -weight(row["context"]), n)
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
    if i in v.trigger_at or not _hamza_fits(v, i, hit):
        return False
    if form.construct and (split.article or form.number == "du" and _ends_phrase(v, i + 1)):
        return False  # «الاجتماعي» is no dual of «اجتماع»
    if form.pos == "verb" and not _verb_fits(v, i, hit):
        return False
    chunk = v.at.get(i)
    if chunk is None or _opens_clause(v, i, hit, chunk):
        return True
    if chunk.kind == "place" and not chunk.proper and chunk.table == "place_heads":
        if form.rest and chunk.last == i + 1 or i > chunk.head and split.article and form.pos == "noun":
            return True  # «القضاء على»; «جهة التفجير»
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


def _ends_phrase(v: View, i: int) -> bool:
    """Whether no noun in the genitive stands at the word."""
    return i >= v.sentence.last or not v.text.words[i].key[0].isalpha() or v.text.is_a("preposition", i)


def _opens_clause(v: View, i: int, hit: Hit, chunk: Chunk) -> bool:
    """Whether a word read as a noun may be the verb that opens its clause («طالب النائب بـ»)."""
    if chunk.head != i or chunk.first != i:
        return False
    if (chunk.proper or chunk.count is not None) and chunk.table != "place_heads":
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
    """Whether mood, number, ending and the word before allow the verb («يصف» is no «صفى»)."""
    form, prep, word = hit.form, hit.split.prep, v.text.words[i].key
    if word == "فقد" and (i == v.sentence.first or not v.text.words[i - 1].key[0].isalpha()):
        return False  # the particle
    if i not in v.at and _opens_name(v, i):
        return False
    if form.jussive:
        before = v.text.words[i - 1].key if i > v.sentence.first else ""
        return prep == "ل" and form.person == 3 or before in _JUSSIVE
    if form.tense != "perfect":
        return True
    if _governed(v, i) or prep == "ل" and not _IF_NOT.intersection(w.key for w in _before(v, i)):
        return False
    if not word.endswith("ا") or hit.split.pronoun:
        return True
    if _has_tanwin(v, i):
        return False
    return form.number != "du" or _two_named(v, i)


def _opens_name(v: View, i: int) -> bool:
    """Whether a given name with a family name behind it is written like the verb («ياسر عرفات»)."""
    if i + 1 >= v.sentence.last or not any(not h.split.cuts for h in v.text.infos[i].of("given_names")):
        return False
    return any(not h.split.cuts for h in v.text.infos[i + 1].of("family_names"))


def _hamza_fits(v: View, i: int, hit: Hit) -> bool:
    """Whether a written hamza tells the word from its homograph («إقامته» is no «أقامته»)."""
    lemma, form = hit.form.row["lemma"], hit.form
    if lemma[0] not in "أإ" or form.rest or form.tense == "imperfect":
        return True
    word = v.text.words[i]
    start = v.text.folded.span(word.start + hit.split.skip, word.end).start
    written = v.text.folded.original[start]
    return written not in "أإ" or written == lemma[0]


def _before(v: View, i: int) -> list[Word]:
    return v.text.words[v.sentence.first : i]


def _governed(v: View, i: int) -> bool:
    """Whether a preposition stands before the word, also before its opening quote."""
    j, words = i - 1, v.text.words
    while j > v.sentence.first and words[j].text in QUOTES:
        j -= 1
    if j < v.sentence.first or words[j].key in _BEFORE_VERBS:
        return False
    return v.text.is_a("preposition", j) or words[j].key in ("ل", "ب", "ك")


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
    return any(
        j not in v.at and len(v.text.words[j].key) > 5 and v.text.words[j].key.endswith(_DUAL_ENDS)
        for j in range(max(v.sentence.first, i - 3), i)
    )


def _hits(text: Text, j: int) -> list[Hit]:
    return [hit for hits in text.infos[j].hits.values() for hit in hits]


def _has_tanwin(v: View, i: int) -> bool:
    word, folded = v.text.words[i], v.text.folded
    end = folded.span(word.start, word.end).end
    start = folded.span(word.end - 1, word.end).start - 1
    return not _TANWIN.isdisjoint(folded.original[start : end + 1])


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
            apart <= _HITS_REACH and _only_hits(v, found) or same and apart <= 2 and _takes_in(v, before, found)
        )
    if before.type == "attack" and found.type in _MEANS:
        same = split.prep == "ب"
    if not same or split.article:
        return False
    if apart == 0:
        return split.prep in ("", "ل", "ب") and (not before.verbal or before.last - before.first > 1 or bool(split.prep))
    accusative = not split.prep and v.text.words[found.first].key.endswith("ا") and not before.hit.split.article
    return split.prep == "ب" and apart <= _SAME_REACH or accusative and apart <= 3


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
    return v.text.words[k].key[0] in "وف" and k not in v.at and any(
        hit.split.conj and hit.form.pos == "verb"
        for table in ("triggers", "reporting", "light_verbs")
        for hit in v.text.infos[k].of(table)
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
