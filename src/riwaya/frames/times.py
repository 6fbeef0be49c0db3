"""When: each time phrase of a sentence given to the deeds it is said of."""

from __future__ import annotations

from itertools import pairwise

from riwaya.detection.prepare import COMMON_VERB
from riwaya.detection.text import Chunk
from riwaya.frames.circumstances import clause_end, clause_start
from riwaya.frames.clauses import COMMAS, comma_between, stopped
from riwaya.frames.events import Event
from riwaya.frames.linking import HARM, MEANS
from riwaya.frames.view import View


def time_events(view: View, events: list[Event], *, unknown: bool = False) -> None:
    """Gives every event of a sentence the time phrase that stands nearest to it.

    `unknown`: times whose days nobody can tell, as «أمس» in a report without its day.
    """
    times = [c for c in view.chunks if c.time and (unknown or c.time.earliest is not None)]
    if not times:
        return
    for event in events:
        event.time = event.time or _own(view, event, events, times)
    for event in events:
        if event.time is None:
            linked = [event.cause] if event.cause else [o for o in events if o.cause is event]
            event.time = next((o.time for o in linked if o and o.time), None)
    _share(view, events)


def _own(v: View, event: Event, events: list[Event], times: list[Chunk]) -> Chunk | None:
    limit = clause_end(v, event, events)
    i = event.trigger.first
    for chunk in times:
        if i < chunk.first < limit and not (_of_next(v, event, chunk, events)
                                            or _of_other_verb(v, event, chunk)):  # fmt: skip
            return chunk
    start = clause_start(v, event, events)
    before = [c for c in times if start <= c.first < i]
    return before[-1] if before else None


def _of_next(v: View, event: Event, time: Chunk, events: list[Event]) -> bool:
    """Whether a time opens the clause of the next deed: «…، وفي أغسطس قُتل فلان»."""
    following = next((e for e in events if e.trigger.verbal and e.trigger.first >= time.last), None)
    if following is None or following is event or following.cause is event:
        return False
    opening = _opens_with(v, time)
    return (
        opening > event.trigger.last
        and v.text.words[opening - 1].text in COMMAS
        and not comma_between(v, time.last, following.trigger.first)
        and following.trigger.first - time.last <= _NEAR
    )


_NEAR = 2  # words between a time that opens a clause and the verb of the clause


def _opens_with(v: View, time: Chunk) -> int:
    """The first word of a time with its preposition."""
    i = time.first
    if i > v.sentence.first and v.text.is_a("preposition", i - 1):
        return i - 1
    before = v.text.words[i - 1].key if i > v.sentence.first else ""
    return i - 1 if before[:1] in ("و", "ف") and before[1:] in v.text.roles["in"] else i


def _of_other_verb(v: View, event: Event, time: Chunk) -> bool:
    """Whether «منذ …» belongs to a verb that stands between («… عن مدينة يسيطر عليها منذ 2018»)."""
    if time.time is None or time.time.granularity != "span":
        return False
    return any(_other_verb(v, event, i) for i in range(event.trigger.last, time.first))


def _other_verb(v: View, event: Event, i: int) -> bool:
    if i in v.at or i in v.trigger_at:
        return False
    info = v.text.infos[i]
    listed = any(
        h.form.pos == "verb" and not h.split.prep
        for t in ("reporting", "relation_cues", "modality") for h in info.of(t)
    )  # fmt: skip
    return listed or v.text.words[i].key in v.text.roles[COMMON_VERB]


def _share(v: View, events: list[Event]) -> None:
    """Deeds joined by «و» and harms of one blow have one time: «قُتل اثنان وأصيب ستة، الاثنين»."""
    for one, two in pairwise(events):
        if stopped(v, one.trigger.last, two.trigger.first) or not _joined(two):
            continue
        if two.time is None and one.time is not None and one.time.first < two.trigger.first:
            two.time = one.time
        elif one.time is None and two.time is not None and {one.type, two.type} <= HARM | MEANS:
            one.time = two.time


def _joined(event: Event) -> bool:
    return event.trigger.verbal and event.trigger.hit.split.conj == "و"
