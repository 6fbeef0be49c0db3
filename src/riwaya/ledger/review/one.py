"""One statement to be reviewed, whoever judged it, also where it is in no incident."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import Connection, select

from riwaya.ledger.audiences import hidden_reports, seen_by
from riwaya.ledger.claims import claims_of
from riwaya.ledger.derive import told
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.verdicts import holders
from riwaya.ledger.errors import NotFound
from riwaya.ledger.nouns import Claim
from riwaya.ledger.review.items import StatementItem
from riwaya.ledger.review.order import Card, cards
from riwaya.ledger.review.passages import latest
from riwaya.ledger.review.said import Judged, judged
from riwaya.ledger.review.statements import item
from riwaya.ledger.schema import incidents, members, readings, statements

_NOWHERE = Card(0, "", "", "not_happened", (), 0)


def statement(
    connection: Connection, key: str, groups: Collection[str], rules: Rules
) -> StatementItem:
    """The statement of an event that judgements of that key hang on. Raises NotFound."""
    of = (
        select(readings.c.report_id).join(statements, statements.c.reading_id == readings.c.id)
        .where(statements.c.key == key, readings.c.report_id.not_in(hidden_reports(groups)))
    )  # fmt: skip
    report = connection.scalar(of.limit(1))
    said = judged(connection, [key], groups).get(key, ())
    found = None if report is None else _claim(connection, key, report, said, rules)
    if report is None or found is None:
        raise NotFound(f"{key}: no statement of an event in this ledger. Check its id.")
    reading = latest(connection, [report])[report]
    return item(connection, _card(connection, key, groups), report, found, reading, said)


def _claim(
    connection: Connection, key: str, report: int, said: Judged, rules: Rules
) -> Claim | None:
    """As it is told, corrections counted in; else as it was read, rejected where it was."""
    held = holders(connection, [key]).get(key)
    telling = told.load(connection, [held]).get(held) if held else None
    as_told = [c for c in telling.claims if c.key == key] if telling else []
    if as_told:
        return as_told[0]
    for read, _ in told.latest_readings(connection, [report], rules):
        last = [j.decision for j in said if not j.undone]
        rejected = last[-1:] == ["reject"]
        return next((replace(c, rejected=rejected) for c in claims_of(read) if c.key == key), None)
    return None


def _card(connection: Connection, key: str, groups: Collection[str]) -> Card:
    """The incident that the statement is in, as a viewer sees it."""
    held = holders(connection, [key]).get(key, key)
    of = (
        select(incidents.c.row).join(members, members.c.incident == incidents.c.row)
        .where(members.c.telling == held, seen_by(connection, groups)).limit(1)
    )  # fmt: skip
    row = connection.scalar(of)
    return _NOWHERE if row is None else cards(connection, [row])[row]
