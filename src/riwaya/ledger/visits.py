"""Addresses that were fetched: where they led, and what their sites said of their state, so that
a site is asked only for what has changed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select, update

from riwaya.ledger.addresses import address
from riwaya.ledger.audiences import hidden_reports
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.schema import reports, visits

Validators = tuple[str | None, str | None]
"""ETag and Last-Modified, as the site gave them."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One address, where it led, what the site said of its state, and what a feed lists."""

    url: str  # as it was asked for
    final: str
    etag: str | None = None
    modified: str | None = None
    lists: tuple[str, ...] = ()


def keep_visit(connection: Connection, visit: Visit) -> None:
    """Keeps a visit; it replaces the one before to that address."""
    connection.execute(delete(visits).where(visits.c.url == visit.url))
    connection.execute(insert(visits), {
        "url": visit.url, "address": address(visit.final) or visit.final, "etag": visit.etag,
        "modified": visit.modified, "at": datetime.now(UTC), "lists": json.dumps(visit.lists),
    })  # fmt: skip


def known(
    connection: Connection, urls: Iterable[str], groups: Collection[str] | None = None
) -> set[str]:
    """Those of some addresses of which the ledger has the report, wherever they lead.

    For a viewer of these `groups` those that they see; None is who sees all. What is hidden is
    fetched again, and is not added again: `keeping.known` looks at all.
    """
    asked = {url: address(url) for url in urls}
    for chunk in in_chunks(sorted(asked)):
        led = select(visits.c.url, visits.c.address).where(visits.c.url.in_(chunk))
        asked |= {url: found for url, found in connection.execute(led)}
    there: set[str] = set()
    for chunk in in_chunks(sorted({a for a in asked.values() if a})):
        of = select(reports.c.address).where(reports.c.address.in_(chunk))
        if groups is not None:
            of = of.where(reports.c.id.not_in(hidden_reports(groups)))
        there |= {a for a in connection.scalars(of) if a}
    return {url for url, plain in asked.items() if plain in there}


def validators(
    connection: Connection, url: str, groups: Collection[str] | None = None
) -> Validators | None:
    """What to ask a site with: only where all that the address led to is in the ledger, and seen.

    A feed of which something was never fetched is asked for whole: its site would say that
    nothing has changed.
    """
    row = connection.execute(select(visits).where(visits.c.url == url)).first()
    if row is None or not (row.etag or row.modified):
        return None
    leads: Collection[str] = json.loads(row.lists) or [url]
    return (row.etag, row.modified) if known(connection, leads, groups) == set(leads) else None


def forget(connection: Connection, plain: str | None) -> None:
    """Takes out the visits that led to an address, and it from what feeds listed."""
    if plain is None:
        return
    there = select(visits.c.url).where(visits.c.address == plain)
    led = {plain, *connection.scalars(there)}
    connection.execute(delete(visits).where(visits.c.address == plain))
    for row in connection.execute(select(visits.c.url, visits.c.lists)).all():
        listed = json.loads(row.lists)
        left = [url for url in listed if url not in led and address(url) != plain]
        if len(left) < len(listed):
            of = update(visits).where(visits.c.url == row.url)
            connection.execute(of.values(lists=json.dumps(left)))
