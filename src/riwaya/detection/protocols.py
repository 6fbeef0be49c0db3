"""What detectors ask of a word, so that any tokeniser's words will do."""

from __future__ import annotations

from typing import Protocol


class WordLike(Protocol):
    """A word, number, punctuation mark or line end of a folded text."""

    @property
    def start(self) -> int:
        """Offset of its first character in the folded text."""
        ...

    @property
    def end(self) -> int:
        """Offset after its last character in the folded text."""
        ...

    @property
    def text(self) -> str:
        """The word as the folded text has it."""
        ...

    @property
    def key(self) -> str:
        """`riwaya.detection.letters.key` of the text."""
        ...
