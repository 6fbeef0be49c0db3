"""How fine a mention says where something is: never finer than its words."""

from __future__ import annotations

from typing import get_args

from riwaya.identity.places.gazetteer import Place
from riwaya.identity.places.spots import Spot
from riwaya.model import Precision

_ORDER: tuple[Precision, ...] = get_args(Precision)  # finest first
_LEVELS: dict[str, Precision] = {
    "site": "exact", "settlement": "exact", "district": "district",
    "governorate": "governorate", "region": "governorate", "country": "country",
}  # fmt: skip
_POINT = 5.0  # km: a point known less well than this is only near


def coarsest(*precisions: str) -> Precision:
    """The coarsest of some precisions or levels of places."""
    return max((_LEVELS.get(p, p) for p in precisions), key=_ORDER.index)  # type: ignore[arg-type]


def of_phrase(spot: Spot) -> Precision:
    """What the words around the name leave of its precision («ريف كذا», «شمالي كذا»)."""
    found: Precision = "exact"
    if spot.chunk.rule == "place-direction" or spot.moved or spot.between:
        found = "near"
    for head in (*spot.heads, *([spot.head] if spot.head else [])):
        found = coarsest(found, head["precision"])
    return found


def of_place(place: Place, spot: Spot, *, measured: bool = False) -> Precision:
    """What the chosen place allows: its level, how well its point is known, its namesakes.

    `measured`: a distance is told from it, so that a town is meant and not the area around it.
    """
    found = _of_region(place) if place.level == "region" else coarsest(place.level)
    if place.level in ("settlement", "site") and place.point and place.accuracy > _POINT:
        found = "near"
    outer = spot.heads[-1] if spot.heads else None
    if outer and outer["kind"] == "country_side" and place.level == "settlement":
        return coarsest(found, "district")
    if not measured and _names_its_area(place, spot):
        return coarsest(found, "district")
    return found


def _of_region(place: Place) -> Precision:
    """By how far the region reaches; one without a point is known by its country only."""
    if place.point is None:
        return "country"
    return next((p for reach, p in _REACHES if place.accuracy <= reach), "country")


_REACHES: tuple[tuple[float, Precision], ...] = (
    (15, "near"), (30, "district"), (120, "governorate")
)  # fmt: skip
"""How far a region may reach, in km, to be as good as each precision."""


def _names_its_area(place: Place, spot: Spot) -> bool:
    """A bare name that is a town's and also its governorate's: the text may mean either."""
    return (
        place.level == "settlement" and spot.head is None
        and any(c.level == "governorate" and c.country == place.country and c.name == place.name
                for c in spot.candidates)
    )  # fmt: skip
