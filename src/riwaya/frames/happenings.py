"""Event statements of one report that tell of one happening."""

from __future__ import annotations

from riwaya.detection.text import Chunk
from riwaya.frames.events import Event

_BACK = 40  # earlier events of a type that one is held against


def happenings(events: list[Event]) -> None:
    """Gives events told again one `happening`: same kind, and nothing that contradicts it.

    An event that is told once has none.
    """
    told: dict[tuple[str, str, str], list[Event]] = {}
    count = 0
    for event in events:
        alike = told.setdefault((event.type, event.realis, event.polarity), [])
        for earlier in alike[: -_BACK - 1 : -1]:
            if event.same is not earlier and not _one(earlier, event):
                continue
            if earlier.happening is None:
                count += 1
                earlier.happening = f"h{count}"
            event.happening = earlier.happening
            break
        alike.append(event)


def _one(a: Event, b: Event) -> bool:
    shared, named = 0, False
    for one, two in ((a.agents, b.agents), (a.targets, b.targets), (_places(a), _places(b))):
        if one and two:
            if not _overlap(one, two, a, b):
                return False
            shared += 1
            named = named or any(c.best.proper for c in one)
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
    return (shared >= 2 and named) or (shared >= 1 and definite)


def _places(event: Event) -> list[Chunk]:
    """Where it happened, else where what it follows from did."""
    return event.places or (event.cause.places if event.cause is not None else [])


def _overlap(one: list[Chunk], two: list[Chunk], a: Event, b: Event) -> bool:
    keys = {_key(c, a) for c in one}
    return any(_key(c, b) in keys for c in two)


def _key(chunk: Chunk, event: Event) -> tuple[str, ...]:
    row = chunk.best.row
    if chunk.best.proper and row:
        return ("row", row.get("name") or row.get("head") or "")
    words = event.view.text.words
    return tuple(w.key for w in words[chunk.best.first : chunk.best.last])
