"""«لكنه لم يُقتل يوم الجمعة»: of a deed that the report tells, only what is added is denied."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.frames.events import Event
from riwaya.model import Negated

_NEAR = 4  # words behind the verb in which what is denied stands
_DEATHS = frozenset({"killing", "assassination", "execution"})


def known_deed(event: Event, earlier: Sequence[Event]) -> Negated | None:
    """The time, place or target of a negated verb whose deed was told as done before."""
    if event.polarity != "negative" or event.negates != "event" or not event.trigger.verbal:
        return None
    if "denial" in event.rules:
        return None  # «ونفى … قصف الحاجز»
    if not any(_told(event, other) for other in earlier):
        return None
    v, last = event.view, event.trigger.last
    for chunk in v.chunks:
        if not last <= chunk.first <= last + _NEAR:
            continue
        if chunk.kind in ("time", "place"):
            return "time" if chunk.kind == "time" else "place"
        if chunk.first > last and any(chunk is t for t in event.targets):
            return "target"
    return None


def _told(event: Event, other: Event) -> bool:
    same = other.type == event.type or {other.type, event.type} <= _DEATHS
    return same and other.realis == "actual" and other.polarity == "positive"
