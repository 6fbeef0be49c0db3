"""The times of a text, by trying the rules where a word of a table or a number stands.

Takes: a text, or the words of a folded one with their numbers. Gives: `FoundTime`s.
Never: tells which happening a time belongs to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from riwaya.corpus.folding import fold
from riwaya.detection.numbers import NumberAt, numbers_in
from riwaya.detection.protocols import WordLike
from riwaya.detection.times.anchors import anchor_rule, resolved
from riwaya.detection.times.beside import counted, eves
from riwaya.detection.times.dates import day_month_rule, month_rule
from riwaya.detection.times.days import (
    bare_day_rule,
    deictic_rule,
    vague_rule,
    weekday_rule,
    weekend_rule,
)
from riwaya.detection.times.digits import digits_rule, year_rule
from riwaya.detection.times.joins import bounded, merged, ranges, with_parts
from riwaya.detection.times.lexicon import TimeLexicon, shipped
from riwaya.detection.times.scan import Found, Scan
from riwaya.detection.times.seasons import (
    decade_rule,
    feast_day_rule,
    holiday_rule,
    nth_rule,
    portion_rule,
    season_rule,
    share_rule,
    week_of_rule,
)
from riwaya.detection.times.units import (
    ago_rule,
    counted_units_rule,
    definite_rule,
    last_hours_rule,
    then_rule,
    within_rule,
)
from riwaya.detection.tokens import QUOTES, tokenise
from riwaya.model import FoundTime

Rule = Callable[[Scan, int], Found | None]

_BY_ROLE: dict[str, tuple[Rule, ...]] = {
    "day": (deictic_rule,),
    "vague": (vague_rule,),
    "weekend": (weekend_rule,),
    "weekday": (weekday_rule, nth_rule),
    "day_word": (weekday_rule, nth_rule),
    "unit": (definite_rule, nth_rule, week_of_rule),
    "this": (definite_rule, season_rule),
    "month_word": (month_rule,),
    "month": (month_rule,),
    "year_word": (year_rule,),
    "portion": (portion_rule, nth_rule),
    "share": (share_rule,),
    "season": (season_rule,),
    "decade": (decade_rule,),
    "century": (decade_rule,),
    "holiday": (holiday_rule,),
    "feast_day": (feast_day_rule,),
    "last_of": (last_hours_rule,),
    "article": (last_hours_rule,),
    "from": (ago_rule,),
    "ago": (ago_rule,),
    "since": (ago_rule,),
    "after": (ago_rule,),
    "within": (within_rule,),
    "then_after": (then_rule,),
    "then_before": (then_rule,),
    "anchor": (anchor_rule,),
}
_BY_NUMBER: tuple[Rule, ...] = (
    day_month_rule, digits_rule, year_rule, nth_rule, counted_units_rule, bare_day_rule,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeAt:
    """A time at words[first:last]; its offsets and text are those of the folded text."""

    first: int
    last: int
    time: FoundTime


def find_times(text: str, reference: date | None = None) -> list[FoundTime]:
    """The times of any text, with the days they mean for a text published on `reference`.

    Offsets are into the text. Never raises on text. Without a reference, times that hang on it
    have no days.
    """
    folded = fold(text)
    words = tokenise(folded.text)
    found = []
    for at in times_in(words, numbers_in(words), reference):
        span = folded.span(at.time.start, at.time.end)
        found.append(replace(at.time, start=span.start, end=span.end, text=span.text))
    return found


def times_in(
    words: Sequence[WordLike],
    numbers: Sequence[NumberAt],
    reference: date | None = None,
    lexicon: TimeLexicon | None = None,
) -> list[TimeAt]:
    """The times of a tokenised folded text, in order and without overlap."""
    lexicon = lexicon or shipped()
    scan = Scan(words, {n.first: n for n in numbers}, lexicon, reference)
    found = with_parts(scan, merged(scan, counted(scan, eves(scan, _atoms(scan)))))
    found = [bounded(scan, item) for item in ranges(scan, found)]
    return [_time(scan, item) for item in resolved(scan, _apart(found))]


def _atoms(scan: Scan) -> list[Found]:
    found: list[Found] = []
    starts, numbers = scan.lexicon.starts, scan.numbers
    done = 0
    for i in [i for i, w in enumerate(scan.words) if starts[w.key] or i in numbers]:
        if i < done:
            continue
        name, best = scan.term(i, "not_time"), _best(scan, i)
        if name is not None and (best is None or best.last <= i + len(name.keys)):
            done = i + len(name.keys)
            continue  # «اليوم السابع», but «اليوم السابع من أكتوبر»
        if best is None:
            continue
        if not _trapped(scan, best):
            found.append(best)
        done = best.last
    return found


def _best(scan: Scan, i: int) -> Found | None:
    """The longest time that any rule finds at words[i]."""
    best: Found | None = None
    tried: set[Rule] = set()
    rules: list[Rule] = [r for t in scan.terms(i) for r in _BY_ROLE.get(t.role, ())]
    if i in scan.numbers:
        rules.extend(_BY_NUMBER)
    for rule in rules:
        if rule in tried:
            continue
        tried.add(rule)
        found = rule(scan, i)
        if found is not None and (best is None or found.last > best.last):
            best = found
    return best


def _trapped(scan: Scan, found: Found) -> bool:
    """Whether a construct noun before it makes it a name, or «كل» a habit."""
    if not found.first or found.cut:
        return False
    every = scan.term(found.first - 1, "every")
    if every and every.value in ("", found.role):
        return True
    before = found.first - 1
    before -= scan.text(before) in QUOTES  # «صحيفة «26 سبتمبر»»
    if scan.key(before) not in scan.lexicon.traps:
        return False
    return found.role in ("date", "month", "weekday", "day", "range")


def _apart(found: list[Found]) -> list[Found]:
    """Without those that a wider one has taken in."""
    out: list[Found] = []
    for item in found:
        if out and item.first < out[-1].last:
            continue
        out.append(item)
    return out


def _time(scan: Scan, item: Found) -> TimeAt:
    first, last = scan.words[item.first], scan.words[item.last - 1]
    parts = [first.text[item.cut :]]
    for n in range(item.first + 1, item.last):
        parts.append(" " * (scan.words[n].start - scan.words[n - 1].end) + scan.words[n].text)
    when = item.when
    time = FoundTime(
        first.start + item.cut, last.end, "".join(parts), when.edtf, when.earliest, when.latest,
        when.granularity, when.relative,
    )  # fmt: skip
    return TimeAt(item.first, item.last, time)
