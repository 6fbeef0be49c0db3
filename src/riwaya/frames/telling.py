"""What an event's own words tell of it, beyond its name."""

from __future__ import annotations

from riwaya.frames.events import Event
from riwaya.frames.view import View

INDIRECT = (
    "controlled",
    "place-",
    "doer-of",
    "back-reference",
    "other-side",
    "subject-carried",
    "subject-first",
    "light-verb-subject-first",
    "target-of",
)
"""How the rules begin that fill roles from other words than the event's own."""


def told(event: Event) -> bool:
    """Whether the event's own words name who did it, who suffered, how many or when."""
    own = any(
        not rule.startswith(INDIRECT)
        for role, _, rule in event.filled
        if role in ("agent", "target", "object", "place")
    )
    return own or bool(event.counts)


def placed(event: Event, *, people: bool = True) -> bool:
    """Whether place, time or people of the deed, or a verb that tells it, stand right behind it."""
    v, last = event.view, event.trigger.last
    for j in range(last, min(last + 4, v.sentence.last)):
        trigger = v.trigger_at.get(j)
        if trigger is not None and trigger.verbal:
            return True
        chunk = v.at.get(j)
        if chunk is None:
            if v.bounds.get(j) or not (
                v.text.is_a("preposition", j) or v.text.words[j].key.startswith("ال") or j == last
            ):
                return False
            continue
        return chunk.kind in ("place", "time") or (people and j == last)
    return False


def backdrop(event: Event, start: int) -> bool:
    """Whether a definite noun only says in or after which deed another one, told from word `start`
    on, was («قُتل في الغارة على …»): what doubts or denies that one leaves it as it is."""
    v, trigger = event.view, event.trigger
    split = trigger.hit.split
    if trigger.verbal or not (split.article or told(event)):
        return False
    i = trigger.first - 1
    before = v.text.words[i].key if i >= v.sentence.first else ""
    victims = v.at.get(i)
    if split.article and victims is not None and victims.klass == "victim":
        return True  # «عدد قتلى القصف»
    if split.prep or before not in v.text.roles["backdrop"]:
        return False
    return any(start <= o.trigger.first < i for o in event.siblings)


def noun_too(v: View, event: Event) -> bool:
    """Whether the word of a verb may as well be a verbal noun («سحب», «زرع»)."""
    split, form = event.trigger.hit.split, event.trigger.hit.form
    if split.prep and form.tense == "perfect":
        return True
    if event.passive and _damma(v, event.trigger.first):
        return False  # «خُطف»
    return any(
        h.form.pos == "noun" and not h.split.pronoun
        for h in v.text.infos[event.trigger.first].of("triggers")
    )


def _damma(v: View, i: int) -> bool:
    """Whether the first letter of a word is written with the vowel of a passive."""
    word = v.text.words[i]
    span = v.text.folded.span(word.start, word.end)
    return "\u064f" in span.text[:3]
