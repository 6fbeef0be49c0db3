"""Light folding of Arabic text, with a map back to the text as given.

Marks, tatweel and invisible characters go; presentation forms, Persian letters and digits become
the plain ones; words broken up to slip past moderation are joined, so is a «و» or «ب» that
stands apart from its word; those of hashtags are parted, their `#` left out inside sentences.
Hamza, ة and ى stay: see `key`.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from riwaya.corpus.broken import LETTER, MARK, key, separators
from riwaya.corpus.hashtags import within_sentences
from riwaya.model import Span

__all__ = ["Folded", "fold", "key"]

_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
    "\ufe00-\ufe0f\ufeff"
)
_SPACES = "\t\x0b\x0c\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LETTERS = {
    "ي": "یېےۍێ", "ئ": "ۓ", "ك": "کڪ", "ه": "ەہھۀۂ", "ة": "ۃ", "ا": "ٱ", "و": "ۆ", "ر": "ڕ",
    "ل": "ڵ", "ن": "ں", ".": "٫", ",": "٬",
}  # fmt: skip


def _characters(ranges: str) -> list[str]:
    """The characters of the inside of a regex class such as `a-cx`."""
    found = re.findall(r"(.)-(.)|(.)", ranges, re.DOTALL)
    return [chr(c) for a, b, x in found for c in range(ord(a or x), ord(b or x) + 1)]


def _ranges(codes: Iterable[int]) -> str:
    """The inside of a regex class of some characters, as ranges, which compile much faster."""
    runs: list[list[int]] = []
    for code in sorted(codes):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in runs)


def _single() -> dict[int, str]:
    """Characters that become one other character."""
    table = dict.fromkeys(map(ord, _characters(_SPACES)), " ")
    table |= dict.fromkeys(map(ord, "\r\x85\u2028\u2029"), "\n")
    for zero in (0x0660, 0x06F0):
        table |= {zero + digit: str(digit) for digit in range(10)}
    for plain, forms in _LETTERS.items():
        table |= dict.fromkeys(map(ord, forms), plain)
    return table


def _presentation(single: dict[int, str]) -> dict[str, str]:
    """Presentation forms with the letters they stand for; those of bare marks with none."""
    forms: dict[str, str] = {}
    lost: dict[int, str | None] = dict.fromkeys(map(ord, _characters(MARK + "ـ")))
    table = lost | single
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        letters = unicodedata.normalize("NFKC", chr(code))
        if letters == chr(code) or not letters.strip():
            continue
        plain = letters.translate(table)
        forms[chr(code)] = plain if plain.strip() else ""
    return forms


_SINGLE = _single()
_FORMS = _presentation(_SINGLE)
_SINGLE |= {ord(form): plain for form, plain in _FORMS.items() if len(plain) == 1}
_EXPANDED = {form: plain for form, plain in _FORMS.items() if len(plain) > 1}
_BARE = "".join(form for form, plain in _FORMS.items() if not plain)
_COMPOSED = {
    "ا": {"\u0653": "آ", "\u0654": "أ", "\u0655": "إ"},
    "و": {"\u0654": "ؤ"},
    "ي": {"\u0654": "ئ"},
}
_Edit = tuple[int, int, str]  # start and end in the text, and what to put there
_MARKS = MARK + _BARE
_LOST = f"{_MARKS}ـ{_INVISIBLE}"
_EDIT = re.compile(f"[{_LOST}{''.join(_EXPANDED)}]")
_LOST_RUN = re.compile(f"[{_LOST}]++")
_GAP = re.compile(f" {{1,2}}(?=ـ++[{LETTER}])")
_HASHTAG = re.compile(f"(?<=[{LETTER}])_(?=[{LETTER}])")  # «#خان_شيخون»
_LONE = re.compile(f"[وب](?<![^\\s،؛:«(].) (?=[{LETTER}]{{2}})")  # «رجل و امرأة», «ب صنعاء»
_ODD = re.compile(f"[{_ranges(_SINGLE)}]")
_IS_LETTER = re.compile(f"[{LETTER}]")
_AFTER_WORDS = ' \n.،,؛:؟!»")'
"""What mostly stands behind a word, and is no mark of its last letter."""
_TAIL = re.compile(f"(?:[{_INVISIBLE}]*+[{_MARKS}ـ]++)*+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and its original; offsets count code points, end exclusive.

    `folded`, `begins`, `ends` are the pieces of the map, empty where every offset is its own:
    the piece's place in `text`, its place in `original`, and its end there, or -1 for a piece
    in which one character stands for one.
    """

    text: str
    original: str
    folded: array[int] = field(default_factory=lambda: array("q"), compare=False, repr=False)
    begins: array[int] = field(default_factory=lambda: array("q"), compare=False, repr=False)
    ends: array[int] = field(default_factory=lambda: array("q"), compare=False, repr=False)

    def start(self, i: int) -> int:
        """Where the folded character at `i` begins in the original; its end for the end."""
        if not self.folded:
            return i
        if i >= len(self.text):
            return len(self.original)
        piece = bisect_right(self.folded, i) - 1
        begin = self.begins[piece]
        return begin if self.ends[piece] >= 0 else begin + i - self.folded[piece]

    def end(self, i: int) -> int:
        """Where the folded characters before `i` end in the original, with their marks."""
        if not self.folded or i <= 0:
            return i
        last = min(i, len(self.text)) - 1
        piece = bisect_right(self.folded, last) - 1
        end = self.ends[piece]
        if end < 0:
            end = self.begins[piece] + last - self.folded[piece] + 1
        if (
            end >= len(self.original)
            or self.original[end] in _AFTER_WORDS
            or self.original[end - 1].isspace()
        ):
            return end
        tail = _TAIL.match(self.original, end)
        return tail.end() if tail else end

    def span(self, i: int, j: int) -> Span:
        """The stretch of the original that the folded characters from `i` to `j` come from."""
        start = self.start(i)
        end = self.end(j) if j > i else start
        return Span(start, end, self.original[start:end])


