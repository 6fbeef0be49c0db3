"""Victim nouns: words that are the deed and those who suffered it («أربعة قتلى»)."""

from __future__ import annotations

from riwaya.detection.text import Chunk
from riwaya.frames.arguments import right
from riwaya.frames.events import Event
from riwaya.frames.fill import fill_prepositions
from riwaya.frames.nouns import light_before, light_roles


def read_victims(event: Event, chunk: Chunk) -> None:
    """The phrase itself is the target; agent phrases behind it name the doer."""
    one = chunk.number == "sg" and chunk.kind == "person" and _beside_another(event, chunk)
    if chunk.count is not None or chunk.last - chunk.first > 1 or one:
        event.fill("target", chunk, "victim-noun")
    light = light_before(event)
    if light:
        light_roles(event, *light, stop=chunk.first)
    fill_prepositions(event, [a for a in right(event.view, chunk.last) if a.prep])


def _beside_another(event: Event, chunk: Chunk) -> bool:
    """«قتيل وجريحان», «جريحان وقتيل»: one of two victim nouns side by side."""
    if chunk.definite or event.view.preposition(chunk):
        return False  # «بين قتيل وجريح»
    v = event.view
    before, after = v.at.get(chunk.first - 1) if chunk.conj else None, v.at.get(chunk.last)
    if before is not None and v.preposition(before):
        return False
    return any(c is not None and c.klass == "victim" for c in (before, after))
