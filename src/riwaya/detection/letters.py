"""The spelling key of a word: equal for the spellings that Arabic writers mix freely."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_LOST = (*range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE), 0x0640)
_EGYPTIAN = ("مسئول", "مسؤول")  # one word in two spellings
_DROPPED = {c: None for c in _LOST}
_CARRIERS = tuple(zip("أإآٱؤئىة", "ااااوييه", strict=True))
_TO_KEY = _DROPPED | str.maketrans(dict(_CARRIERS))
_LOST_RUN = re.compile("[\u064b-\u065f\u0670\u06d6-\u06ed\u0640]+")
_LONGEST = 64  # letters of a word whose key is remembered


@lru_cache(maxsize=1 << 17)
def _remembered(word: str) -> str:
    return word.replace(*_EGYPTIAN).translate(_TO_KEY)


def key(word: str) -> str:
    """The word with hamza carriers, ta marbuta and alef maqsura folded, marks and tatweel dropped.

    Length is kept for words that carry no marks, so offsets inside a folded text stay true.
    """
    if len(word) <= _LONGEST:
        return _remembered(word)
    return word.replace(*_EGYPTIAN).translate(_TO_KEY)


def keys_of(words: Iterable[str]) -> list[str]:
    """The keys of many words or phrases without line ends, at a fraction of the cost."""
    text = "\n".join(words).replace(*_EGYPTIAN)
    for letter, plain in _CARRIERS:
        text = text.replace(letter, plain)
    return _LOST_RUN.sub("", text).split("\n") if text else []
