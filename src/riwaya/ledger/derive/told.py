"""The tellings of reports, kept with the keys under which others find them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection, delete, func, select

from riwaya.ledger.bodies import LOOK, TELLING, look_of, reading_of, telling_of
from riwaya.ledger.claims import Read, read_of
from riwaya.ledger.derive import names
from riwaya.ledger.derive.rows import add_rows, among, in_chunks, is_judged
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.verdicts import holding, standing
from riwaya.ledger.features import features, keys
from riwaya.ledger.judging import corrected
from riwaya.ledger.nouns import ReportCard, Telling
from riwaya.ledger.schema import (
    blocks,
    judgements,
    readings,
    report_states,
    reports,
    tellings,
    ties,
)
from riwaya.ledger.telling import tell
from riwaya.model import Reading

Verdicts = Mapping[str, tuple[str, str]]
_BODIES = select(tellings.c.key, tellings.c.body).where(among(tellings.c.key))
_BEHIND = select(ties.c.one, ties.c.other).where(among(ties.c.one))
_BEFORE = select(ties.c.one, ties.c.other).where(among(ties.c.other))
_CARDS = (
    select(
        reports.c.id, reports.c.name, reports.c.outlet, reports.c.outlet_key, reports.c.url,
        reports.c.title, reports.c.published, report_states.c.group,
    )
    .outerjoin(report_states, report_states.c.report_id == reports.c.id)
    .where(among(reports.c.id))
)  # fmt: skip
_DONE = ("actual", "possible")
_DESCRIBED = "said:"  # handles of descriptions, which nothing joins


def forget(connection: Connection, ids: Collection[int]) -> set[str]:
    """Takes out the tellings of reports and their ties; gives the components that this touches."""
    components: set[str] = set()
    for chunk in in_chunks(ids):
        of = select(tellings.c.key, tellings.c.component).where(tellings.c.report_id.in_(chunk))
        found = connection.execute(of).all()
        components |= {r.component for r in found}
        untie(connection, [r.key for r in found])
        for some in in_chunks([r.key for r in found]):
            connection.execute(delete(blocks).where(blocks.c.telling.in_(some)))
        connection.execute(delete(tellings).where(tellings.c.report_id.in_(chunk)))
    return components


def ties_of(connection: Connection, told: Collection[str]) -> dict[str, set[str]]:
    """The tellings that each of some tellings is tied to."""
    found: dict[str, set[str]] = {key: set() for key in told}
    for chunk in in_chunks(told):
        for of, ours in ((_BEHIND, 0), (_BEFORE, 1)):
            for pair in connection.execute(of, {"some": chunk}):
                found[pair[ours]].add(pair[1 - ours])
    return found


def untie(connection: Connection, told: Collection[str]) -> None:
    """Takes out all ties of some tellings."""
    for chunk in in_chunks(told):
        connection.execute(delete(ties).where(ties.c.one.in_(chunk)))
        connection.execute(delete(ties).where(ties.c.other.in_(chunk)))


def keep(connection: Connection, ids: Collection[int], rules: Rules) -> tuple[list[str], set[str]]:
    """Tells what reports say; gives the keys of their tellings, and the names that they join.

    Others find the tellings when they are shown.
    """
    made: list[Telling] = []
    handles: set[str] = set()
    for chunk in in_chunks(sorted(ids)):
        cards = cards_of(connection, chunk)
        for report, key, reading in _readings(connection, chunk):
            read = read_of(reading, key, rules.people, rules.later, rules.places, rules.listed)
            handles |= names.keep(connection, read, cards[report], rules.voices)
            made += _told(connection, read, report, rules)
    looks = [(t, features(t)) for t in made]
    add_rows(connection, tellings, [
        {"key": t.key, "report_id": t.report, "component": t.key,
         "body": TELLING.dump_json(t).decode(), "look": LOOK.dump_json(look).decode()}
        for t, look in looks
    ])  # fmt: skip
    add_rows(connection, blocks, [
        {"block": block, "telling": t.key}
        for t in made for block in sorted({*called_in(t), *(holding(c.key) for c in t.claims)})
    ])  # fmt: skip
    return [t.key for t in made], handles


def show(connection: Connection, told: Collection[str], rules: Rules) -> None:
    """Has tellings found by those who seek what is like them."""
    for chunk in in_chunks(sorted(told)):
        of = select(tellings.c.key, tellings.c.look).where(tellings.c.key.in_(chunk))
        add_rows(connection, blocks, [
            {"block": block, "telling": key}
            for key, look in connection.execute(of).all()
            for block in sorted(keys(look_of(look), rules.types))
        ])  # fmt: skip


def handles_of(told: Iterable[Telling]) -> set[str]:
    """The handles of everyone in some tellings: who did it, to whom, who says so."""
    found: set[str] = set()
    for t in told:
        for c in t.claims:
            found |= {p.handle for p in (*c.agents, *c.targets)}
            found |= {link.handle for link in c.chain}
    return found


def called_in(t: Telling) -> set[str]:
    """Keys under which a telling is found when names are joined or parted."""
    return {called(h) for h in handles_of([t]) if not h.startswith(_DESCRIBED)}


def called(handle: str) -> str:
    """The key of the tellings in which someone of that handle is."""
    return f"is|{handle}"


def _told(connection: Connection, read: Read, report: int, rules: Rules) -> list[Telling]:
    found = tell(read, report, rules.types)
    judged = _judged(connection, [c.key for t in found for c in t.claims])
    if not judged:
        return found
    mended = [_mended(t, judged, rules) for t in found]
    return [t for t in mended if t is not None]


def _mended(t: Telling, judged: Verdicts, rules: Rules) -> Telling | None:
    """A telling after what people said of its claims, led by those that are left."""
    made = corrected(t, judged)
    if made is None or made == t:
        return made
    kept = [c for c in made.claims if not c.rejected]
    affirmed = [c for c in kept if c.affirms] or kept
    leads = rules.types.leading(c.type for c in affirmed)
    done = any(c.realis in _DONE for c in kept)
    return replace(made, type=leads, group=rules.types[leads].group, done=done)


def _judged(connection: Connection, claims: Collection[str]) -> Verdicts:
    """People's last word on statements: the decision and its value."""
    if not is_judged(connection):
        return {}
    last: dict[str, tuple[str, str]] = {}
    for chunk in in_chunks(claims):
        rows = connection.execute(
            select(judgements)
            .where(judgements.c.about == "statement", judgements.c.one.in_(chunk))
        ).all()  # fmt: skip
        last |= {r.one: (r.decision, r.value or "") for r in standing(rows)}
    return last


