"""What the edit form says was changed, as the ledger takes it, or what is wrong with each field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from math import isfinite
from typing import Any

from riwaya.ledger.errors import LedgerError
from riwaya.ledger.judging import check_day
from riwaya.views.web.deciding.wrong import WHOLE, Wrong

Fields = dict[str, Any]
Span = tuple[int, int]
ROLES = ("agents", "targets")
TOLLS = ("killed", "wounded")
_NOTHING = "Nothing was changed. Change a field, or accept the statement."
_NO_NUMBER = "A number of people is written in digits."
_NO_TOLL = "Give the lowest number, the highest, or both."
_TOLL_TURNED = "The lowest number is above the highest. Turn them around."
_NO_DAYS = "Give the first day, the last, or both."
_NO_DAY = "A day is written 2023-05-16."
_FAR_DAY = "A day lies in the years 1800 to 2200. Check its year."
_DAYS_TURNED = "The first day is after the last. Turn them around."
_NO_NAME = "Give the name of the place."
_NO_POINT = "Give both latitude and longitude, or choose the point on the map."
_NO_DEGREES = "Latitude is -90 to 90 degrees, longitude -180 to 180."
_NO_WORDS = "These are no words of the report. Choose them in its text."


def value_of(given: Fields, before: Fields, place_words: str, length: int) -> dict[str, Any]:
    """What a form changed, by fields as the ledger corrects them. Raises Wrong.

    `before` is what it was filled with, `place_words` are the report's for the place, `length` is
    the report's in code points.
    """
    changed = {k: v for k, v in given.items() if v != before.get(k)}
    if not changed:
        raise Wrong({WHOLE: _NOTHING})
    made: dict[str, Any] = {f: changed[f] for f in ("type", "realis", "polarity") if f in changed}
    if "negates" in changed:
        made["negates"] = changed["negates"] or None
    errors: dict[str, str] = {}
    for field, read in _readers(before, place_words, length):
        if field in changed:
            try:
                made |= read(changed[field])
            except ValueError as error:
                errors[field] = str(error)
    if errors:
        raise Wrong(errors)
    return made


_Read = Callable[[Any], dict[str, Any]]


def _readers(before: Fields, place_words: str, length: int) -> Iterator[tuple[str, _Read]]:
    """By field how it is read; each raises ValueError that says what is wrong."""
    yield "days", _days
    yield "place", lambda given: {"place": _place(given, before.get("place"), place_words)}
    for kind in TOLLS:
        yield kind, lambda given, kind=kind: {kind: _toll(given)}  # type: ignore[misc]
    for role in ROLES:
        yield (
            role,
            lambda given, role=role: {  # type: ignore[misc]
                role: [list(_inside(s, length)) for s in given]
            },
        )


def span(given: str) -> Span:
    """A span written `start-end`. Raises ValueError."""
    start, _, end = given.partition("-")
    if not all(n.isascii() and n.isdecimal() and len(n) < 10 for n in (start, end)):
        raise ValueError(_NO_WORDS)
    return int(start), int(end)


def _inside(given: str, length: int) -> Span:
    start, end = span(given)
    if not start < end <= length:
        raise ValueError(_NO_WORDS)
    return start, end


def _toll(given: Sequence[str]) -> list[int | None]:
    if any(n and not (n.isdecimal() and len(n) < 10) for n in given):
        raise ValueError(_NO_NUMBER)
    low, high = (int(n) if n else None for n in given)
    if low is high is None:
        raise ValueError(_NO_TOLL)
    if low is not None and high is not None and low > high:
        raise ValueError(_TOLL_TURNED)
    return [low, high]


def _days(given: Sequence[str]) -> dict[str, str]:
    try:
        ends = [date.fromisoformat(d) for d in given if d]
    except ValueError:
        raise ValueError(_NO_DAY) from None
    if not ends:
        raise ValueError(_NO_DAYS)
    if ends != sorted(ends):
        raise ValueError(_DAYS_TURNED)
    try:
        for day in ends:
            check_day(day)
    except LedgerError:
        raise ValueError(_FAR_DAY) from None
    return {k: d for k, d in zip(("earliest", "latest"), given, strict=True) if d}


def _place(given: Sequence[str], before: Sequence[str] | None, words: str) -> Mapping[str, Any]:
    """A name alone, to be looked up, where the point stayed as it was; else both."""
    name, *point = given
    old_name, *old_point = before or ("", "", "")
    moved = point != old_point and (any(point) or name == old_name)
    name = name or (old_name or words if moved else "")
    if moved:
        latitude, longitude = _degrees(point)
        if name:
            return {"name": name, "latitude": latitude, "longitude": longitude}
    if not name:
        raise ValueError(_NO_NAME)
    return {"name": name}


def _degrees(point: Sequence[str]) -> tuple[float, float]:
    if not all(point):
        raise ValueError(_NO_POINT)
    try:
        latitude, longitude = map(float, point)
    except ValueError:
        raise ValueError(_NO_DEGREES) from None
    if not (isfinite(latitude) and abs(latitude) <= 90 and abs(longitude) <= 180):
        raise ValueError(_NO_DEGREES)
    return latitude, longitude
