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


def noun_too(v: View, event: Event) -> bool:
    """Whether the word of a verb may as well be a verbal noun («سحب», «زرع»)."""
    split, form = event.trigger.hit.split, event.trigger.hit.form
    if split.prep and form.tense == "perfect":
        return True
    return any(
        h.form.pos == "noun" and not h.split.pronoun
        for h in v.text.infos[event.trigger.first].of("triggers")
    )
