"""Names that users give to what they bring, made fit to be shown and kept; never paths."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 200  # characters of a name
_JOINERS = "\u200c\u200d"  # which letters of Persian and Urdu need
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Cn"))
_NAMELESS = "unnamed"


def label(kind: str, name: str) -> str:
    """A name as one line without characters that are not seen, at most LONGEST of them.

    Of a file's name only what stands behind the last folder is kept, with its suffix.
    """
    if kind != "file":
        return _plain(name)[:LONGEST].strip()
    base = _plain(re.split(r"[/\\]", _plain(name))[-1])
    return base[-LONGEST:].strip() if base.strip(". ") else _NAMELESS


def lines(texts: Iterable[str]) -> str:
    """Texts as one a line: none has a line end, nor what a database cannot keep."""
    return "\n".join(filter(None, map(_one_line, texts)))


def _plain(text: str) -> str:
    return "".join(c for c in _one_line(text) if c in _JOINERS or not _is_unseen(c))


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN


def _one_line(text: str) -> str:
    """Without NUL and halves of characters, all white space and line ends as single spaces."""
    return " ".join(re.sub("[\x00\ud800-\udfff]", "", text).split())
