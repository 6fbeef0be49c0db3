"""How far a clause goes: boundaries, quotation marks, words that turn to another speaker."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.frames.view import View

COMMAS = frozenset("،,")
OPENING, CLOSING = frozenset("«“"), frozenset("»”")


def crosses(v: View, i: int, j: int, *kinds: str) -> bool:
    """Whether a boundary of one of the kinds stands among the words `i` to `j` (exclusive)."""
    return any(v.bounds.get(k) in kinds for k in range(i, j))


def comma_between(v: View, i: int, j: int) -> bool:
    """Whether a comma stands among the words `i` to `j` (exclusive)."""
    return any(v.text.words[k].text in COMMAS for k in range(i, j))


def insertion(v: View, i: int, j: int) -> range:
    """Where words of time and place stand between commas among the words `i` to `j` («أحبطت
    القوات، مساء الخميس، في بعقوبة، هجوماً»), the commas too; empty where other words do."""
    first = next((k for k in range(i, j) if v.text.words[k].text in COMMAS), j)
    last = closing(v, first, j)
    alone = first < last and not comma_between(v, last + 1, j)
    return range(first, last + 1) if alone else range(j, j)


def closing(v: View, i: int, end: int) -> int:
    """The last comma of words of time and place that the comma at `i` opens; `i` where none."""
    last = i
    for k in range(i + 1, end):
        if v.text.words[k].text in COMMAS:
            last = k
        elif not _circumstance(v, k):
            break
    return last


def _circumstance(v: View, k: int) -> bool:
    """Whether a word says when or where, or in what statement («في بيان»)."""
    chunk = v.at.get(k)
    if chunk is not None:
        return chunk.kind in ("time", "place")
    return v.text.is_a("preposition", k) or v.text.is_a("document", k)


def stopped(v: View, i: int, j: int) -> bool:
    """Whether a full stop or semicolon stands between; a colon opens what is said."""
    return any(v.bounds.get(k) == "stop" and v.text.words[k].text != ":" for k in range(i, j))


def quoted(v: View, i: int) -> bool:
    """Whether word `i` stands inside quotation marks that open in its sentence."""
    if not v.quotes:
        v.quotes.extend(_quotes(v))
    return v.quotes[i - v.sentence.first]


def _quotes(v: View) -> Iterator[bool]:
    """Of each word, and of the end, whether quotation marks before it are open."""
    inside = False
    for k in range(v.sentence.first, v.sentence.last):
        yield inside
        mark = v.text.words[k].text
        if mark in OPENING:
            inside = True
        elif mark in CLOSING:
            inside = False
        elif mark == '"':
            inside = not inside
    yield inside


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
