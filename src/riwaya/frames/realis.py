"""Did it happen: negation, plans, threats, demands, possibility, what was averted."""

from __future__ import annotations

from riwaya.frames.cues import Cue, cues
from riwaya.frames.events import Event
from riwaya.frames.view import View
from riwaya.model import Realis

_REACH = 14
_WEIGHT = {"": 0, "actual": 0, "generic": 1, "possible": 2, "intended": 3, "demanded": 4, "threatened": 5, "hypothetical": 6}


def judge(view: View, events: list[Event]) -> None:
    """Sets realis and polarity of a sentence's events from the cues that govern them."""
    found = cues(view, "modality")
    for n, event in enumerate(events):
        for cue in found:
            if _governs(view, cue, event, events):
                _apply(event, cue)
        _own_form(view, event)
        _carry(events, n)


def _governs(v: View, cue: Cue, event: Event, events: list[Event]) -> bool:
    trigger = event.trigger
    if cue.first <= trigger.first < cue.last or trigger.first <= cue.first < trigger.last:
        return "none" in cue.complements and cue.first != trigger.first
    complements = cue.complements
    if "none" in complements:
        return _same_clause(v, cue, event)
    if cue.last > trigger.first:
        return "subject" in complements and 0 < cue.first - trigger.first < 10 and _same_clause(v, cue, event)
    distance = trigger.first - cue.last
    if distance > _REACH or _crosses(v, cue.last, trigger.first, stops=("stop", "contrast")):
        return False
    return any(_reaches(v, cue, event, events, c, distance) for c in complements)


def _reaches(v: View, cue: Cue, event: Event, events: list[Event], complement: str, distance: int) -> bool:
    trigger = event.trigger
    if complement == "next-verb":
        return trigger.verbal and distance <= 2 and not _verb_between(v, cue.last, trigger.first)
    if complement == "clause:أن":
        return _that_between(v, cue.last, trigger.first) and not _other_verb(events, cue, event)
    if trigger.verbal or _crosses(v, cue.last, trigger.first, stops=("that", "relative", "subordinator", "coordinator")):
        return False
    if _other_verb(events, cue, event) or _verb_between(v, cue.last, trigger.first):
        return False
    if complement.startswith("prep:"):
        return _preposition_of(v, trigger.first, trigger.hit.split.prep) == complement[5:].replace("إلى", "الي").replace("على", "علي") or _nested(events, cue, event)
    if complement in ("masdar", "object"):
        return distance <= 1 or (distance <= 7 and not _other_noun(events, cue, event) and not _preposition_of(v, trigger.first, trigger.hit.split.prep)) or _nested(events, cue, event)
    return complement == "subject" and distance <= 3


def _preposition_of(v: View, i: int, prep: str) -> str:
    if prep:
        return prep
    if i - 1 >= v.sentence.first and v.text.is_a("preposition", i - 1):
        return v.text.words[i - 1].key
    return ""


def _nested(events: list[Event], cue: Cue, event: Event) -> bool:
    """A deed that hangs on a governed one («محاولة تنفيذ عملية اغتيال») or is joined to it."""
    for other in events:
        if cue.last <= other.trigger.first < event.trigger.first and not other.trigger.verbal:
            gap = event.trigger.first - other.trigger.last
            if gap <= 1 or event.trigger.hit.split.conj == "و" and gap <= 6 and not event.trigger.verbal:
                return True
    return False


def _crosses(v: View, i: int, j: int, *, stops: tuple[str, ...]) -> bool:
    return any(v.bounds.get(k) in stops for k in range(i, j))


def _verb_between(v: View, i: int, j: int) -> bool:
    for k in range(i, j):
        for table in ("reporting", "light_verbs"):
            for hit in v.text.infos[k].of(table):
                if hit.form.pos == "verb" and hit.split.cuts <= 1 and table == "reporting" and k not in v.at:
                    return True
    return False


def _that_between(v: View, i: int, j: int) -> bool:
    return any(v.bounds.get(k) == "that" for k in range(i, j))


def _other_verb(events: list[Event], cue: Cue, event: Event) -> bool:
    return any(
        o.trigger.verbal and cue.last <= o.trigger.first < event.trigger.first for o in events
    ) and not event.trigger.hit.split.conj


def _other_noun(events: list[Event], cue: Cue, event: Event) -> bool:
    return any(not o.trigger.verbal and cue.last <= o.trigger.first < event.trigger.first for o in events)


def _same_clause(v: View, cue: Cue, event: Event) -> bool:
    i, j = sorted((cue.first, event.trigger.first))
    return not _crosses(v, i, j, stops=("stop", "that", "coordinator", "contrast", "subordinator"))


def _apply(event: Event, cue: Cue) -> None:
    realis: Realis = cue.row["realis"]  # type: ignore[assignment]
    if realis and _WEIGHT[realis] > _WEIGHT[event.realis]:
        event.realis = realis
        event.rules.append(f"realis:{cue.row['lemma'].split('|')[0]}")
    if cue.row["polarity"] == "negative":
        event.polarity = "negative" if event.polarity == "positive" else "positive"
        event.negates = "event" if event.polarity == "negative" else None
        event.rules.append("negation")


def _own_form(v: View, event: Event) -> None:
    """What the verb's own form says: a future, a purpose («لـ» before an imperfect)."""
    split, form = event.trigger.hit.split, event.trigger.hit.form
    if event.realis != "actual" or form.pos != "verb":
        return
    if split.future:
        event.realis = "intended"
        event.rules.append("future")
    elif split.prep == "ل" and form.tense == "imperfect":
        event.realis = "intended"
        event.rules.append("purpose")


def _carry(events: list[Event], n: int) -> None:
    """A deed joined to a governed deed, or following from one, is governed as it is."""
    event = events[n]
    if event.realis != "actual" or event.polarity != "positive":
        return
    cause = event.cause
    if cause is not None and cause.realis not in ("actual", "generic") and cause.trigger.first < event.trigger.first:
        event.realis = cause.realis
        event.rules.append("realis-of-cause")
        return
    if n and event.trigger.hit.split.conj == "و" and events[n - 1].trigger.verbal == event.trigger.verbal:
        before = events[n - 1]
        near = event.trigger.first - before.trigger.last <= 8
        if near and before.realis != "actual" and not event.trigger.verbal:
            event.realis = before.realis
            event.rules.append("realis-joined")
