"""What the API gives, as OpenAPI has it. Offsets count code points, the end exclusive.

Nouns of the ledger that are given whole (`Account`, `Relation`, `Words`) are their own shape.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, Field

from riwaya.ledger.nouns import Account, Grade, Standing, Words
from riwaya.ledger.who import Relation


class Ends(BaseModel):
    """A toll between two ends; an open one is null."""

    low: int | None
    high: int | None


class Place(BaseModel):
    """A place with its point, in degrees of WGS 84, no finer than `precision`.

    `district`, `admin` and `country` are the areas that it is in, as far as they are known.
    """

    name: str
    latitude: float | None
    longitude: float | None
    precision: str | None
    district: str | None
    admin: str | None
    country: str | None


class IncidentLine(BaseModel):
    """An incident as lists have it; `reports` says how many statements each has in it.

    `counted_apart` are the tolls of which not all accounts count the same people.
    """

    id: str
    type: str
    happened: bool
    title: str
    reports: dict[str, int]
    place: Place | None
    earliest: date | None
    latest: date | None
    killed: Ends | None
    wounded: Ends | None
    agents: list[str]
    targets: list[str]
    standing: dict[str, Standing]
    counted_apart: list[str]
    grade: Grade


class Incidents(BaseModel):
    """One page of a selection; `total` counts all of it."""

    incidents: list[IncidentLine]
    total: int
    page: int
    limit: int


class Party(BaseModel):
    """Who is in an incident, and as what: agent, denier, target."""

    role: str
    handle: str


class IncidentWhole(IncidentLine):
    """An incident with its accounts; `reasons` are by telling, why it is in the incident.

    `tellings` has the report of each telling. One that opened the incident has no reasons.
    """

    grade_why: str
    standing_why: dict[str, str]
    accounts: list[Account]
    reasons: dict[str, list[str]]
    tellings: dict[str, str]
    parties: list[Party]


class Count(BaseModel):
    """How many incidents have a value."""

    value: str
    count: int


class ActorCount(BaseModel):
    """How many incidents somebody is a party of; `handle` is what a selection takes."""

    handle: str
    name: str
    count: int


class Within(BaseModel):
    """The commonest actors and outlets of a selection, and its states of review."""

    actors: list[ActorCount]
    outlets: list[Count]
    review: list[Count]


class Facets(BaseModel):
    """How many incidents of a selection are of each kind; of many the first come first.

    `contested_any` have a field, whichever, over which sources part. `within` is null where the
    selection is too large for it.
    `months` and `days` are those of the latest day of each, in order; without a day none.
    """

    total: int
    happened: int
    types: list[Count]
    countries: list[Count]
    grades: list[Count]
    contested: list[Count]
    contested_any: int
    within: Within | None
    months: list[Count]
    days: list[Count]


class Titled(BaseModel):
    """An incident by its title."""

    id: str
    title: str


class Because(BaseModel):
    """A cause that a source states, with the other incidents that it is about."""

    cause: str
    effect: str
    source: str
    words: list[Words]
    incidents: list[Titled]


class Between(BaseModel):
    """Relations of those in an incident, its causes and effects."""

    relations: list[Relation]
    causes: list[Because]


class Span(BaseModel):
    """Words of a report."""

    start: int
    end: int
    text: str


class Filler(Span):
    """Who or what fills a role of a statement."""

    role: str


class FigureShape(BaseModel):
    """How many people something happened to, and who is counted."""

    kind: str
    low: int | None
    high: int | None
    approximate: bool
    counted: str


class SourceShape(BaseModel):
    """One link of a chain of sources, and in which act it speaks."""

    name: str
    act: str


class StatementShape(BaseModel):
    """A statement of a report; `key` is what judgements hang on."""

    id: str
    key: str
    kind: str
    type: str
    trigger: Span | None
    realis: str
    polarity: str
    negates: str | None
    former: bool
    roles: list[Filler]
    time: str
    figures: list[FigureShape]
    sources: list[SourceShape]
    evidence: list[Span]
    rules: list[str]


class MentionShape(Span):
    """A mention; those of one entity inside the report have its id."""

    id: str
    kind: str
    form: str
    entity: str | None


class ReportShape(BaseModel):
    """A report with a window of its text, and what was read in that window.

    The window is `text`, from `start` to `end` of `length` code points in all.
    """

    id: str
    outlet: str | None
    published: date | None
    url: str | None
    title: str | None
    sha256: str
    added: datetime
    fetched: datetime | None
    origin: str
    group: str | None
    replaced_by: str | None
    replaces: list[str]
    copies: list[str]
    incidents: list[Titled]
    reader: str
    length: int
    start: int
    end: int
    text: str
    mentions: list[MentionShape]
    statements: list[StatementShape]


class Evidence(BaseModel):
    """Words of a report with some text around them, from `first` to `last`."""

    report: str
    outlet: str | None
    published: date | None
    start: int
    end: int
    before: str
    words: str
    after: str
    first: int
    last: int


class Piece(BaseModel):
    """A stretch of text, and whether it is what was searched for."""

    text: str
    matched: bool


class FoundReport(BaseModel):
    """A report that a search found, with the text around what matched."""

    report: str
    outlet: str | None
    published: date | None
    url: str | None
    title: str | None
    incidents: list[str]
    snippets: list[list[Piece]]


class FoundReports(BaseModel):
    """One page of what a search found, the newest first."""

    found: list[FoundReport]
    page: int
    more: bool


class JudgementShape(BaseModel):
    """A person's decision; `undone` where another took it back."""

    number: int | None
    at: datetime | None
    by: str
    why: str
    about: str
    decision: str
    one: str
    other: str | None
    parts: list[str]
    value: dict[str, object]
    undoes: int | None
    undone: bool


class Judgements(BaseModel):
    """One page of judgements, the newest first."""

    judgements: list[JudgementShape]
    total: int
    page: int
    limit: int


class PointProperties(BaseModel):
    """What a map shows of an incident; its point may be `radius_m` metres off."""

    id: str
    title: str
    type: str
    precision: str
    radius_m: int
    contested: bool
    happened: bool
    reports: int
    href: str
    earliest: date | None
    latest: date | None


class PointGeometry(BaseModel):
    """Longitude and latitude."""

    type: str
    coordinates: Annotated[list[float], Field(min_length=2, max_length=2)]


class PointFeature(BaseModel):
    """An incident as GeoJSON."""

    type: str
    geometry: PointGeometry
    properties: PointProperties


class Points(BaseModel):
    """A GeoJSON FeatureCollection of incidents.

    `not_drawn` others of the selection have no place finer than a country, or are too many.
    """

    type: str
    features: list[PointFeature]
    not_drawn: int
