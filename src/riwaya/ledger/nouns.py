"""What a ledger derives from readings: claims, tellings, and what an incident's accounts say.

All are frozen and can be made again from the readings at any time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from riwaya.model import Act, FigureKind, Form, MentionKind, Negated, Polarity, Realis, Span

Standing = Literal["single", "corroborated", "contested"]
Grade = Literal["confirmed", "fair", "weak", "contested", "discounted", "not_happened"]
Dated = Literal["stated", "published", "none"]


@dataclass(frozen=True, slots=True)
class Party:
    """Someone or something in a claim. Equal handles are equal names, across reports."""

    handle: str
    name: str  # as the report has it
    kind: MentionKind
    form: Form
    entity: str | None = None  # inside the reading
    called: str = ""  # main name of what the tables list, else `name`
    of: str = ""  # handle of the group that the report says it belongs to
    words: Span | None = None  # where a person found it, in a correction


@dataclass(frozen=True, slots=True)
class Where:
    """A place of a claim, as the report names it and, where it could be settled, on the map."""

    name: str
    key: str  # equal for equal spellings
    id: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None
    country: str | None = None
    admin: str | None = None
    district: str | None = None
    stated: bool = True  # for this event; else the nearest place that the report names
    bare: str = ""  # of a fine place, its name without generic words
    kind: str = ""  # of its generic word: quarter, settlement, facility …

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees, where there are any."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude


@dataclass(frozen=True, slots=True)
class Toll:
    """How many people something happened to, and who is counted."""

    kind: FigureKind
    low: int | None
    high: int | None
    approximate: bool = False
    counted: str = ""  # in the report's words
    group: str = ""  # who is counted: the group they belong to, else what kind of people
    part: bool = False  # counted in another figure of the same report already
    named: bool = False  # a named victim, who is one


@dataclass(frozen=True, slots=True)
class SaidBy:
    """One link of a chain of sources: who, by what name, in which act."""

    handle: str
    name: str
    form: Form
    act: Act


@dataclass(frozen=True, slots=True)
class Claim:
    """What one report, or the source it names, says of one event."""

    statement: str  # inside the reading
    key: str  # what judgements hang on
    type: str
    realis: Realis
    polarity: Polarity
    negates: Negated | None
    chain: tuple[SaidBy, ...]  # outermost first; empty where the report says it itself
    agents: tuple[Party, ...]
    targets: tuple[Party, ...]
    tolls: tuple[Toll, ...]
    places: tuple[Where, ...]
    edtf: str
    earliest: date | None
    latest: date | None
    trigger: Span
    evidence: tuple[Span, ...]
    sums_up: bool = False  # it counts more than one happening («منذ مطلع العام»)
    rejected: bool = False  # by a person's judgement

    @property
    def affirms(self) -> bool:
        """Whether it says that the deed was done."""
        return self.realis == "actual" and (
            self.polarity == "positive" or self.negates not in (None, "event")
        )

    @property
    def denies_agent(self) -> bool:
        """Whether it says that those it names as doers are not: the deed it may leave open."""
        return self.polarity == "negative" and self.negates == "agent"


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report tells of one happening: the claims that belong together."""

    key: str  # of its earliest claim
    report: int
    type: str  # the type that leads
    group: str  # the group of types that it is of
    done: bool  # actual, denied or possible; else planned, threatened, averted, demanded
    sums_up: bool  # of many happenings, told together
    claims: tuple[Claim, ...]
    places: tuple[Where, ...]  # the sharpest first
    earliest: date | None
    latest: date | None
    dated: Dated
    published: date | None = None
    named: tuple[str, ...] = ()  # people and fine places that its report names

    @property
    def where(self) -> Where | None:
        """The sharpest place."""
        return self.places[0] if self.places else None


@dataclass(frozen=True, slots=True)
class ReportCard:
    """What of a report its incidents show and reckon with."""

    id: int
    name: str  # the id that its source gave it
    outlet: str | None
    outlet_key: str
    url: str | None
    title: str | None
    published: date | None
    copy_of: int | None = None  # the earliest report of which it is a near copy
    group: str | None = None  # to whom it is restricted


@dataclass(frozen=True, slots=True)
class Voice:
    """A source: who says it."""

    id: str
    name: str
    kind: Literal["outlet", "named", "unnamed"]
    outlet: str | None = None  # of an unnamed source, the outlet that it speaks to
    side: str = ""  # whose voice it is, where it is one's
    official: bool = False  # whether it says what its side decides to say
    camp: str = ""  # that of its outlet, in the table of outlets; states have one, too


@dataclass(frozen=True, slots=True)
class Words:
    """Where in a report something is said."""

    report: str  # its name
    start: int
    end: int
    text: str
    statement: str


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a field in one account, with the words it rests on."""

    value: str  # as shown
    sides: tuple[str, ...] = ()  # of agents and targets: what is compared
    low: int | None = None  # of tolls
    high: int | None = None
    earliest: date | None = None
    latest: date | None = None
    where: Where | None = None
    vague: bool = False  # too general to speak against another
    denied: bool = False
    words: tuple[Words, ...] = ()
    counted: tuple[tuple[str, int | None, int | None], ...] = ()
    """Of tolls whom they count, a side or a kind of people, and how many: low and high end."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """A report through which an account is told."""

    report: str
    outlet: str | None
    published: date | None
    chain: tuple[str, ...]  # names of the sources between, outermost first


@dataclass(frozen=True, slots=True)
class Account:
    """What one source says of one incident. Fields it is silent on are not there."""

    source: Voice
    carriers: tuple[Carrier, ...]
    fields: dict[str, tuple[Said, ...]]
    superseded: dict[str, tuple[Said, ...]]  # what it said before


@dataclass(frozen=True, slots=True)
class FieldStanding:
    """Where one field of an incident stands, and why."""

    standing: Standing
    why: str
    apart: bool = False  # of tolls: not all count the same people


@dataclass(frozen=True, slots=True)
class Heading:
    """What lists show of an incident: all but its accounts, and why reports are in it."""

    id: str
    type: str
    happened: bool
    title: str
    where: Where | None
    earliest: date | None
    latest: date | None
    killed: tuple[int | None, int | None] | None
    wounded: tuple[int | None, int | None] | None
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    standing: dict[str, FieldStanding]
    grade: Grade
    reports: dict[str, int]  # name of a report → number of its statements in it


@dataclass(frozen=True, slots=True)
class Incident(Heading):
    """The happening that tellings of several reports are about."""

    accounts: tuple[Account, ...]
    grade_why: str
    reasons: dict[str, tuple[str, ...]]  # key of a telling → why it is in it
    handles: tuple[tuple[str, str], ...]  # role and handle of everyone in it
