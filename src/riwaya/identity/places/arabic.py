"""The Arabic names among the alternate names of a place, cleaned; for tables made from GeoNames."""

from __future__ import annotations

import re
from collections.abc import Iterable

from riwaya.detection.letters import key

_OTHER_LETTERS = str.maketrans(
    "\u06a9\u06cc\u067e\u0686\u06af\u0698\u06a4\u06be",
    "\u0643\u064a\u0628\u062c\u063a\u062c\u0641\u0647"
)  # fmt: skip
_MARKS = re.compile(r"[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e]")
_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+)*")
_ASIDE = re.compile(r"\s*[(\[،,/].*$")
_HEADS = re.compile(
    r"^(?:مدينة|محافظة|ولاية|قضاء|بلدية|مديرية|ناحية|قرية|مقاطعة|شهر|شهرستان) (?=.)"
)
_MISSPELT = re.compile("ى[^ ]|^ئ|اا|ؤ$|^(?:ا|ال)$")
_CAREFUL = re.compile("[أإآةؤئء]")
_SHORTEST = 3  # letters


def clean(name: str) -> tuple[str, bool] | None:
    """The name in Arabic letters, and whether it was so from the start; None where it is not."""
    bare = _ASIDE.sub("", _MARKS.sub("", name)).strip().replace("\u0671", "ا")
    mapped = " ".join(bare.translate(_OTHER_LETTERS).split())
    if not _ARABIC.fullmatch(mapped) or len(mapped.replace(" ", "")) < _SHORTEST:
        return None
    if _MISSPELT.search(mapped):
        return None
    return mapped, mapped == bare


def spellings(alternate_names: Iterable[str]) -> list[str]:
    """A place's Arabic names, best first, one for each spelling key."""
    found = [pair for pair in map(clean, alternate_names) if pair]
    headless = {key(word) for word, _ in found if not _HEADS.match(word)}
    best: dict[str, tuple[tuple[int, ...], str]] = {}
    for word, native in found:
        short = _HEADS.sub("", word)
        if short != word and (key(short) in headless or not headless):
            word = short
        rank = (
            -native,
            -word.startswith("ال"),
            -bool(_CAREFUL.search(word)),
            len(word),
        )
        if key(word) not in best or (rank, word) < best[key(word)]:
            best[key(word)] = (rank, word)
    ordered = [word for rank, word in sorted(best.values())]
    from_arabic = [word for rank, word in sorted(best.values()) if rank[0]]
    return from_arabic or ordered[:2]
