"""Names from a tagger of the user's, as noun phrases where the rules found none.

Takes: spans of the text as given, with kinds. Gives: chunks beside those of the rules.
Never: moves or drops a name or a count that the rules found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile

from riwaya.corpus.folding import Folded
from riwaya.detection.text import Chunk, Sentence, Tagged, Text
from riwaya.detection.tokens import Word
from riwaya.model import TaggedName

_CLASSES = {"person": "person", "place": "place", "group": "body"}
_CONJUNCTIONS, _PREPOSITIONS = frozenset("وف"), frozenset("بلك")


def at_words(
    tags: Iterable[TaggedName], folded: Folded, words: Sequence[Word]
) -> tuple[Tagged, ...]:
    """The tags over the words that they touch, in order; of two that overlap, the first."""
    found: list[Tagged] = []
    starts = ends = None
    for start, end, kind in sorted(tags):
        if starts is None or ends is None:
            starts = [folded.start(w.start) for w in words]
            ends = [folded.end(w.end) for w in words]
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        if first < last and (not found or found[-1].last <= first):
            skip = max(0, start - starts[first])
            found.append(Tagged(first, last, skip, kind))
    return tuple(found)


def with_tagged(text: Text, sentence: Sentence, chunks: list[Chunk]) -> list[Chunk]:
    """The noun phrases of a sentence with the tagged names that no name or count touches."""
    first = bisect_left(text.tagged, sentence.first, key=lambda tag: tag.first)
    inside = list(takewhile(lambda t: t.last <= sentence.last, islice(text.tagged, first, None)))
    if not inside:
        return chunks
    firm = {i for c in chunks if not _bare_noun(c) for i in range(c.first, c.last)}
    more = [_chunk(text, t) for t in inside if firm.isdisjoint(range(t.first, t.last))]
    named = {i for c in more for i in range(c.first, c.last)}
    kept = [c for c in chunks if c.first not in named or not _bare_noun(c)]
    return sorted([*kept, *more], key=lambda c: c.first)


def _bare_noun(chunk: Chunk) -> bool:
    """A common noun by itself, which may open a name («شهداء» of «شهداء السرو»)."""
    alone = chunk.last - chunk.first == 1 and not chunk.inner and chunk.name is None
    return alone and not chunk.proper and chunk.count is None and chunk.time is None


def _chunk(text: Text, tag: Tagged) -> Chunk:
    word = text.words[tag.first]
    skip = min(tag.skip, len(word.text) - 1)
    joined = word.text[:skip]
    return Chunk(
        tag.kind, tag.first, tag.last, word.start + skip, text.words[tag.last - 1].end, tag.first,
        proper=True, klass=_CLASSES[tag.kind], definite=True, rule="tagger",
        conj=joined[:1] if joined[:1] in _CONJUNCTIONS else "",
        prep=joined[-1:] if joined[-1:] in _PREPOSITIONS else "",
    )  # fmt: skip
