"""Relations that sentences state: who leads, belongs to, is kin of, comes from, holds what.

Takes: the sentences read, with their noun phrases. Gives: ties of relation_types. Never: infers a
relation from a deed.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.detection.text import Chunk
from riwaya.frames.relations.cued import cued
from riwaya.frames.relations.listed import listed
from riwaya.frames.relations.origins import origins
from riwaya.frames.relations.owned import owned
from riwaya.frames.relations.positions import positions
from riwaya.frames.relations.possessed import possessed
from riwaya.frames.relations.validity import qualify
from riwaya.frames.ties import Tie
from riwaya.frames.view import View

__all__ = ["find_relations"]


def find_relations(views: Sequence[View]) -> list[Tie]:
    """The relations of a report, in order, each once."""
    found: list[Tie] = []
    seen: set[tuple[object, ...]] = set()
    for n, v in enumerate(views):
        for tie in (
            *owned(v),
            *possessed(views, n),
            *listed(views, n),
            *cued(v),
            *origins(v),
            *positions(v),
        ):
            ends = [end.best for _, end in tie.ends if isinstance(end, Chunk)]
            key = (tie.type, *((c.first, c.last) for c in ends))
            if key not in seen and key[1] != key[2]:
                seen.add(key)
                found.append(qualify(tie))
    return found
