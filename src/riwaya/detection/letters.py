"""The spelling key of a word: equal for the spellings that Arabic writers mix freely."""

from __future__ import annotations

from functools import lru_cache

_DROPPED = {c: None for c in (*range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE), 0x0640)}
_TO_KEY = _DROPPED | str.maketrans("أإآٱؤئىة", "ااااوييه")


@lru_cache(maxsize=1 << 17)
def key(word: str) -> str:
    """The word with hamza carriers, ta marbuta and alef maqsura folded, marks and tatweel dropped.

    Length is kept for words that carry no marks, so offsets inside a folded text stay true.
    """
    return word.translate(_TO_KEY)
