"""Dates written in digits: «12/10/2022», «2022-10-15», «10/2022», «22/4», and bare years."""

from __future__ import annotations

from datetime import date

from riwaya.detection.times import calendar as cal
from riwaya.detection.times.calendar import When
from riwaya.detection.times.dates import year_name
from riwaya.detection.times.scan import Found, Scan


def digits_rule(scan: Scan, i: int) -> Found | None:
    """A date in digits at words[i]."""
    text = scan.text(i)
    mark = "/" if "/" in text else "-" if "-" in text else "." if "." in text else ""
    if not mark and scan.text(i + 1) == _BACKSLASH == scan.text(i + 3):
        return _apart(scan, i)
    parts = text.split(mark) if mark else _three_words(scan, i)
    if not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    numbers = [int(part) for part in parts]
    last = i + 1 if mark else i + 3
    if len(parts) == 3:
        value = _hijri(scan, last, numbers) or _full(numbers, [len(part) for part in parts])
        if scan.term(last, "era"):
            last += 1
        return Found(i, last, cal.day(value), "date") if value is not None else None
    if len(parts) != 2:
        return None
    if mark == "/" and len(parts[1]) == 4 and 1 <= numbers[0] <= 12 and numbers[1] >= 1900:
        when = cal.month(numbers[1], numbers[0])
        return Found(i, last, when, "month") if when is not None else None
    if mark == "/" and 1900 <= numbers[0] <= 2100 and 1 <= numbers[1] <= 12:
        when = cal.month(numbers[0], numbers[1])  # «2015/3»
        return Found(i, last, when, "month") if when is not None else None
    when = _day_month(scan, i, numbers, mark)
    return Found(i, last, when, "date") if when is not None else None


_BACKSLASH = "\\"


def _apart(scan: Scan, i: int) -> Found | None:
    """«12\\11\\2018», five words to the tokeniser."""
    parts = [scan.text(n) for n in (i, i + 2, i + 4)]
    if not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    value = _full([int(part) for part in parts], [len(part) for part in parts])
    return Found(i, i + 5, cal.day(value), "date") if value is not None else None


def _hijri(scan: Scan, last: int, numbers: list[int]) -> date | None:
    """«22/3/1437هـ», where the era is said."""
    era = scan.term(last, "era")
    if era is None or era.value != "h":
        return None
    year = max(numbers)
    day, month = (numbers[2], numbers[1]) if numbers[0] == year else (numbers[0], numbers[1])
    return cal.hijri_day(year, month, day)


def _three_words(scan: Scan, i: int) -> list[str]:
    """«22-4», kept as three words by the tokeniser."""
    if scan.text(i + 1) == "-" and i + 2 < len(scan.words):
        a, b, c = scan.words[i], scan.words[i + 1], scan.words[i + 2]
        if a.end == b.start and b.end == c.start:
            return [a.text, c.text]
    return ["-"]


def _full(numbers: list[int], lengths: list[int]) -> date | None:
    if lengths[0] == 4:
        return cal.make_day(*numbers) or cal.make_day(numbers[0], numbers[2], numbers[1])
    first, second, year = numbers
    if lengths[2] == 2:
        year += 2000 if year < 70 else 1900
    elif lengths[2] != 4:
        return None
    return cal.make_day(year, second, first) or cal.make_day(year, first, second)


def _day_month(scan: Scan, i: int, numbers: list[int], mark: str) -> When | None:
    """A day and a month without a year: the latest such day."""
    first, second = numbers
    said = any(scan.term(i - 1, role) for role in ("on", "day_word", "weekday"))
    plain = mark == "/" and max(numbers) > 12
    if not (said or plain) or not (1 <= min(numbers) <= 12 and max(numbers) <= 31):
        return None
    if mark != "/" and (max(numbers) <= 12 or not said or (not mark and first < second)):
        return None
    day, month = (second, first) if second > 12 else (first, second)
    if scan.reference is None:
        return cal.unknown("day", f"XXXX-{month:02d}-{day:02d}")
    for year in range(scan.reference.year, scan.reference.year - 9, -1):
        found = cal.make_day(year, month, day)
        if found and found <= scan.reference:
            return cal.day(found, True)
    return None


def year_rule(scan: Scan, i: int) -> Found | None:
    """«عام 2014», «2014-2018», and after a particle of time «في 2014», «منذ 2011»."""
    head = scan.term(i, "year_word")
    at = i + 1 if head else i
    number = scan.numbers.get(at)
    if number is None:
        return None
    if number.number.kind == "range":
        low, high = number.number.low or 0, number.number.high or 0
        if not (1900 <= low < high <= 2100) or not (head or _linked(scan, at)):
            return None
        return Found(i, number.last, cal.years(low, high, "span"), "range", head.cut if head else 0)
    if head:
        pair = _pair(scan, i, at)
        if pair is not None:
            return pair
    if not head and not _stands_alone(scan, at):
        return None
    name = year_name(scan, i)
    if name is None or name.relative:
        return None
    if name.hijri:
        start, end = cal.hijri_day(name.number, 1, 1), cal.hijri_day(name.number + 1, 1, 1)
        if start is None or end is None:
            return None
        when: When | None = cal.stretch(start, cal.shift(end, "day", -1), "year")
    else:
        when = cal.year(name.number)
    return Found(i, name.last, when, "year", head.cut if head else 0) if when is not None else None


def _pair(scan: Scan, i: int, at: int) -> Found | None:
    """«بين عامي 2013 و2015»."""
    first = scan.whole(at, 1700, 2100)
    last = at + 1
    if first is None or not scan.ending(i, "between"):
        return None
    last += scan.key(last) == "و"
    second = scan.whole(last, 1700, 2100)
    if second is None or second <= first:
        return None
    when = cal.years(first, second, "span")
    return Found(i, scan.numbers[last].last, when, "range")


def _linked(scan: Scan, i: int) -> bool:
    return scan.text(i + 1) == "-" or bool(scan.ending(i, "between") or scan.ending(i, "from"))


def _to_only(scan: Scan, i: int) -> bool:
    return scan.term(i, "to") is not None and scan.term(i, "until") is None


def _stands_alone(scan: Scan, i: int) -> bool:
    """Whether a bare number of four digits, or spelled in three words, is a year."""
    number = scan.numbers[i]
    value = scan.whole(i, 1700, 2100)
    before = scan.term(i - 1, "on")
    if value is None or before is None:
        return False
    if any(scan.term(i - 1, role) for role in ("from", "between")) or _to_only(scan, i - 1):
        return False
    if scan.term(number.last, "unit"):
        return False
    if number.last == i + 1:
        return scan.text(i).isdecimal() and len(scan.text(i)) == 4 and value >= 1900
    return number.last - i >= 2
