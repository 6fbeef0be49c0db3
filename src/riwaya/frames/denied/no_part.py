"""«لا علاقة لقواتنا … بالهجوم», «ليست لنا أي يد في الغارة»: somebody had no part in a deed."""

from __future__ import annotations

from riwaya.frames.clauses import preposition_at
from riwaya.frames.events import Event
from riwaya.frames.telling import noun_too
from riwaya.frames.view import View
from riwaya.model import Negated

_FAR = 9  # words between the word for a part and the deed
_NEAR = 5  # words between the negation and the word for a part
_TAKEN = frozenset({"ب", "في", "عن"})


def no_part(event: Event) -> Negated | None:
    """The doer, where a part in the deed is denied and not the deed."""
    v, trigger = event.view, event.trigger
    if trigger.verbal and not noun_too(v, event):
        return None
    if preposition_at(v, trigger.first, trigger.hit.split.prep) not in _TAKEN:
        return None
    for k in range(trigger.first - 1, max(trigger.first - _FAR, v.sentence.first) - 1, -1):
        if v.bounds.get(k) in ("stop", "contrast", "relative") or k in v.trigger_at:
            return None
        if v.text.is_a("part_in", k):
            denied = event.polarity == "negative" and "denial" in event.rules
            return "agent" if denied or _negated(v, k) else None
    return None


def _negated(v: View, k: int) -> bool:
    """Whether «لا», «ليس», «لم يكن» or «ألا» stands before the word for a part."""
    for j in range(k - 1, max(k - _NEAR, v.sentence.first) - 1, -1):
        if v.bounds.get(j) in ("stop", "contrast") or j in v.trigger_at:
            return False
        plain = v.text.is_a("negation", j) and (j == k - 1 or v.text.is_a("being", j + 1))
        if plain or v.text.is_a("not_being", j) or v.text.words[j].text == "ألا":
            return True
    return False
