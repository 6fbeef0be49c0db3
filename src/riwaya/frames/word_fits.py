"""Whether a word can be a listed form where it stands: noun phrases, mood, ending, hamza."""

from __future__ import annotations

from riwaya.detection.analysis import Hit
from riwaya.detection.literals import QUOTES
from riwaya.detection.text import Chunk, Text
from riwaya.detection.tokens import Word
from riwaya.frames.clauses import insertion
from riwaya.frames.contexts import weight
from riwaya.frames.view import View

_AGAINST = frozenset({"condemnation", "demand", "threat"})
_SUBJECT_REACH = 8  # words of the subject of such a verb, and of how («بأشد العبارات»)
_SAYING_REACH = 16  # words from a verb of saying to its object, when and where it spoke too
_TAKES_REACH = 4  # words from such a word to its preposition
_BEFORE_VERBS = frozenset({"من", "حتي", "منذ", "ما", "بعد", "قبل"})
_IF_NOT = frozenset({"لولا", "ولولا", "لو", "ولو", "فلولا", "فلو"})
_DUAL_ENDS = ("ان", "ين", "هما")
_VERB_OPENERS = frozenset({"قد", "وقد", "فقد", "حيث", "عندما", "كما", "ثم"})
_JUSSIVE = frozenset({"لم", "لما", "ولم", "فلم", "اولم"})
_TANWIN = frozenset("\u064b\u064c\u064d")


def word_fits(v: View, i: int, hit: Hit) -> bool:
    """Whether the word, as cut, can be this form here."""
    form, split = hit.form, hit.split
    if i in v.trigger_at or not _hamza_fits(v, i, hit):
        return False
    if form.construct and (split.article or (form.number == "du" and _ends_phrase(v, i + 1))):
        return False  # «الاجتماعي» is no dual of «اجتماع»
    if form.pos == "verb" and not _verb_fits(v, i, hit):
        return False
    chunk = v.at.get(i)
    if chunk is None or _opens_clause(v, i, hit, chunk):
        return True
    if not chunk.proper and chunk.table == "place_heads":
        if form.rest and chunk.last == i + 1:
            return True  # «القضاء على»
        if i > chunk.head and split.article and form.pos == "noun":
            return True  # «جهة التفجير»
    if (chunk.proper and chunk.name is None) or chunk.kind in ("time", "place"):
        return False
    if chunk.name and chunk.name.first <= i < chunk.name.last:
        return False
    for part in chunk.inner:
        if part.proper and part.first <= i < part.last:
            return False
    if form.pos == "verb":
        return (
            chunk.first == i
            and chunk.last == i + 1
            and chunk.table in ("given_names", "family_names", "")
        )
    return split.cuts <= 2


def _ends_phrase(v: View, i: int) -> bool:
    """Whether no noun in the genitive stands at the word."""
    return (
        i >= v.sentence.last
        or not v.text.words[i].key[0].isalpha()
        or v.text.is_a("preposition", i)
    )


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


def give_back(v: View, i: int) -> None:
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
        return (prep == "ل" and form.person == 3) or before in _JUSSIVE
    if form.tense != "perfect":
        return True
    if _governed(v, i) or _does_next(v, i, hit) or _counted_deed(v, i) or _spoken_of(v, i, hit):
        return False
    if prep == "ل" and not _IF_NOT.intersection(w.key for w in _before(v, i)):
        return False
    if not word.endswith("ا") or hit.split.pronoun:
        return True
    if _has_tanwin(v, i):
        return False
    return form.number != "du" or _two_named(v, i)


def _opens_name(v: View, i: int) -> bool:
    """Whether a given name with a family name behind it is written like the verb («ياسر عرفات»)."""
    if i + 1 >= v.sentence.last or not any(
        not h.split.cuts for h in v.text.infos[i].of("given_names")
    ):
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
    if j >= v.sentence.first and words[j].key == "من" and _takes_from(v, j):
        return True
    if j < v.sentence.first or words[j].key in _BEFORE_VERBS:
        return False
    return v.text.is_a("preposition", j) or words[j].key in ("ل", "ب", "ك")


def _takes_from(v: View, i: int) -> bool:
    """Whether «من» at the word belongs to one that takes its deed behind it («تمكنت … من قتل»)."""
    return any(
        "prep:من" in hit.form.row["complement"].split("|")
        for j in range(max(v.sentence.first, i - _TAKES_REACH), i)
        for hit in v.text.infos[j].of("modality")
    )


def _does_next(v: View, i: int, hit: Hit) -> bool:
    """«قصف طال بلدة كذا»: before a verb whose subject is a deed stands the noun of one."""
    if hit.form.rest or hit.split.pronoun or i + 1 >= v.sentence.last:
        return False
    return any(
        h.form.pos == "verb" and h.form.row["subject"] == "hit" and not h.split.cuts
        for h in v.text.infos[i + 1].of("light_verbs")
    )


def _counted_deed(v: View, i: int) -> bool:
    """Whether a noun that stands for deeds has the word as its genitive («جرائم قتل»)."""
    return i > v.sentence.first and any(
        "class" in hit.form.row["complement"].split("|") and not hit.split.article
        for hit in v.text.infos[i - 1].of("modality")
    )


def _spoken_of(v: View, i: int, hit: Hit) -> bool:
    """Whether the word is what the subject of a verb before it spoke against or told of («أدانت
    فرنسا قصف …», «نفى المتحدث باسم الجيش قصف …»).

    A clause has one verb: the second, joined by nothing, is the noun that is written like it.
    """
    if hit.split.conj or hit.split.pronoun:
        return False
    before = v.triggers[-1] if v.triggers else None
    if before is not None and before.verbal and before.type in _AGAINST:
        return _only_subject(v, before.last, i)
    return not hit.form.rest and any(  # of «تعرض … للحرق» no noun is listed
        _tells_of_deeds(v, j) and _only_subject(v, j + 1, i)
        for j in range(max(v.sentence.first, i - _SAYING_REACH), i - 1)
    )


def _tells_of_deeds(v: View, j: int) -> bool:
    """Whether a verb of saying stands at the word that has what it tells as its object («نفى»)."""
    return j not in v.at and any(
        hit.form.pos == "verb" and not hit.split.pronoun and hit.split.cuts <= 1
        and "noun" in hit.form.row["complement"].split("|")
        for hit in v.text.infos[j].of("reporting")
    )  # fmt: skip


def _only_subject(v: View, start: int, i: int) -> bool:
    """Whether a subject alone stands between, and how («بأشد العبارات»), when or where it spoke."""
    apart = insertion(v, start, i)
    how = {j for j in range(start, i) if v.text.words[j].key[0] == "ب" and j not in v.at}
    return i - start - len(apart) <= _SUBJECT_REACH and all(
        j not in v.bounds and (j in apart or j in v.at or not how.isdisjoint((j - 1, j)))
        for j in range(start, i)
    )


def _two_named(v: View, i: int) -> bool:
    """Whether the sentence has two as the doers of a dual verb: a dual noun or a joined pair."""
    for chunk in v.chunks:
        if chunk.number == "du" or (chunk.count is not None and chunk.count.low == 2):
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
