"""From a folded text and its segments to words with analyses, numbers and times."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date

from riwaya.corpus.folding import Folded
from riwaya.corpus.segments import Segment
from riwaya.detection.analysis import Analyser
from riwaya.detection.facts import COMMON, COMMON_VERB, Roles
from riwaya.detection.letters import key
from riwaya.detection.literals import phrases
from riwaya.detection.numbers import numbers_in
from riwaya.detection.tagged import at_words
from riwaya.detection.text import Sentence, Text
from riwaya.detection.times import times_in
from riwaya.detection.tokens import Word, tokenise
from riwaya.model import Lexicon, TaggedName

__all__ = ["COMMON", "COMMON_VERB", "function_words", "prepare"]
LONGEST_SENTENCE = 250
"""Words and marks of the longest sentence that is read in one piece."""
_COMMAS = frozenset("،,؛;")


def function_words(lexicon: Lexicon) -> Roles:
    """Function words by role; `common` are ordinary words that are no names."""
    common = lexicon.rows("common_words")
    found: dict[str, set[str]] = {COMMON: {key(row["word"]) for row in common}}
    found[COMMON_VERB] = {key(row["word"]) for row in common if row["pos"] == "verb"}
    for row in lexicon.rows("function_words"):
        found.setdefault(row["role"], set()).add(key(row["word"]))
    variants = {
        key(form): key(row["name"])
        for row in lexicon.rows("name_variants")
        for form in row["names"].split("|")
    }
    return Roles({role: frozenset(words) for role, words in found.items()}, variants)


def prepare(
    folded: Folded,
    segments: Sequence[Segment],
    analyser: Analyser,
    roles: Roles,
    published: date | None,
    tags: Iterable[TaggedName] = (),
) -> Text:
    """The text as the detectors see it; times are relative to the day of publication.

    `tags` are names that a tagger of the user's found, with offsets of the text as given.
    """
    words = tokenise(folded.text)
    infos = analyser.words([w.text for w in words])
    numbers = numbers_in(words, spelled=lambda w: folded.span(w.start, w.end).text)
    times = times_in(words, numbers, published)
    number_at = {n.first: n for n in numbers}
    time_at = {t.first: t for t in times}
    phrase_at = phrases(words, infos)
    return Text(
        folded, words, infos, _sentences(segments, words),
        number_at,
        time_at,
        phrase_at,
        number_at.keys() | time_at.keys() | phrase_at.keys(),
        roles.facts(infos),
        roles,
        roles.function_keys,
        at_words(tags, folded, words),
        published is not None,
    )  # fmt: skip


def _sentences(segments: Sequence[Segment], words: Sequence[Word]) -> tuple[Sentence, ...]:
    """Segments as ranges of words, endless ones cut, so that the work grows with the text only."""
    starts = [w.start for w in words]
    found = []
    for s in segments:
        first, last = bisect_left(starts, s.start), bisect_left(starts, s.end)
        while last - first > LONGEST_SENTENCE:
            cut = _soft_boundary(words, first)
            found.append(Sentence(first, cut, s.kind))
            first = cut
        if last > first:
            found.append(Sentence(first, last, s.kind))
    return tuple(found)


def _soft_boundary(words: Sequence[Word], first: int) -> int:
    """Where to cut a sentence that is too long: behind a comma, else before «و», else anywhere."""
    last = first + LONGEST_SENTENCE
    places = range(last, last - LONGEST_SENTENCE // 2, -1)
    comma = next((i for i in places if words[i - 1].text in _COMMAS), None)
    if comma is not None:
        return comma
    return next((i for i in places if words[i].key[0] == "و"), last)
