"""Times that stand together: a part of a day, a weekday and its date, ranges, since and until.

Takes: the `Found`s of the rules, in order. Gives: fewer, longer ones.
"""

from __future__ import annotations

from dataclasses import replace

from riwaya.detection.times import calendar as cal
from riwaya.detection.times.calendar import When
from riwaya.detection.times.scan import Found, Scan

_DAYS = frozenset({"day", "weekday", "date", "holiday"})
_DASHES = frozenset("-/\u2013\u2014")
_MARKS = _DASHES | frozenset("،,()|")
_DATED = frozenset({"year", "month", "date"})
_SOON = 100  # days ahead of which a report may still name a day without its year
_REACH = 2  # words between two names of one time


def merged(scan: Scan, found: list[Found]) -> list[Found]:
    """Neighbours that name one time, as one: «أمس الأربعاء», «الجمعة 15 أكتوبر»."""
    out: list[Found] = []
    for new in found:
        joined = _one(scan, out[-1], new) if out else None
        if joined is not None:
            out[-1] = joined
        else:
            out.append(new)
    return out


def _one(scan: Scan, a: Found, b: Found) -> Found | None:
    gap = b.first - a.last
    if b.cut or gap > _REACH or not _linked(scan, a.last, b.first):
        return None
    if gap and scan.text(b.first - 1) == "\n":
        return None
    last = b.last + (scan.text(a.last) == "(" and scan.text(b.last) == ")")
    roles = {a.role, b.role}
    if roles == {"weekday", "week"}:
        return _in_week(a, b, last)
    if roles == {"date"}:
        return _one_date(scan, a, b, last)
    if not roles <= _DAYS or a.role == b.role:
        return None
    if a.role == "weekday" and scan.text(a.last) in _DASHES and b.role == "weekday":
        return None
    exact = b if a.role == "weekday" else a if b.role == "weekday" else None
    if exact is None:
        exact = a if a.role == "date" else b
        if a.when.earliest != b.when.earliest and gap:
            return None
    weekday = next((f.weekday for f in (a, b) if f.role == "weekday"), None)
    return replace(a, last=last, when=_on_weekday(scan, exact, weekday), role="date")


def _on_weekday(scan: Scan, dated: Found, weekday: int | None) -> When:
    """«الاثنين 18 فبراير»: a date without a year is of the year in which it is that weekday."""
    when, day = dated.when, dated.when.earliest
    if dated.role != "date" or not when.relative or day is None or scan.reference is None:
        return when
    if weekday in (None, day.weekday()):
        return when
    soon = cal.shift(scan.reference, "day", _SOON)
    years = (cal.add_months(day, 12), cal.add_months(day, -12))
    fits = [d for d in years if d.weekday() == weekday and d.day == day.day and d <= soon]
    return cal.day(fits[0], True) if fits and when.latest == day else when


def _one_date(scan: Scan, a: Found, b: Found, last: int) -> Found | None:
    """One day in two calendars («… الموافق …»), or named and dated («أمس الأحد 21 سبتمبر»)."""
    matched = any(scan.term(i, "link") and not scan.term(i, "of") for i in range(a.last, b.first))
    if matched or a.when.earliest == b.when.earliest:
        return replace(a, last=last, when=b.when)
    return None


def _linked(scan: Scan, first: int, last: int) -> bool:
    i = first
    while i < last:
        link = scan.term(i, "link")
        if link:
            i += len(link.keys)
        elif scan.text(i) in _MARKS or scan.term(i, "of"):
            i += 1
        else:
            return False
    return i == last


def _in_week(a: Found, b: Found, last: int) -> Found | None:
    week, other = (a, b) if a.role == "week" else (b, a)
    if week.when.earliest is None or other.weekday is None:
        return replace(a, last=last, role="date")
    value = cal.shift(week.when.earliest, "day", other.weekday)
    return replace(a, last=last, when=cal.day(value, True), role="date")


def with_parts(scan: Scan, found: list[Found]) -> list[Found]:
    """«فجر اليوم», «مساء الاثنين», «ليل الأربعاء - الخميس»: the part of the day joins its day."""
    out: list[Found] = []
    for item in found:
        previous = out[-1] if out else None
        if item.role in _DAYS or item.role == "anchor":
            for length in (3, 2, 1):
                start = item.first - length
                term = scan.term(start, "part") if start >= 0 else None
                if term and len(term.keys) == length and not item.cut:
                    when = replace(item.when, granularity="part")
                    item = replace(item, first=start, cut=term.cut, when=when)
                    break
        if previous and previous.last > item.first:
            continue
        if previous and _night(scan, previous, item):
            first, last = previous.when.earliest, item.when.latest
            if first and last and (last - first).days in (1, -6):
                when = cal.stretch(first, cal.shift(first, "day", 1), "part", True)
                out[-1] = replace(previous, last=item.last, when=when)
                continue
        out.append(item)
    return out


def _night(scan: Scan, a: Found, b: Found) -> bool:
    """«ليلة الجمعة - السبت», «ليلة الأحد على الاثنين»."""
    dash = b.first - a.last == 1 and (
        scan.text(a.last) in _DASHES or bool(scan.term(a.last, "to"))
        or bool(scan.term(a.last, "counted_from"))
    )  # fmt: skip
    near = (a.last == b.first or dash) and not scan.ending(a.first, "since")
    return near and a.when.granularity == "part" and a.weekday is not None and b.role == "weekday"


