"""«لم تقع في المدينة بل في ريفها», «لم يقتل اليوم، بل قبل أسبوعين»: what «بل» puts in its place."""

from __future__ import annotations

from riwaya.detection.text import Chunk
from riwaya.frames.events import Event
from riwaya.frames.view import View
from riwaya.model import Negated

_FAR = 22  # words between the deed and «بل»
_NEXT = 3  # words between «بل» and what is so
_HIT = frozenset({"علي", "ضد", "نحو", "باتجاه", "صوب"})


def corrected(event: Event) -> Negated | None:
    """The part of a negated deed that the words behind «بل» are of."""
    if event.polarity != "negative" or event.negates != "event":
        return None
    v, last = event.view, event.trigger.last
    for k in range(last, min(last + _FAR, v.sentence.last)):
        if v.bounds.get(k) == "stop":
            return None
        if v.text.is_a("rather", k):
            return _part(event, k)
    return None


def _part(event: Event, k: int) -> Negated | None:
    v = event.view
    near = range(k + 1, min(k + 1 + _NEXT, v.sentence.last))
    if any(j in v.text.times for j in near) or (near and v.text.is_a("later_than", k + 1)):
        return "time"
    if event.targets and any(_other_victim(event, o, k) for o in event.siblings):
        return "target"
    if any(j in v.trigger_at and v.trigger_at[j].verbal for j in range(k + 1, k + 1 + _NEXT)):
        return None  # «بل قُتل …»: another deed
    chunk = next((c for c in v.chunks if k < c.first <= k + _NEXT), None)
    if chunk is None:
        return _counted(v, k)
    if chunk.kind == "time":
        return "time"
    if chunk.kind == "place" and v.preposition(chunk) not in _HIT:
        return "target" if _was_hit(event) and not v.preposition(chunk) else "place"
    if chunk.kind == "quantity" or (event.counts and chunk.count is not None):
        return "figure"
    return "target" if event.trigger.verbal or event.targets or _aimed(v, chunk) else None


def _other_victim(event: Event, other: Event, k: int) -> bool:
    """«لم تعتقل فلاناً، وإنما احتجزت شقيقه»: the same deed, done to somebody else."""
    verb = other.trigger.verbal and k < other.trigger.first <= k + _NEXT
    return verb and other.type == event.type and bool(other.targets)


def _counted(v: View, k: int) -> Negated | None:
    """«لم يعتقل خمسون شاباً … بل سبعة»: a bare number."""
    return "figure" if any(j in v.text.numbers for j in range(k + 1, k + 1 + _NEXT)) else None


def _aimed(v: View, chunk: Chunk) -> bool:
    return v.preposition(chunk) in _HIT


def _was_hit(event: Event) -> bool:
    return any("place-hit" in rule for rule in event.rules)
