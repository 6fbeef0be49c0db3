"""Noun phrases around a word, with the place in the sentence that each of them takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from riwaya.detection.text import Chunk
from riwaya.frames.clauses import COMMAS, closing
from riwaya.frames.view import AMONG, View

_REACH = 40
_DASHES = frozenset("-–—")
_PEOPLED = ("people", "collectives", "titles", "posts", "party_words")


class Argument(NamedTuple):
    """A noun phrase to the right of a word: its preposition (empty for a bare noun), and whether
    a comma, an event noun or a clause boundary stands between."""

    chunk: Chunk
    prep: str
    comma: bool
    nested: bool
    joined: bool  # «و» joins it to the argument before


_CLOSING = frozenset({
    "stop", "that", "relative", "subordinator", "contrast", "coordinator", "circumstance", "result",
})  # fmt: skip


def right(v: View, start: int, *, stop: int | None = None, own: int = -1) -> Iterator[Argument]:
    """Arguments after word `start`, up to the clause's end or word `stop`."""
    text = v.text
    end = min(v.sentence.last, v.sentence.last if stop is None else stop, start + _REACH)
    comma = nested = False
    closes = -1
    previous: Argument | None = None
    i = start
    while i < end:
        chunk = v.at.get(i)
        trigger = v.trigger_at.get(i)
        if trigger is not None and trigger.first == own and chunk is None:
            i += 1
            continue
        if (
            trigger is not None
            and trigger.first != own
            and (chunk is None or chunk.first != i or chunk.table not in _PEOPLED)
        ):
            if trigger.verbal:
                return
            nested = True
            i = max(i + 1, trigger.first + 1) if trigger.between else max(i + 1, trigger.last)
            continue
        rounds = text.is_a("about", i) and i + 1 < end and text.is_a("preposition", i + 1)
        if chunk is None and text.is_a("attribute_verb", i) and not rounds:  # «لا يقل عن»
            worn = next((c for c in v.chunks if i < c.first <= i + 3), None)
            i = worn.last if worn is not None else i + 1
            continue
        if chunk is not None and chunk.first == i and _in_brackets(v, chunk):
            i = chunk.last
            continue
        if chunk is not None and chunk.first == i:
            prep = v.preposition(chunk)
            joined = not prep and _joined(v, chunk, start)
            if joined and previous and _continues(previous.chunk, chunk):
                prep = previous.prep
            previous = Argument(chunk, prep, comma, nested, joined)
            yield previous
            i = chunk.last
            continue
        bound = v.bounds.get(i)
        if bound in _CLOSING:
            if bound == "coordinator" and _noun_follows(v, i):
                i += 1
                continue
            return
        if text.words[i].text in COMMAS:
            if i > closes:
                closes = closing(v, i, end)
                comma = not comma
            elif i == closes:
                comma = not comma
        elif chunk is None and not text.is_a("about", i) and is_finite(v, i):
            return  # but «ما لا يقل عن 20» goes on
        i += 1


def _in_brackets(v: View, chunk: Chunk) -> bool:
    """«شاب (25 عاماً) وامرأة»: an age or another measure in brackets."""
    return chunk.klass == "measure" and v.text.words[chunk.first - 1].text == "("


def _continues(before: Chunk, chunk: Chunk) -> bool:
    """Whether a joined noun phrase goes on with the preposition of the one before it."""
    return _alike(before, chunk) and chunk.first - before.last <= 1


def _joined(v: View, chunk: Chunk, start: int) -> bool:
    """Whether «و» joins a noun phrase, or its rounding word («ونحو 15»), to what is before it."""
    if chunk.conj == "و":
        return True
    i, text = chunk.first - 1, v.text
    if i < start:
        return False
    rounded = (
        chunk.count is not None and text.is_a("about", i) and text.words[i].key.startswith("و")
    )
    return rounded or text.words[i].key in text.roles["conjunction"]


def _alike(a: Chunk, b: Chunk) -> bool:
    return (a.kind == "place") == (b.kind == "place") and (a.kind == "time") == (b.kind == "time")


def _noun_follows(v: View, i: int) -> bool:
    return i + 1 in v.at and v.at[i + 1].first == i + 1


_FINITE = ("reporting", "modality", "light_verbs", "relation_cues")


def is_finite(v: View, i: int) -> bool:
    """Whether word `i` is a finite verb that the lexicon knows."""
    info = v.text.infos[i]
    for table in _FINITE:
        for hit in info.of(table):
            if hit.form.pos == "verb" and hit.split.cuts <= 2:
                return True
    return False


def _before_part(v: View, chunk: Chunk) -> int:
    """The last word before the part of a count, the word that opens it and a comma."""
    j = chunk.first - 1
    while j > v.sentence.first and not v.text.is_a("among", j):
        j -= 1
    while j > v.sentence.first and (
        v.text.words[j - 1].text in "،," or v.text.is_a("preposition", j - 1)
    ):
        j -= 1  # «، من بينهم»
    return j - 1


