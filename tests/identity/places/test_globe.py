"""Distances and directions on the globe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.identity.places.globe import distance, moved

ALEPPO, DAMASCUS = (36.2, 37.16), (33.51, 36.29)


def test_two_cities() -> None:
    assert distance(ALEPPO, DAMASCUS) == pytest.approx(309, abs=5)
    assert distance(ALEPPO, ALEPPO) == 0


@given(st.floats(-60, 60), st.floats(-180, 179.9), st.floats(0, 359.9), st.floats(0.1, 900))
def test_what_is_moved_lies_so_far_away(lat: float, lon: float, way: float, far: float) -> None:
    there = moved((lat, lon), way, far)
    assert distance((lat, lon), there) == pytest.approx(far, rel=1e-4)
    assert -180 <= there[1] <= 180


@pytest.mark.parametrize(("way", "lat", "lon"), [(0, 1, 0), (90, 0, 1), (180, -1, 0), (270, 0, -1)])
def test_the_bearing_is_clockwise_from_north(way: float, lat: int, lon: int) -> None:
    there = moved((0.0, 0.0), way, 100)
    assert (round(there[0]), round(there[1])) == (lat, lon)
