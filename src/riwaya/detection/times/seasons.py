"""Seasons, decades, centuries, holidays, and parts of longer times («مطلع», «الربع الثالث»)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from riwaya.detection.numbers import NumberAt
from riwaya.detection.times import calendar as cal
from riwaya.detection.times.calendar import When
from riwaya.detection.times.dates import YearName, day_month_rule, named_month_rule, year_name
from riwaya.detection.times.days import nth_weekday
from riwaya.detection.times.digits import year_rule
from riwaya.detection.times.scan import Found, Scan
from riwaya.detection.times.units import definite_rule

Rule = Callable[[Scan, int], Found | None]


def season_rule(scan: Scan, i: int) -> Found | None:
    """«صيف 2014», «شتاء العام الماضي», «الصيف الماضي», «هذا الشتاء»."""
    this = scan.term(i, "this")
    if this and not this.definite:
        return _this_season(scan, i, this.cut)
    term = scan.term(i, "season")
    if term is None:
        return None
    code = int(term.value)
    spread = scan.numbers.get(i + 1)
    if not term.definite and spread and spread.number.kind == "range":
        return _over_new_year(i, spread, code, term.cut)
    year = None if term.definite else _spoken_year(scan, i + 1)
    if year is not None:
        when = cal.season(year.number, code)
        return Found(i, year.last, when, "season", term.cut) if when is not None else None
    if not term.definite:
        return None
    for role, ahead in (("last", -1), ("this", 0), ("next", 1)):
        adjective = scan.term(i + 1, role)
        if adjective is None or not adjective.definite or adjective.cut:
            continue
        if scan.reference is None:
            return Found(i, i + 2, cal.unknown("season"), "season", term.cut)
        return Found(i, i + 2, _near_season(scan.reference, code, ahead), "season", term.cut)
    return None


def _this_season(scan: Scan, i: int, cut: int) -> Found | None:
    """«هذا الشتاء»: the one that lasts, else the nearest, in a sentence of the future the next."""
    term = scan.term(i + 1, "season")
    if term is None or not term.definite or term.cut:
        return None
    if scan.reference is None:
        return Found(i, i + 2, cal.unknown("season"), "season", cut)
    code = int(term.value)
    now, when = scan.reference, _near_season(scan.reference, code, 0)
    coming = _near_season(now, code, 1)
    if when.latest and when.latest < now and coming.earliest:
        nearer = coming.earliest - now < now - when.latest
        when = coming if nearer or scan.future(i) else when
    return Found(i, i + 2, when, "season", cut)


def _near_season(now: date, code: int, ahead: int) -> When:
    """The season that is over (-1), has begun (0) or will come (1), seen from a day."""
    found = [w for y in range(now.year - 2, now.year + 2) if (w := cal.season(y, code))]
    past = [w for w in found if w.latest and w.latest < now]
    begun = [w for w in found if w.earliest and w.earliest <= now]
    coming = [w for w in found if w.earliest and w.earliest > now]
    return past[-1] if ahead < 0 else begun[-1] if ahead == 0 else coming[0]


def _over_new_year(i: int, spread: NumberAt, code: int, cut: int) -> Found | None:
    """«شتاء 2018-2019»: the winter between the two years, another season of both."""
    low, high = spread.number.low or 0, spread.number.high or 0
    first, last = cal.season(low, code), cal.season(high if code != _WINTER else high - 1, code)
    if not 1000 < low < high or first is None or last is None:
        return None
    if first.earliest is None or last.latest is None:
        return None
    when = first if first == last else cal.stretch(first.earliest, last.latest, "span")
    return Found(i, spread.last, when, "season", cut)


_WINTER = 24


def _spoken_year(scan: Scan, i: int) -> YearName | None:
    year = year_name(scan, i)
    if year is None and (found := definite_rule(scan, i)) and found.when.earliest:
        named = found.role == "year" and not found.cut  # «شتاء هذا العام»
        return YearName(found.when.earliest.year, found.last, relative=True) if named else None
    return year if year and year.number >= 1000 and not year.hijri else None


def decade_rule(scan: Scan, i: int) -> Found | None:
    """«السبعينيات», «ثمانينيات القرن الماضي», «القرن التاسع عشر»."""
    term = scan.term(i, "decade")
    if term:
        century = scan.term(i + 1, "century")
        last = i + 1 + (len(century.keys) if century else 0)
        first = int(term.value)
        if century and century.value in ("1800", "1700"):
            first += int(century.value) - 1900
        return Found(i, last, cal.years(first, first + 9, "decade"), "decade", term.cut)
    term = scan.term(i, "century")
    if term is None:
        return None
    first = int(term.value)
    when = cal.years(first, first + 99, "century")
    return Found(i, i + len(term.keys), when, "century", term.cut)


def holiday_rule(scan: Scan, i: int) -> Found | None:
    """«عيد الأضحى 2013», «رأس السنة الهجرية», «عاشوراء»: of the year said, else the latest."""
    term = scan.term(i, "holiday")
    if term is None:
        return None
    system, month, day, days = term.value.split()
    last = i + len(term.keys)
    last += scan.term(last, "blessed") is not None
    year = year_name(scan, last)
    options = _occurrences(scan, system, int(month), int(day), year)
    span = int(days) - 1
    if year is not None:
        last = year.last
        if year.number > 1600:
            options = [d for d in options if d.year == year.number]
        if not options:
            return None
        when = cal.stretch(options[0], cal.shift(options[0], "day", span), "holiday")
        return Found(i, last, when, "holiday", term.cut)
    if scan.reference is None:
        return Found(i, last, cal.unknown("holiday"), "holiday", term.cut)
    now = scan.reference
    adjective = scan.term(last, "next")
    ahead = bool(adjective) or scan.future(i)
    last += bool(adjective or scan.term(last, "last"))
    chosen = [d for d in options if d >= now] if ahead else [d for d in options if d <= now]
    if not chosen:
        return None
    value = min(chosen) if ahead else max(chosen)
    when = cal.stretch(value, cal.shift(value, "day", span), "holiday", True)
    return Found(i, last, when, "holiday", term.cut)


def feast_day_rule(scan: Scan, i: int) -> Found | None:
    """«ثاني أيام عيد الأضحى»: a day of a feast."""
    term = scan.term(i, "feast_day")
    if term is None:
        return None
    at = i + len(term.keys)
    found = holiday_rule(scan, at) or named_month_rule(scan, at)
    if found is None:
        return None
    if found.when.earliest is None:
        return Found(i, found.last, found.when, "holiday", term.cut)
    value = cal.shift(found.when.earliest, "day", int(term.value))
    when = cal.stretch(value, value, "holiday", found.when.relative)
    return Found(i, found.last, when, "holiday", term.cut)


def _occurrences(
    scan: Scan, system: str, month: int, day: int, year: YearName | None
) -> list[date]:
    centre = year.number if year else scan.reference.year if scan.reference else 2000
    if system == "g":
        values = [cal.make_day(y, month, day) for y in range(max(1, centre - 2), centre + 3)]
    else:
        about = centre if year and centre < 1600 else round((centre - 622) * 1.0307)
        reach = 0 if year and centre < 1600 else 3
        values = [cal.hijri_day(y, month, day) for y in range(about - reach, about + reach + 1)]
    return sorted(value for value in values if value is not None)


_CONTAINERS: tuple[Rule, ...] = (
    named_month_rule, season_rule, decade_rule, definite_rule, year_rule, holiday_rule,
)  # fmt: skip


def container_at(scan: Scan, i: int) -> Found | None:
    """The longest month, year, season or the like at words[i], after «من», «في» or «شهر»."""
    at = i
    term = scan.term(at, "of")
    if term and len(scan.key(at)) == 2:
        at += 1
    month = scan.term(at, "month_word")
    if month and not month.definite:
        inner = definite_rule(scan, at + 1)
        if inner:
            return inner
    found = [f for rule in _CONTAINERS if (f := rule(scan, at))]
    if found:
        return max(found, key=lambda f: f.last)
    unit = scan.term(at, "unit")
    if unit and unit.definite and unit.value in _HELD and not unit.cut:
        return _this(scan, at, unit.value.split()[0])
    return None


_HELD = ("week 1", "month 1", "year 1")


def _this(scan: Scan, i: int, unit: str) -> Found | None:
    """«باقي الشهر», «بقية الأسبوع»: the week, month or year of publication."""
    if scan.reference is None:
        return Found(i, i + 1, cal.unknown(unit), unit)
    now = scan.reference
    if unit == "week":
        return Found(i, i + 1, cal.week_of(now), unit)
    when = cal.month(now.year, now.month, True) if unit == "month" else cal.year(now.year, True)
    return Found(i, i + 1, when, unit) if when is not None else None


def portion_rule(scan: Scan, i: int) -> Found | None:
    """«مطلع الشهر الجاري», «منتصف 2014», «أواخر تشرين الأول», «بقية العام»."""
    term = scan.term(i, "portion")
    if term is None or (term.definite and len(term.keys) == 1):
        return None
    at = i + len(term.keys)
    container = container_at(scan, at) or _plain_year(scan, at)
    if container is None or container.when.granularity not in _LONG:
        return None
    when: When | None
    if term.value == "first" and container.when.granularity == "month":
        first = container.when.earliest
        when = cal.day(first) if first else container.when
        return Found(i, container.last, when, "date", term.cut)
    when = cal.portion(container.when, term.value, scan.reference)
    return Found(i, container.last, when, "portion", term.cut) if when is not None else None


_LONG = frozenset({"month", "year", "season", "decade", "century", "week"})


def _plain_year(scan: Scan, i: int) -> Found | None:
    year = year_name(scan, i)
    if year is None or year.hijri or not 1900 <= year.number <= 2100:
        return None
    when = cal.year(year.number, year.relative)
    return Found(i, year.last, when, "year") if when is not None else None


def share_rule(scan: Scan, i: int) -> Found | None:
    """«الربع الثالث من 2016», «النصف الأول من أيلول»."""
    term = scan.term(i, "share")
    if term is None:
        return None
    last = i + len(term.keys)
    container = container_at(scan, last)
    if container is None:
        after = last + 1 if scan.term(last, "of") else last
        container = _plain_year(scan, after)
    if container is None and term.value.startswith("4") and not scan.term(last, "of"):
        container = _this(scan, last - 1, "year")  # «الربع الثالث», of the year of publication
    if container is None or container.when.granularity not in ("month", "year"):
        return None
    first, end = container.when.earliest, container.when.latest
    if first is None or end is None:
        return Found(i, container.last, container.when, "portion", term.cut)
    shares, nth = map(int, term.value.split())
    if container.when.granularity == "year":
        months = 12 // shares
        start = cal.add_months(first, nth * months)
        stop = cal.shift(cal.add_months(start, months), "day", -1)
    else:
        length = (end - first).days + 1
        start = cal.shift(first, "day", nth * (length // shares))
        stop = end if nth == shares - 1 else cal.shift(start, "day", length // shares - 1)
    when = cal.stretch(start, stop, "span", container.when.relative)
    return Found(i, container.last, when, "portion", term.cut)


def nth_rule(scan: Scan, i: int) -> Found | None:
    """«أول جمعة من يوليو», «آخر اثنين من الشهر», «الثلاثاء الثالث من أيلول», «أول أسبوع»."""
    kind, at, nth = _nth_first(scan, i)
    if kind is None:
        kind, at, nth = _nth_last(scan, i)
    if kind is None:
        return None
    if scan.term(at, "after"):
        return _nth_after(scan, i, at + 1, kind, nth)
    container = container_at(scan, at) or _month_of_publication(scan, i, at)
    if container is None or container.when.granularity not in ("month", "year"):
        return None
    when = _nth(container.when, kind, nth)
    return (
        Found(i, container.last, when, "date" if kind != "week" else "week")
        if when is not None
        else None
    )


def _month_of_publication(scan: Scan, i: int, last: int) -> Found | None:
    """«يوم الأحد الأول»: where no month is named, the one of publication."""
    if scan.reference is None or not scan.term(i, "day_word") or not scan.term(i + 1, "weekday"):
        return None  # «اليوم الثالث» of a battle is no date
    when = cal.month(scan.reference.year, scan.reference.month, True)
    return Found(i, last, when, "month") if when is not None else None


def _nth_after(scan: Scan, i: int, at: int, kind: str, nth: int) -> Found | None:
    """«أول جمعة بعد عيد الفطر», «ثالث ثلاثاء بعد 15 أيلول»: the n-th weekday after a day."""
    found = holiday_rule(scan, at) or day_month_rule(scan, at)
    if found is None or found.when.latest is None or nth < 1 or not kind.isdigit():
        return None
    start = cal.shift(found.when.latest, "day", 1)
    ahead = (int(kind) - start.weekday()) % 7
    value = cal.shift(start, "day", ahead + 7 * (nth - 1))
    return Found(i, found.last, cal.day(value, found.when.relative), "date")


def _nth(container: When, kind: str, nth: int) -> When | None:
    first, last = container.earliest, container.latest
    if first is None or last is None:
        return container
    if kind == "day":
        value = last if nth < 0 else cal.shift(first, "day", nth - 1)
        return cal.day(value, container.relative) if first <= value <= last else None
    if kind == "week":
        monday = nth_weekday(container, 0, nth)
        if monday is None or monday.earliest is None:
            return None
        end = cal.shift(monday.earliest, "day", 6)
        return cal.stretch(monday.earliest, end, "week", container.relative)
    return nth_weekday(container, int(kind), nth)


def _kind(scan: Scan, i: int) -> tuple[str | None, int]:
    """A weekday, week or day at words[i], and the place after it."""
    head = scan.term(i, "day_word")
    weekday = scan.term(i + 1 if head else i, "weekday")
    if weekday and not weekday.cut:
        return weekday.value, i + (2 if head else 1)
    unit = scan.term(i, "unit")
    if unit and not unit.cut and unit.value in ("week 1", "day 1"):
        return unit.value.split()[0], i + 1
    return None, i


def week_of_rule(scan: Scan, i: int) -> Found | None:
    """«أسبوع 16 سبتمبر»: the week a day falls in."""
    unit = scan.term(i, "unit")
    if unit is None or unit.definite or unit.value != "week 1":
        return None
    found = day_month_rule(scan, i + 1)
    if found is None or found.when.earliest is None or found.role != "date":
        return None
    return Found(i, found.last, cal.week_of(found.when.earliest), "vague", unit.cut)


def _order(scan: Scan, i: int) -> int | None:
    number = scan.numbers.get(i)
    if number and number.number.kind == "ordinal" and 1 <= number.number.value <= 31:
        return int(number.number.value)
    portion = scan.term(i, "portion")
    final = scan.term(i, "final") or (portion and portion.value == "final")
    return -1 if final else None


def _nth_first(scan: Scan, i: int) -> tuple[str | None, int, int]:
    nth = _order(scan, i)
    if nth is None or scan.key(i).startswith("ال"):
        return None, i, 0
    kind, at = _kind(scan, i + 1)
    return kind, at, nth


def _nth_last(scan: Scan, i: int) -> tuple[str | None, int, int]:
    kind, at = _kind(scan, i)
    nth = _order(scan, at) if kind else None
    if nth is None or not scan.key(at).startswith("ال"):
        return None, i, 0
    return kind, at + 1, nth
