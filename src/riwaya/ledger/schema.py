"""The tables of a ledger. What is kept comes first; what is derived can be made again from it.

Kept: `reports`, `raws`, `readings`, `statements`, `judgements`, `restrictions`, `tombstones`,
`outlets`, `visits`. Rows of the first four are only ever added, but for a purge. Derived: the
others.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)


class Moment(TypeDecorator[datetime]):
    """A time in UTC, into the database and out of it; SQLite forgets the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """A time without a zone is taken to be in UTC."""
        return None if value is None else _in_utc(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """As it was given."""
        return None if value is None else _in_utc(value)


def _in_utc(value: datetime) -> datetime:
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData()
_report = "reports.id"

raws = Table(
    "raws", metadata,
    Column("sha256", String(64), primary_key=True),
    Column("media_type", String, nullable=False),
    Column("body", LargeBinary, nullable=False),  # deflated
)  # fmt: skip

reports = Table(
    "reports", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key", String(64), nullable=False, unique=True),  # of text and outlet or address
    Column("name", String, nullable=False, unique=True),  # the id that its source gave it
    Column("sha256", String(64), nullable=False, index=True),  # of the text
    Column("outlet", String),
    Column("outlet_key", String, nullable=False, index=True),  # how the outlet's name is looked up
    Column("url", String),
    Column("address", String, index=True),  # the url without what says nothing
    Column("title", String),
    Column("published", Date),
    Column("extractor", String),
    Column("origin", String, nullable=False),
    Column("raw_sha256", String(64), ForeignKey("raws.sha256")),
    Column("fetched", Moment),
    Column("added", Moment, nullable=False),
    Column("text", Text, nullable=False),
)  # fmt: skip

readings = Table(
    "readings", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("report_id", Integer, ForeignKey(_report), nullable=False, index=True),
    Column("reader", String, nullable=False),
    Column("version", String, nullable=False),
    Column("made", Moment, nullable=False),
    Column("body", LargeBinary, nullable=False),  # the record of the reading, deflated JSON
)  # fmt: skip

statements = Table(
    "statements", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("reading_id", Integer, ForeignKey("readings.id"), nullable=False, index=True),
    Column("local", String, nullable=False),  # its id inside the reading
    Column("key", String, nullable=False, index=True),  # what judgements hang on
    Column("kind", String, nullable=False),
    Column("type", String, nullable=False),
    Column("realis", String, nullable=False),
    Column("polarity", String, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
)  # fmt: skip

judgements = Table(
    "judgements", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("by", String, nullable=False),
    Column("why", Text, nullable=False),
    Column("about", String, nullable=False),  # statement, incident, entity
    Column("decision", String, nullable=False),
    Column("one", String, nullable=False, index=True),  # a key
    Column("other", String, index=True),  # the other key of a pair
    Column("value", Text),  # JSON, of a correction
    Column("undoes", Integer, ForeignKey("judgements.id")),
    Column("once", String),  # of a decision that may be sent again: it counts once
    Column("within", String),  # of a statement, a telling by which its incident is found
    Index("judgements_once", "by", "once", unique=True),
    Index("judgements_within", "within"),
    Index("judgements_about_by", "about", "by"),
    Index("judgements_undoes", "undoes"),
)  # fmt: skip

restrictions = Table(
    "restrictions", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("report_id", Integer, ForeignKey(_report), nullable=False, index=True),
    Column("group", String),  # None lifts what was
    Column("at", Moment, nullable=False),
    Column("by", String, nullable=False),
    Column("why", Text, nullable=False),
)  # fmt: skip

tombstones = Table(
    "tombstones", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("report_key", String(64), nullable=False, unique=True),
    Column("address_key", String(64), index=True),  # of text and address, beside the outlet's
    Column("at", Moment, nullable=False),
    Column("by", String, nullable=False),
    Column("why", Text, nullable=False),
)  # fmt: skip

outlets = Table(
    "outlets", metadata,
    Column("name", String, primary_key=True),
    Column("names", Text, nullable=False, default=""),
    Column("sites", Text, nullable=False, default=""),
    Column("kind", String, nullable=False, default=""),
    Column("side", String, nullable=False, default=""),
    Column("country", String, nullable=False, default=""),
    Column("relays", String, nullable=False, default=""),
    Column("actor", String, nullable=False, default=""),
)  # fmt: skip

visits = Table(
    "visits", metadata,
    Column("url", String, primary_key=True),  # as it was asked for
    Column("address", String, nullable=False, index=True),  # where it led
    Column("etag", String),
    Column("modified", String),
    Column("at", Moment, nullable=False),
    Column("lists", Text, nullable=False),  # JSON: the addresses that a feed lists
)  # fmt: skip

report_states = Table(
    "report_states", metadata,
    Column("report_id", Integer, ForeignKey(_report), primary_key=True),
    Column("group", String, index=True),  # to whom it is restricted
    Column("superseded_by", Integer, index=True),  # the later text of the same address
    Column("sketch", Text, nullable=False, default=""),  # MinHash of the text
)  # fmt: skip
"""What is derived of each report."""

near_copies = Table(
    "near_copies", metadata,
    Column("one", Integer, nullable=False, index=True),
    Column("other", Integer, nullable=False, index=True),
)  # fmt: skip
"""Pairs of reports with nearly the same text, either way round."""

sketch_bands = Table(
    "sketch_bands", metadata,
    Column("band", String, nullable=False),
    Column("report_id", Integer, nullable=False),
    Index("sketch_bands_band", "band"),
    Index("sketch_bands_report", "report_id"),
)  # fmt: skip

tellings = Table(
    "tellings", metadata,
    Column("key", String, primary_key=True),
    Column("report_id", Integer, ForeignKey(_report), nullable=False, index=True),
    Column("component", String, nullable=False, index=True),
    Column("body", Text, nullable=False),  # JSON of a Telling
    Column("look", Text, nullable=False),  # JSON of its Features, under its report's own names
)  # fmt: skip

blocks = Table(
    "blocks", metadata,
    Column("block", String, nullable=False),
    Column("telling", String, nullable=False),
    Index("blocks_block", "block"),
    Index("blocks_telling", "telling"),
)  # fmt: skip

ties = Table(
    "ties", metadata,
    Column("one", String, nullable=False),
    Column("other", String, nullable=False),
    Column("score", Float, nullable=False),
    Index("ties_one", "one"),
    Index("ties_other", "other"),
)  # fmt: skip
"""Pairs of tellings that may be of one incident; `one` < `other`."""

incidents = Table(
    "incidents", metadata,
    Column("row", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, index=True),
    Column("component", String, nullable=False, index=True),
    Column("audience", String, nullable=False, default=""),  # who may see it: see `audiences`
    Column("type", String, nullable=False, index=True),
    Column("happened", Integer, nullable=False),  # 1 where one account affirms an actual deed
    Column("title", String, nullable=False),
    Column("place", String),
    Column("place_words", String, nullable=False, default=""),  # its names, see `handles.bare_key`
    Column("latitude", Float),
    Column("longitude", Float),
    Column("precision", String),
    Column("country", String),
    Column("earliest", Date, index=True),
    Column("latest", Date, index=True),
    Column("killed_low", Integer),
    Column("killed_high", Integer),
    Column("wounded_low", Integer),
    Column("wounded_high", Integer),
    Column("grade", String, nullable=False),
    Column("contested", String, nullable=False, default=""),  # fields, between commas
    Column("reports", Integer, nullable=False),
    Column("body", Text, nullable=False),  # JSON: accounts, standing, evidence
    Index("incidents_latest_id", "latest", "id", "audience"),
    Index("incidents_audience", "audience"),
    Index(  # what lists count and maps draw, without the bodies
        "incidents_facets", "audience", "latest", "earliest", "type", "happened", "country",
        "grade", "contested", "latitude", "longitude", "precision", "row",
    ),
)  # fmt: skip

members = Table(
    "members", metadata,
    Column("telling", String, nullable=False, index=True),
    Column("incident", Integer, nullable=False, index=True),  # incidents.row
    Column("report_id", Integer, nullable=False, index=True),
    Column("said", Integer, nullable=False),  # statements of the telling
    Column("fit", Float, nullable=False),  # its likeness to those it joined; 0 where it was first
    Index("members_fit", "fit", "incident"),  # those that fit least are asked about first
)  # fmt: skip

incident_actors = Table(
    "incident_actors", metadata,
    Column("incident", Integer, nullable=False, index=True),
    Column("handle", String, nullable=False, index=True),
    Column("role", String, nullable=False),
)  # fmt: skip

names = Table(
    "names", metadata,
    Column("handle", String, nullable=False),
    Column("report_id", Integer, ForeignKey(_report), nullable=False, index=True),
    Column("local", String, nullable=False),  # the entity's id inside the reading
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("name_kind", String, nullable=False),
    Index("names_handle", "handle"),
)  # fmt: skip
"""What reports call people, groups and places; equal handles are equal names."""

name_words = Table(
    "name_words", metadata,
    Column("word", String, primary_key=True),
    Column("handle", String, primary_key=True),
)  # fmt: skip

joins = Table(
    "joins", metadata,
    Column("one", String, nullable=False, index=True),
    Column("other", String, nullable=False, index=True),
    Column("same", Integer, nullable=False),  # 1 same, 0 different
    Column("report_id", Integer, ForeignKey(_report), nullable=False, index=True),
    Column("body", Text, nullable=False),  # JSON: source, rule, evidence
)  # fmt: skip
"""Names that a report says are one, or are not."""

KEPT = (reports, raws, readings, statements, judgements, restrictions, tombstones, outlets, visits)
DERIVED = (
    report_states, near_copies, sketch_bands, tellings, blocks, ties, incidents, members,
    incident_actors, names, name_words, joins,
)  # fmt: skip
