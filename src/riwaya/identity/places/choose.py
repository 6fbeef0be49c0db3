"""Of several places with one name, the one that the report means.

Takes: the spots of a report and what it says of countries. Gives: their `chosen` places.
Never: chooses where candidates far apart are about equally likely.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import exp, log10

from riwaya.detection.letters import key
from riwaya.identity.places.gazetteer import Place
from riwaya.identity.places.globe import distance
from riwaya.identity.places.spots import Spot
from riwaya.model import Row

Weights = Mapping[str, float]
_SURELY_APART = -0.9
_CLOSE = 0.4  # nearness of a town to the chief town of its governorate
_COMPANY = 100  # places of a report that a place is held against
_ROUNDS = 3  # each round sees what the one before chose for the other places
_NEAR = 40.0  # km: the distance at which nearness to another place has fallen to 1/e
_ALONE = 2.0  # degrees of latitude, which leave less than a hundredth of nearness
_BESIDE = 80.0  # km: nobody measures a place from one farther away
_NEXT_DOOR = 30.0  # km from a governorate's seat at which a place of the next one may lie
_INSIDE = 35.0  # km: within a town's surroundings
_KNOWN = 100_000  # people: a town so large is named without its country
_APART = 30.0  # km: candidates nearer than this are told apart by nobody
_FIT: dict[str, frozenset[str]] = {
    "settlement": frozenset({"settlement"}),
    "quarter": frozenset({"site", "settlement"}),
    "facility": frozenset({"site"}),
    "line": frozenset({"site", "region", "settlement"}),
    "natural": frozenset({"site", "region"}),
    "governorate": frozenset({"governorate"}),
    "district": frozenset({"district"}),
    "country": frozenset({"country"}),
    "country_side": frozenset({"governorate", "settlement", "district"}),
    "area": frozenset({"governorate", "district", "settlement", "site", "region"}),
}


def weights(rows: tuple[Row, ...]) -> Weights:
    """The weights of a lexicon's `place_weights` by feature."""
    return {row["feature"]: float(row["weight"]) for row in rows}


def choose(spots: list[Spot], votes: Mapping[str, float], w: Weights) -> None:
    """Sets the `chosen` place of every spot, where one leads.

    `votes` are how often the report names each country, by code; chosen places vote too.
    """
    for _ in range(_ROUNDS):
        countries = shares(votes, spots)
        told = list({s.chosen.id: s.chosen for s in spots if s.chosen}.values())
        around: _Around = {}
        for spot, best in [(s, _best(s, told, around, countries, w)) for s in spots]:
            spot.chosen = best


def shares(votes: Mapping[str, float], spots: list[Spot]) -> Mapping[str, float]:
    """How much of what a report names is of each country, chosen places included; adds up to 1."""
    found = Counter(votes)
    found.update(s.chosen.country for s in spots if s.chosen and s.chosen.country)
    total = found.total()
    return {code: count / total for code, count in found.items()} if total else {}


_Company = tuple[float, bool]  # nearness to the nearest other place; one in its governorate
_Around = dict[tuple[str, ...], list[_Company]]  # by the ids of candidates, which repeat


def _best(
    spot: Spot, told: list[Place], around: _Around, countries: Mapping[str, float], w: Weights
) -> Place | None:
    """The place that a spot means, given those that the others were last taken for."""
    if spot.generic and all(_stated(c, spot) <= 0 for c in spot.candidates):
        return None  # «المدينة» is the one told of before
    if len(spot.candidates) < 2:
        return _sole(spot, countries)
    ids = tuple(c.id for c in spot.candidates)
    company = around.get(ids)
    if company is None:
        company = around[ids] = _company(spot.candidates, told)
    scored = sorted(
        (
            (_score(c, spot, others, countries, w), c.population, c.id, c)
            for c, others in zip(spot.candidates, company, strict=True)
        ),
        reverse=True,
    )
    best = scored[0]
    for other in scored[1:]:
        if best[0] - other[0] < w["margin"] and _far(best[3], other[3]):
            return None
    return None if _foreign(best[3], countries) or _elsewhere(best[3], spot) else best[3]


def _sole(spot: Spot, countries: Mapping[str, float]) -> Place | None:
    """The only place of a name, unless the report says that it means one elsewhere."""
    for place in spot.candidates:
        return None if _elsewhere(place, spot) or _foreign(place, countries) else place
    return None


def _elsewhere(place: Place, spot: Spot) -> bool:
    return _stated(place, spot) <= _SURELY_APART


def _foreign(place: Place, countries: Mapping[str, float]) -> bool:
    """A small place of a country that the report does not name, while it names others."""
    small = place.level in ("settlement", "site", "district") and place.population < _KNOWN
    return small and bool(countries) and place.country not in countries


def _far(a: Place, b: Place) -> bool:
    """Whether it matters which of two is meant; a town lies in the governorate called after it."""
    areas = {"governorate", "district"}
    if {a.level, b.level} & areas and (a.country, a.governorate) == (b.country, b.governorate):
        return False
    if a.point is None or b.point is None:
        return (a.country, a.governorate) != (b.country, b.governorate)
    return distance(a.point, b.point) > _APART


