"""The routes of exports, as pages link them and as the API has them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import chain, islice
from typing import Annotated, Any

import anyio
from fastapi import APIRouter, Query
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.types import Message, Receive, Scope, Send

from riwaya.ledger.nouns import Incident
from riwaya.views.web.api.answers import Refusal
from riwaya.views.web.api.chosen import Chosen
from riwaya.views.web.asked import Asked
from riwaya.views.web.exports import formats
from riwaya.views.web.exports.record import Record, records
from riwaya.views.web.guard.asking import Reads, ledger_of
from riwaya.views.web.guard.noting import note
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.guard.restricted_reads import reports_found
from riwaya.views.web.guard.viewer import Viewer

router = APIRouter(tags=["exports"])
_PIECES = 50  # lines that are sent together
MOST = 4  # exports at a time: each holds the view of the ledger that it began with
_STALLED = 60  # seconds in which who exports has to take the next piece
_WORDS = ("q", "place", "actor", "handle")
_BUSY = "Others export just now. Try again in a minute."
Coarse = Annotated[
    bool,
    Query(description="Places no finer than their district, private persons without names."),
]
_TEXT = {"schema": {"type": "string"}}
_BUSY_ANSWER = {"model": Refusal, "description": "Too many export at this moment."}


@router.get("/export.csv", response_class=StreamingResponse, responses={
    200: {"content": {"text/csv": _TEXT}, "description": "A table, UTF-8 with a mark of it."},
    503: _BUSY_ANSWER,
})  # fmt: skip
def csv(
    request: Request, viewer: Reads, chosen: Chosen, coarse: Coarse = False
) -> StreamingResponse:
    """The selection as a table, one row an incident; cells are guarded against formulas."""
    return _export(request, viewer, chosen, coarse, "csv", "text/csv", formats.as_csv)


@router.get("/export.jsonl", response_class=StreamingResponse, responses={
    200: {"content": {"application/x-ndjson": _TEXT}, "description": "One JSON object a line."},
    503: _BUSY_ANSWER,
})  # fmt: skip
def jsonl(
    request: Request, viewer: Reads, chosen: Chosen, coarse: Coarse = False
) -> StreamingResponse:
    """The selection as JSON lines, each incident with its accounts; coarse ones have none."""
    return _export(
        request, viewer, chosen, coarse, "jsonl", "application/x-ndjson", formats.as_jsonl
    )


@router.get("/export.geojson", response_class=StreamingResponse, responses={
    200: {"content": {"application/geo+json": {"schema": {"type": "object"}}},
          "description": "A FeatureCollection."},
    503: _BUSY_ANSWER,
})  # fmt: skip
def geojson(
    request: Request, viewer: Reads, chosen: Chosen, coarse: Coarse = False
) -> StreamingResponse:
    """The selection as GeoJSON; how sharp a point is says `place.precision`."""
    return _export(
        request, viewer, chosen, coarse, "geojson", "application/geo+json", formats.as_geojson
    )


def _export(
    request: Request, viewer: Viewer, chosen: Asked, coarse: bool, suffix: str, kind: str,
    made: Callable[[formats.Given], Iterator[str]],
) -> StreamingResponse:  # fmt: skip
    exports = request.app.state.exports
    wanted = chosen.filter(None)
    if not exports.acquire(blocking=False):
        raise Refused(503, _BUSY)
    names: set[str] = set()

    def ended() -> None:
        exports.release()
        reports_found(request, viewer, names, "export")

    given = _watched(records(ledger_of(request, viewer), wanted, coarse), names)
    body = _released(made(given), ended)
    first = next(body)  # what cannot be asked for is refused before anything is sent
    note(request, viewer, "export", f"incidents.{suffix}", _told(chosen, coarse))
    name = f"riwaya-{datetime.now(UTC):%Y-%m-%d}{'-coarse' if coarse else ''}.{suffix}"
    return _Taken(
        first, body, media_type=f"{kind}; charset=utf-8" if kind != "text/csv" else kind,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )  # fmt: skip


class _Taken(StreamingResponse):
    """An answer that lets go of what it holds, whether sent, broken off or taken too slowly."""

    def __init__(self, first: bytes, body: Generator[bytes], **given: Any) -> None:
        super().__init__(chain([first], body), **given)
        self._body = body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Sends it."""

        async def moving(message: Message) -> None:
            with anyio.fail_after(_STALLED):
                await send(message)

        try:
            with suppress(TimeoutError):
                await super().__call__(scope, receive, moving)
        finally:
            with anyio.CancelScope(shield=True):
                await run_in_threadpool(self._body.close)


def _watched(given: formats.Given, names: set[str]) -> Iterator[tuple[Incident, Record]]:
    """The same records; the reports that they are told in are put among the names."""
    for incident, record in given:
        names.update(incident.reports)
        yield incident, record


def _told(chosen: Asked, coarse: bool) -> str:
    """What was exported, for the audit log: of fields that may hold names no more than theirs."""
    fields = (k if k in _WORDS else f"{k}={v}" for k, v in chosen.query.items())
    return ", ".join(("coarse" if coarse else "whole", *fields))


def _released(lines: Iterable[str], release: Callable[[], None]) -> Generator[bytes]:
    """The lines in pieces of some size; lets the next export in when they end, however they do."""
    try:
        left = iter(lines)
        while some := list(islice(left, _PIECES)):
            yield "".join(some).encode("utf-8", "replace")
        yield b""
    finally:
        release()
