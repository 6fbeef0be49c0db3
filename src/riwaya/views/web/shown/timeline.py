"""Incidents over time as bars: of days, weeks, months or years, as fine as there is room for."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from riwaya.views.web.asked import Asked
from riwaya.views.web.page import link

WIDTH, HEIGHT = 1000, 96
_DAYS, _IN_WEEKS, _MONTHS = 62, 200, 72
"""Days up to which each is a bar; days up to which each week is one; bars of months at most."""
_MOST = 400  # bars of years, the last ones

Span = tuple[date, date]
"""The first and the last day of a bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; x, y, width and height are in units of a drawing of WIDTH by HEIGHT."""

    x: float
    y: float
    width: float
    height: float
    count: int
    name: str  # YYYY-MM-DD, two of them, YYYY-MM or YYYY
    since: str
    until: str
    href: str


def timeline(days: Sequence[tuple[str, int]], wanted: Asked) -> list[Bar]:
    """The bars from the first to the last day that counts incidents, gaps included.

    `days` are written YYYY-MM-DD. Without any there are no bars.
    """
    if not days:
        return []
    counts = {date.fromisoformat(day): n for day, n in days}
    first, last = min(counts), max(counts)
    of, named = _unit(first, last)
    spans = _spans(of, first, last)[-_MOST:]
    totals: Counter[date] = Counter()
    for day, n in counts.items():
        totals[of(day)[0]] += n
    most = max(totals[start] for start, _ in spans)
    step = WIDTH / len(spans)
    return [
        _bar(named(*s), s, totals[s[0]], most, n * step, step, wanted) for n, s in enumerate(spans)
    ]


def _unit(first: date, last: date) -> tuple[Callable[[date], Span], Callable[[date, date], str]]:
    """What bars are of: the span around a day, and what it is called."""
    span = (last - first).days + 1
    if span <= _DAYS:
        return (lambda d: (d, d)), lambda a, _: a.isoformat()
    if span <= _IN_WEEKS:
        return _week, lambda a, b: f"{a} – {b}"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= _MONTHS:
        return _month, lambda a, _: a.isoformat()[:7]
    return _year, lambda a, _: a.isoformat()[:4]


def _week(day: date) -> Span:
    """From Monday to Sunday; the last week of the calendar is cut off."""
    start = date.fromordinal(max(day.toordinal() - day.weekday(), 1))
    return start, date.fromordinal(min(start.toordinal() + 6, date.max.toordinal()))


def _month(day: date) -> Span:
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _year(day: date) -> Span:
    return day.replace(month=1, day=1), day.replace(month=12, day=31)


def _spans(of: Callable[[date], Span], first: date, last: date) -> list[Span]:
    found = [of(first)]
    while found[-1][1] < last:
        found.append(of(found[-1][1] + timedelta(days=1)))
    return found


def _bar(
    name: str, span: Span, count: int, most: int, x: float, step: float, wanted: Asked
) -> Bar:  # fmt: skip
    since, until = (day.isoformat() for day in span)
    height = max(HEIGHT * count / most, 3.0) if count else 0.0
    href = link("/incidents", wanted.without("since", "until"), since=since, until=until)
    gap = min(2, step / 4)
    return Bar(
        round(x, 2), round(HEIGHT - height, 2), round(max(step - gap, 1), 2), round(height, 2),
        count, name, since, until, href,
    )  # fmt: skip
