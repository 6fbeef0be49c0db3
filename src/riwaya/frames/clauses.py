"""How far a clause goes: boundaries, quotation marks, words that turn to another speaker."""

from __future__ import annotations

from riwaya.frames.view import View

COMMAS = frozenset("،,")
OPENING, CLOSING = frozenset("«“"), frozenset("»”")


def crosses(v: View, i: int, j: int, *kinds: str) -> bool:
    """Whether a boundary of one of the kinds stands among the words `i` to `j` (exclusive)."""
    return any(v.bounds.get(k) in kinds for k in range(i, j))


def comma_between(v: View, i: int, j: int) -> bool:
    """Whether a comma stands among the words `i` to `j` (exclusive)."""
    return any(v.text.words[k].text in COMMAS for k in range(i, j))


def stopped(v: View, i: int, j: int) -> bool:
    """Whether a full stop or semicolon stands between; a colon opens what is said."""
    return any(v.bounds.get(k) == "stop" and v.text.words[k].text != ":" for k in range(i, j))


def quoted(v: View, i: int) -> bool:
    """Whether word `i` stands inside quotation marks that open in its sentence."""
    inside = False
    for k in range(v.sentence.first, i):
        mark = v.text.words[k].text
        if mark in OPENING:
            inside = True
        elif mark in CLOSING:
            inside = False
        elif mark == '"':
            inside = not inside
    return inside


def next_word(v: View, i: int, marks: str = '،,«»"“”') -> int:
    """The first word from `i` on that is no mark."""
    while i < v.sentence.last and v.text.words[i].text in marks:
        i += 1
    return i


def preposition_at(v: View, i: int, prep: str = "") -> str:
    """The preposition written on word `i` (`prep`) or standing before it, as a key."""
    if prep:
        return prep
    if i - 1 >= v.sentence.first and v.text.is_a("preposition", i - 1):
        return v.text.words[i - 1].key
    return ""
