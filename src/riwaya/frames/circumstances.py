"""Where: place phrases given to the event they are said of."""

from __future__ import annotations

from itertools import pairwise

from riwaya.detection.text import Chunk
from riwaya.frames.events import Event
from riwaya.frames.linking import HARM, MEANS
from riwaya.frames.view import View, named_place, narrows

NO_PLACE = frozenset(
    {
        "accusation",
        "condemnation",
        "demand",
        "threat",
        "announcement",
        "support",
        "pressure",
        "appointment",
        "sanction",
        "judgment",
    }
)


def place_events(view: View, events: list[Event]) -> None:
    """Gives every event of a sentence the place phrases that stand nearest to it."""
    candidates = [c for c in view.chunks if _locative(view, c)]
    for event in events:
        if event.places or event.type in NO_PLACE:
            continue
        found = _nearest(view, event, events, candidates)
        if found is not None:
            event.fill("place", named_place(view, found), "place-nearest")
    for event in events:
        if not event.places and event.type not in NO_PLACE:
            _borrow_place(event, events)
    for event in events:
        if not event.places and event.type in _MOVES:
            for chunk in (event.origins or event.destinations)[:1]:
                event.fill("place", chunk, "end-of-movement")
    for before, event in pairwise(events):
        if (
            not event.places
            and event.type not in NO_PLACE
            and _goes_on(event)
            and before.type not in _MOVES
        ):
            for chunk in before.places:
                event.fill("place", chunk, "place-carried-on")

    _share_only_place(view, events, candidates)


def _share_only_place(view: View, events: list[Event], candidates: list[Chunk]) -> None:
    """A sentence that opens with a place, or names a single one, tells of that place."""
    placed = {id(c.best): c for e in events for c in e.places}
    placed |= {id(c.best): c for c in candidates}
    opening = [c for c in candidates if c.first - view.sentence.first <= 2]
    common = opening[:1] or (list(placed.values()) if len(placed) == 1 else [])
    for event in events:
        if not event.places and (event.type in _ARMED or (opening and event.type not in NO_PLACE)):
            for chunk in common:
                event.fill("place", chunk, "place-opening" if opening else "place-only")


_ARMED = HARM | MEANS
_MOVES = frozenset({"withdrawal", "flight", "displacement", "deployment"})


def _goes_on(event: Event) -> bool:
    """Whether the deed is joined to the one before it in the sentence."""
    v, i = event.view, event.trigger.first
    split = event.trigger.hit.split
    return (
        bool(split.conj)
        or bool(split.pronoun)
        or (i > v.sentence.first and v.text.is_a("conjunction", i - 1))
    )


def _locative(v: View, chunk: Chunk) -> bool:
    """A place phrase that says where, and not one that narrows the place before it."""
    if chunk.kind != "place":
        return False
    prep = v.preposition(chunk)
    roles = v.text.roles
    if prep:
        if prep not in roles["locative"]:
            return False
    elif chunk.klass not in ("near", "compass") and not (
        chunk.table == "place_heads" and chunk.conj
    ):
        return False
    return not narrows(v, chunk)


def _nearest(v: View, event: Event, events: list[Event], candidates: list[Chunk]) -> Chunk | None:
    """The first place phrase after the trigger in its clause; else the last one before it."""
    limit = clause_end(v, event, events)
    for chunk in candidates:
        if event.trigger.first < chunk.first < limit:
            return chunk
    start = clause_start(v, event, events)
    for chunk in reversed(candidates):
        region = chunk.table == "regions" and not v.preposition(chunk)
        if start <= chunk.first < event.trigger.first and not region:
            return chunk  # a bare «شمالي كذا» is of the deed before it
    return None


def clause_end(v: View, event: Event, events: list[Event]) -> int:
    """The word at which the clause of the next deed begins."""
    for other in events:
        if (
            other.trigger.first > event.trigger.first
            and other.trigger.verbal
            and other.cause is not event
            and event.cause is not other
        ):
            return other.trigger.first
    return v.sentence.last


def clause_start(v: View, event: Event, events: list[Event]) -> int:
    """The first word behind the verb of the deed before."""
    start = v.sentence.first
    for other in events:
        if other is event or other.trigger.first >= event.trigger.first:
            continue
        if other.trigger.verbal and other.cause is not event and event.cause is not other:
            start = max(start, other.trigger.last)
    return start


def _borrow_place(event: Event, events: list[Event]) -> None:
    """The consequence has the place of its cause, and the cause that of its consequence."""
    linked = [event.cause] if event.cause else []
    linked += [
        o for o in events if o.cause is event or (o.cause is not None and o.cause is event.cause)
    ]
    for other in linked:
        if other is not event and other.places:
            for chunk in other.places:
                event.fill("place", chunk, "place-of-cause")
            return
