"""Days named from the day of publication, weekdays, weekends, and the n-th weekday of a month."""

from __future__ import annotations

from datetime import date

from riwaya.detection.times import calendar as cal
from riwaya.detection.times.calendar import When
from riwaya.detection.times.scan import Found, Scan
from riwaya.detection.times.units import beyond

_FRIDAY = 4
_CLAUSE = 8  # words before a weekend in which a verb in the first person is looked for
_WEEKS = 5  # at most so many of one weekday in a month


def deictic_rule(scan: Scan, i: int) -> Found | None:
    """«أمس», «أول من أمس», «بعد غد», «هذا اليوم»."""
    term = scan.term(i, "day")
    if term is None:
        return None
    last = i + len(term.keys)
    if term.value == "0" and _counts_days(scan, last):
        return None
    if scan.reference is None:
        return Found(i, last, cal.unknown("day"), "day", term.cut)
    value = cal.shift(scan.reference, "day", int(term.value))
    return Found(i, last, cal.day(value, True), "day", term.cut)


def _counts_days(scan: Scan, i: int) -> bool:
    """«اليوم الثالث للهجوم», «اليوم الـ15»: which day of something, not that of publication."""
    number = scan.numbers.get(i + 1 if scan.term(i, "article") else i)
    return number is not None and (number.first > i or number.number.kind == "ordinal")


def vague_rule(scan: Scan, i: int) -> Found | None:
    """«مؤخرا», «في الآونة الأخيرة»: a wide stretch before the day of publication."""
    term = scan.term(i, "vague")
    if term is None:
        return None
    last = i + len(term.keys)
    if scan.reference is None:
        return Found(i, last, cal.unknown("span"), "vague", term.cut)
    first, end = (cal.shift(scan.reference, "day", -int(n)) for n in term.value.split())
    return Found(i, last, cal.stretch(first, end, "span", True), "vague", term.cut)


def weekend_rule(scan: Scan, i: int) -> Found | None:
    """«نهاية الأسبوع الماضي»: Friday to Sunday of a week."""
    term = scan.term(i, "weekend")
    if term is None:
        return None
    last = i + len(term.keys)
    if scan.reference is None:
        return Found(i, last, cal.unknown("span"), "vague", term.cut)
    weeks = int(term.value)
    bare = weeks == 0 and not any(scan.term(i + n, "this") for n in range(len(term.keys)))
    mine = any(scan.text(k).startswith("سأ") for k in range(i - _CLAUSE, i))  # «سأعود»
    told = not scan.future(i) and not mine
    if bare and told and scan.reference.weekday() < _FRIDAY:
        weeks = -1  # the one that has been
    if further := beyond(scan, last):
        weeks, last = further
    monday = cal.shift(scan.reference, "week", weeks)
    monday = cal.shift(monday, "day", -monday.weekday())
    when = cal.stretch(cal.shift(monday, "day", 4), cal.shift(monday, "day", 6), "span", True)
    return Found(i, last, when, "vague", term.cut)


def weekday_rule(scan: Scan, i: int) -> Found | None:
    """«الثلاثاء», «يوم الجمعة الماضي», «يوم أحد»; the latest one unless said to be the next."""
    head = scan.term(i, "day_word")
    at = i + 1 if head else i
    term = scan.term(at, "weekday")
    if term is None or (head and (head.definite or term.cut)):
        return None
    number, last = int(term.value), at + 1
    if not term.definite and not head:
        return _of_week(scan, i, number)
    dated = _with_number(scan, i, last, number, (head or term).cut)
    if dated is not None:
        return dated
    direction = 0
    if further := beyond(scan, last):
        if scan.reference is None:
            return Found(i, further[1], cal.unknown("day"), "day", (head or term).cut, number)
        sign = 1 if further[0] > 0 else -1
        first = _weekday(scan.reference, number, sign)
        day = cal.day(cal.shift(first, "week", sign), True)
        return Found(i, further[1], day, "day", (head or term).cut, number)
    for role, sign in (("last", -1), ("next", 1), ("this", 2)):
        adjective = scan.term(last, role)
        if adjective and not adjective.cut and adjective.definite:
            direction, last = sign, last + len(adjective.keys)
            break
    cut = (head or term).cut
    if scan.reference is None:
        return Found(i, last, cal.unknown("day"), "weekday", cut, number)
    if direction == 0 and scan.future(i):
        direction = 2
    value = cal.day(_weekday(scan.reference, number, direction), True)
    role = "weekday" if direction in (0, 2) else "day"
    return Found(i, last, value, role, cut, number)


