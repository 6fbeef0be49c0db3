"""Points for maps: each says how far off it may lie, so that no map draws it sharper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from views.web import rough_places
from views.web.conftest import client_on


@pytest.fixture(scope="module")
def features(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """What the map's source answers, by the precision of the place."""
    path: Path = rough_places.make_ledger(tmp_path_factory.mktemp("rough"))
    with client_on(path) as client:
        answer = client.get("/api/v1/map")
    assert answer.status_code == 200
    assert answer.json()["not_drawn"] == 1  # the one of which only the country is known
    found: dict[str, list[dict[str, Any]]] = {}
    for feature in answer.json()["features"]:
        found.setdefault(feature["properties"]["precision"], []).append(feature)
    return found


@pytest.mark.parametrize(("precision", "least", "most"), [
    ("exact", 0, 1_000), ("near", 1_000, 10_000), ("district", 10_000, 50_000),
    ("governorate", 50_000, 200_000),
])  # fmt: skip
def test_a_point_says_within_how_many_metres_it_may_lie(
    features: dict[str, list[dict[str, Any]]], precision: str, least: int, most: int
) -> None:
    (feature,) = features[precision]
    assert least < feature["properties"]["radius_m"] <= most


def test_the_coarser_a_place_the_wider_its_radius(
    features: dict[str, list[dict[str, Any]]],
) -> None:
    order = ("exact", "near", "district", "governorate")
    radii = [f["properties"]["radius_m"] for p in order for f in features[p]]
    assert radii == sorted(set(radii))


def test_a_country_is_no_point(features: dict[str, list[dict[str, Any]]]) -> None:
    assert features.keys() == {"exact", "near", "district", "governorate"}
