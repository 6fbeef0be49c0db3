"""Groups that took tellings in and let others go are those of all of them grouped at once."""

from __future__ import annotations

import random
from collections.abc import Collection
from datetime import date, timedelta
from itertools import combinations, count

import pytest

from riwaya.ledger.features import Features
from riwaya.ledger.grouping import Verdicts, components, group, sharpness
from riwaya.ledger.growing import Growing, Left
from riwaya.ledger.likeness import Likeness

_ENOUGH = 3.0
Pair = tuple[str, str]


class _Kept:
    """Tellings and groups in memory, as a ledger keeps them."""

    def __init__(self, scores: dict[Pair, float | None]) -> None:
        self.scores = scores
        self.seen: dict[str, Features] = {}
        self.rows: dict[int, dict[str, float]] = {}
        self.numbers = count(1)
        self.judged: dict[Pair, str] = {}

    def score(self, a: Features, b: Features) -> float | None:
        return self.scores[min(a.key, b.key), max(a.key, b.key)]

    def tied(self, key: str) -> set[str]:
        return {
            o for o in self.seen if o != key
            and (self.scores[min(key, o), max(key, o)] or 0.0) >= _ENOUGH
        }  # fmt: skip

    def ties(self, keys: Collection[str]) -> dict[str, set[str]]:
        return {k: self.tied(k) for k in keys}

    def looks(self, keys: Collection[str]) -> dict[str, Features]:
        return {k: f for k in keys if (f := self.seen.get(k)) is not None}

    def groups(self, keys: Collection[str]) -> dict[int, dict[str, float]]:
        return {n: dict(found) for n, found in self.rows.items() if found.keys() & set(keys)}

    def said(self, what: str) -> set[Pair]:
        return {
            pair for pair, said in self.judged.items()
            if said == what and set(pair) <= self.seen.keys()
        }  # fmt: skip

    def verdicts(self, keys: Collection[str]) -> Verdicts:
        near = {pair for pair in self.judged if not set(pair).isdisjoint(keys)}
        return Verdicts(self.said("same") & near, self.said("different") & near)

    def mates(self, keys: Collection[str]) -> set[str]:
        unit = components(self.seen, self.said("same"))
        ours = {unit[k] for k in keys if k in unit}
        return {k for k in self.seen if unit[k] in ours}

    def were(self) -> dict[str, Left]:
        """All tellings as they are now, each with its unit's order."""
        unit = components(self.seen, self.said("same"))
        first: dict[str, Features] = {}
        for f in sorted(self.seen.values(), key=sharpness):
            first.setdefault(unit[f.key], f)
        return {k: Left(k, sharpness(first[unit[k]]), frozenset(self.tied(k))) for k in self.seen}

    def take_in(
        self, fresh: Collection[str], left: Collection[Left] = (), touched: Collection[str] = ()
    ) -> None:
        grown = Growing(self, self.score, _ENOUGH).take_in(fresh, left, touched)
        for number in grown.changed:
            self.rows.pop(number, None)
        for number in grown.changed:
            if grown.groups[number]:
                self.rows[next(self.numbers)] = {k: grown.fits[k] for k in grown.groups[number]}

    def add(self, some: Collection[Features]) -> None:
        self.change([], some)

    def change(self, out: Collection[str], now: Collection[Features], known: bool = True) -> None:
        """Takes some out and others in, as a report's tellings when it is told anew."""
        were, moved = self.were(), self.mates(out)
        for key in out:
            del self.seen[key]
        self.seen |= {f.key: f for f in now}
        moved |= self.mates([*(f.key for f in now), *(moved & self.seen.keys())])
        left = [were[k] for k in moved if k in were]
        if not known:
            left = [Left(x.key, None, x.ties) for x in left]
        self.take_in(moved & self.seen.keys(), left)

    def judge(self, one: str, other: str, said: str) -> None:
        were, moved = self.were(), self.mates([one, other])
        pair = (min(one, other), max(one, other))
        if said:
            self.judged[pair] = said
        else:
            del self.judged[pair]
        moved |= self.mates(moved)
        self.take_in(moved, [were[k] for k in moved])


def _features(number: int, chance: random.Random, key: str = "") -> Features:
    day = date(2023, 5, 1) + timedelta(chance.randint(0, 3))
    return Features(
        key or f"{chance.getrandbits(32):08x}-{number}", number, "attack", frozenset(), True,
        False, (), frozenset(), day, day + timedelta(chance.randint(0, 1)),
        chance.choice(("stated", "published")), frozenset(), frozenset(), frozenset(),
        frozenset(), frozenset(range(chance.randint(0, 4))), frozenset(),
    )  # fmt: skip


