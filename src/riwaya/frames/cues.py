"""Cues of saying and of modality in a sentence: which words they are and what they govern."""

from __future__ import annotations

from typing import NamedTuple

from riwaya.detection.analysis import Hit
from riwaya.frames.triggers import match_rest
from riwaya.frames.view import View
from riwaya.model import Row


class Cue(NamedTuple):
    """A cue over the words `first` to `last` (exclusive)."""

    first: int
    last: int
    row: Row
    hit: Hit

    @property
    def complements(self) -> tuple[str, ...]:
        """What introduces the content: clause:أن, masdar, prep:ب, next-verb, object, noun, source …"""
        return tuple(self.row["complement"].split("|"))


def cues(v: View, table: str) -> list[Cue]:
    """The cues of a table in a sentence, the longest at each word."""
    found: list[Cue] = []
    i = v.sentence.first
    while i < v.sentence.last:
        best = None
        for hit in v.text.infos[i].of(table):
            if not _plausible(v, i, hit):
                continue
            ends = match_rest(v, i, hit.form.rest)
            if ends and ends[1] is None and (best is None or ends[0] > best.last):
                best = Cue(i, ends[0], hit.form.row, hit)
        if best:
            found.append(best)
        i = best.last if best else i + 1
    return found


def _plausible(v: View, i: int, hit: Hit) -> bool:
    form, split = hit.form, hit.split
    if form.pos == "verb" and not split.cuts and v.text.infos[i].key in v.text.function_keys:
        return False
    chunk = v.at.get(i)
    if chunk is not None and (chunk.proper or chunk.kind in ("time", "place")) and i < chunk.last:
        return False
    if form.pos == "verb":
        return split.cuts - bool(split.pronoun) <= 2 and not (chunk and chunk.last - chunk.first > 1)
    return not (split.pronoun and form.table == "modality")
