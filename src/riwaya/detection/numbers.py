"""Numbers and quantities of a text, with what they bound.

Takes: a text, or the words of a folded one. Gives: `FoundNumber`s, or `NumberAt`s with word places.
Never: asks what happened to whom; that is the frames' work.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from riwaya.corpus.folding import fold
from riwaya.detection.duals import shipped as people_duals
from riwaya.detection.number_context import joined, judged, marked
from riwaya.detection.number_grammar import Amount, amount_at, exact
from riwaya.detection.number_words import NumberLexicon, Phrase, shipped
from riwaya.detection.protocols import WordLike
from riwaya.detection.tokens import tokenise
from riwaya.model import FoundNumber

_MARKED = re.compile("\u064e\u0651?ي\u0652?ن")  # fatha before the ya of the dual


@dataclass(frozen=True, slots=True)
class NumberAt:
    """A number at words[first:last]; its offsets and text are those of the folded text."""

    first: int
    last: int
    number: FoundNumber


def find_numbers(text: str) -> list[FoundNumber]:
    """The numbers of any text in order, with offsets into it; never raises on text.

    `kind` is as in `FoundNumber`, and also name (a unit, street or weapon number), clock, date
    and measure (money, lengths, spans of time): such numbers count no people.
    """
    folded = fold(text)
    found = []

    def spelled(word: WordLike) -> str:
        return folded.span(word.start, word.end).text

    for at in numbers_in(tokenise(folded.text), spelled=spelled):
        span = folded.span(at.number.start, at.number.end)
        found.append(replace(at.number, start=span.start, end=span.end, text=span.text))
    return found


def numbers_in(
    words: Sequence[WordLike],
    duals: Mapping[str, bool] | None = None,
    lexicon: NumberLexicon | None = None,
    spelled: Callable[[WordLike], str] | None = None,
) -> list[NumberAt]:
    """The numbers of a tokenised folded text, in order and without overlap.

    `duals` has the keys of dual nouns («قتيلان», «مدنيين»): True where the form is a dual for
    certain, False where it may be a plural and counts as two only with «اثنين» after it, or where
    `spelled`, the word as the report spells it, has the mark of the dual («موظفَين»). The
    default is the shipped table of people.
    """
    lexicon = lexicon or shipped()
    duals = people_duals() if duals is None else duals
    found: list[NumberAt] = []
    known, alone, fractions = lexicon.words, lexicon.alone, lexicon.fractions
    i, count = 0, len(words)
    while i < count:
        word = words[i]
        spelling = word.key
        if spelling in known or spelling in alone or word.text[0].isdecimal():
            new = _quantity(words, i, lexicon) or _number(words, i, lexicon)
        elif spelling in fractions:
            new = _number(words, i, lexicon)
        elif spelling[-1:] == "ن" and spelling in duals and not _after_dual(found, i):
            sure = duals[spelling] or (spelled is not None and _MARKED.search(spelled(word)))
            new = [_dual(word, i)] if sure else []
        else:
            i += 1
            continue
        _add(found, new, i)
        i = max(i + 1, new[-1].last if new else 0)
    return found


def _add(found: list[NumberAt], new: list[NumberAt], i: int) -> None:
    """Keep the new numbers; «two» said after a dual noun replaces the dual."""
    two = bool(new) and new[0].number.value == 2
    if two and found and found[-1].number.kind == "dual" and i - found[-1].last <= 1:
        found.pop()
    found.extend(new)


def _after_dual(found: list[NumberAt], i: int) -> bool:
    """Whether the word before is a dual too: «ناشطان إعلاميان» are two, not four."""
    return bool(found) and found[-1].last == i and found[-1].number.kind == "dual"


def _dual(word: WordLike, i: int) -> NumberAt:
    return NumberAt(i, i + 1, FoundNumber(word.start, word.end, word.text, 2.0, 2, 2, "dual"))


def _quantity(words: Sequence[WordLike], i: int, lexicon: NumberLexicon) -> list[NumberAt]:
    """A quantifier that is a quantity by itself: «عشرات», «مئات الآلاف»."""
    for phrase in lexicon.alone.get(words[i].key, ()):
        last = i + len(phrase.keys)
        if last <= len(words) and all(words[i + n].key == k for n, k in enumerate(phrase.keys)):
            if phrase.effect == "one_of":
                return _part_of(words, i, last, lexicon)
            return [_quantifier(words, i, last, phrase)]
    return []


def _part_of(
    words: Sequence[WordLike], i: int, last: int, lexicon: NumberLexicon
) -> list[NumberAt]:
    """«جزء من مئة»: one over the number that follows."""
    below = amount_at(words, last, lexicon) if last < len(words) else None
    if below is None or below.value <= 1:
        return []
    text = _text(words, i, below.last, 0)
    number = FoundNumber(
        words[i].start, words[below.last - 1].end, text, exact(1 / below.value), None, None,
        "fraction",
    )  # fmt: skip
    return [NumberAt(i, below.last, number)]


def _quantifier(words: Sequence[WordLike], i: int, last: int, phrase: Phrase) -> NumberAt:
    start, end = words[i].start + phrase.cut, words[last - 1].end
    value = float(phrase.low or 0)
    number = FoundNumber(
        start, end, _text(words, i, last, phrase.cut), value, phrase.low, phrase.high, "quantifier",
        phrase.high is not None,
    )  # fmt: skip
    return NumberAt(i, last, number)


def _number(words: Sequence[WordLike], i: int, lexicon: NumberLexicon) -> list[NumberAt]:
    amount = _fraction(words, i, lexicon) or amount_at(words, i, lexicon)
    if amount is None:
        return _written(words, i)
    amount = marked(joined(amount, words), words, lexicon)
    judgement = judged(amount, words, lexicon)
    if judgement is None:
        return []
    amount = judgement.amount
    number = FoundNumber(
        words[amount.first].start + amount.cut, words[amount.last - 1].end,
        _text(words, amount.first, amount.last, amount.cut), amount.value,
        judgement.low, judgement.high, amount.kind, judgement.approximate,
    )  # fmt: skip
    return [NumberAt(amount.first, amount.last, number)]


def _fraction(words: Sequence[WordLike], i: int, lexicon: NumberLexicon) -> Amount | None:
    """«خمس الفطيرة»: a fraction where a definite noun follows."""
    entry = lexicon.fractions.get(words[i].key)
    if entry is None or entry.definite or i + 1 >= len(words):
        return None
    following = words[i + 1].key
    if not following.startswith("ال") or following in lexicon.words:
        return None
    return Amount(exact(entry.value), i, i + 1, "fraction", entry.cut)


def _written(words: Sequence[WordLike], i: int) -> list[NumberAt]:
    """Digits with «/», «-» or «:» inside: a fraction, a date or a clock time."""
    word = words[i]
    mark = next((m for m in "/:-" if m in word.text), "")
    parts = word.text.split(mark) if mark else []
    if not parts or not all(part.isdecimal() and len(part) < 5 for part in parts):
        return []
    if mark == "/" and len(parts) == 2 and 0 < int(parts[1]) <= 100:
        value = int(parts[0]) / int(parts[1])
        if i and words[i - 1].text == "-" and words[i - 1].end == word.start:
            value = -value
        return [_piece(word, i, word.start, word.text, value, "fraction")]
    kind = "clock" if mark == ":" else "date"
    found, start = [], word.start
    for part in parts:
        found.append(_piece(word, i, start, part, float(part), kind))
        start += len(part) + 1
    return found


def _piece(word: WordLike, i: int, start: int, text: str, value: float, kind: str) -> NumberAt:
    low = None if kind == "fraction" else int(value)
    number = FoundNumber(start, start + len(text), text, value, low, low, kind)
    return NumberAt(i, i + 1, number)


def _text(words: Sequence[WordLike], first: int, last: int, cut: int) -> str:
    """The folded text of the words, blanks as one; `find_numbers` gives the original instead."""
    parts = [words[first].text[cut:]]
    for n in range(first + 1, last):
        if words[n].start > words[n - 1].end:
            parts.append(" " * (words[n].start - words[n - 1].end))
        parts.append(words[n].text)
    return "".join(parts)
