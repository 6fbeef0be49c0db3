"""Where sentences end within a line of folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from riwaya.corpus.broken import LETTER, key, key_text
from riwaya.lexicons import load

_STOP = re.compile("[.!?؟…۔]+[»”\"’')\\]›]*")
_IN_WORD = re.compile(f"[{LETTER}A-Za-z0-9.]")
_ARABIC = re.compile(f"[{LETTER}]")
_LONGEST_WORD = 24


@cache
def _abbreviations() -> frozenset[str]:
    rows = load().rows("text_abbreviations")
    return frozenset(key(form).lower() for row in rows for form in row["forms"].split("|") if form)


def ends_in_stop(line: str) -> bool:
    """Whether a line ends as a sentence does, closing quotes and brackets aside."""
    return line.rstrip("»”\"’')]› ").endswith((".", "!", "?", "؟", "…", "۔"))


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of `text[start:end]` without the spaces around them; linear in length."""
    begin = _skip(text, start, end)
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and not _is_end(text, begin, stop.start(), stop.end(), end):
            continue
        if stop.end() > begin:
            yield begin, stop.end()
        begin = _skip(text, stop.end(), end)
    if begin < end:
        last = end
        while last > begin and text[last - 1].isspace():
            last -= 1
        if last > begin:
            yield begin, last


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _is_end(text: str, begin: int, mark: int, after: int, end: int) -> bool:
    """Whether the marks at `mark` end a sentence that began at `begin`."""
    if text[mark:after].strip(".") != "":
        return True  # another mark than a full stop, or a closing quote
    at = mark
    while at > max(begin, mark - _LONGEST_WORD) and _IN_WORD.match(text, at - 1):
        at -= 1
    word = key_text(text[at:mark])
    following = text[after]
    if not following.isspace():
        glued = _ARABIC.match(following) and len(word) >= 3 and _ARABIC.match(word[-1])
        return bool(glued) and "." not in word and _word_length(text, after, end) >= 3
    if after - mark > 1:
        return True
    last = word.rsplit(".", 1)[-1]
    if word in _abbreviations() or (len(last) == 1 and not last.isdigit()):
        return False
    numbered = word.isdigit() and mark - begin == len(word)  # «1. قتل جندي»
    return not numbered


def _word_length(text: str, at: int, end: int) -> int:
    length = 0
    while at + length < end and length < 3 and _ARABIC.match(text[at + length]):
        length += 1
    return length
