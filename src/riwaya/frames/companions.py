"""Those who suffered a deed with its victim: «قُتل فلان مع اثنين من مرافقيه»."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.detection.text import Chunk
from riwaya.frames.events import Event
from riwaya.frames.fill import fill
from riwaya.frames.view import View

_REACH = 12
_PEOPLE = ("person", "group", "quantity")


def add_companions(v: View, events: Sequence[Event]) -> None:
    """Makes counted people behind «مع», «برفقة» targets of a deed that has one person as target.

    What stands between must tell of no other deed: «قُتل في اشتباكات مع ثلاثة» is none.
    """
    for event in events:
        if not event.trigger.row["figure"] or not any(t.kind == "person" for t in event.targets):
            continue
        for chunk in _beside(v, event.trigger.last):
            fill(event, "target", chunk, "companion")


def _beside(v: View, start: int) -> list[Chunk]:
    for i in range(start, min(start + _REACH, v.sentence.last - 1)):
        if i in v.trigger_at or v.bounds.get(i) in ("stop", "that", "relative", "contrast"):
            return []
        if v.text.is_a("companion", i):
            chunk = v.at.get(i + 1)
            counted = chunk is not None and chunk.first == i + 1 and chunk.count is not None
            return [chunk] if chunk and counted and chunk.kind in _PEOPLE else []
    return []
