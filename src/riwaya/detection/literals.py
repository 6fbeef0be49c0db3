"""Listed phrases (actors, places, cues) found at a word of a text, the longest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from riwaya.detection.analysis import LITERAL_COLUMNS, WordInfo
from riwaya.detection.cuts import Split
from riwaya.detection.index import Literal
from riwaya.detection.text import Match, Text
from riwaya.detection.tokens import QUOTES, Word
from riwaya.model import Row

__all__ = ["LITERAL_COLUMNS", "QUOTES", "Match", "longest", "phrases"]


def phrases(words: Sequence[Word], infos: Sequence[WordInfo]) -> dict[int, tuple[Match, ...]]:
    """The listed phrases of several words, by the place of their first word."""
    keys = [word.key for word in words]
    found: dict[int, tuple[Match, ...]] = {}
    for i, info in enumerate(infos):
        if not info.openings:
            continue
        j = i + 1
        if j < len(keys) and words[j].text in QUOTES:
            j += 1
        if j >= len(keys):
            continue
        second = keys[j]
        for seconds, split in info.openings:
            if second in seconds:
                found[i] = (*found.get(i, ()), *_matches(keys, j + 1, seconds[second], split))
    return {i: matches for i, matches in found.items() if matches}


def _matches(
    keys: list[str], j: int, literals: tuple[Literal, ...], split: Split
) -> Iterator[Match]:
    """The phrases whose further words stand from word `j` on."""
    for rest, table, row, name in literals:
        last = j + len(rest)
        if not rest or keys[j:last] == list(rest):
            yield Match(last, split, table, row, "palaces" if _palace(table, row, name) else "name")


def _palace(table: str, row: Row, name: str) -> bool:
    """Whether a country's name is that of its government's seat, and not also of its capital."""
    if table != "countries" or name not in row["palaces"].split("|"):
        return False
    return name not in row["capital"].split("|")


def longest(text: Text, i: int, end: int, wanted: Callable[[str], bool]) -> Match | None:
    """The longest listed phrase that opens at word `i`, of the tables wanted."""
    best: Match | None = None
    for match in text.phrases.get(i, ()):
        if match.last <= end and (best is None or best.last < match.last) and wanted(match.table):
            best = match
    if best:
        return best
    cuts = 0
    for form, split in text.infos[i].listed:
        if wanted(form.table) and (best is None or split.cuts < cuts):
            best = Match(i + 1, split, form.table, form.row, form.pos)
            cuts = split.cuts
    return best
