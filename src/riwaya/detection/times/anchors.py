"""Times that hang on one told before: «في اليوم التالي», «بعد يومين», «منذ ذلك الحين».

Takes: the `Found`s of a text in order. Gives: the same with days, where there are any.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from riwaya.detection.times import calendar as cal
from riwaya.detection.times.calendar import Anchor, When
from riwaya.detection.times.scan import Found, Scan

_POINTS = frozenset({"day", "part", "week", "month", "year", "holiday", "span", "season"})


def anchor_rule(scan: Scan, i: int) -> Found | None:
    """A phrase that hangs on another time."""
    term = scan.term(i, "anchor")
    if term is None:
        return None
    kind, _, shift = term.value.partition(" ")
    if kind == "since" and not scan.ending(i, "since"):
        return None
    unit = "span" if kind == "since" else kind
    when = When("XXXX", None, None, unit, True, Anchor(kind, int(shift or 0)))
    return Found(i, i + len(term.keys), when, "anchor", term.cut)


def resolved(scan: Scan, found: list[Found]) -> list[Found]:
    """Every hanging time placed by the last one before it, or else by the day of publication."""
    reference = scan.reference
    out: list[Found] = []
    told: When | None = None
    for item in found:
        anchor = item.when.anchor
        if anchor and out and (joined := _of_same_year(scan, out, item, anchor)):
            out[-1] = joined
            told = joined.when
            continue
        if anchor is not None:
            item = replace(item, when=_placed(item.when, anchor, told, reference))
            if told is not None and _ahead(scan, item):  # «… الأربعاء بعد يومين على كذا»
                item = replace(item, when=cal.unknown(item.when.granularity))
        out.append(item)
        placed = item.when
        if placed.earliest and placed.latest and placed.granularity in _POINTS:
            told = placed if not anchor or "since" not in anchor.kind else told
    return out


def _ahead(scan: Scan, item: Found) -> bool:
    """Whether a hanging time would lie after publication, where no verb speaks of the future."""
    day = item.when.earliest
    late = day is not None and scan.reference is not None and day > scan.reference
    return late and not scan.future(item.first)


def _of_same_year(scan: Scan, out: list[Found], item: Found, anchor: Anchor) -> Found | None:
    """«تشرين الأول من العام نفسه»: a month or day of the year told before it."""
    last = out[-1]
    earlier = next((f.when.earliest for f in reversed(out[:-1]) if f.when.earliest), None)
    of = item.first - last.last == 1 and scan.term(last.last, "of")
    if anchor.kind != "year" or not of or earlier is None or last.role not in ("month", "date"):
        return None
    first, end = last.when.earliest, last.when.latest
    if first is None or end is None:
        return None
    months = 12 * (earlier.year + anchor.shift - first.year)
    start = cal.add_months(first, months)
    stop = (
        start
        if first == end
        else cal.shift(cal.add_months(cal.shift(end, "day", 1), months), "day", -1)
    )
    return replace(last, last=item.last, when=cal.stretch(start, stop, last.when.granularity, True))


def _placed(when: When, anchor: Anchor, told: When | None, reference: date | None) -> When:
    kind = anchor.kind.removeprefix("since ")
    base = told.earliest if told else None
    if base is None and (kind.startswith("after") or kind in ("month", "dom") or anchor.shift):
        base = reference
    if base is None:
        return replace(when, anchor=None)
    placed = _at(kind, anchor.shift, told, base)
    if placed is None:
        return replace(when, anchor=None)
    if anchor.kind.startswith("since") and placed.earliest is not None:
        first = placed.earliest
        if reference is None or reference < first:
            return When(f"{first.isoformat()}/..", first, None, "span", True)
        return cal.stretch(first, reference, "span", True)
    return replace(placed, relative=True, granularity=_grain(when, placed))


def _grain(when: When, placed: When) -> str:
    return "part" if when.granularity == "part" else placed.granularity


def _at(kind: str, shift: int, told: When | None, base: date) -> When | None:
    if kind == "since":
        return cal.day(base)
    if kind == "dom":
        months, day = divmod(shift, 100)
        month = cal.add_months(base.replace(day=1), months)
        value = cal.make_day(month.year, month.month, day)
        return cal.day(value) if value is not None else None
    if kind.startswith("after"):
        unit = kind.removeprefix("after ")
        return cal.as_exact(cal.shift(base, unit, shift), unit, abs(shift))
    if kind == "day":
        if shift > 0 and told and told.latest:
            base = told.latest
        return cal.day(cal.shift(base, "day", shift))
    moved = cal.shift(base, kind, shift)
    if kind == "week":
        return cal.week_of(moved)
    return cal.month(moved.year, moved.month) if kind == "month" else cal.year(moved.year)
