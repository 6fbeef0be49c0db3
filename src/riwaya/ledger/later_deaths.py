"""Deaths later than the others: who is counted in a toll told before, and what is the new toll."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.detection.letters import key
from riwaya.model import Lexicon, Span

_FEW = 3  # later deaths at most
_REACH = 4  # words from «لتبلغ» to the number


@dataclass(frozen=True, slots=True)
class LaterDeaths:
    """Keys of phrases, by what they say."""

    phrases: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, lexicon: Lexicon) -> LaterDeaths:
        """From the table of later deaths."""
        found: dict[str, list[str]] = {}
        for row in lexicon.rows("later_deaths"):
            found.setdefault(row["says"], []).append(_keyed(row["phrase"]))
        return cls({says: tuple(phrases) for says, phrases in found.items()})

    def are_in(self, sentence: str) -> bool:
        """Whether a sentence tells of deaths that add to a toll told before."""
        return self._has("later", _keyed(sentence))

    def counts(self, killed: int | None, sentence: Span, at: int | None) -> bool:
        """Whether so many dead in such a sentence are those later deaths, counted at a place in
        the report: few of them, and not the toll that they add up to («ليرتفع العدد إلى»)."""
        if (killed or _FEW + 1) > _FEW:
            return False
        return at is None or not self._is_toll(_keyed(sentence.text[: at - sentence.start]))

    def wounded_then(self, sentence: Span, wound: Span) -> bool:
        """Whether the words for a wound are those of somebody who died of it («متأثراً بجراحه»),
        or was one of the wounded («أحد الجرحى»)."""
        before = sentence.text[: wound.start - sentence.start].rpartition(" ")
        first, _, behind = sentence.text[wound.end - sentence.start :].partition(" ")
        around = (*before[0].split()[-1:], f"{before[2]}{wound.text}{first}", *behind.split()[:1])
        return self._has("later", _keyed(" ".join(around)))

    def _is_toll(self, before: str) -> bool:
        """Whether such words stand before a number that is a whole toll."""
        words = before.split()
        if words and words[-1] in self.phrases.get("to", ()):
            return self._has("rises", before)
        return self._has("reaches", " ".join(words[-_REACH:]))

    def _has(self, says: str, keyed: str) -> bool:
        return any(phrase in keyed for phrase in self.phrases.get(says, ()))


def _keyed(text: str) -> str:
    return " ".join(map(key, text.split()))
