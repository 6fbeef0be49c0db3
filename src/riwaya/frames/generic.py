"""Deeds named but not told: a class of deeds («القتل»), a habit, a question."""

from __future__ import annotations

from riwaya.frames.events import Event
from riwaya.frames.linking import HARM, MEANS
from riwaya.frames.view import View

_QUESTION = "؟?"
_ABOUT_DEEDS = frozenset({"claim", "deny", "accuse", "admit"})


ARMED = HARM | MEANS | {"torture", "interception"}


def generalise(view: View, events: list[Event], told: set[str]) -> None:
    """Marks events that name a class or a habit as generic and asked ones as possible.

    `told` are the types of the report's earlier actual events: a definite noun may refer to one.
    """
    asked = _asks(view)
    for event in events:
        if event.realis != "actual" or event.polarity == "negative":
            continue
        if asked:
            event.realis = "possible"
            event.rules.append("question")
        elif _class_of_deeds(event, told) or _habit(event):
            event.realis = "generic"
            event.rules.append("no-single-deed")
    told.update(e.type for e in events if e.realis == "actual")


def _asks(v: View) -> bool:
    words = v.text.words
    last = v.sentence.last - 1
    while last > v.sentence.first and (words[last].text == "\n" or words[last].text in "»\"”)"):
        last -= 1
    return words[last].text in _QUESTION


def _class_of_deeds(event: Event, told: set[str]) -> bool:
    """A noun with nobody who did or suffered it, tied to nothing and referring to nothing told."""
    trigger = event.trigger
    if trigger.verbal or trigger.hit.form.pos == "participle" or event.cause is not None:
        return False
    if event.counts or any(s.act in _ABOUT_DEEDS for s in event.said) or _carried(event):
        return False
    if any(o.cause is event for o in event.siblings) or event.type in told:
        return False
    if trigger.hit.split.article:
        return event.type in ARMED
    return not (event.agents or event.targets or event.objects)


def _carried(event: Event) -> bool:
    """Whether a light verb tells the deed («وقع الهجوم», «شن هجوما»)."""
    return any(rule.startswith("light-verb") for rule in event.rules)


def _habit(event: Event) -> bool:
    """A plural imperfect in a relative clause («الذين يقتلون …») tells what a kind of people does."""
    trigger = event.trigger
    form = trigger.hit.form
    if not trigger.verbal or form.tense != "imperfect" or event.counts or event.time is not None:
        return False
    before = trigger.first - 1
    return event.view.bounds.get(before) == "relative" and form.number == "pl"
