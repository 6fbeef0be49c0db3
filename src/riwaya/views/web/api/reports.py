"""Reports as JSON: one with what was read in it, words of it, those that a search finds."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request

from riwaya.ledger.kept import Kept
from riwaya.model import Reading
from riwaya.views.web.api import shapes
from riwaya.views.web.api.chosen import Limit, Page, Place, ReportId
from riwaya.views.web.guard.asking import Reads, ledger_of
from riwaya.views.web.guard.restricted_reads import report_read, reports_found
from riwaya.views.web.shown.around import around
from riwaya.views.web.shown.found import pieces
from riwaya.views.web.shown.marked import window
from riwaya.views.web.shown.statements import Shown, statements

router = APIRouter(tags=["reports"])


@router.get("/report")
def report(request: Request, viewer: Reads, id: ReportId, at: Place = 0) -> shapes.ReportShape:
    """A report by its id, with the window of its text around a place and what was read there."""
    kept = ledger_of(request, viewer).report(id)
    report_read(request, viewer, kept)
    return _report(kept, at)


@router.get("/evidence")
def evidence(
    request: Request, viewer: Reads, report: ReportId, start: Place, end: Place
) -> shapes.Evidence:
    """Words of a report with some text around them."""
    kept = ledger_of(request, viewer).report(report)
    report_read(request, viewer, kept)
    found, text = kept.reading.report, kept.reading.report.text
    first, last = around(text, start, end)
    return shapes.Evidence(
        report=kept.name, outlet=found.outlet, published=found.published, start=start, end=end,
        before=text[first:start], words=text[start:end], after=text[end:last],
        first=first, last=last,
    )  # fmt: skip


@router.get("/search")
def search(
    request: Request, viewer: Reads, q: Annotated[str, Query(max_length=400)],
    page: Page = 1, limit: Limit = 20,
) -> shapes.FoundReports:  # fmt: skip
    """The reports in which the words stand, in any form; a query without words is refused."""
    found = ledger_of(request, viewer).search(q, limit=limit + 1, offset=(page - 1) * limit)
    reports_found(request, viewer, [f.report for f in found[:limit]])
    listed = [
        shapes.FoundReport(
            report=f.report, outlet=f.outlet, published=f.published, url=f.url, title=f.title,
            incidents=list(f.incidents),
            snippets=[[shapes.Piece(text=t, matched=m) for t, m in s] for s in pieces(f)],
        )
        for f in found[:limit]
    ]  # fmt: skip
    return shapes.FoundReports(found=listed, page=page, more=len(found) > limit)


def _report(kept: Kept, at: int) -> shapes.ReportShape:
    reading, found = kept.reading, kept.reading.report
    start, end = window(found.text, at)
    inside = [s for s in statements(reading, kept.keys) if start <= s.start < end]
    return shapes.ReportShape(
        id=kept.name, outlet=found.outlet, published=found.published, url=found.url,
        title=found.title, sha256=found.sha256, added=kept.added, fetched=kept.fetched,
        origin=kept.origin, group=kept.group, replaced_by=kept.replaced_by,
        replaces=list(kept.replaces), copies=list(kept.copies),
        incidents=[shapes.Titled(id=i, title=t) for i, t in kept.incidents],
        reader=f"{reading.reader} {reading.version}", length=len(found.text),
        start=start, end=end, text=found.text[start:end],
        mentions=_mentions(reading, start, end),
        statements=[_statement(s, found.text) for s in inside],
    )  # fmt: skip


def _mentions(reading: Reading, start: int, end: int) -> list[shapes.MentionShape]:
    return [
        shapes.MentionShape(id=m.id, kind=m.kind, form=m.form, start=m.start, end=m.end,
                            text=m.text, entity=m.entity)
        for m in reading.mentions if start <= m.start < end
    ]  # fmt: skip


def _statement(s: Shown, text: str) -> shapes.StatementShape:
    trigger = shapes.Span(start=s.start, end=s.start + len(s.trigger), text=s.trigger)
    return shapes.StatementShape(
        id=s.id, key=s.key, kind=s.kind, type=s.type, trigger=trigger if s.trigger else None,
        realis=s.realis, polarity=s.polarity, negates=s.negates, former=s.former,
        roles=[shapes.Filler(role=f.role, text=f.text, start=f.start, end=f.end)
               for f in s.fillers],
        time=s.when,
        figures=[shapes.FigureShape(kind=kind, low=low, high=high, approximate=near, counted=who)
                 for kind, low, high, near, who in s.figures],
        sources=[shapes.SourceShape(name=name, act=act) for name, act in s.sources],
        evidence=[shapes.Span(start=a, end=b, text=text[a:b]) for a, b in s.evidence],
        rules=list(s.rules),
    )  # fmt: skip
