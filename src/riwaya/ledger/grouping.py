"""Tellings into incidents: the same result in whatever order they came in.

Tellings that are tied, directly or through others, are sorted by how sharply they say where and
when; each then joins the group whose members it is most like, on average, or opens its own.
A person's judgement outranks the program's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from riwaya.ledger.features import Features
from riwaya.ledger.likeness import Likeness
from riwaya.ledger.spaces import fine

_ABSENT = -2.0  # what a pair that cannot be one takes from the average
_CLASHES = 0.5  # share of a group's members with which a telling must not be impossible
Pair = tuple[str, str]
Judge = Callable[[str, str], Likeness | None]


@dataclass(slots=True)
class Group:
    """Tellings of one incident, with why each came to it."""

    members: list[str] = field(default_factory=list)
    reasons: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by a member's key
    fits: dict[str, float] = field(default_factory=dict)  # likeness to those before, 0 of the first


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What people decided of pairs of tellings; each pair in order."""

    same: Collection[Pair] = ()
    different: Collection[Pair] = ()


def with_mates(
    keys: Collection[str], verdicts: Callable[[Collection[str]], Verdicts],
    known: Collection[str] = (),
) -> tuple[set[str], Verdicts]:  # fmt: skip
    """Tellings with all that people said are one with them, however far, and what they said.

    Those that are `known` were found before, with theirs.
    """
    found: set[str] = set()
    same: set[Pair] = set()
    different: set[Pair] = set()
    ask = set(keys)
    while ask:
        found |= ask
        said = verdicts(ask)
        same |= set(said.same)
        different |= set(said.different)
        ask = {k for pair in said.same for k in pair if k not in known} - found
    return found, Verdicts(same, different)


def components(keys: Collection[str], pairs: Collection[Pair]) -> dict[str, str]:
    """The component of each key, named by its first key: keys joined by pairs, however far."""
    root = {k: k for k in keys}

    def find(k: str) -> str:
        while root[k] != k:
            root[k] = root[root[k]]
            k = root[k]
        return k

    for one, other in pairs:
        if one in root and other in root:
            first, second = sorted((find(one), find(other)))
            root[second] = first
    return {k: find(k) for k in keys}


def group(
    tellings: Sequence[Features], judge: Judge, enough: float, verdicts: Verdicts = Verdicts(),
    tied: Mapping[str, Collection[str]] | None = None,
) -> list[Group]:  # fmt: skip
    """The incidents among tellings of one component, each with its members sorted.

    `judge` gives the likeness of two keys. Must-link pairs come first and are never parted. With
    `tied` a telling joins no group but those that hold one that it is tied to.
    """
    by_key = {t.key: t for t in tellings}
    judged = components(by_key, verdicts.same)
    different = set(verdicts.different)
    units: dict[str, list[str]] = {}
    for t in sorted(tellings, key=sharpness):
        units.setdefault(judged[t.key], []).append(t.key)
    groups: list[Group] = []
    for unit in units.values():
        near = None if tied is None else {o for key in unit for o in tied.get(key, ())}
        scores = [
            (_fit(unit, g, judge, different), -n) for n, g in enumerate(groups)
            if near is None or not near.isdisjoint(g.members)
        ]  # fmt: skip
        score, n = max(scores, default=(0.0, 0))
        if score >= enough:
            _join(groups[-n], unit, judge, score)
        else:
            groups.append(Group())
            _join(groups[-1], unit, judge, 0.0)
    for g in groups:
        g.members.sort()
    return sorted(groups, key=lambda g: g.members[0])


def sharpness(t: Features) -> tuple[bool, bool, bool, bool, int, str]:
    """Sorts tellings: those that say where and when on their own come first."""
    place = t.places[0] if t.places else None
    numbers = len(t.killed) + len(t.wounded) + len(t.victims)
    return (
        not t.done,
        place is None or not fine(place) or not place.stated,
        t.dated != "stated" or t.earliest != t.latest,
        t.dated == "none",
        -min(numbers, 4),
        t.key,
    )


def _fit(unit: Sequence[str], g: Group, judge: Judge, different: set[Pair]) -> float:
    """The mean likeness of a unit's best member to a group; none where it must not join."""
    if any((min(a, b), max(a, b)) in different for a in unit for b in g.members):
        return 0.0
    return max(_mean(key, g.members, judge) for key in unit)


def _mean(key: str, members: Sequence[str], judge: Judge) -> float:
    return mean([f.score if (f := judge(key, other)) else None for other in members])


def mean(scores: Sequence[float | None]) -> float:
    """How well a telling fits to a group, of whose members it has these scores; None is never."""
    if sum(s is None for s in scores) > _CLASHES * len(scores):
        return 0.0
    scores = sorted((_ABSENT if s is None else s for s in scores), reverse=True)
    best = scores[: max(3, (len(scores) + 1) // 2)]  # a vague member must not keep others out
    return sum(best) / len(best)


def _join(g: Group, unit: Sequence[str], judge: Judge, fit: float) -> None:
    for key in unit:
        g.fits[key] = fit
        found = [f for other in g.members if (f := judge(key, other)) is not None]
        if found:
            g.reasons[key] = max(found, key=lambda f: (f.score, f.reasons)).reasons
        g.members.append(key)


def remembering(judge: Mapping[Pair, Likeness | None], make: Judge) -> Judge:
    """A judge that asks each pair once."""
    known = dict(judge)

    def ask(a: str, b: str) -> Likeness | None:
        pair = (a, b) if a < b else (b, a)
        if pair not in known:
            known[pair] = make(*pair)
        return known[pair]

    return ask
