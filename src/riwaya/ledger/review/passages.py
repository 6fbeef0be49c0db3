"""The words of reports around what is to be judged, without loading the reports."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, func, select

from riwaya.ledger.bodies import reading_of
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.nouns import Claim, Telling
from riwaya.ledger.review.items import Filler, Passage
from riwaya.ledger.schema import readings, reports
from riwaya.model import Mention, Reading, Span, Statement

_AROUND = 160  # characters before and behind the words
_LONGEST = 2_000  # characters of a passage


def passage(connection: Connection, report: int, claim: Claim) -> Passage:
    """The passage of a claim in the report of that number."""
    words = [claim.trigger, *claim.evidence]
    first, last = min(s.start for s in words), max(s.end for s in words)
    if last - first > _LONGEST:
        first = max(first, claim.trigger.start - _LONGEST // 2)
        last = min(last, first + _LONGEST)
    start = max(first - _AROUND, 0)
    r = reports.c
    row = connection.execute(
        select(
            r.name, r.outlet, r.published,
            func.substr(r.text, start + 1, last + _AROUND - start).label("text"),
        )
        .where(r.id == report)
    ).one()  # fmt: skip
    return Passage(
        row.name, row.outlet, row.published, start, row.text, claim.evidence, claim.trigger
    )


def leading(telling: Telling) -> Claim:
    """The claim that a telling is best shown by: the first that affirms the deed it is about."""
    kept = [c for c in telling.claims if not c.rejected] or list(telling.claims)
    return min(kept, key=lambda c: (not c.affirms, c.type != telling.type, c.trigger.start))


def latest(connection: Connection, numbers: Collection[int]) -> dict[int, Reading]:
    """The latest readings of reports by their numbers, without the reports' texts."""
    found: dict[int, Reading] = {}
    for chunk in in_chunks(sorted(numbers)):
        last = (
            select(func.max(readings.c.id)).where(readings.c.report_id.in_(chunk))
            .group_by(readings.c.report_id)
        )  # fmt: skip
        of = select(readings.c.report_id, readings.c.body).where(readings.c.id.in_(last))
        found |= {r.report_id: reading_of(r.body, "") for r in connection.execute(of)}
    return found


def fillers(claim: Claim, reading: Reading, *, placed: bool = False) -> tuple[Filler, ...]:
    """The roles of a claim in words, as they are corrected; places, time and figures too.

    `placed`: a person corrected its place.
    """
    found = [s for s in reading.statements if s.id == claim.statement]
    mentions = reading.mentions_by_id
    made = [f for s in found for f in _as_read(s, mentions)]
    for role, parties in (("agent", claim.agents), ("target", claim.targets)):
        if not parties or any(p.words for p in parties):
            made = [f for f in made if f.role != role]
            made += [_at(role, p.words) for p in parties if p.words]
    if placed:
        made = [f for f in made if f.role != "place"]
        made += [Filler("place", p.name) for p in claim.places]
    return (*made, *_time(claim, found, mentions), *_figures(claim, found, mentions))


def _as_read(s: Statement, mentions: Mapping[str, Mention]) -> Iterable[Filler]:
    for role in s.roles:
        m = mentions.get(role.mention or "")
        if m is not None:
            yield Filler(role.role, m.text, m.start, m.end)


def _at(role: str, words: Span | None) -> Filler:
    assert words is not None
    return Filler(role, words.text, words.start, words.end)


def _time(
    claim: Claim, found: Iterable[Statement], mentions: Mapping[str, Mention]
) -> Iterable[Filler]:  # fmt: skip
    if not claim.edtf:
        return
    for s in found:
        m = mentions.get(s.time.mention or "") if s.time and s.time.edtf == claim.edtf else None
        if m is not None:
            yield Filler("time", m.text, m.start, m.end)
            return
    yield Filler("time", claim.edtf)


def _figures(
    claim: Claim, found: Iterable[Statement], mentions: Mapping[str, Mention]
) -> Iterable[Filler]:  # fmt: skip
    said = {(f.kind, f.low): f for s in found for f in s.figures}
    for toll in claim.tolls:
        if toll.named:
            continue
        figure = said.get((toll.kind, toll.low))
        m = mentions.get(figure.mention or "") if figure else None
        text, start, end = (m.text, m.start, m.end) if m else (toll.counted, None, None)
        yield Filler(toll.kind, text, start, end, toll.low, toll.high)
