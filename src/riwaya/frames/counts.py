"""Figures: how many people a deed did what to, and which count is part of which."""

from __future__ import annotations

from typing import get_args

from riwaya.detection.text import Chunk
from riwaya.frames.events import Count, Event
from riwaya.frames.view import AMONG
from riwaya.model import FigureKind

_FIGURES: dict[str, FigureKind] = {name: name for name in get_args(FigureKind)}
_KINDS: dict[str, FigureKind] = {
    "killing": "killed", "assassination": "killed", "execution": "killed", "injury": "wounded",
    "arrest": "arrested", "abduction": "abducted", "displacement": "displaced",
}  # fmt: skip


def count_events(events: list[Event]) -> None:
    """Adds the figures of every event whose targets are counted."""
    for event in events:
        kind = _FIGURES.get(event.trigger.row["figure"]) or _KINDS.get(event.type)
        if kind is None:
            continue
        for chunk in event.targets:
            count = figure(kind, chunk)
            if count is not None:
                event.counts.append(count)
                _add_parts(event, count, chunk)


def figure(kind: FigureKind, chunk: Chunk) -> Count | None:
    """The figure that a noun phrase of people gives: its number, its dual, or one."""
    number = chunk.count
    if number is not None:
        if number.kind in ("ordinal", "fraction", "percent") or chunk.kind == "object":
            return None
        return Count(kind, number.low, number.high, number.approximate, chunk, number=number)
    if (
        chunk.proper
        or chunk.name is not None
        or chunk.pronoun
        or chunk.definite
        or chunk.table not in ("people", "posts")
    ):
        return None
    if chunk.number == "du":
        return Count(kind, 2, 2, False, chunk)
    if chunk.number == "sg" and chunk.kind == "person":
        return Count(kind, 1, 1, False, chunk)
    return None


def _add_parts(event: Event, whole: Count, chunk: Chunk) -> None:
    """The counts of parts behind a whole («14 شخصاً بينهم ثلاثة أطفال وامرأتان»)."""
    v = event.view
    inside = False
    for other in v.chunks:
        if other.first < chunk.last:
            continue
        if v.preposition(other) == AMONG:
            inside = True
        elif not (inside and other.conj == "و"):
            if other.first - chunk.last > 3 or inside:
                return
            continue
        count = figure(whole.kind, other)
        if count is not None:
            count.part_of = whole
            event.counts.append(count)
