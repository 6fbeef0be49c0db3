"""«مقرات للحركة في تياغلو», «مواقع قسد في محيط كذا»: where a group keeps its positions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from riwaya.detection.chunker import parse
from riwaya.detection.text import Chunk
from riwaya.frames.relations.owned import is_body
from riwaya.frames.ties import Tie, relation
from riwaya.frames.view import View

_PLACED = frozenset({"في", "ب", "داخل", "قرب"})


def positions(v: View) -> Iterator[Tie]:
    """The places in which the positions of groups are said to be."""
    for one, place in pairwise(v.chunks):
        owner = one.owner or _named(v, one)
        kept = v.text.is_a("position", one.head) and owner is not None and is_body(owner)
        if not kept or owner is None or place.kind != "place" or place.first - one.last > 1:
            continue
        if place.prep in _PLACED or v.preposition(place) in _PLACED or place.klass == "compass":
            yield relation("present_in", v, owner, place, (one.head, one.head + 1), "positions")


def _named(v: View, position: Chunk) -> Chunk | None:
    """«مواقع قسد»: the group by whose name a position is called."""
    first = position.head + 1
    if not v.text.is_a("position", position.head) or first >= position.last:
        return None
    found = parse(v.text, first, v.sentence.last)
    whole = found is not None and found.kind == "group" and found.last == position.last
    return found if whole else None
