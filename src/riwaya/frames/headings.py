"""Digests: the day and the place that a heading gives to the deeds told under it.

«حصيلة يوم الثلاثاء 14 حزيران», «درعا:» and then a line a deed.
"""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.detection.text import Chunk
from riwaya.frames.circumstances import NO_PLACE
from riwaya.frames.events import Event
from riwaya.frames.view import View

_HEADINGS = frozenset({"heading", "title"})
_DAY = frozenset({"day", "part"})


@dataclass(slots=True)
class Heading:
    """The day and the place of the headings read last; a new day ends the place."""

    time: Chunk | None = None
    place: Chunk | None = None

    def follow(self, v: View, events: list[Event]) -> None:
        """Takes what a heading says, or gives it to the deeds of a sentence that says no other."""
        if v.sentence.kind in _HEADINGS:
            if not events:
                self._take(v)
            return
        placed = any(c.kind == "place" for c in v.chunks)
        for event in events:
            if event.time is None and event.same is None:
                event.time = self.time
            if self.place is not None and not placed and _new(event):
                event.fill("place", self.place, "place-of-heading")

    def _take(self, v: View) -> None:
        times = [c for c in v.chunks if c.time and c.time.granularity in _DAY]
        places = [c for c in v.chunks if c.kind == "place" and c.proper]
        if times:
            self.time, self.place = times[0], None
        if len(places) == 1 and _all_of_it(v, places[0]):
            self.place = places[0]
        elif not times:
            self.place = None


def _new(event: Event) -> bool:
    """Whether a deed is told here for the first time («هجوم», not «الهجوم»), and has a place."""
    told = [e.trigger.hit.split.article for e in (event, event.cause) if e is not None]
    return event.type not in NO_PLACE and not any(told)


def _all_of_it(v: View, place: Chunk) -> bool:
    """Whether a heading names a place and nothing else."""
    words = v.text.words
    return all(
        place.first <= i < place.last or not words[i].key[0].isalnum()
        for i in range(v.sentence.first, v.sentence.last)
    )
