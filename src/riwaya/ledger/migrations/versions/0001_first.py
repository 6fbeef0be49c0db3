"""The first tables of a ledger."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from riwaya.ledger.search import index

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes all tables."""
    _came()
    _reports()
    _read()
    _judged()
    _incidents()
    _told()
    _alike()
    index.create(op.get_bind())


def _came() -> None:
    """What came in, and from whom."""
    op.create_table(
        "raws",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "outlets",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("sites", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("relays", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "visits",
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("etag", sa.String(), nullable=True),
        sa.Column("modified", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lists", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("url"),
    )
    op.create_index(op.f("ix_visits_address"), "visits", ["address"], unique=False)


def _reports() -> None:
    """Reports, and what is derived of each."""
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("outlet", sa.String(), nullable=True),
        sa.Column("outlet_key", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("extractor", sa.String(), nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("raw_sha256", sa.String(length=64), nullable=True),
        sa.Column("fetched", sa.DateTime(timezone=True), nullable=True),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["raw_sha256"],
            ["raws.sha256"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
        sa.UniqueConstraint("name"),
    )
    op.create_index(op.f("ix_reports_address"), "reports", ["address"], unique=False)
    op.create_index(op.f("ix_reports_outlet_key"), "reports", ["outlet_key"], unique=False)
    op.create_index(op.f("ix_reports_sha256"), "reports", ["sha256"], unique=False)
    op.create_table(
        "report_states",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("group", sa.String(), nullable=True),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.Column("sketch", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["reports.id"],
        ),
        sa.PrimaryKeyConstraint("report_id"),
    )
    op.create_index(op.f("ix_report_states_group"), "report_states", ["group"], unique=False)
    op.create_index(
        op.f("ix_report_states_superseded_by"), "report_states", ["superseded_by"], unique=False
    )


def _read() -> None:
    """What was read in reports, and who may see it."""
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["reports.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_readings_report_id"), "readings", ["report_id"], unique=False)
    op.create_table(
        "statements",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("local", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("realis", sa.String(), nullable=False),
        sa.Column("polarity", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reading_id"],
            ["readings.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_statements_key"), "statements", ["key"], unique=False)
    op.create_index(op.f("ix_statements_reading_id"), "statements", ["reading_id"], unique=False)
    op.create_table(
        "restrictions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("group", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["reports.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_restrictions_report_id"), "restrictions", ["report_id"], unique=False)


def _judged() -> None:
    """What people decided."""
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("one", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["undoes"],
            ["judgements.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_judgements_one"), "judgements", ["one"], unique=False)
    op.create_index(op.f("ix_judgements_other"), "judgements", ["other"], unique=False)
    op.create_table(
        "tombstones",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("report_key", sa.String(length=64), nullable=False),
        sa.Column("address_key", sa.String(length=64), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("report_key"),
    )
    op.create_index(op.f("ix_tombstones_address_key"), "tombstones", ["address_key"], unique=False)


def _incidents() -> None:
    """Incidents, who is in them, what tells of them."""
    op.create_table(
        "incidents",
        sa.Column("row", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("component", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("happened", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("place_words", sa.String(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("precision", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("killed_low", sa.Integer(), nullable=True),
        sa.Column("killed_high", sa.Integer(), nullable=True),
        sa.Column("wounded_low", sa.Integer(), nullable=True),
        sa.Column("wounded_high", sa.Integer(), nullable=True),
        sa.Column("grade", sa.String(), nullable=False),
        sa.Column("contested", sa.String(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("incidents_latest_id", "incidents", ["latest", "id", "audience"], unique=False)
    op.create_index("incidents_audience", "incidents", ["audience"], unique=False)
    op.create_index(op.f("ix_incidents_component"), "incidents", ["component"], unique=False)
    op.create_index(op.f("ix_incidents_earliest"), "incidents", ["earliest"], unique=False)
    op.create_index(op.f("ix_incidents_id"), "incidents", ["id"], unique=False)
    op.create_index(op.f("ix_incidents_latest"), "incidents", ["latest"], unique=False)
    op.create_index(op.f("ix_incidents_type"), "incidents", ["type"], unique=False)
    op.create_table(
        "incident_actors",
        sa.Column("incident", sa.Integer(), nullable=False),
        sa.Column("handle", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
    )
    op.create_index(op.f("ix_incident_actors_handle"), "incident_actors", ["handle"], unique=False)
    op.create_index(
        op.f("ix_incident_actors_incident"), "incident_actors", ["incident"], unique=False
    )
    op.create_table(
        "members",
        sa.Column("telling", sa.String(), nullable=False),
        sa.Column("incident", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("said", sa.Integer(), nullable=False),
        sa.Column("fit", sa.Float(), nullable=False),
    )
    op.create_index(op.f("ix_members_incident"), "members", ["incident"], unique=False)
    op.create_index(op.f("ix_members_report_id"), "members", ["report_id"], unique=False)
    op.create_index(op.f("ix_members_telling"), "members", ["telling"], unique=False)


def _told() -> None:
    """Tellings and names."""
    op.create_table(
        "tellings",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("component", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("look", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["reports.id"],
        ),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index(op.f("ix_tellings_component"), "tellings", ["component"], unique=False)
    op.create_index(op.f("ix_tellings_report_id"), "tellings", ["report_id"], unique=False)
    op.create_table(
        "name_words",
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("handle", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("word", "handle"),
    )
    op.create_table(
        "joins",
        sa.Column("one", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.Column("same", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["reports.id"],
        ),
    )
    op.create_index(op.f("ix_joins_one"), "joins", ["one"], unique=False)
    op.create_index(op.f("ix_joins_other"), "joins", ["other"], unique=False)
    op.create_index(op.f("ix_joins_report_id"), "joins", ["report_id"], unique=False)
    op.create_table(
        "names",
        sa.Column("handle", sa.String(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("local", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_kind", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["reports.id"],
        ),
    )
    op.create_index(op.f("ix_names_report_id"), "names", ["report_id"], unique=False)
    op.create_index("names_handle", "names", ["handle"], unique=False)


def _alike() -> None:
    """What is like what."""
    op.create_table(
        "blocks",
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("telling", sa.String(), nullable=False),
    )
    op.create_index("blocks_block", "blocks", ["block"], unique=False)
    op.create_index("blocks_telling", "blocks", ["telling"], unique=False)
    op.create_table(
        "ties",
        sa.Column("one", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
    )
    op.create_index("ties_one", "ties", ["one"], unique=False)
    op.create_index("ties_other", "ties", ["other"], unique=False)
    op.create_table(
        "near_copies",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("other", sa.Integer(), nullable=False),
    )
    op.create_index(op.f("ix_near_copies_one"), "near_copies", ["one"], unique=False)
    op.create_index(op.f("ix_near_copies_other"), "near_copies", ["other"], unique=False)
    op.create_table(
        "sketch_bands",
        sa.Column("band", sa.String(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
    )
    op.create_index("sketch_bands_band", "sketch_bands", ["band"], unique=False)
    op.create_index("sketch_bands_report", "sketch_bands", ["report_id"], unique=False)
