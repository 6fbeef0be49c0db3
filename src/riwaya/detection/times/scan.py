"""What every time rule looks at: the words, the numbers among them, the tables, the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from riwaya.detection.numbers import NumberAt
from riwaya.detection.protocols import WordLike
from riwaya.detection.times.calendar import When
from riwaya.detection.times.lexicon import Term, TimeLexicon

_FUTURE_REACH = 8  # words before a time in which a verb of the future is looked for
_ENDS = frozenset(".؛\n!?؟")


@dataclass(frozen=True, slots=True)
class Found:
    """A time at words[first:last]; `cut` letters of joined particles stand before it.

    `role` says what kind of expression it is, for joining it with its neighbours.
    """

    first: int
    last: int
    when: When
    role: str
    cut: int = 0
    weekday: int | None = None


@dataclass(slots=True)
class Scan:
    """The words of a text with what rules ask of them."""

    words: Sequence[WordLike]
    numbers: dict[int, NumberAt]  # by the index of their first word
    lexicon: TimeLexicon
    reference: date | None
    lasts: dict[int, NumberAt] = field(default_factory=dict)

    def text(self, i: int) -> str:
        """The text of a word, "" outside the text."""
        return self.words[i].text if 0 <= i < len(self.words) else ""

    def key(self, i: int) -> str:
        """The key of a word, "" outside the text."""
        return self.words[i].key if 0 <= i < len(self.words) else ""

    def terms(self, i: int) -> list[Term]:
        """All phrases of the tables that stand at words[i], longest first."""
        found = self.lexicon.terms[self.words[i].key] if 0 <= i < len(self.words) else ()
        return [term for term in found if self._stands(term, i)]

    def term(self, i: int, role: str) -> Term | None:
        """The longest phrase of that role at words[i]."""
        if not 0 <= i < len(self.words):
            return None
        for term in self.lexicon.terms[self.words[i].key]:
            if term.role == role and self._stands(term, i):
                return term
        return None

    def ending(self, end: int, role: str, longest: int = 3) -> Term | None:
        """The longest phrase of that role that ends just before words[end]."""
        for length in range(longest, 0, -1):
            start = end - length
            if start >= 0:
                for term in self.lexicon.terms[self.words[start].key]:
                    if term.role == role and len(term.keys) == length and self._stands(term, start):
                        return term
        return None

    def _stands(self, term: Term, i: int) -> bool:
        keys, words = term.keys, self.words
        length = len(keys)
        if length == 1:
            return True
        if i + length > len(words) or words[i + 1].key != keys[1]:
            return False
        return length == 2 or all(words[i + n].key == keys[n] for n in range(2, length))

    def future(self, i: int) -> bool:
        """Whether a verb or word of the future stands before words[i] in its clause."""
        for at in range(i - 1, max(-1, i - 1 - _FUTURE_REACH), -1):
            if self.words[at].text in _ENDS:
                return False
            if self.term(at, "future") or self.lexicon.coming[self.words[at].text]:
                return True
        return False

    def whole(self, i: int, low: int, high: int) -> int | None:
        """The whole number that starts at words[i], where it lies in the range."""
        number = self.numbers.get(i)
        if number is None or number.number.kind in ("range", "fraction", "percent", "dual"):
            return None
        value = number.number.value
        return int(value) if value == int(value) and low <= value <= high else None
