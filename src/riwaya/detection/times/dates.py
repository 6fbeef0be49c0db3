"""Months, days of months and years, in words and digits, of both calendars."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from riwaya.detection.times import calendar as cal
from riwaya.detection.times.calendar import When
from riwaya.detection.times.scan import Found, Scan

_SHORT = 3  # letters
_DOUBLED = frozenset("/(-\u2013")  # between two names of one month


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month's name at words[...:last]."""

    calendar: str
    month: int
    last: int
    needs: str  # free, context or strict; free after «شهر»
    cut: int
    preposition: bool


@dataclass(frozen=True, slots=True)
class YearName:
    """A year's name: a number, or a year counted from the day of publication."""

    number: int
    last: int
    relative: bool = False
    hijri: bool = False


def month_name(scan: Scan, i: int) -> MonthName | None:
    """«أكتوبر», «شهر أكتوبر», «شهر 10», «آب/أغسطس», «يناير (كانون الثاني)» at words[i]."""
    head = scan.term(i, "month_word")
    at = i + 1 if head else i
    term = scan.term(at, "month")
    if term is not None and len(term.keys[0]) - term.cut < _SHORT and "إ" in scan.text(at):
        return None  # «إب», a town, is not «آب»
    if term is None:
        number = scan.whole(at, 1, 12) if head and not head.definite else None
        if head is None or number is None:
            return None
        joined = bool(head.preposition)
        return MonthName("g", number, scan.numbers[at].last, "free", head.cut, joined)
    if head and head.definite:
        return None
    system, number_text, needs = term.value.split()
    number, last = int(number_text), at + len(term.keys)
    second = scan.term(last + 1, "month") if scan.text(last) in _DOUBLED else None
    if second and second.value.split()[:2] == [system, number_text] and not second.cut:
        last += 1 + len(second.keys)
        last += scan.text(last) == ")"
        needs = "free"
    first = head or term
    return MonthName(
        system, number, last, "free" if head else needs, first.cut, bool(first.preposition)
    )


def year_name(scan: Scan, i: int, bare: bool = True) -> YearName | None:
    """A year at words[i]: «2014», «من عام 2014», «العام الماضي», «سنة ألفين وعشرة», «1444 هـ»."""
    at = i
    if scan.text(at) in ("،", ",", "/"):
        at += 1
    of = scan.term(at, "of")
    if of and scan.term(at, "from"):
        at += 1
    said = scan.term(at, "year_word")
    if said:
        at += 1
        offset = _adjective(scan, at)
        if offset is not None and scan.reference is not None:
            return YearName(scan.reference.year + offset, at + 1, True)
    elif at > i and scan.term(at - 1, "from"):
        spoken = scan.numbers.get(at)
        if spoken is None or spoken.number.value < 1000:
            return None
    if not (said or bare):
        return None
    value = scan.whole(at, 30 if said else 1000, 2200)
    if value is None or (value < 1000 and not scan.text(at).isdecimal()):
        return None
    value += 1900 if value < 100 else 0
    number = scan.numbers[at]
    text = scan.text(at)
    if number.last == at + 1 and not said and text[0].isdecimal() and not text.isdecimal():
        return None
    last = number.last
    era = scan.term(last, "era")
    hijri = era is not None and era.value == "h"
    last += era is not None
    return YearName(value, last, False, hijri)


def _adjective(scan: Scan, i: int) -> int | None:
    for role, offset in (("last", -1), ("next", 1), ("this", 0)):
        term = scan.term(i, role)
        if term and not term.cut:
            return offset
    return None


