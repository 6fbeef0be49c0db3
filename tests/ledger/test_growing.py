"""Groups that took tellings in one by one are those of all of them grouped at once."""

from __future__ import annotations

import random
from collections.abc import Collection
from datetime import date, timedelta
from itertools import combinations, count

import pytest

from riwaya.ledger.features import Features
from riwaya.ledger.grouping import components, group
from riwaya.ledger.growing import Growing
from riwaya.ledger.likeness import Likeness

_ENOUGH = 3.0


class _Kept:
    """Tellings and groups in memory, as a ledger keeps them."""

    def __init__(self, scores: dict[tuple[str, str], float | None]) -> None:
        self.scores = scores
        self.seen: dict[str, Features] = {}
        self.rows: dict[int, dict[str, float]] = {}
        self.numbers = count(1)

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
        return {k: self.seen[k] for k in keys}

    def groups(self, keys: Collection[str]) -> dict[int, dict[str, float]]:
        return {n: dict(found) for n, found in self.rows.items() if found.keys() & set(keys)}

    def take_in(self, fresh: Collection[Features]) -> None:
        self.seen |= {f.key: f for f in fresh}
        grown = Growing(self, self.score, _ENOUGH).take_in([f.key for f in fresh])
        for number in grown.changed:
            self.rows.pop(number, None)
        for number in grown.changed:
            if grown.groups[number]:
                self.rows[next(self.numbers)] = {k: grown.fits[k] for k in grown.groups[number]}


def _features(number: int, chance: random.Random) -> Features:
    day = date(2023, 5, 1) + timedelta(chance.randint(0, 3))
    return Features(
        f"{chance.getrandbits(32):08x}-{number}", number, "attack", frozenset(), True, False, (),
        frozenset(), day, day + timedelta(chance.randint(0, 1)),
        chance.choice(("stated", "published")), frozenset(), frozenset(), frozenset(),
        frozenset(), frozenset(range(chance.randint(0, 4))), frozenset(),
    )  # fmt: skip


def _at_once(kept: _Kept) -> list[list[str]]:
    pairs = [(a, b) for a, b in combinations(sorted(kept.seen), 2) if b in kept.tied(a)]
    whole: dict[str, list[Features]] = {}
    for key, component in components(kept.seen, pairs).items():
        whole.setdefault(component, []).append(kept.seen[key])

    def judge(a: str, b: str) -> Likeness | None:
        score = kept.scores[min(a, b), max(a, b)]
        return None if score is None else Likeness(score, ())

    near = {k: kept.tied(k) for k in kept.seen}
    return sorted(
        g.members for found in whole.values() for g in group(found, judge, _ENOUGH, tied=near)
    )


@pytest.mark.parametrize("seed", range(60))
def test_growing_is_grouping(seed: int) -> None:
    chance = random.Random(seed)
    made = [_features(n, chance) for n in range(chance.randint(2, 40))]
    keys = sorted(f.key for f in made)
    likely = chance.choice((0.0, 1.5, 2.5))
    kept = _Kept({
        pair: chance.choice((None, likely, 2.0, 3.0, 3.5, 5.0, -1.0)) for pair in
        combinations(keys, 2)
    })  # fmt: skip
    while made:
        few = chance.randint(1, 5)
        some, made = made[:few], made[few:]
        kept.take_in(some)
        assert sorted(sorted(found) for found in kept.rows.values()) == _at_once(kept)


def test_only_what_changes_is_made_anew() -> None:
    chance = random.Random(1)
    made = [_features(n, chance) for n in range(30)]
    keys = sorted(f.key for f in made)
    town = {f.key: f.report % 3 for f in made}
    kept = _Kept({(a, b): 4.0 if town[a] == town[b] else -2.0 for a, b in combinations(keys, 2)})
    kept.take_in(made[:-1])
    before = dict(kept.rows)
    kept.take_in(made[-1:])
    assert len([n for n in before if n in kept.rows]) == 2
