"""What a negative statement of a text denies, for the tests of this folder."""

from __future__ import annotations

from tests.frames.reading_helper import events

from riwaya.model import Statement


def last_of(text: str, kind: str) -> Statement:
    """The last event of a type in a text."""
    found = [s for s in events(text) if s.type == kind]
    assert found, [(s.type, s.trigger and s.trigger.text) for s in events(text)]
    return found[-1]


def denied(text: str, kind: str) -> str:
    """What the last event of a type denies, and by which rule of the folder («agent cleft»).

    Only the part where no rule of the folder spoke; empty for what is told as done.
    """
    found = last_of(text, kind)
    if found.polarity == "positive":
        return ""
    rules = [r.partition(":")[2] for r in found.rules if r.startswith("denied:")]
    return " ".join([str(found.negates), *rules])