def _grouped(kept: _Kept) -> list[list[str]]:
    return sorted(sorted(found) for found in kept.rows.values())


def _at_once(kept: _Kept) -> tuple[list[list[str]], dict[str, float]]:
    """The groups of all that is kept, and how each telling fits."""
    same = kept.said("same")
    pairs = {(a, b) for a, b in combinations(sorted(kept.seen), 2) if b in kept.tied(a)} | same
    whole: dict[str, list[Features]] = {}
    for key, component in components(kept.seen, pairs).items():
        whole.setdefault(component, []).append(kept.seen[key])

    def judge(a: str, b: str) -> Likeness | None:
        score = kept.scores[min(a, b), max(a, b)]
        return None if score is None else Likeness(score, ())

    near: dict[str, set[str]] = {k: kept.tied(k) for k in kept.seen}
    for a, b in same:
        near[a].add(b)
        near[b].add(a)
    verdicts = Verdicts(same, kept.said("different"))
    made = [
        g for found in whole.values()
        for g in group(found, judge, _ENOUGH, verdicts, tied=near)
    ]  # fmt: skip
    return sorted(g.members for g in made), {k: fit for g in made for k, fit in g.fits.items()}


def _scored(keys: Collection[str], chance: random.Random) -> dict[Pair, float | None]:
    likely = chance.choice((0.0, 1.5, 2.5))
    return {
        pair: chance.choice((None, likely, 2.0, 3.0, 3.5, 5.0, -1.0))
        for pair in combinations(sorted(keys), 2)
    }


def _check(kept: _Kept) -> None:
    groups, fits = _at_once(kept)
    assert _grouped(kept) == groups
    assert {k: fit for found in kept.rows.values() for k, fit in found.items()} == fits


@pytest.mark.parametrize("seed", range(60))
def test_growing_is_grouping(seed: int) -> None:
    chance = random.Random(seed)
    made = [_features(n, chance) for n in range(chance.randint(2, 40))]
    kept = _Kept(_scored([f.key for f in made], chance))
    while made:
        few = chance.randint(1, 5)
        some, made = made[:few], made[few:]
        kept.add(some)
        _check(kept)


@pytest.mark.parametrize("seed", range(150))
def test_whatever_is_judged_or_changes_growing_is_grouping(seed: int) -> None:
    chance = random.Random(seed)
    all_keys = [_features(n, chance).key for n in range(chance.randint(3, 24))]
    kept = _Kept(_scored(all_keys, chance))
    waiting = list(all_keys)
    for _ in range(40):
        there = sorted(kept.seen)
        act = chance.choice(("add", "add", "change", "gone", "judge", "judge", "undo"))
        if act == "add" and waiting:
            some = [waiting.pop() for _ in range(min(chance.randint(1, 3), len(waiting)))]
            kept.add([_features(0, chance, k) for k in some])
        elif act in ("change", "gone") and there:
            out = chance.sample(there, min(chance.randint(1, 3), len(there)))
            back = out if act == "change" else []
            waiting += [k for k in out if k not in back]
            again = [_features(0, chance, k) for k in back]
            kept.change(out, again, known=chance.random() < 0.7)
        elif act == "judge" and len(there) > 1:
            kept.judge(*chance.sample(there, 2), chance.choice(("same", "different")))
        elif act == "undo" and (known := sorted(p for p in kept.judged if {*p} <= {*there})):
            kept.judge(*chance.choice(known), "")
        _check(kept)


def test_only_what_changes_is_made_anew() -> None:
    chance = random.Random(1)
    made = [_features(n, chance) for n in range(30)]
    keys = sorted(f.key for f in made)
    town = {f.key: f.report % 3 for f in made}
    kept = _Kept({(a, b): 4.0 if town[a] == town[b] else -2.0 for a, b in combinations(keys, 2)})
    kept.add(made[:-1])
    before = dict(kept.rows)
    kept.add(made[-1:])
    assert len([n for n in before if n in kept.rows]) == 2
    before = dict(kept.rows)
    one, other = (next(k for k in keys if town[k] == n) for n in (0, 1))
    kept.judge(one, other, "same")
    assert [n for n in before if n in kept.rows and town[min(before[n])] == 2]


def test_the_groups_of_those_that_were_touched_count_as_changed() -> None:
    chance = random.Random(2)
    made = [_features(n, chance) for n in range(4)]
    kept = _Kept({pair: -2.0 for pair in combinations(sorted(f.key for f in made), 2)})
    kept.add(made)
    before = dict(kept.rows)
    kept.take_in([], [], [made[0].key])
    assert len(before.keys() - kept.rows.keys()) == 1
    _check(kept)
