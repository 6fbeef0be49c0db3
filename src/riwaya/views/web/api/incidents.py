"""Incidents as JSON: lists, counts, points for maps, one with its accounts."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter
from starlette.requests import Request

from riwaya.ledger.between import Because
from riwaya.ledger.facets import Counts, Point, Within
from riwaya.views.web.api import shapes
from riwaya.views.web.api.chosen import Chosen, IncidentId, Limit, Page
from riwaya.views.web.counted import counted
from riwaya.views.web.exports.record import heading_record, without_accounts
from riwaya.views.web.guard.asking import Reads, ledger_of
from riwaya.views.web.guard.restricted_reads import between_read, incident_read, incidents_listed
from riwaya.views.web.page import words

router = APIRouter(tags=["incidents"])
_METRES = {"exact": 500, "near": 5_000, "district": 25_000, "governorate": 60_000}
_MOST = 2000


@router.get("/incidents")
def incidents(
    request: Request, viewer: Reads, chosen: Chosen, page: Page = 1, limit: Limit = 30
) -> shapes.Incidents:
    """One page of a selection of incidents, the latest first."""
    ledger = ledger_of(request, viewer)
    wanted = replace(chosen.filter(None), limit=limit, offset=(page - 1) * limit)
    found = [x.incident for x in ledger.incidents(wanted)]
    incidents_listed(request, viewer, [i.id for i in found])
    listed = [shapes.IncidentLine(**heading_record(i)) for i in found]
    total = counted(request).facets(ledger, chosen).total
    return shapes.Incidents(incidents=listed, total=total, page=page, limit=limit)


@router.get("/incidents/{id}")
def incident(request: Request, viewer: Reads, id: IncidentId) -> shapes.IncidentWhole:
    """An incident by its id, or by one that it had, with its accounts and what they come to."""
    ledger = ledger_of(request, viewer)
    found = ledger.incident(id)
    incident_read(request, viewer, found)
    return shapes.IncidentWhole(
        **without_accounts(found), accounts=list(found.accounts),
        tellings=ledger.tellings_of(found.id),
    )  # fmt: skip


@router.get("/incidents/{id}/between")
def between(request: Request, viewer: Reads, id: IncidentId) -> shapes.Between:
    """The relations of those in an incident, its causes and effects, as its reports state them."""
    ledger = ledger_of(request, viewer)
    found = counted(request).between(ledger, ledger.incident(id))
    between_read(request, viewer, found)
    return shapes.Between(
        relations=list(found.relations), causes=[_because(b) for b in found.causes]
    )


@router.get("/facets")
def facets(request: Request, viewer: Reads, chosen: Chosen) -> shapes.Facets:
    """How many incidents of a selection are of each type, country, grade, month and so on."""
    found = counted(request).facets(ledger_of(request, viewer), chosen)
    return shapes.Facets(
        total=found.total, happened=found.happened, types=_counts(found.types),
        countries=_counts(found.countries), grades=_counts(found.grades),
        contested=_counts(found.contested), contested_any=found.contested_any,
        within=_within(found.within), months=_counts(found.months),
        days=_counts(found.days),
    )  # fmt: skip


@router.get("/map")
def points(request: Request, viewer: Reads, chosen: Chosen) -> shapes.Points:
    """The selection as GeoJSON: a point each, with how far off it may be (`radius_m`)."""
    ledger = ledger_of(request, viewer)
    found = ledger.points(chosen.filter(None), most=_MOST)
    incidents_listed(request, viewer, [p.id for p in found])
    said = words(request)
    features = [_feature(p, said.title(p.title)) for p in found]
    left = counted(request).facets(ledger, chosen).total - len(features)
    return shapes.Points(type="FeatureCollection", features=features, not_drawn=left)


def _within(found: Within | None) -> shapes.Within | None:
    if found is None:
        return None
    actors = [
        shapes.ActorCount(handle=a.handle, name=a.name, count=a.incidents) for a in found.actors
    ]
    return shapes.Within(
        actors=actors, outlets=_counts(found.outlets), review=_counts(found.review)
    )


def _counts(counts: Counts) -> list[shapes.Count]:
    return [shapes.Count(value=value, count=n) for value, n in counts]


def _because(b: Because) -> shapes.Because:
    near = [shapes.Titled(id=id, title=title) for id, title in b.incidents]
    return shapes.Because(
        cause=b.cause, effect=b.effect, source=b.source, words=list(b.words), incidents=near
    )


def _feature(p: Point, title: str) -> shapes.PointFeature:
    at = shapes.PointGeometry(type="Point", coordinates=[p.longitude, p.latitude])
    return shapes.PointFeature(
        type="Feature", geometry=at,
        properties=shapes.PointProperties(
            id=p.id, title=title, type=p.type, precision=p.precision,
            radius_m=_METRES.get(p.precision, 0), contested=bool(p.contested),
            happened=p.happened, reports=p.reports, href=f"/incidents/{p.id}",
            earliest=p.earliest, latest=p.latest,
        ),
    )  # fmt: skip
