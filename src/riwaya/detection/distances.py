"""How far, and which way, from a place: «20 كم شمال شرقي كذا», «جنوب كذا بنحو 5 كيلومترات».

Takes: a text and a place's noun phrase. Gives: an `Offset`, or None.
Never: knows where the place lies.
"""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.detection.literals import longest
from riwaya.detection.text import Chunk, Text

_FARTHEST = 1000.0  # kilometres; what is farther is a journey or a range, and no place
_DIRECTIONS = frozenset({"directions"}).__contains__
_UNITS = frozenset({"distance_units"}).__contains__


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance in kilometres; `bearing` in degrees clockwise from north, None if not said."""

    kilometres: float
    bearing: float | None


def offset_of(text: Text, chunk: Chunk, first: int, end: int) -> Offset | None:
    """How far from the place that the phrase names; `first` and `end` bound its sentence."""
    bearing = _bearing(text, chunk)
    far = _before(text, chunk, first)
    if far is None and bearing is not None:
        far = _behind(text, chunk.last, end)
    if far is None or not 0 < far <= _FARTHEST:
        return None
    return Offset(far, bearing)


def _bearing(text: Text, chunk: Chunk) -> float | None:
    match = longest(text, chunk.first, chunk.last, _DIRECTIONS)
    cell = match.row.get("bearing", "") if match else ""
    return float(cell) if cell else None


def _before(text: Text, chunk: Chunk, first: int) -> float | None:
    """«20 كم شمال كذا», «على بعد 20 كيلومترا من كذا», «20 كم (شمال كذا)»."""
    i = chunk.first - 1
    if i > first and (text.is_a("from", i) or text.words[i].text in "(،,"):
        i -= 1
    return _length(text, first, i)


def _behind(text: Text, i: int, end: int) -> float | None:
    """«شمال كذا بنحو 20 كم», «شمال كذا بـ20 كيلومتراً»."""
    for at in range(i, min(i + 5, end)):
        if at in text.numbers or _unit(text, at, end) is not None:
            unit = text.numbers[at].last if at in text.numbers else at
            found = _unit(text, unit, end)
            return _length(text, i, found[1] - 1) if found else None
        if not (text.words[at].text in "،,ـ" or text.is_a("about", at) or _by(text, at)):
            return None
    return None


def _by(text: Text, i: int) -> bool:
    """«بنحو», «بمسافة», «على بعد»: what may stand between a place and a distance behind it."""
    key = text.words[i].key
    return text.is_a("distance", i) or (key[:1] == "ب" and key[1:] in text.roles["about"])


def _unit(text: Text, i: int, end: int) -> tuple[dict[str, str], int] | None:
    """The row of the unit that opens at word `i`, and the place after it."""
    if not i < end:
        return None
    match = longest(text, i, end, _UNITS)
    return (dict(match.row), match.last) if match else None


def _length(text: Text, first: int, last: int) -> float | None:
    """The kilometres of the length that ends with word `last`."""
    for start in (last - 1, last):
        found = _unit(text, start, last + 1) if start >= first else None
        if found is None or found[1] != last + 1:
            continue
        row, one = found[0], float(found[0]["kilometres"])
        number = next(
            (n for i in range(start - 1, max(first - 1, start - 7), -1)
             if (n := text.numbers.get(i)) and n.last == start), None,
        )  # fmt: skip
        return one * (number.number.value if number else float(row["count"]))
    return None
