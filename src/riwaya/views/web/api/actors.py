"""Actors as JSON: those most told of, those of a name, one across reports."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.requests import Request

from riwaya.ledger.naming import Call
from riwaya.ledger.who import Name, Person
from riwaya.views.web.api.chosen import Text
from riwaya.views.web.counted import counted
from riwaya.views.web.guard.asking import Reads, ledger_of
from riwaya.views.web.guard.restricted_reads import actor_read

router = APIRouter(tags=["actors"])
_TOP, _FOUND = 100, 60


class Actors(BaseModel):
    """People and groups, each with all names of theirs; `reports` of those most told of counts
    incidents."""

    actors: list[list[Name]]
    most_told: bool
    more: bool


class Actor(BaseModel):
    """Someone across reports, and what reports call them, by kind.

    Titles and descriptions, and the words of all, come from `looked` of `reports` reports.
    """

    person: Person
    calls: list[Call]
    reports: int
    looked: int


@router.get("/actors")
def actors(request: Request, viewer: Reads, q: Text = "") -> Actors:
    """Those whose names have all these words; without words those whom most incidents are about."""
    ledger = ledger_of(request, viewer)
    if q.strip():
        found = ledger.named(q.strip(), most=_FOUND + 1)
        listed = [list(names) for names in found[:_FOUND]]
        return Actors(actors=listed, most_told=False, more=len(found) > _FOUND)
    top = counted(request).actors(ledger, _TOP)
    return Actors(actors=[[n] for n in top], most_told=True, more=len(top) == _TOP)


@router.get("/actor")
def actor(
    request: Request, viewer: Reads,
    handle: Annotated[str, Query(min_length=1, max_length=300, description="As others give it.")],
) -> Actor:  # fmt: skip
    """Whom a handle means: names, who is said to be whom, relations, incidents, look-alikes."""
    person, calls = counted(request).actor(ledger_of(request, viewer), handle)
    actor_read(request, viewer, person, calls)
    return Actor(person=person, calls=list(calls.calls), reports=calls.reports, looked=calls.looked)
