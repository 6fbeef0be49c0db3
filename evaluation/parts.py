"""How much of reading goes into times, numbers, names and places, by running each by itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from riwaya.corpus.folding import fold
from riwaya.corpus.segments import segment
from riwaya.detection.chunker import chunks
from riwaya.detection.numbers import numbers_in
from riwaya.detection.prepare import prepare
from riwaya.detection.times import times_in
from riwaya.frames.reader import read_sentences
from riwaya.frames.statements import mentions_of
from riwaya.identity.names import names_of
from riwaya.identity.places import locate
from riwaya.model import Report
from riwaya.pipeline import Reader, read_report, reader


def shares(texts: list[str]) -> dict[str, float]:
    """The share of reading's time that each part takes; the noun phrases of all kinds are `names`.

    Everything is run once before it is timed, so that what is kept between reports is there.
    """
    made = reader()
    for text in texts[:2]:
        _parts(text, made, {})
        read_report(Report(text, "warm"), made)
    spent: dict[str, float] = {}
    for text in texts:
        _parts(text, made, spent)
    start = time.perf_counter()
    for text in texts:
        read_report(Report(text, "timed"), made)
    whole = time.perf_counter() - start
    return {part: seconds / whole for part, seconds in spent.items()}


def _parts(text: str, made: Reader, spent: dict[str, float]) -> None:
    report = Report(text, "parts")
    folded = fold(text)
    prepared = prepare(folded, segment(folded, report), made.analyser, made.function_words, None)
    with _timed(spent, "numbers"):
        numbers = numbers_in(prepared.words)
    with _timed(spent, "times"):
        times_in(prepared.words, numbers, None)
    with _timed(spent, "names"):
        for sentence in prepared.sentences:
            chunks(prepared, sentence)
    prepared.named.clear()
    views = read_sentences(prepared, made.grammar).views
    mentions = mentions_of(prepared, views)
    with _timed(spent, "names"):
        names_of(mentions, prepared)
    with _timed(spent, "places"):
        locate(mentions, views, prepared, made.gazetteer, made.place_weights)


@contextmanager
def _timed(spent: dict[str, float], part: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    spent[part] = spent.get(part, 0.0) + time.perf_counter() - start
