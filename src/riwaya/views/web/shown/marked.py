"""A stretch of a report as segments: who and what is mentioned, triggers, evidence, sources.

Marks may overlap, so the text is cut wherever one begins or ends; a cut inside a word says on
which sides its letters join, so that a page can keep them joined.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from riwaya.model import Reading, Span, Statement

WINDOW = 20_000  # code points of a report that a page shows at once
_MOST = 12  # statements that one segment names
_RIGHT = frozenset("اأإآٱدذرزوؤةىءڈڑژۆۇۈۋےۃ")
"""Letters that do not join to what follows them."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Text that is marked alike throughout; `start` is its place in the report, in code points."""

    start: int
    text: str
    classes: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()  # statements whose words begin here
    joins_before: bool = False
    joins_after: bool = False


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    name: str
    statement: str = ""
    mention: str = ""
    anchors: list[str] = field(default_factory=list)


def window(text: str, at: int, size: int = WINDOW) -> tuple[int, int]:
    """The part of a text that a page shows around a place: its start and end."""
    if len(text) <= size:
        return 0, len(text)
    part = max(min(at, len(text) - 1), 0) // size
    return part * size, min((part + 1) * size, len(text))


def segments(reading: Reading, start: int, end: int, chosen: str = "") -> list[Segment]:
    """The text from start to end, cut where marks begin or end.

    Of the statement `chosen` evidence, roles and sources are marked too; of the others triggers.
    """
    marks = [m for m in _marks(reading, chosen) if m.start < end and m.end > start]
    return _cut(_Text(reading.report.text), start, end, marks)


def passage(text: str, start: int, named: Iterable[tuple[int, int, str]]) -> list[Segment]:
    """A stretch of a report that begins at `start`, cut where spans with a class each do."""
    end = start + len(text)
    marks = [_Mark(a, b, name) for a, b, name in named if a < end and b > start]
    return _cut(_Text(text, start), start, end, marks)


@dataclass(frozen=True, slots=True)
class _Text:
    """A report's text, or what of it begins at `at`."""

    text: str
    at: int = 0

    def __getitem__(self, place: slice) -> str:
        return self.text[place.start - self.at : place.stop - self.at]


def _cut(text: _Text, start: int, end: int, marks: Iterable[_Mark]) -> list[Segment]:
    cuts = {start, end}
    opens: dict[int, list[_Mark]] = {}
    for m in marks:
        m.start, m.end = max(m.start, start), min(m.end, end)
        cuts |= {m.start, m.end}
        opens.setdefault(m.start, []).append(m)
    made: list[Segment] = []
    live: list[_Mark] = []
    points = sorted(cuts)
    for here, there in pairwise(points):
        live = [m for m in live if m.end > here]
        fresh = opens.get(here, [])
        live += fresh
        made.append(_segment(text, here, there, live, fresh))
    return made


def _segment(
    text: _Text, start: int, end: int, live: Sequence[_Mark], fresh: Sequence[_Mark]
) -> Segment:
    return Segment(
        start, text[start:end], tuple(dict.fromkeys(m.name for m in live)),
        tuple(dict.fromkeys(m.statement for m in live if m.statement))[:_MOST],
        tuple(dict.fromkeys(m.mention for m in live if m.mention))[:_MOST],
        tuple(a for m in fresh for a in m.anchors),
        _joined(text.text, start - text.at), _joined(text.text, end - text.at),
    )  # fmt: skip


def _marks(reading: Reading, chosen: str) -> Iterable[_Mark]:
    for m in reading.mentions:
        if m.form != "pronoun":
            yield _Mark(m.start, m.end, f"m-{m.kind}", mention=m.id)
    for s in reading.statements:
        span = s.trigger or (s.evidence[0] if s.evidence else None)
        if span is None:
            continue
        name = "trigger" if s.kind == "event" else s.kind
        yield _Mark(span.start, span.end, name, statement=s.id, anchors=[s.id])
        if s.id == chosen:
            yield from _whole(reading, s)


def _whole(reading: Reading, s: Statement) -> Iterable[_Mark]:
    mentions = reading.mentions_by_id
    for span in s.evidence:
        yield _Mark(span.start, span.end, "evidence", statement=s.id)
    for r in s.roles:
        if r.mention:
            m = mentions[r.mention]
            yield _Mark(m.start, m.end, f"r-{r.role}", statement=s.id)
    for link in s.attribution:
        spans: list[Span] = [link.cue] if link.cue else []
        if link.source:
            m = mentions[link.source]
            spans.append(Span(m.start, m.end, m.text))
        for span in spans:
            yield _Mark(span.start, span.end, "source", statement=s.id)


def _joined(text: str, at: int) -> bool:
    """Whether the letters on both sides of a place join."""
    if not 0 < at < len(text):
        return False
    before = at - 1
    while before > 0 and unicodedata.combining(text[before]):
        before -= 1
    return _is_arabic(text[before]) and _is_arabic(text[at]) and text[before] not in _RIGHT


def _is_arabic(letter: str) -> bool:
    return ("\u0620" <= letter <= "\u06d3" and letter.isalpha()) or letter == "ـ"
