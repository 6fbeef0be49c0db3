"""The state of each report: its restriction, whether a later text replaced it, whose copy it is."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlalchemy import Connection, delete, or_, select

from riwaya.ledger.derive.rows import add_rows, among, in_chunks
from riwaya.ledger.schema import near_copies, report_states, reports, restrictions, sketch_bands
from riwaya.ledger.sketches import ENOUGH, alike, bands, sketch

_NEAR = select(near_copies.c.one, near_copies.c.other).where(among(near_copies.c.one))
Sketch = tuple[int, ...]


def with_versions(connection: Connection, ids: Collection[int]) -> set[int]:
    """The reports and all those of the same addresses, whose states hang together."""
    found = set(ids)
    for chunk in in_chunks(ids):
        of = select(reports.c.address).where(reports.c.id.in_(chunk), reports.c.address.isnot(None))
        found |= set(connection.scalars(select(reports.c.id).where(reports.c.address.in_(of))))
    return found


def forget(connection: Connection, ids: Collection[int]) -> None:
    """Takes out the states of reports."""
    for chunk in in_chunks(ids):
        connection.execute(delete(report_states).where(report_states.c.report_id.in_(chunk)))
    forget_copies(connection, ids)


def refresh(connection: Connection, ids: Collection[int]) -> set[int]:
    """Makes the states of reports; gives those that count, not replaced by a later text."""
    counting: dict[int, Sketch] = {}
    for chunk in in_chunks(ids):
        rows = connection.execute(
            select(reports.c.id, reports.c.address, reports.c.text).where(reports.c.id.in_(chunk))
        ).all()
        versions = _versions(connection, {r.address for r in rows if r.address})
        groups = _groups(connection, {*chunk, *(v for of in versions.values() for v in of)})
        made = []
        for r in rows:
            later = _later(r.id, versions.get(r.address, [r.id]), groups)
            own = sketch(r.text)
            if later is None:
                counting[r.id] = own
            made.append({
                "report_id": r.id, "group": groups.get(r.id), "superseded_by": later,
                "sketch": json.dumps(own),
            })  # fmt: skip
        add_rows(connection, report_states, made)
    for report in sorted(counting):
        _copies(connection, report, counting[report])
    return set(counting)


def any_restricted(connection: Connection, ids: Collection[int]) -> bool:
    """Whether some of these reports, as their states are now, are not seen by all."""
    for chunk in in_chunks(ids):
        of = select(report_states.c.report_id).where(
            report_states.c.report_id.in_(chunk), report_states.c.group.isnot(None)
        )
        if connection.scalar(of.limit(1)) is not None:
            return True
    return False


def _versions(connection: Connection, addresses: Collection[str]) -> dict[str, list[int]]:
    """The reports of each address, the one fetched, else added, last at the end."""
    found: dict[str, list[int]] = {}
    rows = connection.execute(
        select(reports.c.address, reports.c.id, reports.c.fetched, reports.c.added)
        .where(reports.c.address.in_(list(addresses)))
    ).all()  # fmt: skip
    for r in sorted(rows, key=lambda r: (r.fetched or r.added, r.id)):
        found.setdefault(r.address, []).append(r.id)
    return found


def _later(report: int, versions: list[int], groups: dict[int, str | None]) -> int | None:
    """The last text that replaces a report: a later one that all who see the report see, too."""
    own = groups.get(report)
    behind = versions[versions.index(report) + 1 :]
    seen = [v for v in behind if groups.get(v) in (None, own)]
    return seen[-1] if seen else None


def _groups(connection: Connection, ids: Collection[int]) -> dict[int, str | None]:
    """To whom each report is restricted, by the last word on it."""
    found: dict[int, str | None] = {}
    for chunk in in_chunks(ids):
        rows = connection.execute(
            select(restrictions.c.report_id, restrictions.c.group)
            .where(restrictions.c.report_id.in_(chunk)).order_by(restrictions.c.id)
        ).all()  # fmt: skip
        found |= {r.report_id: r.group for r in rows}
    return found


def forget_copies(connection: Connection, ids: Collection[int]) -> None:
    """Takes reports out of the search for near copies."""
    for chunk in in_chunks(ids):
        pair = near_copies.c
        connection.execute(
            delete(near_copies).where(or_(pair.one.in_(chunk), pair.other.in_(chunk)))
        )
        connection.execute(delete(sketch_bands).where(sketch_bands.c.report_id.in_(chunk)))


def _copies(connection: Connection, report: int, own: Sketch) -> None:
    """Finds the near copies of a report among those before it, and has it found by others."""
    keys = list(bands(own))
    if not keys:
        return
    near = select(sketch_bands.c.report_id).where(sketch_bands.c.band.in_(keys)).distinct()
    others = _sketches(connection, connection.scalars(near).all())
    pairs = [o for o, theirs in others.items() if alike(own, theirs) >= ENOUGH]
    both = [{"one": a, "other": b} for o in pairs for a, b in ((report, o), (o, report))]
    add_rows(connection, near_copies, both)
    add_rows(connection, sketch_bands, [{"band": k, "report_id": report} for k in keys])


def _sketches(connection: Connection, ids: Collection[int]) -> dict[int, Sketch]:
    if not ids:
        return {}
    rows = connection.execute(
        select(report_states.c.report_id, report_states.c.sketch)
        .where(report_states.c.report_id.in_(list(ids)))
    ).all()  # fmt: skip
    return {r.report_id: tuple(json.loads(r.sketch)) for r in rows}


def copies_of(connection: Connection, ids: Collection[int]) -> dict[int, frozenset[int]]:
    """The near copies of each report."""
    found: dict[int, set[int]] = {}
    for chunk in in_chunks(ids):
        for one, other in connection.execute(_NEAR, {"some": chunk}):
            found.setdefault(one, set()).add(other)
    return {report: frozenset(others) for report, others in found.items()}
