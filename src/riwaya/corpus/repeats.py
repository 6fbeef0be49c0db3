"""Lines that only repeat a sentence of the same text: pull quotes, a title told twice."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import chain

from riwaya.corpus.broken import key

_WORD = re.compile(r"[^\W_]+")
_FEWEST = 6  # words of a pull quote
_SHARE = 0.9  # of its words that stand in one other sentence
_BARE_SHARE = 0.8  # the same for a line without a stop among lines with one
_LONGEST = 60  # words of a pull quote
_RIVALS = 40  # sentences that share a rare word and are compared


@lru_cache(maxsize=1 << 14)
def _stems(piece: str) -> tuple[str, ...]:
    """The stems of the words in a piece of text without blanks."""
    return tuple(map(_stem, _WORD.findall(piece)))


def _stem(word: str) -> str:
    """The key of a word without a conjunction before it and the ending of a plural verb."""
    word = key(word)
    if len(word) > 4 and word[0] in "وف":
        word = word[1:]
    return word[:-2] if len(word) > 4 and word.endswith("وا") else word


def repeated(texts: list[str], whole: list[bool], bare: list[bool]) -> list[int]:
    """Which of the sentences are pull quotes.

    `whole`: the sentence is a whole line; `bare`: it has no stop where most lines have one.
    Of two that are the same, the one without a stop is the quote, else the later one.
    """
    words = [frozenset(chain.from_iterable(map(_stems, text.split()))) for text in texts]
    shared = _shared(words)
    places: dict[str, list[int]] = {}
    quotes: list[int] = []
    taken: set[int] = set()
    for at, found in enumerate(words):
        if not whole[at] or not _FEWEST <= len(found) <= _LONGEST:
            continue
        share = _BARE_SHARE if bare[at] and len(found) >= 8 else _SHARE
        if len(found & shared) < share * len(found) - 1e-9:
            continue
        places = places or _places(words, shared)
        if any(
            _covers(words[other], found, share)
            and _is_lesser(at, other, words, bare)
            and other not in taken
            for other in _rivals(at, found, places, share)
        ):
            quotes.append(at)
            taken.add(at)
    return quotes


def _shared(words: list[frozenset[str]]) -> set[str]:
    """The words that more than one sentence has."""
    seen: set[str] = set()
    shared: set[str] = set()
    for found in words:
        shared |= found & seen
        seen |= found
    return shared


def _places(words: list[frozenset[str]], shared: set[str]) -> dict[str, list[int]]:
    """The sentences that have a shared word, by word."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, found in enumerate(words):
        for word in found & shared:
            places[word].append(at)
    return places


def _rivals(
    at: int, found: frozenset[str], places: dict[str, list[int]], share: float
) -> list[int]:
    """Other sentences that have one of so many rare words that one at least must be shared."""
    rare = sorted(found, key=lambda word: (len(places.get(word, ())), word))
    needed = int(len(found) * (1 - share) + 1e-9) + 1
    rivals: dict[int, None] = {}
    for word in rare[:needed]:
        for other in places.get(word, ())[:_RIVALS]:
            if other != at:
                rivals[other] = None
    return list(rivals)[:_RIVALS]


def _covers(longer: frozenset[str], shorter: frozenset[str], share: float) -> bool:
    return len(shorter & longer) >= share * len(shorter) - 1e-9


def _is_lesser(at: int, other: int, words: list[frozenset[str]], bare: list[bool]) -> bool:
    """Whether the sentence `at`, not `other`, is the one that repeats."""
    mine, others = len(words[at]), len(words[other])
    if mine != others:
        return mine < others
    if bare[at] != bare[other]:
        return bare[at]
    return at > other
