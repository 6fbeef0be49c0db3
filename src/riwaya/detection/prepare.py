"""From a folded text and its segments to words with analyses, numbers and times."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date

from riwaya.corpus.folding import Folded
from riwaya.corpus.segments import Segment
from riwaya.detection.analysis import Analyser
from riwaya.detection.letters import key
from riwaya.detection.numbers import numbers_in
from riwaya.detection.text import Sentence, Text
from riwaya.detection.times import times_in
from riwaya.detection.tokens import tokenise
from riwaya.model import Lexicon

COMMON = "common"  # the role of the ordinary words, which are no function words
COMMON_VERB = "common verb"


def function_words(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """Function words by role; `common` are ordinary words that are no names."""
    common = lexicon.rows("common_words")
    found: dict[str, set[str]] = {COMMON: {key(row["word"]) for row in common}}
    found[COMMON_VERB] = {key(row["word"]) for row in common if row["pos"] == "verb"}
    for row in lexicon.rows("function_words"):
        found.setdefault(row["role"], set()).add(key(row["word"]))
    return {role: frozenset(words) for role, words in found.items()}


def prepare(
    folded: Folded,
    segments: Sequence[Segment],
    analyser: Analyser,
    roles: Mapping[str, frozenset[str]],
    published: date | None,
) -> Text:
    """The text as the detectors see it; times are relative to the day of publication."""
    words = tokenise(folded.text)
    infos = analyser.words([w.text for w in words])
    starts = [w.start for w in words]
    numbers = numbers_in(words, spelled=lambda w: folded.span(w.start, w.end).text)
    times = times_in(words, numbers, published)
    return Text(
        folded, words, infos, _sentences(segments, starts),
        {n.first: n for n in numbers},
        {t.first: t for t in times},
        roles,
        frozenset().union(*(k for role, k in roles.items() if role not in (COMMON, COMMON_VERB))),
    )  # fmt: skip


def _sentences(segments: Sequence[Segment], starts: list[int]) -> tuple[Sentence, ...]:
    """Segments as ranges of words."""
    found = []
    for s in segments:
        first, last = bisect_left(starts, s.start), bisect_left(starts, s.end)
        if last > first:
            found.append(Sentence(first, last, s.kind))
    return tuple(found)
