"""One report: its text with what was read in it, and the statements beside it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from riwaya.ledger.kept import Kept
from riwaya.views.web.guard.asking import Reads, ledger_of
from riwaya.views.web.guard.restricted_reads import report_read
from riwaya.views.web.guard.viewer import Viewer
from riwaya.views.web.page import page
from riwaya.views.web.shown.around import around
from riwaya.views.web.shown.marked import WINDOW, segments, window
from riwaya.views.web.shown.statements import statements

router = APIRouter()


@router.get("/report")
def report(request: Request, viewer: Reads, id: str, statement: str = "", at: int = 0) -> Response:
    """The part of a report around a place, or around a statement of it."""
    ledger = ledger_of(request, viewer)
    kept = ledger.report(id)
    report_read(request, viewer, kept)
    listed = statements(kept.reading, kept.keys)
    place = next((s.start for s in listed if s.id == statement), at)
    start, end = window(kept.reading.report.text, place)
    length = len(kept.reading.report.text)
    return page(
        request, viewer, "report.html", kept=kept, report=kept.reading.report,
        segments=segments(kept.reading, start, end, statement), chosen=statement,
        statements=[s for s in listed if start <= s.start < end], total=len(listed),
        start=start, end=end, length=length,
        parts=range(0, length, WINDOW) if length > WINDOW else (),
        report_titles=ledger.titles(
            [*filter(None, (kept.replaced_by,)), *kept.replaces, *kept.copies[:12]]
        ),
    )  # fmt: skip


@router.get("/evidence")
def evidence(
    request: Request, viewer: Reads, report: str, start: int, end: int, statement: str = ""
) -> Response:
    """The words that a value rests on, with some text around them: for a panel, or a page."""
    kept = ledger_of(request, viewer).report(report)
    report_read(request, viewer, kept)
    first, last = around(kept.reading.report.text, start, end)
    shown = next((s for s in statements(kept.reading, kept.keys) if s.id == statement), None)
    template = "evidence_panel.html" if "hx-request" in request.headers else "evidence.html"
    return _evidence(request, viewer, template, kept, (first, start, end, last), shown)


def _evidence(
    request: Request, viewer: Viewer, template: str, kept: Kept,
    ends: tuple[int, int, int, int], shown: object,
) -> Response:  # fmt: skip
    text = kept.reading.report.text
    first, start, end, last = ends
    return page(
        request, viewer, template, kept=kept, report=kept.reading.report, statement=shown,
        before=text[first:start], words_in=text[start:end], after=text[end:last],
        first=first, last=last, length=len(text), start=start,
    )  # fmt: skip
