"""Events of one sentence that follow from one another share doer, place and time."""

from __future__ import annotations

from itertools import pairwise

from riwaya.detection.text import Chunk
from riwaya.frames.events import Event
from riwaya.frames.harm_beside import share_fillers, side_by_side
from riwaya.frames.view import View

HARM = frozenset({"killing", "injury", "destruction", "displacement"})
ONE_SIDED = frozenset({
    "shelling", "airstrike", "shooting", "attack", "ambush", "raid", "suicide_bombing", "bombing",
    "assassination", "execution", "abduction",
})  # fmt: skip
MEANS = ONE_SIDED | {"clash", "siege"}
_TIME = 4  # words of «بعد … من»
_SHARES_TARGET = frozenset({"shooting", "ambush", "assassination"})


def link(events: list[Event]) -> None:
    """Finds for each harm of a sentence what it follows from, and shares what the two share."""
    for n, event in enumerate(events):
        if event.type in HARM:
            event.cause = _cause(events, n)
    for event in events:
        cause = event.cause
        if cause is None:
            continue
        _share_doer(event, cause)
        if (
            cause.type in _SHARES_TARGET
            and not cause.targets
            and event.type in ("killing", "injury")
        ):
            for chunk in event.targets:
                cause.fill("target", chunk, "target-of-result")
    for event in events:
        if event.type in MEANS and not event.agents:
            _doer_of_result(event, events)
    for n, event in enumerate(events):
        _helped(event, events[:n])
        _other_side(event, events)
        _protesters(event)
        _addressed(event, events)
    for one, two in pairwise(events):
        if two.trigger.hit.split.conj != "و":
            continue
        if side_by_side(one, two):
            share_fillers(one, two)
        if one.type in HARM and two.type in HARM:
            _share_joined(one, two)


def _cause(events: list[Event], n: int) -> Event | None:
    """The deed that a harm follows from: behind it («في هجوم»), else before it («ما أسفر عن»)."""
    event = events[n]
    if n + 1 < len(events) and events[n + 1].type in MEANS and _tied(event, events[n + 1]):
        return events[n + 1]
    for other in [] if _earlier(event) else reversed(events[:n]):
        if other.type in MEANS and _same_sweep(other, event):
            return other
        if other.type in HARM and other.cause is not None and other.cause is not event:
            return other.cause
    for other in events[n + 1 :]:
        if other.type in MEANS and _tied(event, other):
            return other
        if other.type in HARM:
            continue
        break
    return None


def _earlier(event: Event) -> bool:
    """«اشتباك بعد مقتل شاب», «… بعد أسبوع من مقتل قيادي»: a harm that came before the rest."""
    v, i = event.view, event.trigger.first - 1
    if event.trigger.verbal:
        return False
    return v.text.is_a("later_than", i) or (v.text.is_a("from", i) and _after_a_time(v, i))


def _after_a_time(v: View, i: int) -> bool:
    """Whether «بعد أسبوع» ends before word `i`: «بعد» and no deed."""
    near = range(max(v.sentence.first, i - _TIME), i)
    after = next((k for k in near if v.text.is_a("later_than", k)), None)
    return after is not None and not any(
        k in v.trigger_at or (k in v.at and v.at[k].kind != "time") for k in range(after + 1, i)
    )


def _tied(event: Event, other: Event) -> bool:
    """Whether nothing but noun phrases and prepositions stands between a harm and its means."""
    v = event.view
    for j in range(event.trigger.last, other.trigger.first):
        if v.bounds.get(j) in ("stop", "contrast") or v.text.is_a("when", j):
            return False
        if v.text.is_a("from", j) and _after_a_time(v, j):
            return False  # «قُتل … بعد أيام من اغتيال ضابط»
        if v.bounds.get(j) in ("coordinator", "that") and other.trigger.verbal:
            return False
    return not (other.trigger.verbal and other.trigger.hit.split.conj == "و")


def _same_sweep(other: Event, event: Event) -> bool:
    v = event.view
    return not any(
        v.bounds.get(j) in ("stop", "contrast") or _another_content(v, j)
        for j in range(other.trigger.last, event.trigger.first)
    )


def _another_content(v: View, j: int) -> bool:
    """«قال إن الحركة اقتحمت البلدة، وإن تسعة قُتلوا»: «وإن» opens another thing that is said."""
    return v.bounds.get(j) == "that" and v.text.words[j].key[0] == "و"


def _share_doer(event: Event, cause: Event) -> None:
    if event.agents or cause.type == "clash":
        return
    overlap = {id(c.best) for c in event.targets}
    for chunk in cause.agents:
        if id(chunk.best) not in overlap:
            event.fill("agent", chunk, "doer-of-cause")