def built(scan: Scan, name: MonthName, i: int, day: int | None, last: int) -> Found | None:
    """The month, or a day of it, with the year after words[last] or the latest such one."""
    year = year_name(scan, last)
    if year is not None:
        resolved = _resolve(name, day, year.number, year.hijri)
        if resolved is None:
            return None
        return Found(i, year.last, resolved, "date" if day else "month", name.cut)
    offset = _adjective(scan, last)
    if offset is not None:
        last += 1
    if scan.term(last, "same"):
        last += 1
    if scan.reference is None:
        form = f"XXXX-{name.month:02d}" + (f"-{day:02d}" if day else "")
        blank = cal.unknown("day" if day else "month", form if name.calendar == "g" else "XXXX")
        return Found(i, last, blank, "date" if day else "month", name.cut)
    ahead = offset == 1 or (offset is None and scan.future(i))
    strict = offset == -1
    role = "date" if day else "month"
    if offset == 0 and name.calendar == "g":  # «20 أيار الجاري»
        this = _resolve(name, day, scan.reference.year, False)
        return Found(i, last, replace(this, relative=True), role, name.cut) if this else None
    found = _nearest(
        lambda y: _resolve(name, day, y, name.calendar == "h"),
        _year_now(name, scan.reference), scan.reference, ahead, strict,
    )  # fmt: skip
    if found is None:
        return None
    when = replace(found, relative=True)  # its year hangs on the day of publication
    return Found(i, last, when, role, name.cut)


def _year_now(name: MonthName, reference: date) -> int:
    if name.calendar == "g":
        return reference.year
    return cal.hijri_year_of(reference) or 1440


def _nearest(
    make: Callable[[int], When | None], now: int, reference: date, ahead: bool, strict: bool
) -> When | None:
    """The latest one that has begun (ended, where strict), or the next one."""
    options = [when for y in range(now - 8, now + 9) if (when := make(y)) is not None]
    begun = [w for w in options if w.earliest and w.earliest <= reference]
    if ahead:
        coming = [w for w in options if w.latest and w.latest >= reference]
        return coming[0] if coming else None
    if strict:
        begun = [w for w in begun if w.latest and w.latest < reference]
    return begun[-1] if begun else None


def _resolve(name: MonthName, day: int | None, year: int, hijri: bool) -> When | None:
    if name.calendar == "g":
        if day is None:
            return cal.month(year, name.month)
        made = cal.make_day(year, name.month, day)
        return cal.day(made) if made is not None else None
    if hijri or year < 1600:
        if day is None:
            return cal.hijri_month(year, name.month)
        made = cal.hijri_day(year, name.month, day)
        return cal.day(made) if made is not None else None
    for number in range(year - 580, year - 577):
        found = _resolve(name, day, number, True)
        if found and found.earliest and found.earliest.year == year:
            return found
    return None


def month_rule(scan: Scan, i: int) -> Found | None:
    """A month: «أكتوبر 2022», «شهر آذار الماضي», «سبتمبر الحادي والعشرين 1978»."""
    name = month_name(scan, i)
    if name is None or name.needs == "strict":
        return None
    ordinal = scan.numbers.get(name.last)
    if ordinal and ordinal.number.kind == "ordinal" and scan.key(name.last).startswith("ال"):
        value = scan.whole(name.last, 1, 31)
        if value:
            return built(scan, name, i, value, ordinal.last)
    if day := _american_day(scan, name.last):
        return built(scan, name, i, day, scan.numbers[name.last].last)
    if name.needs == "context" and not _in_context(scan, name, i):
        return None
    return built(scan, name, i, None, name.last)


def _american_day(scan: Scan, i: int) -> int | None:
    """«يناير 12، 2016»: a day behind its month, where a comma and a year follow."""
    day = scan.whole(i, 1, 31) if scan.text(i).isdecimal() else None
    comma = day is not None and scan.text(i + 1) in ("،", ",")
    return day if comma and scan.whole(i + 2, 1900, 2100) else None


def named_month_rule(scan: Scan, i: int) -> Found | None:
    """A month behind a word that wants one («مطلع ماي», «ثالث أيام رمضان»)."""
    name = month_name(scan, i)
    if name is None or name.needs == "strict":
        return None
    return month_rule(scan, i) or built(scan, name, i, None, name.last)


def _in_context(scan: Scan, name: MonthName, i: int) -> bool:
    """Whether a preposition of time, a year or an adjective says that the word is a month."""
    if name.preposition or scan.term(i - 1, "on") or year_name(scan, name.last):
        return True
    return _adjective(scan, name.last) is not None or scan.term(name.last, "blessed") is not None


