"""Which deeds a cue of modality governs: by a preposition, as object, by the next verb, by «أن»."""

from __future__ import annotations

from riwaya.frames.clauses import comma_between, crosses, insertion, preposition_at
from riwaya.frames.cues import Cue
from riwaya.frames.events import Event
from riwaya.frames.hanging import (
    at_preposition,
    behind_preposition,
    find_preposition,
    joined,
    prep_key,
)
from riwaya.frames.telling import backdrop, noun_too, placed, told
from riwaya.frames.view import View

_REACH = 16
_MEANS = frozenset({"bombing", "suicide_bombing", "shooting", "shelling", "airstrike"})
_BEING = 8  # words between a form of being and the verb that it is said of
_CARRIED = 5  # words between a negation and the event noun of the verb behind it
_CARRYING = frozenset({"agent", "target", "event", "hit", "shaken", "cause", "effect"})
_CLAUSE = ("stop", "that", "coordinator", "contrast", "subordinator")


def governs(v: View, cue: Cue, event: Event, events: list[Event]) -> bool:
    """Whether the realis and polarity of a cue hold for an event of its sentence."""
    first, complements = event.trigger.first, cue.complements
    if event.trigger.first <= cue.first < event.trigger.last and cue.first != first:
        return "none" in complements
    if cue.first == first:
        return False
    if cue.first < first < cue.last:
        return _within(cue, event)
    if cue.row["types"] and event.type not in cue.row["types"].split("|"):
        return False
    if "none" in complements:
        habit = cue.row["realis"] == "generic"
        i, j = sorted((cue.first, first))
        split = event.trigger.hit.split
        if event.trigger.verbal and split.conj == "و" and comma_between(v, i, j):
            return False  # «باءت المحاولة بالفشل، وأصيب اثنان»
        return same_clause(v, cue, event) and not (habit and comma_between(v, i, j))
    if backdrop(event, cue.last) or _by_means(event, cue, events):
        return False
    if cue.last > first:
        return "subject" in complements and _described(v, cue, event, events)
    if (
        first - cue.last > _REACH
        or crosses(v, cue.last, first, "stop", "contrast")
        or _said_between(v, cue.last, first)
    ):
        return False
    return any(_reaches(v, cue, event, events, c) for c in complements)


def _within(cue: Cue, event: Event) -> bool:
    """A deed named by the phrase itself («لم توقع إصابات») or in its gap («لم يقتل … سوى»)."""
    if cue.gap is not None and cue.gap[0] <= event.trigger.first < cue.gap[1]:
        return ("next-verb" if event.trigger.verbal else "none") in cue.complements
    return True


def _described(v: View, cue: Cue, event: Event, events: list[Event]) -> bool:
    """An adjective behind the event noun or its genitive («الهجوم الفاشل»)."""
    first, last = event.trigger.last, cue.first
    if (
        last - first > 5
        or comma_between(v, first, last)
        or _nearer(events, cue, event)
        or event.trigger.verbal
    ):
        return False
    governed = any(
        preposition_at(v, k) or ((c := v.at.get(k)) is not None and c.prep)
        for k in range(first, last)
    )
    return not governed and same_clause(v, cue, event)


def same_clause(v: View, cue: Cue, event: Event) -> bool:
    """Whether no clause boundary stands between a cue and an event, on either side."""
    i, j = (
        (cue.last, event.trigger.first)
        if cue.first < event.trigger.first
        else (event.trigger.first, cue.first)
    )
    return not crosses(v, i, j, *_CLAUSE)


