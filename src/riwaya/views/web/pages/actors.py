"""Actors: those most told of, those of a name, and one with all that reports say of them."""

from __future__ import annotations

import secrets

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from riwaya.views.web.asked import Asked
from riwaya.views.web.counted import counted
from riwaya.views.web.guard.asking import Reads, ledger_of
from riwaya.views.web.guard.restricted_reads import actor_read, network_read
from riwaya.views.web.page import page, to, words
from riwaya.views.web.shown.network import network
from riwaya.views.web.shown.persons import by_kind, pairs, ties
from riwaya.views.web.shown.timeline import timeline

router = APIRouter()
_LONGEST = 300  # characters
_TOP, _FOUND = 100, 60


@router.get("/actors")
def actors(request: Request, viewer: Reads, q: str = "") -> Response:
    """Those of a name, one alone by their own page; without a name those most told of."""
    ledger = ledger_of(request, viewer)
    query = q.strip()[:_LONGEST]
    found = ledger.named(query, most=_FOUND + 1) if query else []
    if len(found) == 1:
        return to("/actor", handle=found[0][0].handle)
    top = [] if query else counted(request).actors(ledger, _TOP)
    return page(
        request, viewer, "actors.html", q=query, found=found[:_FOUND], more=len(found) > _FOUND,
        top=top, most=_TOP,
    )  # fmt: skip


@router.get("/actor")
def actor(request: Request, viewer: Reads, handle: str) -> Response:
    """Someone across reports: names, who is said to be whom, relations, incidents."""
    ledger = ledger_of(request, viewer)
    person, calls = counted(request).actor(ledger, handle[:_LONGEST])
    chosen = Asked(handle=person.handle)
    facets = counted(request).facets(ledger, chosen)
    found = counted(request).network(ledger, chosen)
    drawn = network(found, chosen.query, words(request))
    history = ledger.name_history(person.handle)
    actor_read(request, viewer, person, calls)
    network_read(request, viewer, found, "actor")
    return page(
        request, viewer, "actor.html", person=person, calls=calls, kinds=by_kind(calls.calls),
        pairs=pairs(person.joins), ties=ties(person), asked=chosen, facets=facets,
        timeline=timeline(facets.days, chosen), network=found, shown=drawn,
        incidents=[x.incident for x in ledger.incidents(chosen.filter())],
        history=history, decided=ledger.decided(history), once=lambda: secrets.token_urlsafe(16),
    )  # fmt: skip
