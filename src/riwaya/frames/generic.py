"""Deeds named but not told: a class of deeds («القتل»), a habit, a question."""

from __future__ import annotations

from riwaya.frames.clauses import preposition_at
from riwaya.frames.events import Event
from riwaya.frames.linking import HARM, MEANS
from riwaya.frames.telling import placed, told
from riwaya.frames.view import View

_REPORTED = 4  # words between a verb of saying and the deed that is its object
_QUESTION = "؟?"
_TITLES = frozenset({"title", "heading"})
_ABOUT_DEEDS = frozenset({"claim", "deny", "accuse", "admit"})
ARMED = (HARM | MEANS | {"torture", "interception", "execution"}) - {"siege", "displacement"}
ABSTRACT = frozenset({"killing", "injury", "torture", "abduction", "assassination", "execution"})
"""Types whose definite noun without any filler names a class («القتل», «الخطف»)."""
_MOMENT = ABSTRACT | {"shooting", "ambush", "attack"}


def generalise(view: View, events: list[Event], known: set[str]) -> None:
    """Marks events that name a class or a habit as generic and asked ones as possible.

    `known` are the types of the report's earlier actual events: a definite noun may refer to one.
    """
    asked = _asks(view)
    for event in events:
        if event.realis != "actual" or event.polarity == "negative":
            continue
        if asked and (event.trigger.verbal or not told(event)):
            event.realis = "possible"
            event.rules.append("question")
        elif _class_of_deeds(event, known) or _habit(event):
            event.realis = "generic"
            event.rules.append("no-single-deed")
    known.update(e.type for e in events if e.realis == "actual")


def _asks(v: View) -> bool:
    words = v.text.words
    last = v.sentence.last - 1
    while last > v.sentence.first and (words[last].text == "\n" or words[last].text in '»"”)'):
        last -= 1
    return words[last].text in _QUESTION


def _class_of_deeds(event: Event, known: set[str]) -> bool:
    """A noun with nobody who did or suffered it, tied to nothing and referring to nothing told."""
    trigger, v = event.trigger, event.view
    if event.type not in ARMED or trigger.verbal or trigger.hit.form.pos == "participle":
        return False
    if v.sentence.kind in _TITLES or _tied(event):
        return False
    if trigger.hit.split.article:
        singled = _singled(event) or _aimed(event)
        return not (_refers(event, known) or event.counts or event.time is not None or singled)
    if told(event) or placed(event):
        return False
    if trigger.hit.split.pronoun:
        return False
    return not (event.agents or event.targets or event.objects)


def _singled(event: Event) -> bool:
    """«الهجوم بالمسيّرات الذي أوقف …», «هذا الهجوم»: a clause or «هذا» singles the deed out."""
    v, last = event.view, event.trigger.last
    one = event.trigger.hit.form.number != "pl" and event.type in MEANS
    if one and v.text.is_a("demonstrative", event.trigger.first - 1):
        return True
    plural = event.trigger.hit.form.number == "pl"
    feminine = plural or v.text.words[last - 1].key.endswith(("ه", "ات"))
    other = "الذي" if feminine else "التي"
    return any(
        v.bounds.get(j) == "relative" and v.text.words[j].key != other
        for j in range(last, min(last + 3, v.sentence.last))
    )


def _aimed(event: Event) -> bool:
    """«القصف على محيط المستشفى», «الهجوم على المدينة»: something that was hit singles it out."""
    return any(
        rule.startswith("prep:علي") and (chunk.kind in ("place", "object") or chunk.proper)
        for _, chunk, rule in event.filled
    )


def _tied(event: Event) -> bool:
    """Whether a light verb, a cause, a result or somebody's word about it tells the deed."""
    linked = [o for o in event.siblings if o.cause is event or o is event.cause]
    if any(not _listed(event, o) for o in linked):
        return True
    first = event.trigger.first
    if any(0 <= first - s.last <= _REPORTED and s.source is not None for s in event.said):
        return True
    return any(s.act in _ABOUT_DEEDS for s in event.said) or any(
        rule.startswith("light-verb") for rule in event.rules
    )


def _listed(one: Event, two: Event) -> bool:
    """«القتل والتفجير»: definite nouns in a list are kinds of deeds, not cause and result."""
    a, b = sorted((one.trigger, two.trigger), key=lambda t: t.first)
    return (
        a.hit.split.article
        and b.hit.split.article
        and b.hit.split.conj == "و"
        and b.first - a.last <= 1
    )


def _refers(event: Event, known: set[str]) -> bool:
    """Whether a definite noun may stand for a deed that the report tells."""
    if event.same is not None or event.type in known:
        return True
    return event.type in MEANS and bool(known & MEANS)


def _habit(event: Event) -> bool:
    """An imperfect in a relative clause («الذين يقتلون …») tells what a kind of people does."""
    trigger = event.trigger
    form = trigger.hit.form
    if not trigger.verbal or form.tense != "imperfect" or event.counts or event.time is not None:
        return False
    before = trigger.first - 1
    if event.view.bounds.get(before) != "relative" or preposition_at(event.view, before):
        return False
    return form.number == "pl" or event.type in _MOMENT