class Subject(NamedTuple):
    """A noun phrase to the left that a verb may agree with, and how it was reached."""

    chunk: Chunk
    how: str  # relative, adjacent, near


def left(v: View, i: int, agrees: Callable[[Chunk], bool] | None = None) -> Subject | None:
    """The noun phrase before word `i` that may be its subject (or, of a relative, its antecedent).

    Those that do not agree with the verb are passed over.
    """
    text = v.text
    j = i - 1
    how = "adjacent"
    while j >= v.sentence.first:
        chunk = v.at.get(j)
        if chunk is not None and v.preposition(chunk) == AMONG:
            j = _before_part(v, chunk)  # «سبعة أشخاص بينهم ثلاثة أطفال قُتلوا»
            how = "adjacent" if how == "comma" else how
            continue
        if chunk is not None:
            found = _usable(v, chunk, how)
            if found and (agrees is None or agrees(found)):
                return Subject(found, how)
            if found is None and how == "adjacent" and _described(v, chunk, i):
                return Subject(chunk, "relative")
            j = chunk.first - 1
            how = "near" if how == "adjacent" and chunk.kind != "time" else how
            continue
        bound = v.bounds.get(j)
        if bound == "relative":
            if how != "adjacent":
                return None
            return _antecedent(v, j)
        if bound in ("stop", "that", "subordinator", "contrast", "result", "circumstance"):
            return None
        trigger = v.trigger_at.get(j)
        if trigger is not None and trigger.verbal:
            return None
        if text.words[j].text in _DASHES and _closes_dateline(v, j):
            return None
        if text.words[j].text in "،,":
            if how == "comma":
                return None
            how = "comma"
        elif how == "adjacent" and not any(
            text.is_a(role, j) for role in ("past_auxiliary", "negation", "each")
        ):
            how = "near"
        if i - j > 25:
            return None
        j -= 1
    return None


def _closes_dateline(v: View, dash: int) -> bool:
    """«الخرطوم – قالت …», «دمشق 3 أيار - أعلن …»: where it was written, no doer."""
    i, places = v.sentence.first, 0
    while i < dash:
        chunk = v.at.get(i)
        if chunk is None and v.text.words[i].key[:1].isalpha():
            return False
        if chunk is not None and chunk.kind not in ("place", "time"):
            return False
        places += chunk is not None and chunk.kind == "place"
        i = chunk.last if chunk is not None else i + 1
    return places > 0


def _described(v: View, chunk: Chunk, i: int) -> bool:
    """An unnamed noun phrase, described by the verb right behind it («متعاونين كانا يخططان …»)."""
    if chunk.definite or chunk.proper or chunk.name or chunk.kind not in ("group", "person"):
        return False
    return all(v.text.is_a("past_auxiliary", j) for j in range(chunk.last, i))


def _usable(v: View, chunk: Chunk, how: str) -> Chunk | None:
    if chunk.kind not in ("group", "person", "object", "quantity") and not chunk.acts:
        return None
    return None if v.preposition(chunk) else chunk


def _antecedent(v: View, relative: int) -> Subject | None:
    """The noun phrase that a relative pronoun stands for."""
    j = relative - 1
    if j >= v.sentence.first and v.text.words[j].text in '،,»")':
        j -= 1
    chunk = v.at.get(j)
    if chunk is None:
        return None
    plural = v.text.words[relative].key in v.text.roles["relative_plural"]
    if plural and chunk.number == "sg" and chunk.kind == "person" and chunk.owner:
        chunk = chunk.owner
    return Subject(chunk, "relative")


def speaker_of_that(v: View, i: int) -> Chunk | None:
    """Whom the pronoun on «أنه», «إنها» before word `i` stands for: who speaks before it."""
    j = i - 1
    while j > v.sentence.first and (v.text.is_a("past_auxiliary", j) or v.text.is_a("negation", j)):
        j -= 1
    if v.bounds.get(j) != "that" or not v.text.is_a("that_pronoun", j):
        return None
    for chunk in reversed(v.chunks):
        if chunk.last > j or chunk.kind == "object":
            continue
        told = v.preposition(chunk) == "عن" and chunk.kind in ("group", "person")
        if told or _usable(v, chunk, "near"):
            return chunk  # of «نقلت وكالة عن الجيش أنه» the army
    return None


def topic(v: View, i: int) -> Chunk | None:
    """Who the clause before word `i` is about: the first doer after «أن», else of the sentence."""
    start = max(
        (j for j, kind in v.bounds.items() if kind in ("that", "stop") and j < i),
        default=v.sentence.first,
    )
    for chunk in v.chunks:
        if (
            start <= chunk.first
            and chunk.last <= i
            and chunk.kind in ("group", "person")
            and not v.preposition(chunk)
        ):
            return chunk
    return None
