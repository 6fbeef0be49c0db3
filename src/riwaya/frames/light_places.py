"""Where and what a verb that carries a deed says was hit: «شهدت المدينة اشتباكات», «طال القصف
البلدة», «هز انفجار العاصمة»."""

from __future__ import annotations

from riwaya.detection.analysis import Hit
from riwaya.detection.text import Chunk
from riwaya.frames.arguments import right
from riwaya.frames.events import Event
from riwaya.frames.fill import fill
from riwaya.frames.view import adverbial

OF_EVENT = frozenset({"event", "hit", "shaken"})
"""What `light_verbs` says of verbs whose subject is the event itself."""
OBJECT = {"hit": "target", "shaken": "place"}
"""Of such verbs that have an object, what that is to the event."""


def hits(verb: Hit, where: str) -> bool:
    """Whether a light verb before the deed's noun has an object behind it."""
    return where == "before" and verb.form.row["subject"] in OBJECT


def fill_light_places(event: Event, hit: Hit, j: int) -> None:
    """Roles of a place by the verb at word `j`, which stands before the deed's noun."""
    role = hit.form.row["subject"]
    if role == "place":
        found = _subject(event, j)
        if found is not None:
            event.fill("place", found, "light-verb-place")
    elif role in OBJECT and not (event.targets or event.objects):
        found = _object(event)
        if found is not None:
            fill(event, OBJECT[role], found, "light-verb-object")


def _subject(event: Event, j: int) -> Chunk | None:
    """The place that the verb is said of, behind it or right before it."""
    v = event.view
    for a in right(v, j + 1, stop=event.trigger.first):
        if not a.prep and a.chunk.kind != "time":
            return a.chunk if a.chunk.kind == "place" else None
    before = j - 1
    while before > v.sentence.first and v.text.is_a("past_auxiliary", before):
        before -= 1
    chunk = v.at.get(before)
    return (
        chunk if chunk is not None and chunk.kind == "place" and not v.preposition(chunk) else None
    )


def _object(event: Event) -> Chunk | None:
    """What stands bare behind the noun, whose own genitive is filled already."""
    v = event.view
    for a in right(v, event.trigger.last, own=event.trigger.first):
        if a.nested or a.comma:
            return None
        if not a.prep and a.chunk.kind != "time" and not adverbial(v, a.chunk):
            return None if any(c is a.chunk for c in event.agents) else a.chunk
    return None
