"""Event statements of one report that tell of one happening."""

from __future__ import annotations

from riwaya.detection.text import Chunk
from riwaya.frames.events import Event


def happenings(events: list[Event]) -> None:
    """Marks an event told again: same kind, same doer, target, place, time, figure if given."""
    told: list[Event] = []
    for event in events:
        for earlier in reversed(told):
            if _one(earlier, event):
                event.same = earlier.same or earlier
                break
        told.append(event)


def _one(a: Event, b: Event) -> bool:
    if a.type != b.type or a.realis != b.realis or a.polarity != b.polarity:
        return False
    shared = 0
    for one, two in ((a.agents, b.agents), (a.targets, b.targets), (a.places, b.places)):
        if one and two:
            if not _overlap(one, two, a, b):
                return False
            shared += 1
    if a.time and b.time and a.time.time and b.time.time:
        first, second = a.time.time, b.time.time
        if first.earliest and second.latest and second.earliest and first.latest:
            if first.earliest > second.latest or second.earliest > first.latest:
                return False
            shared += 1
    if (
        a.counts
        and b.counts
        and (a.counts[0].low, a.counts[0].high) != (b.counts[0].low, b.counts[0].high)
    ):
        return False
    definite = b.trigger.hit.split.article or bool(b.trigger.hit.split.pronoun)
    return shared >= 2 or (shared >= 1 and definite)


def _overlap(one: list[Chunk], two: list[Chunk], a: Event, b: Event) -> bool:
    keys = {_key(c, a) for c in one}
    return any(_key(c, b) in keys for c in two)


def _key(chunk: Chunk, event: Event) -> tuple[str, ...]:
    row = chunk.best.row
    if chunk.best.proper and row:
        return ("row", row.get("name") or row.get("head") or "")
    words = event.view.text.words
    return tuple(w.key for w in words[chunk.best.first : chunk.best.last])
