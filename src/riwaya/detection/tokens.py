"""Folded text cut into words, numbers, punctuation marks and line ends.

Takes: the text of a `Folded`. Gives: `Word`s in order, with offsets into that text.
Never: drops anything but blanks, or changes a character.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from riwaya.detection.letters import key as spelling_key

_WORD = re.compile(
    r"[\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff]+"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9])"  # ISO day
    r"|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}(?![0-9])"
    r"|[0-9]{1,4}(?:/[0-9]{1,4}){1,2}(?![0-9])"
    r"|[0-9]+(?:[.,:\u066b\u066c][0-9]+|\u060c[0-9]{3}(?![0-9]))*(?:[eE][+-]?[0-9]{1,2}(?!\w))?"
    r"|[^\W\d_\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]+(?:['\u2019-][^\W\d_\u0600-\u06ff]+)*"
    r"|\n"
    r"|[^\s]"
)


QUOTES = frozenset("«»\"“”'‘’")


class Word(NamedTuple):
    """One token: `text == folded.text[start:end]`; `key` is its spelling key."""

    start: int
    end: int
    text: str
    key: str


def tokenise(text: str) -> list[Word]:
    """The words of a folded text: Arabic words, numbers, Latin words, single marks, line ends."""
    words: list[Word] = []
    add, make = words.append, tuple.__new__  # a third cheaper than calling Word
    keys: dict[str, str] = {}
    for match in _WORD.finditer(text):
        found = match[0]
        start, end = match.span()
        key = keys.get(found)
        if key is None:
            key = keys[found] = spelling_key(found)
        add(make(Word, (start, end, found, key)))
    return words
