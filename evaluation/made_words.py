"""Words that no language has but that are spelt like Arabic ones, as common and as rare as in news.

Roots of three letters in patterns; the n-th word is used about n times less than the first.
"""

from __future__ import annotations

import random
from itertools import accumulate

_LETTERS = "بتجحخدرزسشصضطعغفقكلمنهو"
_PATTERNS = (
    "{0}{1}{2}", "{0}ا{1}{2}", "م{0}{1}و{2}", "{0}{1}ا{2}", "ت{0}{1}ي{2}", "م{0}ا{1}{2}ة",
    "ا{0}{1}{2}", "ي{0}{1}{2}", "ال{0}{1}{2}", "ال{0}ا{1}{2}", "وال{0}{1}ي{2}", "ب{0}{1}ا{2}ة",
    "است{0}{1}ا{2}", "م{0}{1}{2}ون", "ال{0}{1}{2}ات",
)  # fmt: skip
_SIZE = 20_000
_AT_ONCE = 4096
_RUN = (6, 12)  # words of a sentence


class Words:
    """Sentences of made words, the same for the same chance."""

    def __init__(self, seed: int) -> None:
        chance = random.Random(seed)
        made: dict[str, None] = {}
        while len(made) < _SIZE:
            root = chance.sample(_LETTERS, 3)
            made[chance.choice(_PATTERNS).format(*root)] = None
        self.words = tuple(made)
        self._sums = list(accumulate(1 / (n + 2) for n in range(_SIZE)))

    def sentence(self, chance: random.Random) -> str:
        """Some words and a full stop."""
        count = chance.randint(*_RUN)
        return " ".join(chance.choices(self.words, cum_weights=self._sums, k=count)) + "."
