"""Deeds that hang on a word by a preposition, through nouns in a chain, or joined by «و»."""

from __future__ import annotations

from riwaya.detection.letters import key
from riwaya.frames.clauses import COMMAS, comma_between, preposition_at
from riwaya.frames.cues import Cue
from riwaya.frames.events import Event
from riwaya.frames.view import View

_CHAIN = 7  # words between a governing preposition and a deed that hangs on its noun
_LINKS = frozenset({"علي", "الي", ""})


def behind_preposition(v: View, cue: Cue, event: Event, wanted: str, events: list[Event]) -> bool:
    """The deed behind the cue's preposition, what hangs on it, and what is joined to it."""
    trigger = event.trigger
    if preposition_at(v, trigger.first, trigger.hit.split.prep) == wanted:
        return True
    start = find_preposition(v, cue.last, trigger.first, wanted)
    if start is None:
        return False
    if trigger.hit.split.conj == "و":
        return joined(v, cue, start, event, events)
    if trigger.hit.split.article and trigger.first - start >= 2:
        return False
    return trigger.first - start <= _CHAIN and _chain(
        v, start, trigger.first, trigger.hit.split.prep
    )


def find_preposition(v: View, i: int, j: int, wanted: str) -> int | None:
    """The first word behind a preposition between two words."""
    for k in range(i, j):
        word = v.text.words[k].key
        if word == wanted:
            return k + 1
        chunk = v.at.get(k)
        if chunk is not None:
            if chunk.first == k and chunk.prep == wanted:
                return k
            continue
        if (
            len(wanted) == 1
            and word.startswith(wanted)
            and (len(word) > 3 or v.text.is_a("short_masdar", k))
            and not v.text.is_a("preposition", k)
        ):
            return k
    return None


def _chain(v: View, i: int, j: int, prep: str) -> bool:
    """Whether only nouns in a chain stand between («بمواصلة إطلاق», «إجبار … على سحب»)."""
    if prep not in _LINKS | {"ل"} or comma_between(v, i, j) or v.bounds.get(j - 1):
        return False
    for k in range(i, j):
        if v.bounds.get(k) or (
            v.text.is_a("preposition", k) and v.text.words[k].key not in _LINKS | {"ل", "عن", "من"}
        ):
            return False
        chunk = v.at.get(k)
        if chunk is not None and chunk.first == k and chunk.prep not in _LINKS | {"ل", "ب"}:
            return False
    return True


def joined(v: View, cue: Cue, start: int, event: Event, events: list[Event]) -> bool:
    """«طالبوا بتحسين الخدمات والإفراج عن …»: a verbal noun joined by «و»."""
    trigger = event.trigger
    if trigger.hit.split.prep or (
        cue.row["realis"] == "hypothetical" and comma_between(v, start, trigger.first)
    ):
        return False
    return not any(
        v.text.words[k].text in COMMAS and not _noun_list(v, k, events)
        for k in range(start, trigger.first)
    )


def _noun_list(v: View, comma: int, events: list[Event]) -> bool:
    after = comma + 1
    return after < v.sentence.last and any(
        e.trigger.first == after and not e.trigger.verbal for e in events
    )


def prep_key(prep: str) -> str:
    """A preposition as words of the text are compared with it."""
    return key(prep)


def at_preposition(v: View, i: int) -> int:
    """The first word behind the preposition that stands at word `i` or is written on it."""
    return i + 1 if i < v.sentence.last and v.text.is_a("preposition", i) else i
