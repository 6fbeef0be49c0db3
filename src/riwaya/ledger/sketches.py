"""Near copies: reports with nearly the same words, found by MinHash (Broder 1997) over runs of
words, in bands, so that each report is compared with few others."""

from __future__ import annotations

from collections.abc import Iterator

from rensa import RMinHash

from riwaya.detection.letters import key

_RUN = 3  # words of a shingle
_SIZE, _BAND = 64, 4  # hashes of a sketch, and of a band of it
_SEED = 1
_FEWEST = 12  # words below which a text is too short to be a copy
ENOUGH = 0.55  # share of equal hashes from which two texts are near copies


def sketch(text: str) -> tuple[int, ...]:
    """The MinHash of a text; nothing for a short one."""
    words = [key(w.strip(".,،؛:!؟«»\"'()")) for w in text.split()]
    if len(words) < _FEWEST:
        return ()
    made = RMinHash(num_perm=_SIZE, seed=_SEED)
    made.update([" ".join(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)])
    return tuple(made.digest())


def bands(hashes: tuple[int, ...]) -> Iterator[str]:
    """Keys of which near copies share at least one, nearly always."""
    for n in range(0, len(hashes), _BAND):
        yield f"{n}:" + ":".join(map(str, hashes[n : n + _BAND]))


def alike(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """The estimated Jaccard similarity of two texts, 0 to 1."""
    if not a or not b:
        return 0.0
    return sum(x == y for x, y in zip(a, b, strict=True)) / len(a)
