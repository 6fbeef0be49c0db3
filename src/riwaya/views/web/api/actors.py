"""Actors as JSON: those most told of, those of a name, one across reports."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel
from starlette.requests import Request

from riwaya.ledger.accounts.identity import Joined
from riwaya.ledger.calling import Name
from riwaya.ledger.likely import Proposal
from riwaya.ledger.naming import Call
from riwaya.ledger.nouns import Voice, Words
from riwaya.ledger.who import Person, Relation
from riwaya.views.web.api import shapes
from riwaya.views.web.api.chosen import Text
from riwaya.views.web.api.counts import judgement_shape
from riwaya.views.web.counted import counted
from riwaya.views.web.guard.asking import Reads, ledger_of
from riwaya.views.web.guard.restricted_reads import actor_read
from riwaya.views.web.shown.decided import differing

router = APIRouter(tags=["actors"])
_TOP, _FOUND = 100, 60


class Actors(BaseModel):
    """People and groups, each with all names of theirs; `reports` of those most told of counts
    incidents."""

    actors: list[list[Name]]
    most_told: bool
    more: bool


class JoinedShape(BaseModel):
    """That a report, or the source it names, says that two names are one, or that they are not.

    `second` is the handle of the name that the words give beside the other, as an alias.
    """

    one: str
    other: str
    same: bool
    names: tuple[str, str]
    voice: Voice
    words: list[Words]
    rule: str
    second: str


class PersonShape(BaseModel):
    """A person or group across reports. `contested` says why its identity is, where it is.

    `incidents` are ids, the latest first; `proposals` are names that look alike, joined by nobody.
    """

    handle: str
    kind: str
    names: list[Name]
    joins: list[JoinedShape]
    contested: str
    relations: list[Relation]
    incidents: list[str]
    proposals: list[Proposal]


class Actor(BaseModel):
    """Someone across reports, and what reports call them, by kind.

    Titles and descriptions, and the words of all, come from `looked` of `reports` reports.
    `judgements` are people's decisions on whether this one is another, in their order;
    `differing` are the numbers of those who differ.
    """

    person: PersonShape
    calls: list[Call]
    reports: int
    looked: int
    judgements: list[shapes.JudgementShape]
    differing: list[int]


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
    ledger = ledger_of(request, viewer)
    person, calls = counted(request).actor(ledger, handle)
    history = ledger.name_history(person.handle)
    actor_read(request, viewer, person, calls)
    return Actor(
        person=_person(person), calls=list(calls.calls), reports=calls.reports,
        looked=calls.looked, judgements=[judgement_shape(j) for j in history],
        differing=sorted(differing(history)),
    )  # fmt: skip


def _person(p: Person) -> PersonShape:
    return PersonShape(
        handle=p.handle, kind=p.kind, names=list(p.names), joins=[_joined(j) for j in p.joins],
        contested=p.contested, relations=list(p.relations), incidents=list(p.incidents),
        proposals=list(p.proposals),
    )  # fmt: skip


def _joined(j: Joined) -> JoinedShape:
    """Without the number that its report has in the database, which counts hidden ones too."""
    return JoinedShape(
        one=j.one, other=j.other, same=j.same, names=j.names, voice=j.voice, words=list(j.words),
        rule=j.rule, second=j.second,
    )  # fmt: skip
