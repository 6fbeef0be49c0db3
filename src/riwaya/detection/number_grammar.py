"""How number words and digits add up to one number.

Takes: words from a place on. Gives: `Amount`, the number that starts there and where it ends.
Never: asks what is counted; `numbers.py` adds bounds and kinds.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.detection.number_words import NumberLexicon, NumberWord
from riwaya.detection.protocols import WordLike

_GROUPS = re.compile(r"[1-9][0-9]{0,2}([.,،][0-9]{3})+")
_LARGEST = 18  # digits; longer ones are identifiers


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at words[first:last]; `cut` letters of particles stand before it."""

    value: float
    first: int
    last: int
    kind: str
    cut: int = 0
    scale: float = 1.0  # the last thousand, million ... said in words
    definite: bool = False


@dataclass(slots=True)
class _Sum:
    total: float = 0.0
    group: float = 0.0
    limit: float = math.inf  # a further group must be below this
    state: str = "start"  # unit, teen, tens, hundreds, scale, digits
    scale: float = 1.0
    compound: bool = False  # a unit with its ten: «أحد عشر», «حادي وعشرين»


def exact(value: float) -> float:
    """A quotient to fifteen digits, so that two thirds is the same however it is reached."""
    return float(f"{value:.15g}")


def digits_value(text: str) -> float | None:
    """The number written in digits with group and decimal marks; None for clock times and dates."""
    if text.isdecimal():
        return float(text) if len(text) <= _LARGEST else None
    if any(mark in text for mark in ":/-") or len(text) > 2 * _LARGEST:
        return None
    if _GROUPS.fullmatch(text):
        return float(re.sub(r"[.,،]", "", text))
    text, _, exponent = text.lower().partition("e")
    whole, _, rest = text.replace("،", ",").replace(".", ",").rpartition(",")
    if "," not in text.replace(".", ",").replace("،", ","):
        whole, rest = text, "0"
    try:
        return float(f"{whole.replace(',', '')}.{rest}e{exponent or 0}")
    except ValueError:
        return None


def amount_at(words: Sequence[WordLike], i: int, lexicon: NumberLexicon) -> Amount | None:
    """The whole number, ordinal or mixed number that starts at words[i]."""
    entry = lexicon.word(words[i])
    if entry is not None and entry.role in ("part", "parts"):
        if entry.role == "parts":
            return None
        big = lexicon.word(words[i + 1]) if i + 1 < len(words) and not entry.definite else None
        if big is not None and big.role == "scale" and not big.cut:  # «نصف مليون»
            value = exact(entry.value * big.value)
            return Amount(value, i, i + 2, "cardinal", entry.cut, big.value)
        return Amount(exact(entry.value), i, i + 1, "fraction", entry.cut)
    sum_ = _Sum()
    if not _start(sum_, words[i], entry):
        return None
    end = i + 1
    while end < len(words):
        following = _extend(sum_, words, end, lexicon)
        if following == end:
            break
        end = following
    if entry is not None and not _may_stand(entry, end - i, sum_):
        return None
    kind = "cardinal"
    if entry is not None and (
        entry.role == "ordinal" or (entry.definite and _ordinal_shape(entry, end - i))
    ):
        kind = "ordinal"
    amount = Amount(
        sum_.total + sum_.group, i, end, kind,
        entry.cut if entry else 0, sum_.scale, bool(entry and entry.definite),
    )  # fmt: skip
    return _with_parts(amount, words, lexicon) if kind == "cardinal" else amount


def _may_stand(entry: NumberWord, length: int, sum_: _Sum) -> bool:
    if length > 1:
        return entry.bare != "no" or sum_.compound
    if entry.bare == "no" or (entry.bare == "indefinite" and entry.definite):
        return False
    return entry.bare != "definite" or entry.definite


def _ordinal_shape(entry: NumberWord, length: int) -> bool:
    return entry.role == "tens" or (length > 1 and entry.bare == "no")


def _start(sum_: _Sum, word: WordLike, entry: NumberWord | None) -> bool:
    if entry is None:
        value = digits_value(word.text) if word.text[0].isdecimal() else None
        if value is None:
            return False
        sum_.group, sum_.state = value, "digits"
        return True
    _put(sum_, entry)
    return True


def _put(sum_: _Sum, entry: NumberWord) -> None:
    """Add the value of a word that opens or goes on with the sum."""
    if entry.role in ("scale", "scales"):
        scale = entry.value if entry.role == "scale" else entry.value / 2
        dual = entry.bare == "dual" and sum_.state == "start"
        sum_.total += entry.value * 2 if dual else entry.value
        sum_.limit = sum_.scale = scale
        sum_.state = "scale"
        return
    sum_.group += entry.value
    sum_.state = {
        "unit": "unit", "ordinal": "ordinal", "ten": "tens", "tens": "tens",
        "hundred": "hundreds", "hundreds": "hundreds",
    }[entry.role]  # fmt: skip


