"""Whom a possessive pronoun stands for: «قائدها», «ابنه», «مقاتليهم»."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from riwaya.detection.text import Chunk
from riwaya.frames.view import View

_PLURAL = frozenset({"هم", "هن", "هما"})
_SENTENCES = 2  # before its own that a pronoun reaches back
Fits = Callable[[Chunk], bool]


def antecedent(
    views: Sequence[View], n: int, i: int, pronoun: str, fits: Fits
) -> tuple[View, Chunk] | None:
    """The nearest noun phrase before word `i` of sentence `n` that a pronoun may stand for.

    In its own sentence the nearest; in one before, the first, whom the sentence is about.
    """
    v = views[n]
    for chunk in _backwards(v, i):
        if fits(chunk) and agrees(chunk, pronoun):
            return v, chunk.best if chunk.kind == "person" else chunk
    for back in views[max(0, n - _SENTENCES) : n][::-1]:
        for chunk in back.chunks:
            if fits(chunk) and agrees(chunk, pronoun):
                return back, chunk.best if chunk.kind == "person" else chunk
    return None


def _backwards(v: View, i: int) -> Iterator[Chunk]:
    for chunk in reversed(v.chunks):
        if chunk.last <= i:
            yield chunk
            if chunk.owner is not None:
                yield chunk.owner


def agrees(chunk: Chunk, pronoun: str) -> bool:
    """Whether a pronoun may stand for a noun phrase: one man, a woman or body, several."""
    plural = chunk.number != "sg" or chunk.count is not None
    if pronoun in _PLURAL:
        return plural or (chunk.kind == "group" and chunk.table in ("people", "sources"))
    if pronoun == "ها":
        return chunk.gender == "f" or (chunk.kind == "group" and plural)
    if pronoun == "ه":
        return not plural and chunk.gender != "f"
    return False
