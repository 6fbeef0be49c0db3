"""Incidents over time as bars: of months, or of years where there are many months."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.views.web.asked import Asked
from riwaya.views.web.page import link

WIDTH, HEIGHT = 1000, 96
_MOST = 72  # bars of months; beyond, years


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: pixels from the left and the top, what it counts, the list it leads to."""

    x: float
    y: float
    width: float
    height: float
    count: int
    name: str  # YYYY-MM or YYYY
    since: str
    until: str
    href: str


def timeline(months: Sequence[tuple[str, int]], wanted: Asked) -> list[Bar]:
    """The bars from the first to the last month, gaps included; none without days."""
    if not months:
        return []
    counts = dict(months)
    names = _between(min(counts), max(counts))
    if len(names) > _MOST:
        years: dict[str, int] = {}
        for month, n in counts.items():
            years[month[:4]] = years.get(month[:4], 0) + n
        first, last = int(min(years)), int(max(years))
        names, counts = [f"{y:04}" for y in range(first, last + 1)][-400:], years
    most = max(counts.values())
    step = WIDTH / len(names)
    return [_bar(n, counts.get(n, 0), most, i * step, step, wanted) for i, n in enumerate(names)]


def _between(first: str, last: str) -> list[str]:
    start, end = (int(m[:4]) * 12 + int(m[5:]) - 1 for m in (first, last))
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(start, end + 1)]


def _bar(name: str, count: int, most: int, x: float, step: float, wanted: Asked) -> Bar:
    if len(name) == 4:
        since, until = f"{name}-01-01", f"{name}-12-31"
    else:
        last = monthrange(int(name[:4]), int(name[5:]))[1]
        since, until = f"{name}-01", f"{name}-{last:02}"
    height = max(HEIGHT * count / most, 3.0) if count else 0.0
    href = link("/incidents", wanted.without("since", "until"), since=since, until=until)
    return Bar(
        round(x, 2), round(HEIGHT - height, 2), round(max(step - 2, 1), 2), round(height, 2),
        count, name, since, until, href,
    )  # fmt: skip
