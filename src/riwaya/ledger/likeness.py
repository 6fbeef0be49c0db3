"""How much two tellings look like one happening: features with weights, and the reasons to show.

The weights are those of `incident_weights.tsv`. A feature that rules a pair out is a veto.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from riwaya.ledger.features import Features
from riwaya.ledger.spaces import NEAR, apart, fine, holds, kilometres, same_place
from riwaya.ledger.types import DEATHS, IncidentTypes
from riwaya.model import Row

Weights = Mapping[str, float]
_LONGEST = 7  # days between two tellings of one happening, beyond which none is sought
_FULL = 16  # letters of a full name's handle, its prefix among them
_FEW = 2  # tolls up to this are too common to mean much
_FAR = 1.8  # how many times another toll is another happening's, rather than a later count


@dataclass(frozen=True, slots=True)
class Likeness:
    """The score of a pair, with the features it is made of, the strongest first."""

    score: float
    reasons: tuple[str, ...]


def weights(rows: Iterable[Row]) -> Weights:
    """The weights of a lexicon's `incident_weights` by feature."""
    return {row["feature"]: float(row["weight"]) for row in rows}


def likeness(a: Features, b: Features, types: IncidentTypes, w: Weights) -> Likeness | None:
    """The likeness of two tellings, the same either way round; None where they cannot be one."""
    if (a.done, a.sums_up) != (b.done, b.sums_up) or not types.meet(a.type, b.type):
        return None
    place, day = _place(a, b), _time(a, b)
    if day is None:
        return None
    found = [place, day, *_quarter(a, b), *_type(a, b, types), *_people(a, b), *_toll(a, b)]
    counted = [(f, times) for f, times in found if w.get(f)]
    score = sum(w[f] * times for f, times in counted)
    order = sorted(counted, key=lambda x: (-w[x[0]] * x[1], x[0]))
    return Likeness(round(score, 3), tuple(f for f, _ in order))


_Found = tuple[str, float]


def _place(ours: Features, theirs: Features) -> _Found:
    if not ours.places or not theirs.places:
        return "place_open", 1.0
    a, b = ours.places[0], theirs.places[0]
    if same_place(a, b) or (fine(a) and fine(b) and a.bare and a.bare == b.bare):
        if a.point is None:
            return "same_words", 1.0
        return ("same_place" if fine(a) else "area"), 1.0
    if ours.quarters & theirs.quarters:
        return "same_words", 1.0
    if holds(a, b) or holds(b, a):
        return "inside", 1.0
    if apart(a, b):
        return "far", 1.0
    way = kilometres(a, b)
    if way is None or not (fine(a) and fine(b)):
        return "place_open", 1.0
    if a.kind == b.kind == "quarter":
        return "other_quarter", 1.0
    exact = a.precision == b.precision == "exact"
    if way <= NEAR:
        return ("next_quarter" if exact else "beside"), 1.0
    return ("next_town" if exact else "near"), 1.0


def _time(a: Features, b: Features) -> _Found | None:
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return "time_open", 1.0
    gap = _gap(a.earliest, a.latest, b.earliest, b.latest)
    stated = a.dated == "stated" and b.dated == "stated"
    if gap > _LONGEST:
        return None if stated and not _one_death(a, b) else ("week_apart", 1.0)
    if gap == 0 and not stated:
        return "by_publication", 1.0
    if gap == 0:
        one = a.earliest == a.latest and b.earliest == b.latest
        return ("same_day" if one else "overlap"), 1.0
    if gap == 1:
        return "next_day", 1.0
    return ("days_apart" if gap <= 3 else "week_apart"), 1.0


def _one_death(a: Features, b: Features) -> bool:
    """Whether both tell that one person of a full name was killed, whenever they say it was."""
    full = any(len(v) >= _FULL for v in a.victims & b.victims)
    return full and bool(a.types & DEATHS and b.types & DEATHS)


def _gap(a1: date, a2: date, b1: date, b2: date) -> int:
    """Days between two spans of days, 0 where they meet."""
    return max((b1 - a2).days, (a1 - b2).days, 0)


def _quarter(a: Features, b: Features) -> Iterator[_Found]:
    ours, theirs = _parts(a), _parts(b)
    if a.quarters & b.quarters - _town(a) - _town(b):
        yield "same_quarter", 1.0
    elif ours and theirs and not a.quarters & b.quarters:
        yield "other_quarter", 1.0


def _town(f: Features) -> set[str]:
    """The name of the place that it is put on the map by."""
    return {f.places[0].bare} if f.places and f.places[0].point else set()


def _parts(f: Features) -> set[str]:
    """Fine places that it names beside the one on the map."""
    return {p.bare for p in f.places if p.bare and p.stated} - _town(f)


def _type(a: Features, b: Features, types: IncidentTypes) -> Iterator[_Found]:
    if a.type == b.type:
        yield "same_type", 1.0
        return
    one, other = types[a.type].klass, types[b.type].klass
    if one == other:
        yield "same_class", 1.0
    elif a.types & b.types or "open" in (one, other):
        yield "open_type", 1.0
    else:
        yield "other_class", 1.0


def _people(a: Features, b: Features) -> Iterator[_Found]:
    if a.report == b.report:
        yield "same_report", 1.0
    if a.report in b.copies or b.report in a.copies:
        yield "copy", 1.0
    shared = a.victims & b.victims
    if shared:
        yield "same_victim", 1.0
        yield "victims", float(min(len(shared) - 1, 4))
        if a.types & DEATHS and b.types & DEATHS:
            yield "dies_once", 1.0
    elif a.families & b.families:
        yield "same_family", 1.0
    elif len(a.victims) == 1 and len(b.victims) == 1:
        yield "other_victim", 1.0
    names = a.named & b.named - a.quarters - b.quarters
    yield "shared_name", float(min(len(names - _bare(shared)), 4))
    if a.agents & b.agents:
        yield "same_agent", 1.0
    if a.targets & b.targets:
        yield "same_target", 1.0


def _bare(handles: frozenset[str]) -> set[str]:
    return {h.partition(":")[2] for h in handles}


def _toll(a: Features, b: Features) -> Iterator[_Found]:
    """How the numbers of dead, else of wounded, stand to each other: the nearest of them."""
    for ours, theirs in ((a.killed, b.killed), (a.wounded, b.wounded)):
        if not ours or not theirs:
            continue
        low, high = min(
            (sorted((x, y)) for x in ours for y in theirs), key=lambda p: (p[1] - p[0], p)
        )
        if low == high:
            yield ("same_toll" if low > _FEW else "same_few"), 1.0
        elif high - low <= max(1, low // 3):
            yield "near_toll", 1.0
        elif high > _FAR * low:
            yield "far_toll", 1.0
        return