def _reaches(v: View, cue: Cue, event: Event, events: list[Event], complement: str) -> bool:
    trigger = event.trigger
    first, distance = trigger.first, trigger.first - cue.last
    if complement in ("class", "any"):
        return (
            distance == 0
            and not trigger.verbal
            and trigger.hit.split.article == (complement == "class")
            and not told(event)
        )
    if complement == "next-verb":
        return _next_verb(v, cue, event, distance)
    if complement == "next-imperfect":
        return _next_imperfect(v, cue, event, distance)
    if complement == "clause:أن":
        return _clause(v, cue, event, events)
    if trigger.verbal and not noun_too(v, event):
        return False
    if crosses(v, cue.last, trigger.first, "that", "relative", "subordinator"):
        return False
    if _other_verb(events, cue, event):
        return False
    if complement == "alleged":
        return _alleged(v, cue, event)
    if complement.startswith("at:"):
        return behind_preposition(
            v, cue, event, prep_key(complement[3:]), events
        ) and find_preposition(v, cue.last, first + 1, prep_key(complement[3:])) == at_preposition(
            v, cue.last
        )
    if complement.startswith("prep:"):
        return behind_preposition(v, cue, event, prep_key(complement[5:]), events)
    if complement in ("masdar", "object"):
        return _object(v, cue, event, events, distance)
    attribute = any(not o.trigger.verbal and o.trigger.last == cue.first for o in events)
    return complement == "subject" and distance <= 3 and not attribute


def _finite(v: View, event: Event) -> bool:
    return event.trigger.verbal and not noun_too(v, event)


def _alleged(v: View, cue: Cue, event: Event) -> bool:
    """«التحقيق في اغتيال …», «قضية خطف …»: nothing is told of the deed but its name and victim."""
    first = event.trigger.first
    prep = preposition_at(v, first, event.trigger.hit.split.prep)
    if first - at_preposition(v, cue.last) > 1 or prep not in ("", "في", "ب") or _finite(v, event):
        return False
    counted = any((c.low, c.high) != (1, 1) for c in event.counts)
    return not (counted or event.time is not None or placed(event, people=False))


def _next_verb(v: View, cue: Cue, event: Event, distance: int) -> bool:
    if event.trigger.verbal:
        joined = event.trigger.hit.split.conj and comma_between(v, cue.last, event.trigger.first)
        if cue.row["polarity"] == "negative" and joined:
            return False  # «من غير إطلاق نار ولا اعتقالات، وتمركزت …»
        return _may_be(v, cue, event, distance) or (
            distance <= 2 and not _verb_between(v, cue.last, event.trigger.first)
        )
    if comma_between(v, cue.last, event.trigger.first):
        return False
    if cue.row["realis"] != "hypothetical":
        return (
            cue.row["polarity"] == "negative"
            and distance <= _CARRIED
            and _carried(v, cue.last, event)
        )
    return distance <= 3 or (distance <= 10 and not event.trigger.hit.split.article)


def _by_means(event: Event, cue: Cue, events: list[Event]) -> bool:
    """«نجا من محاولة اغتيال بانفجار عبوة»: what was averted failed, its means went off."""
    if cue.row["realis"] != "hypothetical" or event.trigger.verbal or event.type not in _MEANS:
        return False
    before = event.trigger.first - 1
    return event.trigger.hit.split.prep == "ب" and any(
        cue.last <= o.trigger.first <= before and o.trigger.last >= before for o in events
    )


def _may_be(v: View, cue: Cue, event: Event, distance: int) -> bool:
    """«ربما تكون القوات قد سحبت …»: a form of being, its subject, «قد» and the verb."""
    being = cue.last < v.sentence.last and v.text.is_a("being", cue.last)
    before = event.trigger.first - 1
    return being and distance <= _BEING and v.text.is_a("past_auxiliary", before)


def _carried(v: View, i: int, event: Event) -> bool:
    """Whether word `i` is the verb that carries the event noun («لم تقع إصابات»)."""
    info = v.text.infos[i]
    if "light-verb" not in event.rules or any(h.form.pos == "verb" for h in info.of("modality")):
        return False  # «لم يسفر عن»: a cue of its own, negated
    return any(
        hit.form.pos == "verb" and hit.form.row["subject"] in _CARRYING
        for hit in info.of("light_verbs")
    )


def _next_imperfect(v: View, cue: Cue, event: Event, distance: int) -> bool:
    """«قد» doubts an imperfect only; the deed may be the object of that verb."""
    if event.trigger.verbal:
        return distance == 0 and event.trigger.hit.form.tense == "imperfect"
    return (
        0 < distance <= 3
        and _imperfect(v, cue.last)
        and not comma_between(v, cue.last, event.trigger.first)
    )


