"""The way of a report, each step with its reason."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from riwaya.corpus.folding import fold
from riwaya.corpus.segments import segment
from riwaya.detection.analysis import Analyser
from riwaya.detection.facts import Roles
from riwaya.detection.index import build
from riwaya.detection.prepare import function_words, prepare
from riwaya.detection.taggers import Tagger, tagged_names
from riwaya.frames.aliases import find_aliases
from riwaya.frames.causes import find_causes
from riwaya.frames.happenings import happenings
from riwaya.frames.reader import Grammar, grammar, read_sentences
from riwaya.frames.relations import find_relations
from riwaya.frames.statements import mentions_of, statement, tie_statements
from riwaya.identity.entities import group_mentions
from riwaya.identity.identities import identities_of, kept_apart, told_apart
from riwaya.identity.keys import Grouping, Sides, sides
from riwaya.identity.names import names_of
from riwaya.identity.parties import setting
from riwaya.identity.places import Gazetteer, locate
from riwaya.identity.places.choose import Weights, weights
from riwaya.lexicons import load
from riwaya.model import Lexicon, Reading, Report

NAME, VERSION = "riwaya", "0.1.0"


@dataclass(frozen=True, slots=True)
class Reader:
    """A lexicon made ready to read with."""

    lexicon: Lexicon
    analyser: Analyser
    grammar: Grammar
    function_words: Roles
    gazetteer: Gazetteer
    place_weights: Weights
    sides: Sides
    tagger: Tagger | None = None  # the user's, beside the rules


@cache
def reader(*lexicon_dirs: Path) -> Reader:
    """The reader for the shipped lexicon and the user's folders of tables."""
    with _unswept():
        lexicon = load(*lexicon_dirs)
        index = build(lexicon)
        return Reader(
            lexicon, Analyser(index), grammar(lexicon), function_words(lexicon),
            Gazetteer(index), weights(lexicon.rows("place_weights")), sides(lexicon),
        )  # fmt: skip


@contextmanager
def _unswept() -> Iterator[None]:
    """No search for garbage while a lexicon is made ready, nor in it later: it is all kept."""
    sweeps = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if sweeps:
            gc.freeze()  # a sixth of reading's time went into searching it again and again
            gc.enable()


def read_report(report: Report, reader: Reader) -> Reading:
    """What a report says: its mentions, entities and statements."""
    folded = fold(report.text)  # one spelling for what writers mix; every offset leads back
    segments = segment(folded, report)  # headings and sentences; clutter is told apart and not read
    tags = tagged_names(reader.tagger, report.text) if reader.tagger else ()
    # words with their analyses, numbers, times
    text = prepare(folded, segments, reader.analyser, reader.function_words, report.published, tags)
    # who did what to whom, who says so, did it happen
    told = read_sentences(text, reader.grammar)
    happenings(told.events)  # what is told twice is one happening
    aliases = find_aliases(told.views)  # whom the text gives a second name
    relations = find_relations(told.views)  # who leads, belongs to, is kin of, holds what
    causes = find_causes(told.views, told.events)  # why and what for
    mentions = mentions_of(text, told.views)
    events = [statement(e, n, mentions) for n, e in enumerate(told.events, 1)]
    ties = tie_statements([*relations, *causes], told, mentions)
    names = names_of(mentions, text)  # persons' names in their parts
    # which place each one means, no finer than its words
    located = locate(mentions, told.views, text, reader.gazetteer, reader.place_weights)
    where = setting(text, located.countries, report.published)
    # which mentions are one, and why; who is meant by «العدو»
    given = Grouping(mentions, text, names, reader.sides, where)
    denied, said = told_apart(aliases, told)
    entities, entity_of, joins = group_mentions(given, said, kept_apart(ties, denied, mentions))
    identities = identities_of(joins, denied, told, mentions)
    statements = (*events, *ties, *identities)
    inside_out = sorted(mentions.found.values(), key=lambda m: (m.end, -m.start))
    placed = tuple(
        replace(
            m, entity=entity_of.get(m.id), place=located.references.get(m.id), name=names.get(m.id)
        )
        for m in inside_out
    )
    return Reading(report, NAME, VERSION, placed, entities, statements)
