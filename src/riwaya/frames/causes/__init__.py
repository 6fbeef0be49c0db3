"""Why, and what for: causes and aims that sentences state between deeds, or of a deed.

Takes: the sentences read, with their events. Gives: ties `because_of` and `in_order_to`; in both
the role `cause` is what brings about, the deed done for an aim included, and `effect` what comes
of it, or the aim. Never: takes mere sequence for a cause.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from riwaya.frames.causes.aims import purposes
from riwaya.frames.causes.cued import cued
from riwaya.frames.causes.results import consequences, results
from riwaya.frames.events import Event
from riwaya.frames.ties import End, Tie
from riwaya.frames.view import View

__all__ = ["find_causes"]


def find_causes(views: Sequence[View], events: Sequence[Event]) -> list[Tie]:
    """The causes and aims of a report, each pair of ends once, in order."""
    found: list[Tie] = []
    seen: set[tuple[int, int]] = set()
    inside: defaultdict[int, list[Event]] = defaultdict(list)
    for event in events:
        inside[id(event.view)].append(event)
    for v in views:
        own = inside[id(v)]
        if not own:
            continue
        stated = [*cued(v, own), *purposes(v, own)]
        explained = {id(dict(t.ends)["effect"]) for t in stated if t.type == "because_of"}
        more = [t for t in results(v, own) if id(dict(t.ends)["effect"]) not in explained]
        for tie in (*stated, *more, *consequences(v, own)):
            one, two = (_place(end) for _, end in tie.ends)
            if one != two and not {(one, two), (two, one)} & seen:
                seen.add((one, two))
                found.append(_with_realis(tie))
    return found


def _place(end: End) -> int:
    """The first word of an end; ends at one word are one."""
    return end.trigger.first if isinstance(end, Event) else end.first


def _with_realis(tie: Tie) -> Tie:
    """A tie of what is only planned, possible or denied is no more real than its ends."""
    cause, effect = (end for _, end in tie.ends)
    real = (cause,) if tie.type == "in_order_to" else (effect, cause)
    for end in real:
        if isinstance(end, Event):
            if tie.realis == "actual" and end.realis != "actual":
                tie.realis = end.realis
            if end.polarity == "negative" and end.negates == "event":
                tie.polarity, tie.negates = "negative", "event"
    return tie
