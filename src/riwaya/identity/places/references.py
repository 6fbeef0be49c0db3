"""Every place mention of a report with what it says of where, no finer than its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from riwaya.detection.distances import Offset, offset_of
from riwaya.detection.text import Text
from riwaya.frames.view import View
from riwaya.identity.places.choose import Weights, choose, shares
from riwaya.identity.places.gazetteer import Gazetteer
from riwaya.identity.places.globe import moved
from riwaya.identity.places.precision import coarsest, of_phrase, of_place
from riwaya.identity.places.spots import Spot, spots
from riwaya.model import PlaceReference, Precision

if TYPE_CHECKING:
    from riwaya.frames.statements import Mentions


@dataclass(frozen=True, slots=True)
class Located:
    """The place references of a report by mention, and what share of it tells of each country."""

    references: Mapping[str, PlaceReference]
    countries: Mapping[str, float]


def locate(
    mentions: Mentions, views: list[View], text: Text, gazetteer: Gazetteer, w: Weights
) -> Located:
    """Where the places of a report lie; a place that no table knows has no point."""
    found = spots(mentions, views, text, gazetteer)
    votes = countries(text, views, found)
    choose(found, votes, w)
    offsets = _offsets(text, views)
    references = {
        s.mention: _reference(s, offsets.get(id(s.chunk)), gazetteer)
        for s in found
        if s.candidates or s.chunk.proper or s.moved
    }
    return Located(references, shares(votes, found))


def countries(text: Text, views: list[View], found: list[Spot]) -> Mapping[str, float]:
    """How often a report names each country, or what is of it, by ISO code."""
    votes: Counter[str] = Counter()
    for v in views:
        for chunk in v.chunks:
            if chunk.table.startswith("actors") and chunk.row.get("country"):
                votes[chunk.row["country"]] += 1
        for i in range(v.sentence.first, v.sentence.last):
            hit = text.infos[i].first("countries")
            if hit is not None:
                votes[hit.form.row["iso"]] += 1
    for spot in found:
        codes = {c.country for c in spot.candidates}
        if len(codes) == 1 and "" not in codes and spot.candidates[0].level != "country":
            votes[codes.pop()] += 1
    return votes


def _offsets(text: Text, views: list[View]) -> dict[int, Offset]:
    """Distances from a place, by the place phrase they belong to."""
    found: dict[int, Offset] = {}
    for v in views:
        for chunk in v.chunks:
            if chunk.kind == "place":
                offset = offset_of(text, chunk, v.sentence.first, v.sentence.last)
                if offset is not None:
                    found[id(chunk)] = offset
    return found


def _reference(spot: Spot, offset: Offset | None, gazetteer: Gazetteer) -> PlaceReference:
    said = of_phrase(spot)
    place = spot.chosen
    if place is None:
        return _unknown(spot, said)
    precision = coarsest(said, of_place(place, spot, measured=offset is not None))
    point = place.point
    if point is None and place.level not in ("country", "region"):
        parent = gazetteer.parent(place)
        if parent is not None:
            point = parent.point
            precision = coarsest(precision, parent.level)
    if point is not None and offset is not None:
        precision = coarsest(precision, "near")
        if offset.bearing is not None:
            point = moved(point, offset.bearing, offset.kilometres)
    return PlaceReference(
        precision, None if spot.moved else place.id, place.country or None,
        place.governorate or None, *_degrees(point), name=place.name,
        district=place.name if place.level == "district" else place.district or None,
    )  # fmt: skip


_PARTS = frozenset({"quarter", "facility"})
"""Kinds of heads whose place is a part of the town it is said to lie in."""


def _degrees(point: tuple[float, float] | None) -> tuple[float | None, float | None]:
    return (round(point[0], 4), round(point[1], 4)) if point else (None, None)


def _unknown(spot: Spot, said: Precision) -> PlaceReference:
    """A place that no table knows, or that the report does not settle: what surely holds of it."""
    around = next((s.chosen for s in (*spot.within, *spot.shared) if s.chosen), None)
    if around is not None:
        part = around.level == "settlement" and (spot.head or {}).get("kind") in _PARTS
        return PlaceReference(
            coarsest(said, "near") if part else said, None,
            around.country or None, around.governorate or None,
            *_degrees(around.point if part else None),
        )  # fmt: skip
    shared = {(c.country, c.governorate) for c in spot.candidates if not spot.generic}
    codes = {c for c, _ in shared}
    return PlaceReference(
        coarsest(said), None, codes.pop() if len(codes) == 1 else None,
        next(iter(shared))[1] or None if len(shared) == 1 else None,
    )  # fmt: skip
