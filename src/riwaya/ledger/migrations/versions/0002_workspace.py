"""Accounts, sessions, tokens, the audit log, jobs; judgements that may be sent again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Adds the tables of those who work on a ledger, and what lists of incidents count by."""
    op.add_column("judgements", sa.Column("once", sa.String(), nullable=True))
    op.add_column("judgements", sa.Column("within", sa.String(), nullable=True))
    op.create_index("judgements_within", "judgements", ["within"])
    op.create_index("judgements_once", "judgements", ["by", "once"], unique=True)
    op.create_index("judgements_about_by", "judgements", ["about", "by"])
    op.create_index("judgements_undoes", "judgements", ["undoes"])
    op.create_index("incidents_facets", "incidents", [
        "audience", "latest", "earliest", "type", "happened", "country", "grade", "contested",
        "latitude", "longitude", "precision", "row",
    ])  # fmt: skip
    op.create_index("members_fit", "members", ["fit", "incident"])
    _accounts()
    _work()


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("password", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("groups", sa.Text(), nullable=False),
        sa.Column("totp", sa.String()),
        sa.Column("totp_used", sa.Integer()),
        sa.Column("oidc", sa.String(), unique=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("made", _MOMENT, nullable=False),
    )
    op.create_table(
        "sessions",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("account", sa.String(), sa.ForeignKey("accounts.name"), nullable=False),
        sa.Column("made", _MOMENT, nullable=False),
        sa.Column("seen", _MOMENT, nullable=False),
        sa.Column("ends", _MOMENT, nullable=False),
        sa.Column("csrf", sa.String(), nullable=False),
    )
    op.create_index("ix_sessions_account", "sessions", ["account"])
    op.create_table(
        "tokens",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("key", sa.String(64), nullable=False, unique=True),
        sa.Column("account", sa.String(), sa.ForeignKey("accounts.name")),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("scopes", sa.String(), nullable=False),
        sa.Column("made", _MOMENT, nullable=False),
        sa.Column("ends", _MOMENT),
        sa.Column("revoked", _MOMENT),
    )
    op.create_index("ix_tokens_account", "tokens", ["account"])
    op.create_table(
        "tries",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("until", _MOMENT),
        sa.Column("at", _MOMENT, nullable=False),
    )


def _work() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("of", sa.String(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
    )
    op.create_index("ix_audit_at", "audit", ["at"])
    op.create_index("ix_audit_act", "audit", ["act"])
    op.create_table(
        "holds",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("until", _MOMENT, nullable=False),
    )
    op.create_table(
        "jobs",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary()),
        sa.Column("outlet", sa.String()),
        sa.Column("published", sa.Date()),
        sa.Column("group", sa.String()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("known", sa.Integer(), nullable=False),
        sa.Column("problems", sa.Text(), nullable=False),
        sa.Column("reports", sa.Text(), nullable=False),
        sa.Column("ended", _MOMENT),
    )
    op.create_index("ix_jobs_state", "jobs", ["state"])
