"""What `riwaya judge --set KEY=VALUE` says: values as JSON, or as people write them."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from riwaya.cli.base import Usage

_TOLL = re.compile(r"(\d+)(?:\s*(?:(\+)|[-–]\s*(\d+)))?")
_PLACE = re.compile(r"(.+?)\s*,\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)")
_SPANS = re.compile(r"\d+\s*[-–]\s*\d+(?:\s*,\s*\d+\s*[-–]\s*\d+)*|")
_TOLLS = ("killed", "wounded")
_ROLES = ("agents", "targets")


def values(given: Sequence[str]) -> dict[str, Any]:
    """The corrections that `--set` options give; the ledger checks them. Raises Usage.

    A toll is written `3`, `3-5` or `3+`, a place `NAME,LATITUDE,LONGITUDE`, agents and targets
    `25-33,40-48`, or nothing where there is none; all as JSON too.
    """
    made: dict[str, Any] = {}
    for one in given:
        key, sign, said = (part.strip() for part in one.partition("="))
        if not sign or not key:
            raise Usage(f"--set {one}: nothing is set. Give KEY=VALUE, as killed=3.")
        if key in made:
            raise Usage(f"--set {one}: {key} is set twice. Give it once.")
        made[key] = _value(key, said)
    return made


def _value(key: str, said: str) -> Any:
    if key in _TOLLS and (toll := _TOLL.fullmatch(said)):
        low = int(toll[1])
        return [low, None if toll[2] else int(toll[3] or low)]
    if key == "place" and not said.startswith("{") and (place := _PLACE.fullmatch(said)):
        return {"name": place[1], "latitude": float(place[2]), "longitude": float(place[3])}
    if key in _ROLES and _SPANS.fullmatch(said):
        ends = [int(n) for n in re.findall(r"\d+", said)]
        return [list(span) for span in zip(ends[::2], ends[1::2], strict=True)]
    try:
        return json.loads(said)
    except ValueError:
        return said
