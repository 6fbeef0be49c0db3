"""Actors that the tables list, by every spelling of their names, quotes and generic heads aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.detection.letters import key
from riwaya.model import Lexicon

_MARKS = str.maketrans(dict.fromkeys("\"'«»“”()[]،,.:؛", " "))
_HASHTAG = str.maketrans({"#": None, "_": " "})
_MOST = 5  # words of a name


@dataclass(frozen=True, slots=True)
class Listed:
    """Main names by the key of a name; keys of words for groups and their men («خلايا»)."""

    names: Mapping[str, str]
    heads: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Listed:
        """From the tables of actors and of collectives."""
        tables = [rows for name, rows in lexicon.tables.items() if name.startswith("actors")]
        names = {
            plain(name): r["name"] for rows in tables for r in rows
            for name in (*r["names"].split("|"), r["name"]) if name
        }  # fmt: skip
        heads = {key(f) for r in lexicon.rows("collectives") for f in r["forms"].split("|") if f}
        return cls(names, frozenset(heads))

    def actor(self, phrase: str) -> str | None:
        """The main name of the actor that a phrase names, or whose men it names; else None."""
        words = plain(phrase).split()
        for first in range(min(len(words), _MOST)):
            if first and words[first - 1].removeprefix("ال") not in self.heads:
                break
            found = self.names.get(" ".join(words[first : first + _MOST]))
            if found is not None:
                return found
        return None


def untagged(phrase: str) -> str:
    """A phrase without what makes hashtags of its words («#دير_الزور»)."""
    return phrase.translate(_HASHTAG)


def plain(phrase: str) -> str:
    """A phrase in one spelling, without quotes, brackets and hashtags."""
    return " ".join(key(word) for word in untagged(phrase).translate(_MARKS).split())
