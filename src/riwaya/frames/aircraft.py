"""Whose aircraft a phrase names with its deed: «قصفت طائرات أمريكية», «غارة من مسيرة روسية»."""

from __future__ import annotations

from riwaya.detection.text import Chunk
from riwaya.frames.events import Event
from riwaya.frames.fill import FORCES, fill

_TABLES = ("countries", "peoples")


def aircraft_in(event: Event) -> Chunk | None:
    """The noun phrase of aircraft or their force that the last word of a trigger opens."""
    v, trigger = event.view, event.trigger
    if event.type != "airstrike" or trigger.last - trigger.first < 2:
        return None
    chunk = v.at.get(trigger.last - 1)
    opens = chunk is not None and chunk.first == trigger.last - 1 and chunk.klass in FORCES
    return chunk if opens else None


def add_owner_of_aircraft(event: Event) -> None:
    """Makes them the doer, where the phrase says whose they are and nobody else did the deed."""
    chunk = aircraft_in(event) or _come_from(event)
    if chunk is not None and not event.agents and _belongs(event, chunk):
        fill(event, "agent", chunk, "owner-of-aircraft")


def _come_from(event: Event) -> Chunk | None:
    """«غارة من مسيرة إسرائيلية»: the aircraft behind a noun of their deed."""
    v, i = event.view, event.trigger.last
    chunk = v.at.get(i + 1)
    if event.type != "airstrike" or event.trigger.verbal or chunk is None:
        return None
    comes = v.text.is_a("from", i) and chunk.first == i + 1 and chunk.klass == "weapon_system"
    return chunk if comes else None


def _belongs(event: Event, chunk: Chunk) -> bool:
    if chunk.proper or chunk.owner is not None:
        return True
    infos = event.view.text.infos
    return any(
        h.form.pos == "nisba"
        for j in range(chunk.first, chunk.last) for table in _TABLES for h in infos[j].of(table)
    )  # fmt: skip
