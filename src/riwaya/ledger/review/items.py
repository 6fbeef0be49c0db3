"""What is put before a reviewer, one item for one decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from riwaya.ledger.nouns import Grade, Where
from riwaya.ledger.ruling import Judgement
from riwaya.model import Negated, Polarity, Realis, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report around some words; spans count code points of the whole report."""

    report: str  # its name
    outlet: str | None
    published: date | None
    start: int  # where in the report `text` begins
    text: str
    evidence: tuple[Span, ...]
    trigger: Span


@dataclass(frozen=True, slots=True)
class Filler:
    """Who or what fills a role of a statement, in the report's words.

    `role` is that of the reading, `time`, or the kind of a figure. What a person set and the
    report does not say has no span.
    """

    role: str
    text: str
    start: int | None = None
    end: int | None = None
    low: int | None = None  # of a figure
    high: int | None = None


@dataclass(frozen=True, slots=True)
class StatementItem:
    """Accept, reject or correct? An event statement of an incident, corrections counted in."""

    statement: str  # what judgements hang on
    local: str  # its id inside the reading
    incident: str
    title: str
    grade: Grade
    contested: tuple[str, ...]  # fields of the incident
    type: str
    realis: Realis
    polarity: Polarity
    negates: Negated | None
    fillers: tuple[Filler, ...]
    where: Where | None
    edtf: str
    earliest: date | None
    latest: date | None
    chain: tuple[str, ...]  # names of those who say so, outermost first
    rejected: bool
    passage: Passage
    judged: tuple[Judgement, ...]
    differ: bool  # whether two persons' last words on it differ
    point: tuple[float, float] | None = None  # of the incident, in degrees


@dataclass(frozen=True, slots=True)
class Side:
    """One telling of a pair, and the incident that it is in."""

    telling: str  # what judgements hang on
    incident: str
    title: str  # of the incident
    reports: int  # that tell of the incident
    type: str
    where: Where | None
    earliest: date | None
    latest: date | None
    passage: Passage


@dataclass(frozen=True, slots=True)
class PairItem:
    """Same or different? `together` where both are of one incident now: `other` is the telling
    that fits least, and `different` parts it from all else in it."""

    one: Side
    other: Side
    together: bool
    score: float
    reasons: tuple[str, ...]
    judged: tuple[Judgement, ...]
    differ: bool


@dataclass(frozen=True, slots=True)
class Called:
    """A name, and in how many reports it stands."""

    handle: str
    name: str
    reports: int


@dataclass(frozen=True, slots=True)
class NameItem:
    """One person or two? Names that look alike; `why` says what speaks for it."""

    one: Called
    other: Called
    why: tuple[str, ...]
    incident: str  # a contested one that the first is in
    title: str
    judged: tuple[Judgement, ...]
    differ: bool


Item = StatementItem | PairItem | NameItem
