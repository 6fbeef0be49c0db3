"""The nouns of Riwaya, frozen and typed: what every room takes and gives.

Offsets count Unicode code points of the report's text as given, end exclusive.
`reading.schema.json` is this page as JSON.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

MentionKind = Literal["person", "group", "place", "time", "quantity", "object"]
EntityKind = Literal["person", "group", "place", "object"]
NameKind = Literal["person", "place", "group"]
Form = Literal["name", "nominal", "pronoun"]
StatementKind = Literal["event", "relation", "identity", "cause"]
RoleName = Literal[
    "agent", "target", "place", "origin", "destination", "instrument",
    "subject", "object", "cause", "effect",
]  # fmt: skip
FigureKind = Literal["killed", "wounded", "arrested", "abducted", "displaced", "missing", "other"]
Realis = Literal[
    "actual", "intended", "threatened", "demanded", "possible", "hypothetical", "generic"
]
Polarity = Literal["positive", "negative"]
Negated = Literal["event", "agent", "target", "figure", "place", "time"]
Act = Literal["say", "confirm", "claim", "deny", "accuse", "admit", "leak", "estimate"]
Precision = Literal["exact", "near", "district", "governorate", "country"]
FIRST_DAY, LAST_DAY = date(1800, 1, 1), date(2200, 12, 31)
"""Between these is a day of publication, or one that a person gives: another is a slip of the pen,
and near the ends of the calendar days cannot be counted on from."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the report: `text == report.text[start:end]`, always."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """One published text of one outlet. `text` is as given, decoded, without BOM, LF line ends."""

    text: str
    id: str
    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    extractor: str | None = None  # name and version of what took the text out of HTML

    @property
    def sha256(self) -> str:
        """Of the text's UTF-8 bytes, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report as it came in, with what it was taken out of.

    `origin` is where: a file's name (`crawl.jsonl:12`, `posts.warc.gz#3`) or an address, never a
    folder of this machine. `raw` are the bytes that the text was made from, where they came apart.
    """

    report: Report
    origin: str
    raw: bytes | None = None
    media_type: str = "text/plain"  # of `raw`
    fetched: datetime | None = None  # when it came over the network, UTC

    @property
    def raw_sha256(self) -> str | None:
        """Of the raw bytes, in hexadecimal."""
        return None if self.raw is None else hashlib.sha256(self.raw).hexdigest()


@dataclass(frozen=True, slots=True)
class Address:
    """Where a report is to be fetched: of a feed, a site map, a table; what was said of it."""

    url: str
    origin: str  # where it stands, as `Arrival.origin`
    outlet: str | None = None
    published: date | None = None
    title: str | None = None


class TaggedName(NamedTuple):
    """A name that a tagger of the user's found; offsets as everywhere."""

    start: int
    end: int
    kind: NameKind


@dataclass(frozen=True, slots=True)
class PlaceReference:
    """What a mention says of where, no finer than its words; degrees are WGS 84."""

    precision: Precision
    id: str | None = None  # of the place named, where the mention means nothing beside it
    country: str | None = None  # ISO 3166-1 alpha-2
    admin: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    name: str | None = None  # of the place meant, as its table has it
    district: str | None = None


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's name as they are spelt; `key` is equal for equal spellings.

    `given` is the bearer's own name and, without «بن», those of his fathers behind it; `nasab`
    are the fathers named with «بن», «بنت» or «ولد». A noun of rank or post is among `titles`.
    """

    text: str  # without titles
    key: str
    titles: tuple[str, ...] = ()
    kunya: str | None = None
    given: tuple[str, ...] = ()
    nasab: tuple[str, ...] = ()
    family: str | None = None
    nisbas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a report that refers to someone or something."""

    id: str
    kind: MentionKind
    form: Form
    start: int
    end: int
    text: str
    entity: str | None = None
    place: PlaceReference | None = None
    name: PersonName | None = None  # of a person mentioned by name


@dataclass(frozen=True, slots=True)
class Entity:
    """The mentions of one person, group, place or object inside one report."""

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...] = ()
    meant: str | None = None  # the actor or country that the tables list, by its main name
    english: str | None = None  # its English name, where the tables have one


@dataclass(frozen=True, slots=True)
class Role:
    """One filler of a statement: a mention's id, or for a cause the id of an event statement."""

    role: RoleName
    mention: str | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class TimeValue:
    """When: EDTF (ISO 8601-2), earliest and latest day, both inclusive."""

    edtf: str
    earliest: date | None = None
    latest: date | None = None
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """How many people something happened to; None is an open end."""

    kind: FigureKind
    low: int | None
    high: int | None
    approximate: bool = False
    id: str | None = None
    counted: str | None = None
    part_of: str | None = None
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One link of an attribution chain, outermost first: who, by which cue, in which act."""

    act: Act
    source: str | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One proposition of one report with the words it rests on."""

    id: str
    kind: StatementKind
    type: str
    evidence: tuple[Span, ...]
    trigger: Span | None = None
    happening: str | None = None
    roles: tuple[Role, ...] = ()
    time: TimeValue | None = None
    figures: tuple[Figure, ...] = ()
    realis: Realis = "actual"
    polarity: Polarity = "positive"
    negates: Negated | None = None
    former: bool = False
    attribution: tuple[Link, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All mentions, entities and statements of one report, by one version of the reader."""

    report: Report
    reader: str
    version: str
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()

    @property
    def mentions_by_id(self) -> Mapping[str, Mention]:
        """The mentions under their ids."""
        return {m.id: m for m in self.mentions}


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression of a text with the days it means.

    `latest` is None where it hangs on an unknown day of publication; `granularity` is the
    unit named: day, part (of a day), week, month, year, decade, season, holiday, span.
    """

    start: int
    end: int
    text: str
    edtf: str
    earliest: date | None
    latest: date | None
    granularity: str
    relative: bool = False  # hangs on the day of publication or on another time


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number or quantity of a text.

    `value` is the number named; `low` and `high` bound what it says (None is open).
    `kind`: cardinal, ordinal, fraction, percent, range, dual, singular, quantifier.
    """

    start: int
    end: int
    text: str
    value: float
    low: int | None
    high: int | None
    kind: str
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """What was wrong with an input, where, and what to do; the rest goes on."""

    where: str  # file, or file:line
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}. {self.remedy}"


Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables by name, each a tuple of rows (column name to cell)."""

    tables: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of a table; none where the table does not exist."""
        return self.tables.get(table, ())
