"""Whether two tellings meet: found by each other, and alike enough to be of one incident."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.features import Features, keys, sought
from riwaya.ledger.likeness import likeness

_KEYS, _PAIRS = 1_500, 400_000  # what is remembered at most
V = TypeVar("V")


class _Remembered(Generic[V]):
    """Values of features or of pairs of them, the latest of so many; other objects are others."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: OrderedDict[tuple[int, int], tuple[Features, Features, V]] = OrderedDict()

    def of(self, a: Features, b: Features, make: Callable[[], V]) -> V:
        """The value of a pair; it is made where it is not known."""
        pair = (id(a), id(b))
        found = self._known.get(pair)
        if found is not None:  # both are alive in it, so that their ids are theirs
            return found[2]
        value = make()
        self._known[pair] = (a, b, value)
        if len(self._known) > self._most:
            self._known.popitem(last=False)
        return value


class Scores:
    """How alike tellings are, remembered from one report to the next."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._pairs: _Remembered[float | None] = _Remembered(_PAIRS)
        self._stands: _Remembered[set[str]] = _Remembered(_KEYS)
        self._seeks: _Remembered[set[str]] = _Remembered(_KEYS)

    def score(self, a: Features, b: Features) -> float | None:
        """The likeness of two, the same either way round; None where they cannot be one."""
        one, two = (a, b) if a.key < b.key else (b, a)
        return self._pairs.of(one, two, lambda: self._score(one, two))

    def _score(self, a: Features, b: Features) -> float | None:
        like = likeness(a, b, self._rules.types, self._rules.weights)
        return None if like is None else like.score

    def meet(self, a: Features, b: Features) -> float | None:
        """The likeness of two that meet, the same either way round.

        Who seeks widely may find one who does not seek it; it would then hang on who came last
        whether they are compared, so both have to find each other.
        """
        score = self.score(a, b)
        if score is None or score < self._rules.enough:
            return None
        return score if self._finds(a, b) and self._finds(b, a) else None

    def _finds(self, a: Features, b: Features) -> bool:
        types = self._rules.types
        seeks = self._seeks.of(a, a, lambda: sought(a, types))
        return not seeks.isdisjoint(self._stands.of(b, b, lambda: keys(b, types)))


_of_rules: tuple[Rules, Scores] | None = None


def scores(rules: Rules) -> Scores:
    """The likeness of tellings under these tables."""
    global _of_rules
    if _of_rules is None or _of_rules[0] is not rules:
        _of_rules = (rules, Scores(rules))
    return _of_rules[1]
