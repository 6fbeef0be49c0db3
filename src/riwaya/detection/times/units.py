"""Times told in units: «الشهر الماضي», «الأيام الثلاثة الماضية», «قبل أسبوعين», «خلال شهر»."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from riwaya.detection.times import calendar as cal
from riwaya.detection.times.calendar import Anchor, When
from riwaya.detection.times.scan import Found, Scan

_HALVES = {"year": ("month", 6), "month": ("day", 15), "week": ("day", 3), "day": ("hour", 12),
           "decade": ("year", 5)}  # fmt: skip
_FINER = ("century", "decade", "year", "month", "week", "day", "hour")
# The honest reach of a plural without a number: at least two, at most so many units.
_MANY = {"hour": 1, "day": 10, "week": 8, "month": 12, "year": 10, "decade": 5, "century": 5}
_FEW = (3, 9)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time at words[...:last]: between `low` and `high` units.

    `extra` is a length in a finer unit on top of it: «عام وثلاثة أشهر», «شهر ونصف».
    """

    unit: str
    low: int
    high: int
    last: int
    approximate: bool = False
    cut: int = 0
    extra: tuple[str, int] | None = None


def length_at(scan: Scan, i: int) -> Length | None:
    """«ثلاثة أيام», «يومين», «نحو 3 سنوات», «أيام», «عام ونصف», «شهر و21 يوماً» at words[i]."""
    length = _one_unit(scan, i)
    if length is None or length.low != length.high:
        return length
    return _with_half(scan, length) or _with_finer(scan, length) or length


def _with_half(scan: Scan, length: Length) -> Length | None:
    """«شهر ونصف», «سنتين ونصف السنة»: the unit may be said again."""
    half = scan.term(length.last, "half")
    if half is None or not half.cut or half.preposition or length.unit not in _HALVES:
        return None
    last = length.last + 1
    again = scan.term(last, "unit")
    if again and again.definite and not again.cut and again.value.split()[0] == length.unit:
        last += 1
    return replace(length, last=last, extra=_HALVES[length.unit], approximate=True)


def _with_finer(scan: Scan, length: Length) -> Length | None:
    """«سنة وثلاثة أشهر», «شهر و 21 يوماً»: a length in a finer unit joined by «و»."""
    at = length.last + (scan.key(length.last) == "و")
    number = scan.numbers.get(at)
    unit = scan.term(at, "unit")
    joined = at > length.last or bool(unit and unit.cut and not unit.preposition)
    if number is not None:
        joined = joined or number.number.start > scan.words[at].start
        more = _one_unit(scan, at) if joined else None
    elif unit is not None and joined and not unit.definite:
        name, count = unit.value.split()
        more = Length(name, int(count), int(count), at + 1) if count != "n" else None
    else:
        more = None
    if more is None or more.low != more.high:
        return None
    if _FINER.index(more.unit) <= _FINER.index(length.unit):
        return None
    rough = length.approximate or more.approximate
    return replace(length, last=more.last, extra=(more.unit, more.low), approximate=rough)


def _one_unit(scan: Scan, i: int) -> Length | None:
    about = scan.term(i, "about")
    at = i + len(about.keys) if about else i
    few = scan.term(at, "few")
    if few and not few.definite:
        unit = scan.term(at + 1, "unit")
        if unit and unit.value.endswith("n") and not unit.cut:
            return Length(unit.value.split()[0], *_FEW, at + 2, True)
        return None
    number = scan.numbers.get(at)
    if number is not None and number.number.kind not in ("ordinal", "fraction", "percent", "dual"):
        unit = scan.term(number.last, "unit")
        found = number.number
        if unit is None or unit.definite or unit.cut or found.value < 1:
            return None
        low = int(found.low if found.kind == "range" and found.low else found.value)
        high = int(found.high if found.kind == "range" and found.high else found.value)
        rough = bool(about) or found.approximate
        if found.kind == "quantifier":
            low, high = low, low * 9
        if max(low, high) > 10000:
            return None
        return Length(unit.value.split()[0], low, high, number.last + 1, rough)
    unit = scan.term(at, "unit")
    if unit is None or unit.definite:
        return None
    name, count = unit.value.split()
    if count == "n":
        return Length(name, 2, _MANY[name], at + 1, True, unit.cut)
    return Length(name, int(count), int(count), at + 1, bool(about), unit.cut)


