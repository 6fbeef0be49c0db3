"""The way of a report, each step with its reason."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from riwaya.corpus.folding import fold
from riwaya.corpus.segments import segment
from riwaya.detection.analysis import Analyser
from riwaya.detection.facts import Roles
from riwaya.detection.index import build
from riwaya.detection.prepare import function_words, prepare
from riwaya.frames.happenings import happenings
from riwaya.frames.reader import Grammar, grammar, read_sentences
from riwaya.frames.statements import mentions_of, statement
from riwaya.identity.entities import group_mentions
from riwaya.lexicons import load
from riwaya.model import Lexicon, Mention, Reading, Report

NAME, VERSION = "riwaya", "0.1.0"


@dataclass(frozen=True, slots=True)
class Reader:
    """A lexicon made ready to read with."""

    lexicon: Lexicon
    analyser: Analyser
    grammar: Grammar
    function_words: Roles


@cache
def reader(*lexicon_dirs: Path) -> Reader:
    """The reader for the shipped lexicon and the user's folders of tables."""
    with _unswept():
        lexicon = load(*lexicon_dirs)
        return Reader(lexicon, Analyser(build(lexicon)), grammar(lexicon), function_words(lexicon))


@contextmanager
def _unswept() -> Iterator[None]:
    """No search for garbage while a lexicon is made ready: it is all kept, and much of it."""
    sweeps = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if sweeps:
            gc.enable()


def read_report(report: Report, reader: Reader) -> Reading:
    """What a report says: its mentions, entities and statements."""
    folded = fold(report.text)  # one spelling for what writers mix; every offset leads back
    segments = segment(folded, report)  # headings and sentences; clutter is told apart and not read
    # words with their analyses, numbers, times
    text = prepare(folded, segments, reader.analyser, reader.function_words, report.published)
    # who did what to whom, who says so, did it happen
    views, events = read_sentences(text, reader.grammar)
    happenings(events)  # what is told twice is one happening
    mentions = mentions_of(text, views)
    statements = tuple(statement(e, n, mentions) for n, e in enumerate(events, 1))
    entities, entity_of = group_mentions(mentions, text)  # which mentions are one
    placed = tuple(
        Mention(m.id, m.kind, m.form, m.start, m.end, m.text, entity_of.get(m.id), m.place)
        for m in mentions.found.values()
    )
    return Reading(report, NAME, VERSION, placed, entities, statements)
