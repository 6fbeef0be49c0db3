"""Noun phrases behind a word that ranges over them («أحد المهاجمين», «عدد من المدنيين»)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from riwaya.detection.text import Chunk, Text

Parse = Callable[[Text, int, int], Chunk | None]


def parse_ranged(text: Text, i: int, end: int, parse: Parse) -> Chunk | None:
    """The noun phrase of people that opens with a ranging word at `i`."""
    cut = text.facts[i].ranging
    if cut is None or i + 1 >= end:
        return None
    one = text.words[i].key[cut:] in text.roles["one_of"]
    j = i + 1
    part_of = text.is_a("from", j)
    if part_of:
        j += 1
    inner = parse(text, j, end) if j < end else None
    if inner is None or inner.prep or inner.conj or inner.count:
        return None
    if inner.kind not in ("group", "person") or (inner.proper and not part_of):
        return None
    if one and inner.number == "sg" and inner.table == "people":
        return None
    word = text.words[i]
    marks = word.key[:cut]
    return replace(
        inner, first=i, start=word.start + cut, head=i, kind="person" if one else "group",
        number="sg" if one else "pl", proper=False, name=None, definite=True, owner=inner,
        inner=[inner], conj=marks[0] if marks[:1] in ("و", "ف") and marks else "",
        prep=marks[-1] if marks[-1:] in ("ب", "ل", "ك") and marks else "", rule="ranged",
    )  # fmt: skip
