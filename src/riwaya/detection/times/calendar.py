"""Days, months, seasons and Hijri dates as spans with their EDTF.

Takes: years, months and days. Gives: `When`. Never: looks at words.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

UNKNOWN = "XXXX"
_HIJRI_YEARS = range(1343, 1500)  # what the Umm al-Qura tables cover
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # EDTF code, first month


@dataclass(frozen=True, slots=True)
class Anchor:
    """A time that hangs on one told before: `kind` is since, day, week, month, year or dom."""

    kind: str
    shift: int = 0


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of days, both ends inclusive; None is open or unknown."""

    edtf: str
    earliest: date | None
    latest: date | None
    granularity: str
    relative: bool = False
    anchor: Anchor | None = None


def unknown(granularity: str, edtf: str = UNKNOWN) -> When:
    """A time that cannot be placed without a day of publication."""
    return When(edtf, None, None, granularity, True)


def stretch(first: date, last: date, granularity: str = "span", relative: bool = False) -> When:
    """From one day to another, as a day, a month, a year or an interval."""
    return When(_edtf(first, last), first, last, granularity, relative)


def _edtf(first: date, last: date) -> str:
    if first == last:
        return first.isoformat()
    if first.day == 1 and last == month_end(last.year, last.month):
        if (first.year, first.month) == (last.year, last.month):
            return first.isoformat()[:7]
        if first.year == last.year and (first.month, last.month) == (1, 12):
            return first.isoformat()[:4]
    return f"{first.isoformat()}/{last.isoformat()}"


def open_start(last: date, granularity: str = "span") -> When:
    """Up to a day."""
    return When(f"../{last.isoformat()}", None, last, granularity)


def day(value: date, relative: bool = False) -> When:
    """One day."""
    return When(value.isoformat(), value, value, "day", relative)


def make_day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def month(year: int, number: int, relative: bool = False) -> When | None:
    """A whole month; None outside the years 1 to 9999."""
    if not 1 <= year <= 9999:
        return None
    first = date(year, number, 1)
    return When(first.isoformat()[:7], first, month_end(year, number), "month", relative)


def year(number: int, relative: bool = False) -> When | None:
    """A whole year."""
    if not 1 <= number <= 9999:
        return None
    return When(f"{number:04d}", date(number, 1, 1), date(number, 12, 31), "year", relative)


def years(first: int, last: int, granularity: str) -> When:
    """Whole years, first and last included; a decade has the EDTF mask of its last digit."""
    edtf = f"{first:04d}/{last:04d}"
    if granularity == "decade" and first % 10 == 0 and last == first + 9:
        edtf = f"{first // 10:03d}X"
    if granularity == "century" and first % 100 == 0:
        edtf = f"{first // 100:02d}XX"
    return When(edtf, date(first, 1, 1), date(last, 12, 31), granularity)


def season(number: int, code: int) -> When | None:
    """A season of the northern year; winter ends in the year after."""
    if not 1 <= number < 9999:
        return None
    first = date(number, _SEASONS[code], 1)
    last_month = add_months(first, 2)
    last = month_end(last_month.year, last_month.month)
    return When(f"{number:04d}-{code}", first, last, "season")


def week_of(value: date) -> When:
    """The week, Monday to Sunday, of a day."""
    first = shift(value, "day", -value.weekday())
    return stretch(first, shift(first, "day", 6), "week", True)


def add_months(value: date, count: int) -> date:
    """The same day of another month, or its last day; the end of the calendar where it ends."""
    index = value.year * 12 + value.month - 1 + count
    if not 12 <= index < 120000:
        return date.min if count < 0 else date.max
    number, month_index = divmod(index, 12)
    last = calendar.monthrange(number, month_index + 1)[1]
    return date(number, month_index + 1, min(value.day, last))


_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def shift(value: date, unit: str, count: int) -> date:
    """A day moved by some units (hour counts as part of a day: no shift)."""
    if unit in _MONTHS:
        return add_months(value, count * _MONTHS[unit])
    try:
        return value + timedelta(days=count * _DAYS.get(unit, 0))
    except OverflowError:
        return date.min if count < 0 else date.max


def as_exact(value: date, unit: str, count: int) -> When:
    """A day reached by counting so many units, as exact as they are: a day, a month or a year."""
    if unit == "month" and count > 1:
        return month(value.year, value.month, True) or day(value, True)
    if unit in ("year", "decade", "century"):
        return year(value.year, True) or day(value, True)
    return day(value, True)


def hijri_day(number: int, month_number: int, day_number: int) -> date | None:
    """The Gregorian day of a Hijri date of Umm al-Qura; None outside its tables."""
    if number not in _HIJRI_YEARS:
        return None
    try:
        found = Hijri(number, month_number, day_number).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def hijri_month(number: int, month_number: int) -> When | None:
    """The days of a Hijri month."""
    first = hijri_day(number, month_number, 1)
    if first is None:
        return None
    last = hijri_day(number, month_number, 30) or hijri_day(number, month_number, 29)
    return None if last is None else stretch(first, last, "month")


def hijri_year_of(value: date) -> int | None:
    """The Hijri year a day falls in; None outside the tables."""
    try:
        return int(Gregorian(value.year, value.month, value.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def approximate(when: When) -> When:
    """The same time said with «about»."""
    if not when.edtf or when.edtf[-1] in "~/" or "/" in when.edtf or "X" in when.edtf:
        return when
    return replace(when, edtf=when.edtf + "~")


def portion(when: When, part: str, reference: date | None) -> When | None:
    """A part of a month (thirds of ten days) or of a longer time (thirds)."""
    if when.earliest is None or when.latest is None:
        return when if when.relative else None
    first, last = when.earliest, when.latest
    length = (last - first).days + 1
    if 365 <= length <= 366 and part != "rest":
        third_of_year = {"first": 0, "early": 0, "middle": 1}.get(part, 2)
        first = add_months(first, 4 * third_of_year)
        last = shift(add_months(first, 4), "day", -1)
        return stretch(first, last, "span", when.relative)
    third = 10 if 28 <= length <= 31 else max(1, round(length / 3))
    if part == "rest":
        first = max(first, reference) if reference is not None else first
    elif part in ("early", "first"):
        last = shift(first, "day", third - 1)
    elif part == "middle":
        first, last = shift(first, "day", third), shift(first, "day", 2 * third - 1)
    else:
        first = shift(first, "day", 2 * third)
    return stretch(first, last, "span", when.relative) if first <= last else None
