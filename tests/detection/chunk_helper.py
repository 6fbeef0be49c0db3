"""Noun phrases of a text as the detectors cut them, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from riwaya.corpus.folding import fold
from riwaya.corpus.segments import segment
from riwaya.detection.chunker import chunks
from riwaya.detection.prepare import prepare
from riwaya.detection.text import Chunk, Text
from riwaya.model import Report
from riwaya.pipeline import Reader, reader

_reader = cache(reader)


def text_of(words: str) -> Text:
    """A sentence as the detectors see it."""
    made: Reader = _reader()
    report = Report(words, "test")
    folded = fold(words)
    segments = segment(folded, report)
    return prepare(folded, segments, made.analyser, made.function_words, None)


def top(words: str) -> list[tuple[str, Chunk]]:
    """The noun phrases of a text with their wording, left to right."""
    text = text_of(words)
    found = [c for s in text.sentences for c in chunks(text, s)]
    return [(text.folded.text[c.start : c.end], c) for c in found]


def _inside(chunk: Chunk) -> Iterator[Chunk]:
    yield chunk
    for part in chunk.inner:
        yield from _inside(part)


def names(words: str, kind: str) -> list[str]:
    """The proper names of a kind in a text, nested ones included, each stretch once."""
    text = text_of(words)
    found = [p for s in text.sentences for c in chunks(text, s) for p in _inside(c)]
    spans = {(c.start, c.end) for c in found if c.kind == kind and c.proper}
    return [text.folded.text[a:b] for a, b in sorted(spans)]