def _share_joined(one: Event, two: Event) -> None:
    """«قُتل … وأصيب … برصاص كذا»: harms joined by «و» have one doer."""
    if one.agents and not two.agents and two.passive:
        for chunk in one.agents:
            two.fill("agent", chunk, "doer-of-joined")
    elif two.agents and not one.agents and one.passive:
        for chunk in two.agents:
            one.fill("agent", chunk, "doer-of-joined")


def _other_side(event: Event, events: list[Event]) -> None:
    """«… بعد معارك مع كذا»: the other side is the doer of the verb that the fighting hangs on."""
    if event.type != "clash" or event.trigger.verbal or len(event.agents) != 1:
        return
    if not any(rule == "prep:مع" for _, _, rule in event.filled):
        return
    for other in reversed(
        [e for e in events if e.trigger.first < event.trigger.first and e.trigger.verbal]
    ):
        for chunk in other.agents:
            event.fill("agent", chunk, "other-side")
        return


def _helped(event: Event, before: list[Event]) -> None:
    """«قتلوا … بمساندة من …»: who is helped in a deed is its doer."""
    trigger = event.trigger
    if event.type != "support" or event.targets or trigger.verbal or trigger.hit.split.pronoun:
        return
    if trigger.hit.split.prep != "ب" and not event.view.text.words[trigger.first].key.startswith(
        "ب"
    ):
        return
    doers = next((e.agents for e in reversed(before) if e.agents), [])
    for chunk in doers:
        if all(chunk is not c for c in event.agents):
            event.fill("target", chunk, "helped-in-deed")


def _protesters(event: Event) -> None:
    """A protest that names nobody is that of the protesters, else the crowd, its sentence names."""
    if event.type not in ("protest", "riot") or event.agents:
        return
    crowds = [c for c in event.view.chunks if c.klass == "protester"]
    crowds = crowds or [
        c
        for c in event.view.chunks
        if c.count is not None and c.klass in ("civilian", "person", "worker", "count", "crowd")
    ]
    if crowds:
        nearest = min(crowds, key=lambda c: abs(c.first - event.trigger.first))
        event.fill("agent", nearest, "protesters-named")


_AIM_REACH = 5  # words
_POWERS = frozenset(
    {"state", "state_force", "political", "international", "country", "official", "body", "police"}
)


def _addressed(event: Event, events: list[Event]) -> None:
    """Whom a protest is against: of whom it demands, else the power behind it in the sentence."""
    if event.type != "protest" or event.targets:
        return
    for other in events:
        if (
            other.type in ("demand", "condemnation", "accusation")
            and other.trigger.first > event.trigger.first
        ):
            for chunk in other.targets:
                event.fill("target", chunk, "demanded-of")
            if event.targets:
                return
    aim = _aimed_at(event)
    if aim is not None:
        event.fill("target", aim, "aim-of-protest")
        return
    v = event.view
    for other in events:
        if 0 < other.trigger.first - event.trigger.last <= 3 and other.type in HARM | ONE_SIDED:
            for chunk in other.agents:
                event.fill("target", chunk, "doer-protested")
            return
    for chunk in v.chunks:
        if chunk.first < event.trigger.last or chunk in event.agents:
            continue
        power = chunk.klass in _POWERS or chunk.acts or chunk.klass == "facility"
        if power and v.preposition(chunk) in v.text.roles["against"]:
            event.fill("target", chunk, "power-addressed")
            return


def _aimed_at(event: Event) -> Chunk | None:
    """Who stands behind a word of aim after the protest («تنديدا بزيارة …», «مناهضة للحكومة»)."""
    v, text = event.view, event.view.text
    for i in range(event.trigger.last, v.sentence.last):
        if v.bounds.get(i) == "stop" and text.words[i].text != ":":
            return None
        if not text.is_a("aim", i):
            continue
        for chunk in v.chunks:
            if i <= chunk.first <= i + _AIM_REACH and (found := _power_in(chunk)) is not None:
                return found if all(found is not c for c in event.agents) else None
    return None


def _power_in(chunk: Chunk) -> Chunk | None:
    """The power that a noun phrase names, or to which what it names belongs."""
    if chunk.klass in _POWERS or chunk.acts or (chunk.kind == "person" and chunk.proper):
        return chunk
    return _power_in(chunk.owner) if chunk.owner is not None else None


def _doer_of_result(event: Event, events: list[Event]) -> None:
    """«قتله الجيش في غارة»: the doer of the harm is the doer of its means."""
    for other in events:
        if other.cause is event and other.agents and event.type != "clash":
            for chunk in other.agents:
                event.fill("agent", chunk, "doer-of-result")
            return
