"""What a negative statement denies: the event, or only its doer, target, figure, place or time.

Takes: the events of a sentence with polarity and sources. Gives: their `negates`, and negative
polarity where a part is denied by other words than a negation of the deed. One rule a file.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.frames.denied.clefts import cleft
from riwaya.frames.denied.corrections import corrected
from riwaya.frames.denied.known import known_deed
from riwaya.frames.denied.no_part import no_part
from riwaya.frames.denied.predicates import misdirected, misplaced, untrue
from riwaya.frames.denied.tolls import miscounted
from riwaya.frames.events import Event
from riwaya.model import Negated

_RULES = (no_part, cleft, misplaced, misdirected, untrue, miscounted, corrected)


def denied_parts(events: Sequence[Event], earlier: Sequence[Event] = ()) -> None:
    """Sets which part of each event of a sentence is denied; the first rule that speaks decides.

    `earlier` are the events of the sentences before, some of which may be told as done.
    """
    for event in events:
        for rule in _RULES:
            if _denied(event, rule(event), rule.__name__):
                break
        else:
            _denied(event, known_deed(event, earlier), "known_deed")


def _denied(event: Event, part: Negated | None, rule: str) -> bool:
    if part is None:
        return False
    event.polarity, event.negates = "negative", part
    event.rules.append(f"denied:{rule}")
    if "any-deed" in event.rules or (part == "agent" and event.realis == "possible"):
        event.realis = "actual"
    return True
