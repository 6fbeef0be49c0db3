"""The words that a printed page rests on: numbered through the page, and listed at its end."""

from __future__ import annotations

from riwaya.ledger.nouns import Words

MOST = 400
"""Entries of a list."""


class Quoted:
    """Numbers words as a page comes to show them; the same words keep their number."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, int, int], tuple[int, Words]] = {}
        self._over: set[tuple[str, int, int]] = set()

    def number(self, words: Words) -> int | None:
        """The number of some words, from 1; None where the list is full."""
        key = (words.report, words.start, words.end)
        if key not in self._found:
            if len(self._found) >= MOST:
                self._over.add(key)
                return None
            self._found[key] = (len(self._found) + 1, words)
        return self._found[key][0]

    @property
    def listed(self) -> list[tuple[int, Words]]:
        """All that were numbered, in their order."""
        return list(self._found.values())

    @property
    def left_out(self) -> int:
        """How many words had no room."""
        return len(self._over)
