"""A report's text as the detectors see it: words, what is known of them, numbers and times."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from riwaya.corpus.folding import Folded
from riwaya.detection.analysis import WordInfo
from riwaya.detection.cuts import Split
from riwaya.detection.facts import Facts, Roles
from riwaya.detection.numbers import NumberAt
from riwaya.detection.times import TimeAt
from riwaya.detection.tokens import Word
from riwaya.model import FoundNumber, FoundTime, MentionKind, NameKind, Row

DEEPEST = 12  # noun phrases inside one another («نائب مدير مكتب رئيس …») that are read


class Match(NamedTuple):
    """A listed phrase over words up to `last` (exclusive)."""

    last: int
    split: Split
    table: str
    row: Row
    column: str


class Announced(NamedTuple):
    """A cue of a second name over the words `first` to `last` (exclusive); the name opens at word
    `name`. `kind` is that of `alias_cues`."""

    first: int
    last: int
    name: int
    kind: str


class Sentence(NamedTuple):
    """The words `first` to `last` (exclusive) and the kind of segment they stand in."""

    first: int
    last: int
    kind: str


class Tagged(NamedTuple):
    """A name that a tagger of the user's found over words up to `last` (exclusive).

    It opens `skip` letters into its first word («و|سامر»).
    """

    first: int
    last: int
    skip: int
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a report with their analyses; numbers and times by their first word."""

    folded: Folded
    words: list[Word]
    infos: list[WordInfo]
    sentences: tuple[Sentence, ...]
    numbers: Mapping[int, NumberAt]
    times: Mapping[int, TimeAt]
    phrases: Mapping[int, tuple[Match, ...]]  # listed ones of several words, by their first word
    marked: Set[int]  # where a time, a number or a phrase opens
    facts: list[Facts]
    roles: Roles  # function words: role to spelling keys
    function_keys: frozenset[str]
    tagged: tuple[Tagged, ...] = ()
    dated: bool = True  # the day of publication is known
    named: set[str] = field(default_factory=set)
    """Keys of the first names of people named in full so far."""
    surnames: set[str] = field(default_factory=set)
    """Keys of the last names with an article of people named in full so far («الزعبي»)."""
    nesting: Nesting = field(default_factory=lambda: Nesting())

    def is_a(self, role: str, i: int) -> bool:
        """Whether word `i` is a function word of that role."""
        return role in self.facts[i].roles


@dataclass(slots=True)
class Chunk:
    """A noun phrase: a mention to be, over the words `first` to `last` (exclusive).

    `start` and `end` are offsets of the folded text, proclitics left out. `inner` are the
    mentions inside it; `name` is the proper name that the phrase ends in; `owner` is the
    group, person or place that its head belongs to (genitive, «من», «لـ»).
    """

    kind: MentionKind
    first: int
    last: int
    start: int
    end: int
    head: int
    proper: bool = False
    number: str = "sg"
    gender: str = "m"
    klass: str = ""
    table: str = ""
    row: Row = field(default_factory=dict)
    conj: str = ""
    prep: str = ""
    definite: bool = False
    pronoun: str = ""
    count: FoundNumber | None = None
    count_end: int = 0
    owner: Chunk | None = None
    name: Chunk | None = None
    inner: list[Chunk] = field(default_factory=list)
    time: FoundTime | None = None
    acts: bool = False  # a country or capital that may stand for its government
    rule: str = ""
    announced: Announced | None = None  # the cue that makes it a second name

    @property
    def best(self) -> Chunk:
        """The proper name where the phrase has one, else the phrase."""
        return self.name or self


@dataclass(slots=True)
class Nesting:
    """The noun phrases being parsed inside one another: how deep, and what was found inside.

    `found` is by first word, end and how many people had been named; it lasts for one outer phrase.
    """

    depth: int = 0
    before: Chunk | None = None  # the noun phrase of the sentence that was found last
    found: dict[tuple[int, int, int], Chunk | None] = field(default_factory=dict)
