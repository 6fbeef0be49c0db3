"""Words broken up to slip past moderation («قـ.ـتـ.ل», «د*اعش»): which separators to take out.

Initials («ع.م»), abbreviations («أ.ف.ب»), titles («د.محمد») and two words without a space
(«انتهى.وقال») look much the same and must stay. What decides is the separator, how short the
pieces are, and the table `broken_words` of words that are commonly hidden.
"""

from __future__ import annotations

import re
from functools import cache

from riwaya.lexicons import load

MARK = "\u064b-\u065f\u0670\u06d6-\u06ed"
LETTER = "\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
_RUN = f"{LETTER}{MARK}ـ\u200b-\u200f"
_BREAK = re.compile(f"[.*_•\\-](?<=[{_RUN}].)(?=[{_RUN}])")
_PIECES = re.compile(f"[{_RUN}]+(?:[.*_•\\-][{_RUN}]+)+")
_INSIDE = re.compile(f"[{_RUN}.*_•\\-]")
_LOST = re.compile(f"[{MARK}ـ\u200b-\u200f]+")
_LONGEST = 40  # characters of a broken word on either side of its first separator
_CLITICS = re.compile("^[وف]?(?:ال|لل|بال|كال|[بكل])?")
_TO_KEY = {c: None for c in (*range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE), 0x0640)}
_CARRIERS = tuple(zip("أإآؤئىة", "اااوييه", strict=True))
_KEY = _TO_KEY | str.maketrans("أإآٱؤئىة", "ااااوييه")


def key(word: str) -> str:
    """The word with hamza carriers, ة and ى folded, marks and tatweel dropped.

    Folded text has no marks, so there the key is as long as the word.
    """
    return word.translate(_KEY)


def key_text(folded: str) -> str:
    """The key of a folded text in lower case, as long as the text, at a fraction of the cost."""
    for letter, plain in _CARRIERS:
        folded = folded.replace(letter, plain)
    lower = folded.lower()
    return lower if len(lower) == len(folded) else folded


@cache
def _hidden() -> frozenset[str]:
    """Keys of the words that the table `broken_words` says are hidden by breaking them up."""
    rows = load().rows("broken_words")
    return frozenset(key(form) for row in rows for form in row["forms"].split("|") if form)


def separators(text: str) -> list[int]:
    """Offsets of the characters in `text` that only break a word up, in order."""
    cuts: list[int] = []
    done = 0
    for hit in _BREAK.finditer(text):
        if hit.start() < done:
            continue
        start = hit.start()
        floor = max(done, start - _LONGEST)
        while start > floor and _INSIDE.match(text, start - 1):
            start -= 1
        pieces = _PIECES.match(text, _first_letter(text, start), hit.end() + _LONGEST)
        if pieces is None:
            continue
        done = pieces.end()
        before = text[start - 1 : start]
        if before == "#" or before == "@":
            continue
        if _is_broken(pieces[0]):
            cuts.extend(pieces.start() + at for at, c in enumerate(pieces[0]) if c in ".*_•-")
    return cuts


def _first_letter(text: str, start: int) -> int:
    while text[start] in ".*_•-":
        start += 1
    return start


def _is_broken(word: str) -> bool:
    """Whether the separators in `word` hide one word."""
    pieces = [_LOST.sub("", piece) for piece in re.split(r"[.*_•\-]", word)]
    sizes = [len(piece) for piece in pieces]
    joined = key("".join(pieces))
    if not all(sizes) or max(sizes) > 12:
        return False
    if joined in _hidden() or joined[_clitics(joined) :] in _hidden():
        return len(joined) > 2
    if "*" in word or "•" in word:
        return min(sizes) <= 2 and len(joined) > 2
    if max(sizes) > 2 or len(pieces) < 3:
        return False
    tatweel = re.search(r"ـ[._\-]|[._\-]ـ", word) is not None
    return tatweel or max(sizes) == 2 or len(pieces) >= 4


def _clitics(joined: str) -> int:
    found = _CLITICS.match(joined)
    return found.end() if found else 0
