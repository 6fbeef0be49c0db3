"""Times counted from a named one: «قبل العيد بيومين», «بعد أسبوع من 15 أيار», «عشية العيد».

Takes: the `Found`s of the rules, in order. Gives: the same with these in their place.
"""

from __future__ import annotations

from dataclasses import replace

from riwaya.detection.times import calendar as cal
from riwaya.detection.times.lexicon import Term
from riwaya.detection.times.scan import Found, Scan
from riwaya.detection.times.units import Length, length_at

_LONGEST = 4  # words of a length and its particle
_NAMED = frozenset({"holiday", "date", "weekday", "day"})


def eves(scan: Scan, found: list[Found]) -> list[Found]:
    """«عشية عيد الأضحى», «ليلة رأس السنة»: the day before a feast."""
    return [_eve(scan, item) for item in found]


def _eve(scan: Scan, item: Found) -> Found:
    term = scan.ending(item.first, "eve") if item.role == "holiday" and not item.cut else None
    if term is None or item.when.earliest is None:
        return item
    when = cal.day(cal.shift(item.when.earliest, "day", -1), item.when.relative)
    return replace(item, first=item.first - len(term.keys), cut=term.cut, when=when, role="day")


def counted(scan: Scan, found: list[Found]) -> list[Found]:
    """«قبل عيد الميلاد بيومين», «بعد أسبوع من الجمعة»: so long before or after a named day."""
    return [_counted(scan, item) for item in found]


def _counted(scan: Scan, item: Found) -> Found:
    if item.role not in _NAMED or item.cut or item.when.earliest is None:
        return item
    before, after = scan.ending(item.first, "ago"), scan.ending(item.first, "after")
    particle = before or after
    if particle is None:
        return _counted_from(scan, item)
    by = scan.term(item.last, "of")
    split = by is not None and scan.key(item.last) == "ب"
    length = length_at(scan, item.last + split)
    if length is None or length.low != length.high or not (split or scan.key(item.last)[0] == "ب"):
        return item
    return _moved(item, item.first - len(particle.keys), length.last, particle, length)


def _counted_from(scan: Scan, item: Found) -> Found:
    """«قبل يومين من العيد», «بعد أسبوع من 15 أيار»."""
    if not scan.term(item.first - 1, "from"):
        return item
    for first in range(item.first - 3, max(-1, item.first - 3 - _LONGEST), -1):
        for role in ("ago", "after"):
            particle = scan.term(first, role)
            length = length_at(scan, first + len(particle.keys)) if particle else None
            if particle and length and length.low == length.high and length.last == item.first - 1:
                return _moved(item, first, item.last, particle, length)
    return item


def _moved(item: Found, first: int, last: int, particle: Term, length: Length) -> Found:
    """A named day moved by a length, back where the particle is «قبل»."""
    back = particle.role == "ago"
    start = item.when.earliest if back else item.when.latest or item.when.earliest
    if start is None:
        return item
    value = cal.shift(start, length.unit, -length.low if back else length.low)
    when = cal.day(value, item.when.relative)
    return replace(item, first=first, last=last, cut=particle.cut, when=when, role="date")
