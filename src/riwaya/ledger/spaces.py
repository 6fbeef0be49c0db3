"""How two places stand to each other: the same, one in the other, near, apart."""

from __future__ import annotations

from riwaya.identity.places.globe import distance
from riwaya.ledger.nouns import Where

SAME, NEAR, APART = 0.5, 3.0, 15.0  # kilometres
_REACH = {"exact": 0.0, "near": 5.0, "district": 40.0, "governorate": 120.0, "country": 1500.0}
_REGION = 400.0  # of a part of a country that is no governorate («شمالي سوريا»)
_COARSE = ("district", "governorate", "country")


def same_place(a: Where, b: Where) -> bool:
    """One entry of the gazetteer at one precision, or one spelling where neither is on the map."""
    if a.id and b.id:
        if a.id == b.id:
            return (a.precision in _COARSE) == (b.precision in _COARSE)
        way = kilometres(a, b)
        return fine(a) and fine(b) and way is not None and way < SAME
    way = kilometres(a, b)
    if way is not None:
        return fine(a) == fine(b) and a.precision == b.precision and way < SAME
    return a.point is None and b.point is None and a.key == b.key


def fine(place: Where) -> bool:
    """Whether it is a point on the map, and no area's."""
    return place.point is not None and place.precision not in _COARSE


def kilometres(a: Where, b: Where) -> float | None:
    """The distance of two points, None where one is not on the map."""
    return distance(a.point, b.point) if a.point and b.point else None


def holds(a: Where, b: Where) -> bool:
    """Whether `a` is an area that `b` lies in, as far as the map tells."""
    if a.precision not in _COARSE:
        return False
    order = list(_REACH)
    if b.precision in _REACH and order.index(b.precision) >= order.index(a.precision):
        return False
    if a.country and b.country and a.country != b.country:
        return False
    if a.precision == "country":
        return bool(a.country and a.country == b.country)
    if a.precision == "governorate" and a.admin and b.admin:
        return a.admin == b.admin
    way = kilometres(a, b)
    reach = _REGION if a.precision == "governorate" and not a.admin else _REACH[a.precision]
    return way is not None and way <= reach


def apart(a: Where, b: Where) -> bool:
    """Whether the two cannot be one place: both on the map, too far for what their words mean."""
    if a.country and b.country and a.country != b.country:
        return True
    if holds(a, b) or holds(b, a):
        return False
    way = kilometres(a, b)
    if way is None:
        return False
    reach = max(_REACH.get(a.precision or "", 0.0), _REACH.get(b.precision or "", 0.0))
    return way > APART + reach