def fold(text: str) -> Folded:
    """The text folded lightly; linear in its length, and the text itself where nothing is odd."""
    plain = text.translate(_SINGLE) if _ODD.search(text) else text
    edits = _edits(plain) if _EDIT.search(plain) else []
    cuts = [*separators(plain), *within_sentences(plain)]
    if "_" in plain:
        plain = _HASHTAG.sub(" ", plain)
    cuts += [match.end() - 1 for match in _LONE.finditer(plain)]
    if cuts:
        edits = sorted(edits + [(cut, cut + 1, "") for cut in cuts])
    return _apply(plain, text, edits) if edits else Folded(plain, text)


def _edits(plain: str) -> list[_Edit]:
    """What to replace in the text besides separators, in order."""
    edits: list[_Edit] = []
    at = 0
    while first := _EDIT.search(plain, at):
        start = first.start()
        run = _LOST_RUN.match(plain, start)
        if run is None:
            at = first.end()
            edits.append((start, at, _EXPANDED[first[0]]))
            continue
        at = run.end()
        before, after = plain[start - 1 : start], plain[at : at + 1]
        lost = run[0]
        if (not before or before.isspace()) and (not after or after.isspace()):
            edits.append((start, at, "" if lost.strip("ـ") else "-"))
        elif before in _COMPOSED and (new := _compose(before, lost)) != before:
            edits.append((start - 1, at, new))
        else:
            edits.append((start, at, ""))
            if after == " " and "ـ" in lost and (gap := _GAP.match(plain, at)):
                if _IS_LETTER.match(before):
                    edits.append((at, gap.end(), ""))
                at = gap.end()
    return edits


def _compose(letter: str, marks: str) -> str:
    """The letter with the first hamza or madda among its marks that it can carry."""
    carried = _COMPOSED[letter]
    return next((carried[mark] for mark in marks if mark in carried), letter)


def _apply(plain: str, text: str, edits: list[_Edit]) -> Folded:
    parts: list[str] = []
    folded, begins, ends = array("q"), array("q"), array("q")
    at = length = 0
    for start, end, new in (*edits, (len(plain), len(plain), "")):
        if start > at:
            parts.append(plain[at:start])
            folded.append(length)
            begins.append(at)
            ends.append(-1)
            length += start - at
        if new:
            parts.append(new)
            folded.append(length)
            begins.append(start)
            ends.append(end)
            length += len(new)
        at = end
    return Folded("".join(parts), text, folded, begins, ends)