def definite_rule(scan: Scan, i: int) -> Found | None:
    """«الأسبوع الماضي», «هذه السنة», «الأشهر الثلاثة القادمة», «الأيام القليلة الماضية»."""
    this = scan.term(i, "this")
    if this and not this.definite:
        unit = scan.term(i + 1, "unit")
        if unit is None or unit.cut or not unit.definite or not unit.value.endswith("1"):
            return None
        return _calendar(scan, i, i + 2, unit.value.split()[0], 0, this.cut)
    unit = scan.term(i, "unit")
    if unit is None or not unit.definite:
        return None
    name, count = unit.value.split()
    last = i + 1
    if scan.term(last, "article") and scan.numbers.get(last + 1):
        last += 1  # «الساعات الـ24 الماضية»
    if count == "n":
        number = scan.whole(last, 2, 1000)
        few = scan.term(last, "few")
        if number is not None:
            count, last = str(number), scan.numbers[last].last
        elif few and few.definite:
            last += 1
    turned = _turn(scan, last)
    if turned is None:
        return None
    sign, last = turned
    if count == "1" and name not in ("hour", "decade", "century"):
        return _calendar(scan, i, last, name, sign, unit.cut)
    many = _MANY[name] if count == "n" else int(count)
    return _rolling(scan, i, last, name, many, sign, unit.cut)


def counted_units_rule(scan: Scan, i: int) -> Found | None:
    """«العشر سنوات الأخيرة», «3 أشهر الماضية»: so long, up to publication or from it."""
    number = scan.numbers.get(i)
    if number is None or number.first != i or number.number.kind in ("ordinal", "fraction"):
        return None
    cut = number.number.start - scan.words[i].start
    length = _one_unit(scan, i)
    turned = _turn(scan, length.last) if length and length.low == length.high else None
    if length is None or turned is None:
        return None
    return _rolling(scan, i, turned[1], length.unit, length.high, turned[0], cut)


def last_hours_rule(scan: Scan, i: int) -> Found | None:
    """«آخر 24 ساعة», «الـ48 ساعة الماضية», «آخر يومين»: so long, up to publication."""
    bare = scan.term(i, "last_of")
    opened = bare or scan.term(i, "article")
    unit = scan.term(i + 1, "unit")
    dual = bare and unit and unit.value.endswith("2")
    if opened is None or not (dual or scan.numbers.get(i + 1)):
        return None
    length = _one_unit(scan, i + 1)
    if length is None or length.low != length.high:
        return None
    turned = _turn(scan, length.last)
    if turned is None and not bare:
        return None
    sign, last = turned or (-1, length.last)
    return _rolling(scan, i, last, length.unit, length.high, sign, opened.cut)


def beyond(scan: Scan, i: int) -> tuple[int, int] | None:
    """«قبل الماضي», «بعد المقبل»: the one before the last, the one after the next."""
    for particle, role, sign in (("before_last", "last", -2), ("after_next", "next", 2),
                                 ("after_next", "after_that", 2)):  # fmt: skip
        before = scan.term(i, particle)
        at = i + len(before.keys) if before and not before.cut else 0
        adjective = scan.term(at, role) if at else None
        if adjective and adjective.definite and not adjective.cut:
            return sign, at + len(adjective.keys)
    return None


def _turn(scan: Scan, i: int) -> tuple[int, int] | None:
    """Which way a definite adjective at words[i] points, and the place after it."""
    if further := beyond(scan, i):
        return further
    for role, sign in (("last", -1), ("next", 1), ("after_that", 1), ("this", 0)):
        adjective = scan.term(i, role)
        if adjective and not adjective.cut and adjective.definite:
            return sign, i + len(adjective.keys)
    return None


