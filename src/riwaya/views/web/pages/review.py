"""The queue: what a person should decide next, with the words that it rests on."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Query
from starlette.datastructures import FormData, QueryParams
from starlette.requests import Request
from starlette.responses import Response

from riwaya.ledger import Ledger
from riwaya.ledger.review.items import Item
from riwaya.ledger.review.queue import Kind
from riwaya.views.web.asked import Asked, asked
from riwaya.views.web.counted import counted
from riwaya.views.web.guard.asking import Reads, ledger_of
from riwaya.views.web.guard.forms import own_path, text
from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.guard.restricted_reads import reports_found
from riwaya.views.web.guard.viewer import Viewer
from riwaya.views.web.page import link, page, words
from riwaya.views.web.shown.moved import moved_on
from riwaya.views.web.shown.review import Card, cards, filled_card, reports_of

router = APIRouter()
KINDS: tuple[Kind, ...] = get_args(Kind)
_PAGE = 10
_LAST = 200  # page: who comes so far should narrow the selection


@router.get("/review")
def review(
    request: Request, viewer: Reads, kind: str = "statements", incident: str = "",
    statement: str = "", saved: str = "", moved: str = "",
    less: Annotated[int, Query(ge=0, le=2000)] = 0,
) -> Response:  # fmt: skip
    """One page of the queue, or one statement whoever judged it.

    `less` is how many items were decided on the pages before, and so left the queue; `moved` is a
    statement whose incident the decision `saved` changed.
    """
    if kind not in KINDS:
        raise Refused(400, f"kind: {kind[:30]}. Give {', '.join(KINDS)}.")
    wanted = asked(request.query_params)
    if wanted.page > _LAST:
        raise Refused(400, f"page: the queue is shown up to page {_LAST}. Narrow the selection.")
    ledger = ledger_of(request, viewer)
    found = ledger.incident(incident) if incident else None
    if statement:
        items: Sequence[Item] = [ledger.statement(statement)]
    else:
        items = queued(ledger, wanted, kind, found.id if found else None, viewer, less)
    more = len(items) > _PAGE
    of = found.id if found else ""
    return _shown(
        request, viewer, ledger, cards(items[:_PAGE]), kind=kind, asked=wanted, more=more,
        less=less, query={**wanted.query, "kind": kind, "incident": of}, incident=found,
        statement=statement, saved=saved if saved.isascii() and saved.isdecimal() else "",
        moved=moved_on(words(request), ledger.stands(moved)) if moved else None,
    )  # fmt: skip


def filled_again(
    request: Request, viewer: Viewer, form: FormData, errors: Mapping[str, str]
) -> Response:  # fmt: skip
    """One statement with its form as somebody filled it in, and what to mend beside each field."""
    ledger = ledger_of(request, viewer)
    item = ledger.statement(text(form, "one"))
    report = ledger.report(item.passage.report).reading.report.text
    back = text(form, "next")
    return _shown(
        request, viewer, ledger, [filled_card(item, form, report, errors)], 400,
        kind="statements", asked=asked(QueryParams()), more=False, less=0,
        query={"kind": "statements"}, incident=None, statement=item.statement, saved="",
        back=own_path(back) if back else "",
        here=link("/review", statement=item.statement),
    )  # fmt: skip


def _shown(
    request: Request, viewer: Viewer, ledger: Ledger, shown: list[Card], status: int = 200,
    **given: Any,
) -> Response:  # fmt: skip
    items = [c.item for c in shown]
    reports_found(request, viewer, reports_of(items), "review")
    said = words(request)
    judged = [j for i in items for j in i.judged]
    empty = not items and not counted(request).facets(ledger, Asked()).total
    return page(
        request, viewer, "review.html", status, cards=_held(ledger, viewer, shown),
        once=fresh_once, decided=ledger.decided(judged),
        empty=empty,
        types=sorted(ledger.event_types, key=lambda t: said.label("type", t)),
        **{"back": "", "moved": None, **given},
    )  # fmt: skip


def queued(
    ledger: Ledger, wanted: Asked, kind: Kind, incident: str | None, viewer: Viewer, less: int = 0
) -> Sequence[Item]:
    """One page of the queue and one item more, where there are more; `less` left it meanwhile."""
    chosen = replace(wanted.filter(None), incident=incident)
    offset = max((wanted.page - 1) * _PAGE - less, 0)
    return ledger.queue(chosen, kind, _PAGE + 1, offset, by=viewer.name)


def fresh_once() -> str:
    """A mark for one form: sent twice, it counts once."""
    return secrets.token_urlsafe(16)


def _held(ledger: Ledger, viewer: Viewer, shown: list[Card]) -> list[Card]:
    """The items with who else looks at them just now."""
    if viewer.alone:
        return shown
    held = ledger.team.holders([c.key for c in shown])
    names = {key: name for key, name in held.items() if name != viewer.name}
    return [replace(c, held_by=names.get(c.key, "")) for c in shown]
