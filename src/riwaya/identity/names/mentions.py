"""The names of the persons that a report mentions, each with the title before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from riwaya.detection.literals import QUOTES
from riwaya.detection.text import Chunk, Text
from riwaya.detection.tokens import Word
from riwaya.identity.names.parts import analyse_words
from riwaya.model import PersonName

if TYPE_CHECKING:
    from riwaya.frames.statements import Mentions

_TITLES = frozenset({"titles", "posts", "people"})


def names_of(mentions: Mentions, text: Text) -> dict[str, PersonName]:
    """The analysed names by the mention they are the words of."""
    titles = _titles(mentions)
    found: dict[str, PersonName] = {}
    for name, chunk in mentions.chunks.items():
        if chunk.kind == "person" and chunk.proper:
            found[name] = _name(text, chunk, titles.get(id(chunk)))
    return found


def _titles(mentions: Mentions) -> dict[int, Chunk]:
    """The titled phrase around each name."""
    return {
        id(chunk.name): chunk
        for chunk in mentions.chunks.values()
        if chunk.name is not None and chunk.table in _TITLES
    }


def _name(text: Text, chunk: Chunk, titled: Chunk | None) -> PersonName:
    first = titled.first if titled else chunk.first
    spread = range(first, chunk.last)
    words = [text.words[i] for i in spread if text.words[i].text not in QUOTES]
    infos = [text.infos[i] for i in spread if text.words[i].text not in QUOTES]
    start = titled.start if titled else chunk.start
    if words and start > words[0].start:  # a clitic stands before it
        cut = start - words[0].start
        whole = words[0]
        words[0] = Word(start, whole.end, whole.text[cut:], whole.key[cut:])
    count = sum(1 for w in words if w.start < chunk.start)
    return analyse_words(words, infos, text.roles, titles=count)