def day_month_rule(scan: Scan, i: int) -> Found | None:
    """«15 أكتوبر», «الثامن من أيلول 2014», «3 و9 يناير» (a range), «15 الجاري»."""
    number = scan.numbers.get(i)
    if number is None or number.first != i:
        return None
    value, kind = number.number, number.number.kind
    cut = value.start - scan.words[i].start
    last = number.last
    of = scan.term(last, "of")
    linked = of and len(scan.key(last)) > 1
    if linked and not scan.term(last, "from") and kind not in ("range", "ordinal"):
        linked = None  # «قتل 3 في يناير»
    at = last + 1 if linked else last
    ends = (value.low, value.high) if kind == "range" else (value.value, value.value)
    if ends[0] is None or ends[1] is None or not 1 <= ends[0] <= ends[1] <= 31:
        return None
    if value.value != int(value.value) or kind in ("percent", "fraction", "dual"):
        return None
    first_day, last_day = int(ends[0]), int(ends[1])
    if kind in ("cardinal", "ordinal") and scan.ending(i, "days"):
        last_day, at = _listed_days(scan, last_day, at)
    name = month_name(scan, at)
    if name is not None and not name.preposition | bool(name.cut):
        strict = name.needs == "strict"
        if strict and year_name(scan, name.last) is None:
            return None
        return _days(scan, name, i, first_day, last_day, cut)
    return _of_this_month(scan, i, at, first_day, last_day, cut, at > last)


def _listed_days(scan: Scan, day: int, i: int) -> tuple[int, int]:
    """«يومي 5 و6 مايو», «أيام 12 و13 و14 أيار»: the last of the days, and the place after it."""
    while True:
        at = i + 1 if scan.key(i) in ("و", "،", ",") else i
        number, following = scan.numbers.get(at), scan.whole(at, 1, 31)
        joined = at > i or scan.text(at).startswith("و")
        if number is None or following is None or not joined or following <= day:
            return day, i
        day, i = following, number.last


def _days(scan: Scan, name: MonthName, i: int, first: int, last: int, cut: int) -> Found | None:
    end = built(scan, name, i, first, name.last)
    if end is None or first == last:
        return Found(i, end.last, end.when, "date", cut) if end is not None else None
    earliest = end.when.earliest  # its year is that of the first day, which has begun
    if earliest is None:
        return Found(i, end.last, cal.unknown("span"), "range", cut)
    latest = cal.shift(earliest, "day", last - first)
    return Found(i, end.last, cal.stretch(earliest, latest), "range", cut)


def _of_this_month(
    scan: Scan, i: int, at: int, first: int, last: int, cut: int, of: bool
) -> Found | None:
    """«15 الجاري», «الثامن من الشهر نفسه», «4 إلى 23 الشهر المقبل»."""
    anchor = scan.term(at, "anchor")
    if anchor and anchor.value.startswith("month"):
        shift = int(anchor.value.split()[1])
        when = When("XXXX", None, None, "day", True, cal.Anchor("dom", shift * 100 + last))
        return Found(i, at + len(anchor.keys), when, "anchor", cut)
    month_word = scan.term(at, "month_word")
    head = month_word is not None or _the_month(scan, at)
    if scan.term(at, "this") and _the_month(scan, at + 1):
        offset, end = 0, at + 2
    else:
        place = at + 1 if head else at
        adjective = _adjective(scan, place)
        if adjective is None or (not head and (of or not scan.key(place).startswith("ال"))):
            return None
        if not head and not _dated(scan, i):
            return None
        offset, end = adjective, place + 1
    if scan.reference is None:
        return Found(i, end, cal.unknown("day"), "date", cut)
    month = cal.add_months(scan.reference.replace(day=1), offset)
    a = cal.make_day(month.year, month.month, first)
    b = cal.make_day(month.year, month.month, last)
    if a is None or b is None:
        return None
    when = cal.day(a, True) if a == b else cal.stretch(a, b, "span", True)
    return Found(i, end, when, "date" if a == b else "range", cut)


def _the_month(scan: Scan, i: int) -> bool:
    unit = scan.term(i, "unit")
    return unit is not None and unit.definite and unit.value == "month 1" and not unit.cut


def _dated(scan: Scan, i: int) -> bool:
    """Whether what stands before a bare number says that it is a day."""
    return bool(scan.term(i - 1, "on") or scan.term(i - 1, "day_word"))