def _readings(connection: Connection, ids: Collection[int]) -> Iterable[tuple[int, str, Reading]]:
    """The latest reading of each report, with the report's key."""
    latest = select(func.max(readings.c.id)).where(readings.c.report_id.in_(list(ids)))
    rows = connection.execute(
        select(reports.c.id, reports.c.key, reports.c.text, readings.c.body)
        .join(readings, readings.c.report_id == reports.c.id)
        .where(readings.c.id.in_(latest.group_by(readings.c.report_id)))
        .order_by(reports.c.id)
    ).all()  # fmt: skip
    return ((r.id, r.key, reading_of(r.body, r.text)) for r in rows)


def latest_readings(
    connection: Connection, ids: Collection[int], rules: Rules
) -> Iterable[tuple[Read, int]]:
    """The latest readings of reports, made ready, with the reports' numbers."""
    for chunk in in_chunks(sorted(ids)):
        for report, key, reading in _readings(connection, chunk):
            yield (
                read_of(reading, key, rules.people, rules.later, rules.places, rules.listed),
                report,
            )


def cards_of(connection: Connection, ids: Collection[int]) -> dict[int, ReportCard]:
    """The cards of reports by their number."""
    found: dict[int, ReportCard] = {}
    for chunk in in_chunks(ids):
        for r in connection.execute(_CARDS, {"some": chunk}):
            found[r.id] = ReportCard(
                r.id, r.name, r.outlet, r.outlet_key, r.url, r.title, r.published, None, r.group
            )
    return found


def load(connection: Connection, told: Collection[str]) -> dict[str, Telling]:
    """Tellings by their keys."""
    found: dict[str, Telling] = {}
    for chunk in in_chunks(told):
        rows = connection.execute(_BODIES, {"some": chunk})
        found |= {key: telling_of(body) for key, body in rows}
    return found
