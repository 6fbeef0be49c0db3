"""The tables of those who work on a ledger. All are kept; none can be made again."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, LargeBinary, String, Table, Text

from riwaya.ledger.schema import Moment, metadata

_account = "accounts.name"

accounts = Table(
    "accounts", metadata,
    Column("name", String, primary_key=True),
    Column("password", String, nullable=False),  # argon2's own string
    Column("role", String, nullable=False),  # reader, coder, reviewer, admin
    Column("groups", Text, nullable=False, default=""),  # one a line: whose restricted reports
    Column("totp", String),  # the shared secret, base 32; None without second factor
    Column("totp_used", Integer),  # the last time step that was used, so that none is used twice
    Column("oidc", String, unique=True),  # issuer and subject of an outside login
    Column("active", Boolean, nullable=False, default=True),
    Column("made", Moment, nullable=False),
)  # fmt: skip

sessions = Table(
    "sessions", metadata,
    Column("key", String(64), primary_key=True),  # SHA-256 of what the cookie holds
    Column("account", String, ForeignKey(_account), nullable=False, index=True),
    Column("made", Moment, nullable=False),
    Column("seen", Moment, nullable=False),
    Column("ends", Moment, nullable=False),
    Column("csrf", String, nullable=False),
)  # fmt: skip

tokens = Table(
    "tokens", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key", String(64), nullable=False, unique=True),  # SHA-256 of the token
    Column("account", String, ForeignKey(_account), index=True),  # None of who works alone
    Column("name", String, nullable=False),
    Column("scopes", String, nullable=False),  # read, judge, add; between spaces
    Column("made", Moment, nullable=False),
    Column("ends", Moment),
    Column("revoked", Moment),
)  # fmt: skip

tries = Table(
    "tries", metadata,
    Column("key", String, primary_key=True),  # an account's name or an address, hashed
    Column("failures", Integer, nullable=False),
    Column("until", Moment),  # no login before
    Column("at", Moment, nullable=False),
)  # fmt: skip
"""Logins that failed."""

audit = Table(
    "audit", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False, index=True),
    Column("account", String, nullable=False),
    Column("act", String, nullable=False, index=True),
    Column("of", String, nullable=False, default=""),  # a report, an incident, an account
    Column("detail", Text, nullable=False, default=""),
)  # fmt: skip

holds = Table(
    "holds", metadata,
    Column("key", String, primary_key=True),  # what is under review
    Column("account", String, nullable=False),
    Column("until", Moment, nullable=False),
)  # fmt: skip
"""What somebody reviews just now."""

jobs = Table(
    "jobs", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("account", String, nullable=False),
    Column("kind", String, nullable=False),  # text, file, address
    Column("name", String, nullable=False),  # a file's name or an address, as shown
    Column("body", LargeBinary),  # what is to be read; gone when it is done
    Column("outlet", String),
    Column("published", Date),
    Column("group", String),  # to whom what it brings is restricted
    Column("state", String, nullable=False, index=True),  # waiting, running, done
    Column("new", Integer, nullable=False, default=0),
    Column("known", Integer, nullable=False, default=0),
    Column("problems", Text, nullable=False, default=""),  # one a line
    Column("reports", Text, nullable=False, default=""),  # names of the first ones, one a line
    Column("ended", Moment),
)  # fmt: skip
"""What is to be read in the background."""
