"""Words that a person typed, found in a report: marks and spellings aside."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.detection.letters import key
from riwaya.model import Span


def find(text: str, words: str, first_in: Iterable[Span] = ()) -> tuple[int, int] | None:
    """Where words stand in a text, in code points: in one of some stretches of it, else anywhere.

    As they are written; where they are written nowhere so, in any spelling. None where nowhere.
    """
    wanted = words.strip()
    if not wanted:
        return None
    stretches = [(s.start, text[s.start : s.end]) for s in first_in]
    for look in (_exact, _spelt):
        for start, stretch in (*stretches, (0, text)):
            found = look(stretch, wanted)
            if found is not None:
                return start + found[0], start + found[1]
    return None


def _exact(text: str, wanted: str) -> tuple[int, int] | None:
    at = text.find(wanted)
    return None if at < 0 else (at, at + len(wanted))


def _spelt(text: str, wanted: str) -> tuple[int, int] | None:
    """By spelling keys, each letter of which remembers its place."""
    letters = [(folded, place) for place, c in enumerate(text) for folded in key(c)]
    whole = "".join(folded for folded, _ in letters)
    bare = "".join(map(key, wanted))
    at = whole.find(bare) if bare else -1
    if at < 0:
        return None
    end = letters[at + len(bare) - 1][1] + 1
    while end < len(text) and not key(text[end]):
        end += 1  # marks on the last letter
    return letters[at][1], end