def _company(candidates: tuple[Place, ...], told: list[Place]) -> list[_Company]:
    """For each candidate how near the report's other places are, and whether one is around it."""
    names = {c.name for c in candidates}
    others = [o for o in told[:_COMPANY] if o.name not in names and o.level != "country"]
    homes = {(o.country, o.governorate) for o in others}
    return [
        (
            max((_nearness(c, other) for other in others), default=0.0),
            bool(c.governorate) and (c.country, c.governorate) in homes,
        )
        for c in candidates
    ]


def _score(
    place: Place, spot: Spot, company: _Company, countries: Mapping[str, float], w: Weights
) -> float:
    fit, stated = _fit(place, spot), _stated(place, spot)
    near, same = company
    return (
        w["head_fits"] * max(fit, 0.0) + w["head_differs"] * max(-fit, 0.0)
        + w["stated_within"] * max(stated, 0.0) + w["stated_apart"] * max(-stated, 0.0)
        + w["country_named"] * countries.get(place.country, 0.0)
        + w["same_governorate"] * same
        + w["near_others"] * near
        + w["population"] * min(1.0, log10(1 + place.population) / 7)
        + w.get(place.level, 0.0)
        + w["seat"] * _is_seat(place, spot)
        + w["main_name"] * (key(place.name) == " ".join(spot.keys))
        + w.get(f"country {place.country}", 0.0)
    )  # fmt: skip


def _is_seat(place: Place, spot: Spot) -> bool:
    """Whether a town has a governorate or district called after it."""
    return place.level in _TOWN_AND_AREA and {"settlement"} < {
        c.level for c in spot.candidates
        if c.country == place.country and (c.point is None or place.point is None
                                           or distance(c.point, place.point) < _BESIDE)
    }  # fmt: skip


_TOWN_AND_AREA = frozenset({"settlement", "governorate", "district"})


def _fit(place: Place, spot: Spot) -> float:
    """1 where the head says the place's kind, -1 where it says another, 0 without a head."""
    head = spot.head or (spot.heads[-1] if spot.heads else None)
    if head is None:
        return _bare_fit(place, spot)
    kind = head["precision"] if head["kind"] == "admin" else head["kind"]
    fits = _FIT.get(kind)
    if fits is None or spot.head is None:
        return 0.5 * (kind == "country_side" and place.level == "governorate")
    if place.level not in fits:
        return -0.4 if kind == "district" and place.level == "settlement" else -1.0
    if kind == "country_side":
        return 1.0 if place.level == "governorate" else 0.5
    if kind == "area":
        return 0.6 if place.level in ("governorate", "district") else 0.5
    exact = (kind == "quarter") == (place.kind == "quarter")
    return 1.0 if exact else 0.6


def _bare_fit(place: Place, spot: Spot) -> float:
    """What a name without a head may be: what holds towns is a governorate, quarters a town."""
    if spot.border:
        return float(place.level == "country")
    held = {
        c.level
        for inner in spot.holds
        for c in ([inner.chosen] if inner.chosen else inner.candidates)
    }
    if held & {"settlement", "district"}:
        return 0.8 * (place.level == "governorate")
    return 0.5 * (place.level == "settlement") if "site" in held else 0.0


def _stated(place: Place, spot: Spot) -> float:
    """1 where it lies in what the report says, -1 where it lies elsewhere, 0 if nothing is said."""
    found = 0.0
    for outers, relation in ((spot.within, lies_in), (spot.beside, lies_beside)):
        for outer in outers:
            for around in [outer.chosen] if outer.chosen else outer.candidates:
                value = relation(place, around)
                if value > 0:
                    return 1.0
                found = min(found, value)
    shared = [p for s in spot.shared for p in ([s.chosen] if s.chosen else s.candidates)]
    return 1.0 if any(lies_in(place, p) > 0 for p in shared) else found


def lies_in(place: Place, around: Place) -> float:
    """1 where a place lies in or right at another, -1 where it does not, 0 where unknown."""
    if around.country and place.country and place.country != around.country:
        return -1.0
    if around.level == "country":
        return 1.0
    if around.level == "governorate":
        if not place.governorate:
            return 0.0
        if around.admin == place.governorate != around.name:  # «قطاع غزة» over «خان يونس»
            near = _nearness(place, around)
            return 1.0 if near > _CLOSE else 0.0
        if place.governorate == around.name:
            return 1.0
        if place.point and around.point and distance(place.point, around.point) <= _NEXT_DOOR:
            return 0.0  # «جنوب لبنان» is more than one governorate
        return -1.0
    if around.level == "district" and place.district:
        return 1.0 if place.district == around.name else -0.5
    if place.point and around.point:
        far = distance(place.point, around.point)
        reach = _INSIDE * (4 if around.level == "region" else 1)
        return 1.0 if far <= reach else -1.0 if far > 2.5 * reach else 0.0
    return _same_governorate(place, around)


def lies_beside(place: Place, near: Place) -> float:
    """1 where a place may be measured from another, -1 where they are too far apart."""
    if place.point and near.point:
        far = distance(place.point, near.point)
        return max(-1.0, 1.0 - far / _BESIDE)
    return _same_governorate(place, near)


def _same_governorate(a: Place, b: Place) -> float:
    if not (a.governorate and b.governorate):
        return 0.0
    return 0.5 if (a.country, a.governorate) == (b.country, b.governorate) else -1.0


def _nearness(place: Place, other: Place) -> float:
    if place.point is None or other.point is None:
        return 0.0
    if abs(place.point[0] - other.point[0]) > _ALONE:
        return 0.0
    return exp(-distance(place.point, other.point) / _NEAR)