def _imperfect(v: View, i: int) -> bool:
    """Whether a word looks like an imperfect: «ي…», or «ت…» that is no known perfect («تمكن»)."""
    word = v.text.words[i].key
    if word.startswith("ي"):
        return True
    verbs = [h.form for hits in v.text.infos[i].hits.values() for h in hits if h.form.pos == "verb"]
    if verbs:
        return any(form.tense == "imperfect" for form in verbs)
    return word.startswith("ت") and not word.endswith("ت")


def _clause(v: View, cue: Cue, event: Event, events: list[Event]) -> bool:
    """What «أن» opens: its verb, the nouns before it, the verbs joined to it."""
    opening = next(
        (k for k in range(cue.last, event.trigger.first) if v.bounds.get(k) == "that"), None
    )
    if opening is None or opening - cue.last > 6 or _is_given(cue, event, opening):
        return False
    return not _other_verb(events, cue, event) or (
        event.trigger.verbal and event.trigger.hit.split.conj == "و"
    )


def _is_given(cue: Cue, event: Event, opening: int) -> bool:
    """«دون أن يُعرف من يقف وراء الهجوم»: a deed that is named as known is not what is denied.

    It may be where «أن» is of it («غير صحيح أن الهجوم وقع»).
    """
    return (
        cue.row["polarity"] == "negative"
        and opening + 1 < event.trigger.first
        and not event.trigger.verbal
        and event.trigger.hit.split.article
        and "light-verb" not in event.rules
    )


def _object(v: View, cue: Cue, event: Event, events: list[Event], distance: int) -> bool:
    trigger = event.trigger
    if (
        cue.verbal
        and trigger.hit.split.article
        and not v.text.words[min(trigger.last, v.sentence.last - 1)].key.startswith("و")
        and any(
            0 < o.trigger.first - trigger.last <= 2 and not o.trigger.hit.split.prep for o in events
        )
    ):
        return False  # «أفشلت العملية هجوماً»: the first is the subject
    if distance <= 1:
        return distance == 0 or not comma_between(v, cue.last, trigger.first)
    if trigger.hit.split.conj == "و":
        return (
            any(cue.last <= e.trigger.first < trigger.first for e in events)
            and distance <= 10
            and joined(v, cue, cue.last, event, events)
        )
    inserted = insertion(v, cue.last, trigger.first)
    if preposition_at(v, trigger.first, trigger.hit.split.prep) or (
        not inserted and comma_between(v, cue.last, trigger.first)
    ):
        return False
    between = [
        o
        for o in events
        if not o.trigger.verbal and cue.last <= o.trigger.first and o.trigger.last < trigger.first
    ]
    if any(not preposition_at(v, o.trigger.first, o.trigger.hit.split.prep) for o in between):
        return False
    return distance - len(inserted) <= (7 if cue.verbal else 3)


def _nearer(events: list[Event], cue: Cue, event: Event) -> bool:
    """Whether another event stands nearer before an adjective («الهجوم الفاشل»)."""
    return any(event.trigger.first < o.trigger.first < cue.first for o in events)


def _said_between(v: View, i: int, j: int) -> bool:
    """Whether a joined verb of saying stands between («وتعهدت بالثأر، وقالت إن …»)."""
    for k in range(i, j):
        if k in v.at:
            continue
        for hit in v.text.infos[k].of("reporting"):
            if (
                hit.form.pos == "verb"
                and hit.split.cuts <= 1
                and (hit.split.conj or v.bounds.get(k - 1) or hit.form.tense)
            ):
                return True
    return False


def _verb_between(v: View, i: int, j: int) -> bool:
    for k in range(i, j):
        for table in ("reporting", "modality", "light_verbs"):
            if k not in v.at and any(
                h.form.pos == "verb" and h.split.cuts <= 1 for h in v.text.infos[k].of(table)
            ):
                return True
    return False


def _other_verb(events: list[Event], cue: Cue, event: Event) -> bool:
    return any(
        o.trigger.verbal
        and cue.last <= o.trigger.first < event.trigger.first
        and not noun_too(o.view, o)
        for o in events
    )