def _with_number(scan: Scan, i: int, last: int, number: int, cut: int) -> Found | None:
    """«الجمعة 15», «الخميس في الحادي والعشرين»: the nearest such day, where nothing is counted."""
    at = last + 1 if scan.term(last, "on") and not scan.term(last, "to") else last
    day = scan.whole(at, 1, 31)
    if day is None or scan.reference is None:
        return None
    number_at = scan.numbers[at]
    if number_at.number.kind == "ordinal" and day <= _WEEKS and at == last:
        return None  # «الأحد الثاني», the second Sunday
    end = number_at.last
    following = scan.text(end)
    if following[:1].isalnum() and not (scan.term(end, "to") or scan.key(end) == "و"):
        return None
    if following in ("،", ",") and scan.term(end + 1, "of_count"):
        return None  # «قتل السبت 10، بينهم طفلان»
    ranged = scan.term(end, "to") or any(scan.ending(i, r) for r in ("from", "to", "until"))
    last_day = 45 if ranged or scan.future(i) else 0
    for days in range(46):
        for sign in (-1, 1):
            value = cal.shift(scan.reference, "day", sign * days)
            if value.day == day and value.weekday() == number and sign * days <= last_day:
                return Found(i, end, cal.day(value, True), "date", cut)
    return None


def bare_day_rule(scan: Scan, i: int) -> Found | None:
    """«في 15.»: where nothing is counted and the clause ends, the latest such day of a month."""
    day = scan.whole(i, 1, 31)
    following = scan.text(i + 1)
    if day is None or not scan.text(i).isdecimal():
        return None
    if not scan.term(i - 1, "in") or following not in ("", ".", "\n"):
        return None
    if scan.reference is None:
        return Found(i, i + 1, cal.unknown("day"), "date")
    for back in range(12):
        month = cal.add_months(scan.reference.replace(day=1), -back)
        value = cal.make_day(month.year, month.month, day)
        if value is not None and value <= scan.reference:
            return Found(i, i + 1, cal.day(value, True), "date")
    return None


def _weekday(reference: date, number: int, direction: int) -> date:
    """The weekday: 0 latest, -1 before, 1 after, 2 coming, the day of publication included."""
    back = (reference.weekday() - number) % 7
    if direction == 0:
        return cal.shift(reference, "day", -back)
    if direction == -1:
        return cal.shift(reference, "day", -(back or 7))
    ahead = (number - reference.weekday()) % 7
    return cal.shift(reference, "day", ahead or (7 if direction == 1 else 0))


def _of_week(scan: Scan, i: int, number: int) -> Found | None:
    """«أحد الأسبوع الماضي»: an indefinite weekday before a week; joined with it later."""
    unit = scan.term(i + 1, "unit")
    if unit is None or not unit.definite or unit.value != "week 1" or scan.reference is None:
        return None
    value = cal.day(_weekday(scan.reference, number, 0), True)
    return Found(i, i + 1, value, "weekday", 0, number)


def nth_weekday(container: When, number: int, nth: int) -> When | None:
    """The n-th weekday of a stretch of days; -1 is the last."""
    if container.earliest is None or container.latest is None:
        return container if container.relative else None
    if nth < 0:
        back = (container.latest.weekday() - number) % 7
        value = cal.shift(container.latest, "day", -back)
    else:
        ahead = (number - container.earliest.weekday()) % 7
        value = cal.shift(container.earliest, "day", ahead + 7 * (nth - 1))
    return cal.day(value, container.relative) if value <= container.latest else None
