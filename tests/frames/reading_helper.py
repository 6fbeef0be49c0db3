"""Sentences read for the tests of the grammar."""

from datetime import date

import riwaya
from riwaya.model import Statement

_DAY = date(2023, 5, 16)


def events(text: str) -> list[Statement]:
    """The event statements of a text, in order."""
    return [s for s in riwaya.read(text, published=_DAY).statements if s.kind == "event"]


def event(text: str, kind: str) -> Statement:
    """The only event of a type in a text."""
    found = [s for s in events(text) if s.type == kind]
    assert len(found) == 1, [(s.type, s.trigger and s.trigger.text) for s in events(text)]
    return found[0]


def sources(text: str, kind: str) -> list[tuple[str, str]]:
    """Source and act of each link that attributes the only event of a type, outermost first."""
    reading = riwaya.read(text, published=_DAY)
    words = {m.id: m.text for m in reading.mentions}
    (found,) = [s for s in reading.statements if s.kind == "event" and s.type == kind]
    return [(words[link.source] if link.source else "", link.act) for link in found.attribution]
