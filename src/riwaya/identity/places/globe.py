"""Distances and directions on the globe, in kilometres and degrees."""

from __future__ import annotations

from functools import lru_cache
from math import asin, atan2, cos, degrees, radians, sin, sqrt

_RADIUS = 6371.0  # kilometres, the mean radius of the Earth
Point = tuple[float, float]  # latitude, longitude in degrees, WGS 84


@lru_cache(maxsize=1 << 16)
def distance(a: Point, b: Point) -> float:
    """The great-circle distance of two points in kilometres (haversine)."""
    lat1, lon1, lat2, lon2 = (radians(x) for x in (*a, *b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _RADIUS * asin(min(1.0, sqrt(h)))


def moved(start: Point, bearing: float, kilometres: float) -> Point:
    """The point so far from another, the bearing in degrees clockwise from north."""
    lat, lon, way = radians(start[0]), radians(start[1]), radians(bearing)
    angle = kilometres / _RADIUS
    lat2 = asin(sin(lat) * cos(angle) + cos(lat) * sin(angle) * cos(way))
    lon2 = lon + atan2(sin(way) * sin(angle) * cos(lat), cos(angle) - sin(lat) * sin(lat2))
    return degrees(lat2), (degrees(lon2) + 540) % 360 - 180
