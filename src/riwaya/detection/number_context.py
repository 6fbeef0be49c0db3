"""What stands around a number: signs, ranges, «about», «at least», «percent», unit names.

Takes: an `Amount` and the words. Gives: the amount with its bounds.
Never: reads number words; that is `number_grammar.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from riwaya.detection.number_grammar import Amount, amount_at, exact
from riwaya.detection.number_words import NumberLexicon, Phrase
from riwaya.detection.protocols import WordLike

_DASHES = frozenset("-\u2013\u2014\u2212")
_STOPS = frozenset('،,.؛;:!?؟\n()«»"')
_TENTHS = frozenset({10.0, 100.0, 1000.0, 10000.0})
_CHANGE_REACH = 12  # words before a number in which a verb of change is looked for
_AFTER = 4  # how many words after a number «at least» may stand


@dataclass(frozen=True, slots=True)
class Judgement:
    """An amount with what it bounds; None is an open end."""

    amount: Amount
    low: int | None
    high: int | None
    approximate: bool


_GROUPS = 3  # groups of three digits: up to 999 999 999


def joined(amount: Amount, words: Sequence[WordLike]) -> Amount:
    """Digits in groups of three set off by single blanks are one number: «1 234 567»."""
    word, last = words[amount.first], amount.last
    if amount.last - amount.first > 1 or not word.text.isdecimal() or len(word.text) > 3:
        return amount
    text = word.text
    while last < len(words) and len(words[last].text) == 3 and words[last].text.isdecimal():
        if last - amount.first >= _GROUPS:
            return amount  # a row of a table
        if words[last].start != words[last - 1].end + 1 or text[0] == "0":
            break
        text += words[last].text
        last += 1
    return replace(amount, value=float(text), last=last) if last > amount.last else amount


def marked(amount: Amount, words: Sequence[WordLike], lexicon: NumberLexicon) -> Amount:
    """Signs before digits, and percent and fraction words after a number."""
    amount = _mixed(_signed(amount, words, lexicon), words)
    if amount.last >= len(words):
        return amount
    for phrase in lexicon.suffix.get(words[amount.last].key, ()):
        if not _at(words, amount.last, phrase):
            continue
        last = amount.last + len(phrase.keys)
        if phrase.effect == "percent":
            return replace(amount, last=last, kind="percent")
        below = amount_at(words, last, lexicon) if last < len(words) else None
        if below is None or not below.value or below.cut:
            continue
        if phrase.effect == "point":
            return _with_decimals(amount, below)
        signed = bool(amount.first) and words[amount.first - 1].key in lexicon.minus
        if phrase.effect == "over" or abs(amount.value) == 1 or signed:
            value = _quotient(amount.value, below.value, phrase.effect == "over")
            return replace(amount, value=value, last=below.last, kind="fraction")
    if amount.first and words[amount.first - 1].text in "%٪" and amount.kind == "cardinal":
        return replace(amount, kind="percent")
    return amount


def _with_decimals(amount: Amount, below: Amount) -> Amount:
    """«ثلاثة فاصل خمسة»: the number behind the point gives the decimals."""
    whole = all(a.kind == "cardinal" and a.value == int(a.value) for a in (amount, below))
    if not whole or below.value < 0:
        return amount
    value = exact(amount.value + below.value / 10 ** len(str(int(below.value))))
    return replace(amount, value=value, last=below.last, kind="fraction")


def _quotient(above: float, below: float, parts: bool) -> float:
    """«ثلاثة أجزاء من مئة»; with a whole before it, «مئتان وثلاثة أجزاء من مئة» is 200.03."""
    rest = abs(above) % below
    if not parts or abs(above) < below or not rest or below not in _TENTHS:
        return exact(above / below)
    whole = abs(above) - rest + rest / below
    return exact(whole if above > 0 else -whole)


def _mixed(amount: Amount, words: Sequence[WordLike]) -> Amount:
    """«1 4/5»: a whole number and a fraction smaller than one."""
    if amount.last >= len(words) or amount.kind != "cardinal":
        return amount
    above, _, below = words[amount.last].text.partition("/")
    if not (above.isdecimal() and below.isdecimal() and 0 < int(above) < int(below) <= 10):
        return amount
    part = int(above) / int(below)
    value = amount.value + (part if amount.value >= 0 else -part)
    return replace(amount, value=exact(value), last=amount.last + 1, kind="fraction")


def _signed(amount: Amount, words: Sequence[WordLike], lexicon: NumberLexicon) -> Amount:
    word, i = words[amount.first], amount.first
    if i and words[i - 1].key in lexicon.minus:
        return replace(amount, value=-amount.value)
    if not i or not word.text[0].isdecimal() or words[i - 1].end != word.start:
        return amount
    free = i == 1 or (words[i - 2].end < words[i - 1].start and words[i - 2].text != "\n")
    if not free:
        return amount
    if words[i - 1].text == "-":
        return replace(amount, value=-amount.value)
    if words[i - 1].text in ".," and word.text.isdecimal() and amount.last == i + 1:
        return replace(amount, value=float(f"0.{word.text}"), kind="fraction")
    return amount


def judged(amount: Amount, words: Sequence[WordLike], lexicon: NumberLexicon) -> Judgement | None:
    """The bounds of an amount, its range where it opens one, and its kind; None for no number."""
    kind = _beside(amount, words, lexicon)
    if kind == "skip":
        return None
    if amount.kind == "cardinal" and kind == "":
        reach = _range(amount, words, lexicon)
        if reach is not None:
            approximate = "about" in _effects(reach.amount, words, lexicon)
            return replace(reach, approximate=approximate)
    if kind and amount.kind == "cardinal":
        amount = replace(amount, kind=kind)
    whole = amount.value == int(amount.value) and amount.kind not in ("percent", "fraction")
    low = high = int(amount.value) if whole else None
    effects = _effects(amount, words, lexicon)
    if "more" in effects:
        high = None
    if "less" in effects:
        low = None
    return Judgement(amount, low, high, "about" in effects)


def _beside(amount: Amount, words: Sequence[WordLike], lexicon: NumberLexicon) -> str:
    if amount.first and words[amount.first - 1].end <= words[amount.first].start:
        before = lexicon.heads.get(words[amount.first - 1].key, "")
        if amount.kind == "ordinal":
            return before if before == "skip" else ""
        if before and before != "skip":
            return before
    if amount.last < len(words):
        return lexicon.tails.get(words[amount.last].key, "")
    return ""


def _effects(amount: Amount, words: Sequence[WordLike], lexicon: NumberLexicon) -> set[str]:
    """What the words just before the number, and within four after it, do to it."""
    effects: set[str] = set()
    end = amount.first
    if end and words[end - 1].key == "ال":
        end -= 1  # «قرابة الـ200»
    while end:
        phrase = _ending(words, end, lexicon.before)
        if phrase is None:
            break
        effects.add(phrase.effect)
        end -= len(phrase.keys)
    for at in range(amount.last, min(amount.last + _AFTER, len(words))):
        if words[at].text in _STOPS or words[at].text[0].isdecimal():
            break
        for phrase in lexicon.after.get(words[at].key, ()):
            if _at(words, at, phrase):
                effects.add(phrase.effect)
    return effects


def _range(amount: Amount, words: Sequence[WordLike], lexicon: NumberLexicon) -> Judgement | None:
    """«بين A وB», «من A إلى B», «A-B»: one range from A to B."""
    upper = _upper(amount, words, lexicon)
    if upper is None or upper.kind != "cardinal":
        return None
    low, high = amount.value, upper.value
    if upper.scale > 1 and amount.scale == 1 and low < upper.scale:
        low *= upper.scale
    if not 0 <= low < high or low != int(low) or high != int(high):
        return None
    whole = replace(amount, value=low, last=upper.last, kind="range")
    return Judgement(whole, int(low), int(high), False)


def _upper(amount: Amount, words: Sequence[WordLike], lexicon: NumberLexicon) -> Amount | None:
    at = amount.last
    if at + 1 >= len(words):
        return None
    word = words[at]
    if word.text in _DASHES:
        tight = word.start == words[at - 1].end and word.end == words[at + 1].start
        return amount_at(words, at + 1, lexicon) if tight else None
    opened = _ending(words, amount.first, lexicon.range)
    link = _ending(words, at + 1, lexicon.range)
    if link is not None and link.effect == "to":
        if opened is None or opened.effect != "from" or _changes(words, amount.first, lexicon):
            return None
        return amount_at(words, at + 1, lexicon)
    if opened is None or opened.effect != "between":
        return None
    if word.key == "و":
        return amount_at(words, at + 1, lexicon)
    entry = lexicon.word(word)
    return amount_at(words, at, lexicon) if entry is not None and entry.conjoined else None


def _changes(words: Sequence[WordLike], i: int, lexicon: NumberLexicon) -> bool:
    """Whether a verb of change stands before in its clause."""
    for at in range(i - 1, max(-1, i - 1 - _CHANGE_REACH), -1):
        if words[at].text in _STOPS:
            return False
        if any(phrase.effect == "change" for phrase in lexicon.range.get(words[at].key, ())):
            return True
    return False


def _ending(
    words: Sequence[WordLike], end: int, phrases: Mapping[str, tuple[Phrase, ...]]
) -> Phrase | None:
    """The longest phrase that ends just before words[end]."""
    if not end:
        return None
    for phrase in phrases.get(words[end - 1].key, ()):
        first = end - len(phrase.keys)
        if first >= 0 and _at(words, first, phrase):
            return phrase
    return None


def _at(words: Sequence[WordLike], i: int, phrase: Phrase) -> bool:
    if i + len(phrase.keys) > len(words):
        return False
    return all(words[i + n].key == spelling for n, spelling in enumerate(phrase.keys))
