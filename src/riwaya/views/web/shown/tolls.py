"""The tolls that sources give, by source and time, as a plot of ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log10

from riwaya.ledger.nouns import Account, Said, Words

LEFT, RIGHT = 2, 96  # per cent of the drawing
_OPEN = 1.25  # times its low end that a range without high end is drawn to


@dataclass(frozen=True, slots=True)
class Range:
    """One source's figure: where it is drawn, and what it is."""

    source: str
    day: date | None
    low: int | None
    high: int | None
    x1: float
    x2: float
    opened: bool  # without high end
    superseded: bool
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """The ranges of one field, the earliest first, and the marks of the axis."""

    field: str
    ranges: tuple[Range, ...]
    ticks: tuple[tuple[float, int], ...]


def plots(accounts: Sequence[Account]) -> list[Plot]:
    """A plot for each of killed and wounded that two or more figures are given of."""
    return [p for field in ("killed", "wounded") if (p := _plot(field, accounts)) is not None]


def _plot(field: str, accounts: Sequence[Account]) -> Plot | None:
    told = [
        (a, s, old) for a in accounts
        for said, old in ((a.superseded.get(field, ()), True), (a.fields.get(field, ()), False))
        for s in said if s.low is not None or s.high is not None
    ]  # fmt: skip
    if len(told) < 2:
        return None
    most = max(max(s.low or 0, _end(s)) for _, s, _ in told)
    scale = _Scale(most)
    dated = sorted(told, key=lambda t: (_day(t[0], t[1]) or date.max, t[0].source.name))
    return Plot(field, tuple(_range(*one, scale) for one in dated), scale.ticks())


def _range(a: Account, s: Said, old: bool, scale: _Scale) -> Range:
    low = s.low if s.low is not None else 0
    return Range(
        a.source.name, _day(a, s), s.low, s.high, scale.at(low),
        max(scale.at(_end(s)), scale.at(low)),
        s.high is None, old, s.words,
    )  # fmt: skip


def _end(s: Said) -> int:
    """Up to where a range is drawn."""
    return s.high if s.high is not None else round((s.low or 0) * _OPEN) + 1


def _day(a: Account, s: Said) -> date | None:
    used = {w.report for w in s.words}
    days = [c.published for c in a.carriers if c.published and c.report in used]
    return min(days, default=None)


class _Scale:
    """Counts to per cent of the width: even up to 60, by their logarithm beyond."""

    def __init__(self, most: int) -> None:
        self.most = max(most, 1)
        self.even = most <= 60

    def at(self, n: int) -> float:
        share = n / self.most if self.even else log10(n + 1) / log10(self.most + 1)
        return round(LEFT + share * (RIGHT - LEFT), 1)

    def ticks(self) -> tuple[tuple[float, int], ...]:
        if self.even:
            step = max(round(self.most / 5), 1)
            marks = list(range(0, self.most + 1, step))
        else:
            marks = [0, *(10**k for k in range(7) if 10**k <= self.most)]
        return tuple((self.at(n), n) for n in marks)