def _extend(sum_: _Sum, words: Sequence[WordLike], i: int, lexicon: NumberLexicon) -> int:
    """Take one more word of the number; the index after it, or `i` where the number ends."""
    at, word = i, words[i]
    conjoined = word.key == "و"
    if conjoined:
        at += 1
        if at >= len(words):
            return i
        word = words[at]
    entry = lexicon.word(word)
    if entry is None:
        if conjoined and _repeats_scale(sum_, words, at, lexicon):
            return i
        joins = conjoined or _opens_hundreds(words, at, lexicon)
        return at + 1 if joins and _add_digits(sum_, word) else i
    if (conjoined or entry.conjoined) and _repeats_scale(sum_, words, at, lexicon):
        return i
    if conjoined or entry.conjoined:
        following = lexicon.word(words[at + 1]) if at + 1 < len(words) else None
        said = (entry.role, entry.value)
        again = following is not None and (following.role, following.value) == said
        if entry.role == "scale" and sum_.state == "hundreds" and again:
            sum_.group, sum_.state = sum_.group + 1, "unit"  # «مئة وألف ألف»: 101,000
            return at + 1
        return at + 1 if _add(sum_, entry) else i
    if entry.cut:
        return i
    return at + 1 if _multiply(sum_, entry) else i


def _repeats_scale(sum_: _Sum, words: Sequence[WordLike], i: int, lexicon: NumberLexicon) -> bool:
    """«بين 150 ألفاً و200 ألف»: a scale that is said again belongs to another number."""
    following = lexicon.word(words[i + 1]) if i + 1 < len(words) else None
    return (
        sum_.state == "scale" and following is not None and not following.cut
        and following.role == "scale" and following.value >= sum_.limit and sum_.scale > 1
        and sum_.total > sum_.scale
    )  # fmt: skip


def _opens_hundreds(words: Sequence[WordLike], i: int, lexicon: NumberLexicon) -> bool:
    """«٤ آلاف ٣ مئة»: digits that a hundred follows go on without «و»."""
    following = lexicon.word(words[i + 1]) if i + 1 < len(words) else None
    return following is not None and following.role == "hundred" and not following.cut


def _add_digits(sum_: _Sum, word: WordLike) -> bool:
    if sum_.state not in ("scale", "hundreds") or not word.text[0].isdecimal():
        return False
    value = digits_value(word.text)
    limit = sum_.limit if sum_.state == "scale" else 100
    if value is None or value >= limit:
        return False
    value += sum_.group if sum_.state == "hundreds" else 0
    sum_.group, sum_.state = value, "digits"
    return True


def _add(sum_: _Sum, entry: NumberWord) -> bool:
    """A word joined by «and»: it must stand for a smaller place than what came before."""
    state, role = sum_.state, entry.role
    fits = {
        "unit": state in ("hundreds", "scale") and entry.bare != "definite",
        "ordinal": False,
        "ten": state in ("hundreds", "scale"),
        "tens": state in ("unit", "ordinal", "hundreds", "scale"),
        "hundred": state == "scale",
        "hundreds": state == "scale",
        "scale": state == "scale" and entry.value < sum_.limit,
        "scales": state == "scale" and entry.value < sum_.limit,
    }.get(role, False)
    if role == "tens" and state in ("unit", "ordinal") and sum_.group % 10 == 0:
        fits = False
    if fits:
        sum_.compound |= role == "tens" and state in ("unit", "ordinal")
        _put(sum_, entry)
    return fits


def _multiply(sum_: _Sum, entry: NumberWord) -> bool:
    """A word without «and»: ten after a unit, a hundred after a unit, a scale after a group."""
    state, role, unit = sum_.state, entry.role, sum_.group % 10
    if role == "ten" and state in ("unit", "ordinal") and unit:
        sum_.group, sum_.state, sum_.compound = sum_.group + 10, "teen", True
        return True
    if (
        role == "hundred"
        and unit > 2
        and (state == "unit" or (state == "digits" and sum_.group < 10))
    ):
        sum_.group, sum_.state = sum_.group - unit + unit * 100, "hundreds"
        return True
    if role == "scale" and sum_.group and state != "ordinal" and entry.value <= sum_.limit:
        sum_.total += sum_.group * entry.value
        sum_.group, sum_.limit, sum_.scale = 0.0, entry.value, entry.value
        sum_.state = "scale"
        return True
    return False


def _with_parts(amount: Amount, words: Sequence[WordLike], lexicon: NumberLexicon) -> Amount:
    """Add «and a half»; read «three quarters»."""
    end = amount.last
    entry = lexicon.word(words[end]) if end < len(words) else None
    if entry is None or entry.definite:
        return amount
    if entry.role == "parts" and not entry.cut:
        unit = amount.value % 10
        mixed = amount.value > 10 and unit >= 3
        value = amount.value - unit + unit * entry.value if mixed else amount.value * entry.value
        return Amount(exact(value), amount.first, end + 1, "fraction", amount.cut)
    if entry.role == "part" and entry.conjoined:
        value = amount.value + entry.value * amount.scale
        kind = "cardinal" if value == int(value) else "fraction"
        end += 1
        repeated = lexicon.word(words[end]) if end < len(words) else None
        if repeated is not None and repeated.role == "scale" and repeated.value == amount.scale:
            end += not repeated.cut or repeated.definite  # «مليون ونصف (ال)مليون»
        return Amount(exact(value), amount.first, end, kind, amount.cut)
    if entry.conjoined and entry.role == "unit" and end + 1 < len(words):
        parts = lexicon.word(words[end + 1])
        if parts is not None and parts.role == "parts":
            value = amount.value + entry.value * parts.value
            return Amount(exact(value), amount.first, end + 2, "fraction", amount.cut)
    return amount
