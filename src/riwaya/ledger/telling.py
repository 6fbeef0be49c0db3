"""What one report tells of each happening: its claims put together by deed, place and time.

A digest that lists five strikes is five tellings; a strike with its dead, wounded and ruins is one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from riwaya.ledger.claims import Read, claims_of, named_in, sharpest_first
from riwaya.ledger.nouns import Claim, Dated, Telling, Where
from riwaya.ledger.spaces import apart, fine, holds, same_place
from riwaya.ledger.types import DEATHS, IncidentTypes
from riwaya.model import Mention

_FINE = ("exact", "near")
_WIDER = 1.8  # how many times a place's toll a region's is of more than that place
_BATTLE = 5  # days that one happening may go on
_RECENT = 20  # days before publication up to which news is news
_LAG = 2  # days before its publication that a report without a day speaks of
_SENTENCE = "\n.!؟"
_HURT = ("killed", "wounded")
_ENOUGH = 0.5
_LINKED, _PLACE, _HOLDS, _DAY, _SENTENCE_FIT, _NEXT_FIT = 10.0, 3.0, 1.0, 2.0, 2.0, 1.0


@dataclass(slots=True)
class _Group:
    """Claims of one happening while a report is gone through."""

    group: str
    done: bool
    sums_up: bool
    claims: list[Claim] = field(default_factory=list)
    statements: set[str] = field(default_factory=set)
    dead: set[str] = field(default_factory=set)  # entities of people named as dead

    def add(self, claim: Claim) -> None:
        """Takes a claim in."""
        self.claims.append(claim)
        self.statements.add(claim.statement)
        if claim.type in DEATHS:
            named = (p for p in claim.targets if p.kind == "person" and p.form == "name")
            self.dead |= {p.entity for p in named if p.entity}


def tell(read: Read, report: int, types: IncidentTypes) -> list[Telling]:
    """The tellings of a report, in the order of their first words."""
    reading = read.reading
    groups: list[_Group] = []
    linked = _links(read)
    for claim in claims_of(read):
        if claim.type not in types.rows:
            continue
        fits = [(_fit(claim, g, linked, read, types), -n) for n, g in enumerate(groups)]
        best = max(fits, default=(0.0, 0))
        if best[0] >= _ENOUGH:
            groups[-best[1]].add(claim)
        else:
            groups.append(_Group(types[claim.type].group, _done(claim), claim.sums_up))
            groups[-1].add(claim)
    named = named_in(read)
    published = reading.report.published
    return [replace(_telling(g, read, report, types, published), named=named) for g in groups]


def _done(claim: Claim) -> bool:
    return claim.realis in ("actual", "possible")


def _links(read: Read) -> dict[str, set[str]]:
    """Statements that the report itself ties: one happening, or the one because of the other."""
    tied: dict[str, set[str]] = {}
    told: dict[str, list[str]] = {}
    for s in read.reading.statements:
        if s.kind == "event" and s.happening:
            told.setdefault(s.happening, []).append(s.id)
        elif s.kind == "cause" and s.type == "because_of" and "result" in s.rules:
            told.setdefault(s.id, []).extend(r.statement for r in s.roles if r.statement)
    for together in told.values():
        for one in together:
            tied.setdefault(one, set()).update(together)
    return tied


def _fit(
    claim: Claim, g: _Group, linked: dict[str, set[str]], read: Read, types: IncidentTypes
) -> float:
    """How well a claim goes with others; below `_ENOUGH` it does not."""
    if (g.done, g.sums_up) != (_done(claim), claim.sums_up) or not _one_kind(claim, g, types):
        return 0.0
    place = _meet_in_place(claim.places, [p for c in g.claims for p in c.places])
    tied = not g.statements.isdisjoint(linked.get(claim.statement, ()))
    if place is not None and (tied or _one_death(claim, g)):
        return _LINKED
    score = 0.0
    day = _meet_in_time(claim, g.claims, read.reading.report.published)
    if place is None or day is None:
        return 0.0
    score += place + day
    return score + _nearness(claim, g.claims[-1], read.reading.report.text)


def _one_death(claim: Claim, g: _Group) -> bool:
    """Whether both tell of the death of one person by name."""
    return claim.type in DEATHS and any(p.entity in g.dead for p in claim.targets if p.entity)


def _one_kind(claim: Claim, g: _Group, types: IncidentTypes) -> bool:
    return types.may_join(claim.type, g.group) or all(
        types.may_join(c.type, types[claim.type].group) for c in g.claims
    )


def _meet_in_place(one: Sequence[Where], others: Sequence[Where]) -> float | None:
    """None where they lie apart; 0 where one side names none."""
    if not one or not others:
        return 0.0
    if any(same_place(a, b) for a in one for b in others):
        return _PLACE
    ours, theirs = [p for p in one if fine(p)], [p for p in others if fine(p)]
    if ours and theirs:
        return None
    if any(holds(a, b) or holds(b, a) for a in one for b in others):
        return _HOLDS
    return None if any(apart(a, b) for a in one for b in others) else 0.0


def _meet_in_time(claim: Claim, others: Sequence[Claim], published: date | None) -> float | None:
    """None where their days differ; 0 where one side names none.

    What is stated to lie long before the publication goes with nothing that has no day.
    """
    spans = [(c.earliest, c.latest) for c in others if c.earliest and c.latest]
    if claim.earliest is None or claim.latest is None:
        return 0.0 if not spans or not all(_is_old(b, published) for _, b in spans) else None
    if not spans:
        return None if _is_old(claim.latest, published) else 0.0
    met = any(a <= claim.latest and claim.earliest <= b for a, b in spans)
    return _DAY if met else None


def _is_old(last: date, published: date | None) -> bool:
    return published is not None and (published - last).days > _RECENT


def _nearness(claim: Claim, last: Claim, text: str) -> float:
    between = text[last.trigger.end : claim.trigger.start]
    ends = sum(between.count(c) for c in _SENTENCE)
    if ends == 0:
        return _SENTENCE_FIT
    return _NEXT_FIT if ends <= 2 else 0.5


def _telling(
    g: _Group, read: Read, report: int, types: IncidentTypes, published: date | None
) -> Telling:
    g.claims = _of_here(_of_doers(g.claims))
    first = g.claims[0]
    affirmed = [c for c in g.claims if c.affirms] or g.claims
    kind = types.leading(c.type for c in affirmed)
    home = _home(read)
    stated = [p for c in g.claims for p in c.places]
    near = [p for p in stated if home is None or p.country in (None, home)]
    places = list(sharpest_first(near or stated))
    if not any(p.point and p.precision in _FINE for p in places):
        places += _beside(first, read, places)
    earliest, latest, dated = _days(g.claims, published)
    return Telling(
        first.key, report, kind, types[kind].group, g.done, g.sums_up, tuple(g.claims),
        sharpest_first(places), earliest, latest, dated, published,
    )  # fmt: skip


def _of_doers(claims: list[Claim]) -> list[Claim]:
    """The claims, a denial made one of the doer alone where the report tells of the deed itself.

    «نفى … أن تكون قوات كذا قد قتلته»: the man is dead all the same.
    """
    told = {c.type for c in claims if c.affirms}
    return [
        replace(c, negates="agent")
        if c.agents and c.polarity == "negative" and c.negates in (None, "event")
        and c.realis == "actual" and (c.type in told or (c.type in DEATHS and told & DEATHS))
        else c
        for c in claims
    ]  # fmt: skip


def _of_here(claims: list[Claim]) -> list[Claim]:
    """The claims, tolls of a whole region made no tolls of what happened in one place of it.

    Dead are held against dead, wounded against wounded: that one man was arrested in a place says
    nothing of how many died there.
    """
    here = [c for c in claims if any(fine(p) for p in c.places)]
    most = {kind: max((_size(c, kind) for c in here), default=0) for kind in _HURT}
    return [
        replace(c, tolls=tuple(replace(t, part=True) for t in c.tolls))
        if c.places and c not in here
        and any(0 < _WIDER * most[kind] < _size(c, kind) for kind in _HURT) else c
        for c in claims
    ]  # fmt: skip


def _size(claim: Claim, kind: str) -> int:
    sizes = (t.high or t.low or 0 for t in claim.tolls if t.kind == kind and not t.part)
    return max(sizes, default=0)


def _beside(claim: Claim, read: Read, stated: Sequence[Where]) -> list[Where]:
    """The place nearest to a deed's word that the report names, where the deed has none fine.

    In its sentence, else in the headline, else before it, else behind it; one that lies outside
    of what is stated for the deed is not it.
    """
    home = _home(read)
    named = [m for m in read.reading.mentions if _fine(m) and _at_home(m, home)]
    fitting = [
        m for m in named if not any(_outside(read.where(m), s) for s in stated if s.point)
    ]  # fmt: skip
    if not fitting:
        return []
    text, at = read.reading.report.text, claim.trigger.start
    headline = text.find("\n")

    def order(m: Mention) -> tuple[bool, bool, bool, int]:
        between = text[min(m.end, at) : max(m.start, at)]
        inside = not any(c in between for c in _SENTENCE)
        return not inside, m.end > headline, m.start > at, abs(m.start - at)

    return [read.where(min(fitting, key=order), stated=False)]


def _home(read: Read) -> str | None:
    """The country of most places that a report names; None where no country leads.

    A common word that is read as a far town is alone there («المعسكر», a town of Algeria).
    """
    votes = Counter(
        p.country for p in {
            (m.place.id or m.text): m.place for m in read.reading.mentions
            if m.kind == "place" and m.place is not None and m.place.country
        }.values()
    )  # fmt: skip
    leading = votes.most_common(2)
    if not leading or leading[0][1] < 2:
        return None
    second = leading[1][1] if len(leading) > 1 else 0
    return leading[0][0] if leading[0][1] > second else None


def _at_home(m: Mention, home: str | None) -> bool:
    return home is None or m.place is None or m.place.country == home


def _fine(m: Mention) -> bool:
    p = m.place
    return m.kind == "place" and p is not None and p.latitude is not None and p.precision in _FINE


def _outside(place: Where, stated: Where) -> bool:
    return not (holds(stated, place) or same_place(stated, place)) and apart(stated, place)


def _days(claims: list[Claim], published: date | None) -> tuple[date | None, date | None, Dated]:
    """From the first to the last day that is told, of what is told most sharply.

    Where days are told that do not meet, of one death, the first holds: it was told later.
    """
    stated = [(c.earliest, c.latest) for c in claims if c.earliest and c.latest]
    spans = [(a, b) for a, b in stated if a and b]
    if spans:
        end = min(b for _, b in spans)
        spans = [(a, b) for a, b in spans if (a - end).days <= _BATTLE]
        narrow = min((b - a).days for a, b in spans)
        sharp = [(a, b) for a, b in spans if (b - a).days <= max(narrow, 1)]
        return min(a for a, _ in sharp), max(b for _, b in sharp), "stated"
    if published:
        return published - timedelta(days=_LAG), published, "published"
    return None, None, "none"
