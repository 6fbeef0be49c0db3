"""Hashtags inside sentences («في بلدة #نوى»), where `#` stands between words and is none.

Takes: text. Gives: the offsets of such `#`. Never: those of a row of hashtags, which is no part of
a sentence («#سوريا #درعا»), but for one that words lead up to («في #نوى #درعا»); nor one alone in
its line.
"""

from __future__ import annotations

import re
from itertools import pairwise

_TAG = re.compile(r"#(?=[^\W\d_])[^\s#]*")
_APART = re.compile(r"[ |،,]*")
_WORD_BEFORE = re.compile(r"\w ?")
_ALONE = re.compile(r"[ \t]*(?:\n|\Z)")


def within_sentences(text: str) -> list[int]:
    """Offsets of each `#` before a word that belongs to a sentence, in order."""
    tags = [match.span() for match in _TAG.finditer(text)] if "#" in text else []
    apart = set()
    for (one, end), (other, _) in pairwise(tags):
        if _APART.fullmatch(text, end, other):
            apart |= {other} if _led_up_to(text, one) else {one, other}
    return [start for start, end in tags if start not in apart and not _alone(text, start, end)]


def _led_up_to(text: str, start: int) -> bool:
    return _WORD_BEFORE.fullmatch(text, max(start - 2, 0), start) is not None


def _alone(text: str, start: int, end: int) -> bool:
    i = start
    while i > 0 and text[i - 1] in " \t":  # never back to the line's start: lines may be endless
        i -= 1
    return (i == 0 or text[i - 1] == "\n") and _ALONE.match(text, end) is not None