def _calendar(scan: Scan, i: int, last: int, unit: str, sign: int, cut: int) -> Found | None:
    """The week, month or year so many away from that of publication."""
    if scan.reference is None:
        return Found(i, last, cal.unknown(unit), unit, cut)
    moved = cal.shift(scan.reference, unit, sign)
    when: When | None
    if unit == "day":
        when = cal.day(moved, True)
    elif unit == "week":
        when = cal.week_of(moved)
    elif unit == "month":
        when = cal.month(moved.year, moved.month, True)
    elif unit == "year":
        when = cal.year(moved.year, True)
    else:
        when = cal.day(scan.reference, True)
    return Found(i, last, when, unit, cut) if when is not None else None


def _rolling(
    scan: Scan, i: int, last: int, unit: str, count: int, sign: int, cut: int
) -> Found | None:
    """So many units up to the day of publication, or from the day after it."""
    if scan.reference is None or abs(sign) > 1:
        return Found(i, last, cal.unknown("span"), "vague", cut)
    if unit == "hour":
        unit, count = "day", max(1, -(-count // 24))
    if sign > 0:
        first = cal.shift(scan.reference, "day", 1)
        when = cal.stretch(first, cal.shift(scan.reference, unit, count), "span", True)
    else:
        start = cal.shift(scan.reference, unit, -count)
        when = cal.stretch(start, scan.reference, "span", True)
    return Found(i, last, when, "vague", cut)


def within_rule(scan: Scan, i: int) -> Found | None:
    """«خلال أسبوعين», «على مدى 3 أشهر»: so long, up to the day of publication."""
    term = scan.term(i, "within")
    length = length_at(scan, i + len(term.keys)) if term else None
    if term is None or length is None or length.cut or _named(scan, length.last):
        return None
    for role, sign in (("last", -1), ("next", 1)):
        adjective = scan.term(length.last, role)
        if adjective and not adjective.cut:
            sign_last = length.last + 1
            return _rolling(scan, i, sign_last, length.unit, length.high, sign, term.cut)
    sign = 1 if scan.future(i) else -1
    return _rolling(scan, i, length.last, length.unit, length.high, sign, term.cut)


def ago_rule(scan: Scan, i: int) -> Found | None:
    """«قبل ثلاثة أيام», «قبل نحو شهر», «منذ أسبوعين», «بعد يومين», «من أسبوع» (Levantine)."""
    for role in ("ago", "since", "after", "from"):
        term = scan.term(i, role)
        length = length_at(scan, i + len(term.keys)) if term else None
        if term is None or length is None or length.cut:
            continue
        if role == "since" and (hours := _since_hours(scan, i, length, term.cut)):
            return hours
        if role == "from" and not _spoken_ago(scan, i, length):
            continue
        last = length.last
        if role != "since" and _of_event(scan, last, role):
            return None
        if role == "after":
            return _after(scan, i, length, term.cut)
        if scan.term(last, "anchor") or _named(scan, last):
            return None
        if scan.reference is None:
            return Found(i, last, cal.unknown("span"), "ago", term.cut)
        when = before(scan.reference, length)
        if scan.term(last, "from_now"):
            return Found(i, last + 2, when, "ago", term.cut)
        if role == "since" and when.earliest is not None:
            when = cal.stretch(when.earliest, scan.reference, "span", True)
        return Found(i, last, when, "ago", term.cut)
    return None


def _since_hours(scan: Scan, i: int, length: Length, cut: int) -> Found | None:
    """«منذ ساعات الفجر الأولى»: since that part of the day of publication."""
    part = scan.term(length.last, "part") if length.unit == "hour" else None
    if part is None or not part.definite or scan.reference is None:
        return None
    last = length.last + len(part.keys)
    ordinal = scan.numbers.get(last)
    last = ordinal.last if ordinal and ordinal.number.kind == "ordinal" else last
    return Found(i, last, cal.day(scan.reference, True), "ago", cut)


def _spoken_ago(scan: Scan, i: int, length: Length) -> bool:
    """«وصلوا من يومين», where nothing compares with the length and nothing follows it."""
    if scan.ending(i + 1, "about") or length.low != length.high or length.unit == "hour":
        return False
    following = scan.text(length.last)
    return not following[:1].isalnum() and not scan.text(i - 1)[:1].isdecimal()


def _of_event(scan: Scan, i: int, role: str) -> bool:
    """Whether the length is counted from an event: «بعد أسبوع على مقتله», «قبل يوم من الهدنة»."""
    if scan.term(i, "counted_from") is None or scan.term(i, "from_now"):
        return False
    if role == "ago" and (not scan.term(i, "from") or scan.key(i + 1) in scan.lexicon.places):
        return False  # «أصيب قبل أيام على محور كذا», «خطف قبل أسبوع من بلدة كذا»
    return scan.term(i + 1, "then") is None


def _named(scan: Scan, i: int) -> bool:
    """Whether the unit before words[i] has a name: «قبل شهر رمضان», «قبل عام 2011»."""
    return bool(
        scan.term(i, "month") or scan.term(i, "weekday") or scan.whole(i, 1000, 2200)
        or scan.whole(i, 1, 12) or (scan.whole(i, 1, 31) and scan.term(i + 1, "month"))
    )  # fmt: skip


def before(reference: date, length: Length) -> When:
    """So long before a day, as exact as the unit: days and weeks a day, years a year."""
    unit = length.unit
    if unit == "hour":
        days = max(1, -(-length.high // 24))
        return cal.stretch(cal.shift(reference, "day", -days), reference, "span", True)
    first, last = cal.shift(reference, unit, -length.high), cal.shift(reference, unit, -length.low)
    if length.extra is not None:
        finer, more = length.extra
        when = cal.as_exact(cal.shift(first, finer, -more), finer, more)
        return cal.approximate(when) if length.approximate or finer != "day" else when
    if length.low == length.high:
        when = cal.as_exact(first, unit, length.low)
        return cal.approximate(when) if length.approximate or unit != "day" else when
    return cal.stretch(first, last, "span", True)


def _after(scan: Scan, i: int, length: Length, cut: int) -> Found | None:
    """«بعد يومين»: counted from the time told before, else from the day of publication."""
    now = scan.term(length.last, "from_now")
    last = length.last + len(now.keys) if now else length.last
    if length.low != length.high or length.unit == "hour" or _named(scan, last):
        return None
    if now or scan.future(i):
        if scan.reference is None:
            return Found(i, last, cal.unknown("day"), "ago", cut)
        ahead = cal.shift(scan.reference, length.unit, length.low)
        return Found(i, last, cal.as_exact(ahead, length.unit, length.low), "ago", cut)
    if scan.term(last, "from") and scan.term(last + 1, "then"):
        last += 2
    anchor = Anchor(f"after {length.unit}", length.low)
    return Found(i, last, When("XXXX", None, None, "day", True, anchor), "anchor", cut)


def then_rule(scan: Scan, i: int) -> Found | None:
    """«بعد ذلك بيومين», «قبلها بأسبوع»."""
    for role, sign in (("then_after", 1), ("then_before", -1)):
        term = scan.term(i, role)
        if term is None:
            continue
        at = i + len(term.keys)
        length = length_at(scan, at)
        if length is None and scan.term(at, "of"):
            length = length_at(scan, at + 1)
        if length is None or length.low != length.high or length.unit == "hour":
            continue
        anchor = Anchor(f"after {length.unit}", sign * length.low)
        return Found(i, length.last, When("XXXX", None, None, "day", True, anchor), "anchor",
                     term.cut)  # fmt: skip
    return None