def ranges(scan: Scan, found: list[Found]) -> list[Found]:
    """«من X حتى Y», «بين X وY», «X - Y» as one time."""
    out: list[Found] = []
    for item in found:
        joined = _range(scan, out[-1], item) if out else None
        if joined is not None:
            out[-1] = joined
            if len(out) > 1 and item.weekday is not None:
                _put_in_week(scan, out, item.weekday)
        else:
            out.append(item)
    return out


def _put_in_week(scan: Scan, out: list[Found], last: int) -> None:
    """«الأسبوع الماضي بين الجمعة والأحد»: the weekdays are those of that week."""
    week, days = out[-2], out[-1]
    if week.role != "week" or days.first - week.last > _REACH or days.weekday is None:
        return
    if week.when.earliest is None:
        return
    first = cal.shift(week.when.earliest, "day", days.weekday)
    end = cal.shift(first, "day", (last - days.weekday) % 7)
    out[-2:] = [replace(days, first=week.first, cut=week.cut, when=cal.stretch(first, end))]


def _range(scan: Scan, a: Found, b: Found) -> Found | None:
    if a.when.anchor or b.when.anchor or a.role == "range":
        return None
    gap = b.first - a.last
    to = scan.term(a.last, "to")
    since = scan.ending(a.first, "since") if not a.cut else None  # «منذ السبت وحتى الأحد»
    through = gap == 1 and bool(to and not to.cut) and bool(scan.ending(a.first, "from"))
    through = through or (gap == 1 and bool(to) and since is not None)
    through = through or (gap == 1 and bool(to) and a.role == "date" and b.role == "date")
    dashed = gap == 1 and scan.text(a.last) in _DASHES and a.role == b.role
    conjoined = (gap == 0 and b.cut) or (gap == 1 and scan.key(a.last) == "و")
    between = bool(conjoined) and bool(scan.ending(a.first, "between"))
    days = bool(conjoined) and bool(scan.ending(a.first, "days") or scan.term(a.first, "days"))
    days = days and {a.role, b.role} <= {"weekday", "date", "day"}
    months = bool(conjoined) and a.role == b.role == "month" and a.when.relative
    months = months and not b.when.relative  # «في تموز وآب 2014»
    if not (through or dashed or between or days or months):
        return None
    first, last = a.when.earliest, b.when.latest
    if first is None or last is None:
        if a.when.relative or b.when.relative:
            return replace(a, last=b.last, when=cal.unknown("span"), role="range")
        return None
    if first > last and a.role == "day" and b.role == "date" and b.when.relative:
        last = cal.add_months(last, 12)  # «من اليوم حتى 22 كانون الثاني»
    if first > last and a.role in ("date", "month", "weekday"):
        weekday = a.role == "weekday"
        years = last.year - first.year - ((first.month, first.day) > (last.month, last.day))
        first = cal.shift(first, "day", -7) if weekday else cal.add_months(first, 12 * years)
    if first > last:
        return None
    relative = a.when.relative or b.when.relative
    when = cal.stretch(first, last, "span", relative)
    joined = replace(a, last=b.last, when=when, role="range")
    return _widened(joined, len(since.keys), since.cut, when) if since and to else joined


def bounded(scan: Scan, item: Found) -> Found:
    """«منذ X» runs to the day of publication; «حتى X» ends with it; «نحو X» is approximate."""
    about = scan.ending(item.first, "about")
    if about:
        item = replace(item, when=cal.approximate(item.when))
    since = scan.ending(item.first, "since")
    if since and item.role != "ago" and not item.cut:
        return _widened(item, len(since.keys), since.cut, _since(scan, item.when))
    if item.role in _DATED and not item.cut and not since:
        outside = _outside(scan, item)
        if outside is not None:
            return outside
    until = scan.ending(item.first, "until")
    latest = item.when.latest
    if until is None or since or item.role == "ago" or item.cut or latest is None:
        return item
    if scan.reference is not None and latest > scan.reference and item.role != "date":
        when = cal.stretch(scan.reference, latest, "span", True)
        return _widened(item, len(until.keys), until.cut, when)
    if scan.reference is None or latest <= scan.reference or item.role == "date":
        when = replace(cal.open_start(latest), relative=item.when.relative)
        return _widened(item, len(until.keys), until.cut, when)
    return item


def _outside(scan: Scan, item: Found) -> Found | None:
    """«قبل عام 2011» ends before it, «بعد 2011» begins after it."""
    earliest, latest = item.when.earliest, item.when.latest
    before, after = scan.ending(item.first, "ago"), scan.ending(item.first, "after")
    if earliest is None or latest is None:
        return None
    if before:
        when = cal.open_start(cal.shift(earliest, "day", -1))
        return _widened(item, len(before.keys), before.cut, when)
    if after:
        first = cal.shift(latest, "day", 1)
        end = scan.reference if scan.reference and scan.reference >= first else None
        edtf = f"{first.isoformat()}/{end.isoformat() if end else '..'}"
        when = When(edtf, first, end, "span", True)
        return _widened(item, len(after.keys), after.cut, when)
    return None


def _widened(item: Found, length: int, cut: int, when: When) -> Found:
    return replace(item, first=item.first - length, cut=cut, when=when)


def _since(scan: Scan, when: When) -> When:
    if when.anchor is not None:
        return replace(when, anchor=cal.Anchor("since " + when.anchor.kind, when.anchor.shift))
    if when.earliest is None:
        return replace(when, granularity="span")
    start = when.edtf.split("/")[0].rstrip("~")
    if scan.reference is None or scan.reference < when.earliest:
        return When(f"{start}/..", when.earliest, None, "span", True)
    return When(f"{start}/{scan.reference.isoformat()}", when.earliest, scan.reference, "span",
                True)  # fmt: skip
