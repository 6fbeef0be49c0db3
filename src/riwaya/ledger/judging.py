"""What a person's judgement does to what a report tells: rejected, or corrected, never lost."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, get_args

from riwaya.ledger.claims import named_tolls
from riwaya.ledger.errors import LedgerError
from riwaya.ledger.handles import words_key
from riwaya.ledger.nouns import Claim, Telling, Toll, Where
from riwaya.ledger.parties import parties
from riwaya.ledger.types import IncidentTypes
from riwaya.ledger.values import ROLES
from riwaya.model import FIRST_DAY, LAST_DAY, FigureKind, Negated, Polarity, Realis

CORRECTABLE = ("type", "realis", "polarity", "negates", "earliest", "latest", "place", "killed",
               "wounded", *ROLES)  # fmt: skip
"""What of a statement can be corrected; `place` is `{"name", "latitude", "longitude"}`, or its
name alone, to be looked up; of the roles `agents` and `targets` all spans of the report:
`[[start, end], …]`, none for nobody."""

_MOST = 1_000_000_000  # people of a toll
_CHOICES = {"realis": get_args(Realis), "polarity": get_args(Polarity),
            "negates": (None, *get_args(Negated))}  # fmt: skip


def check_correction(decision: str, value: Mapping[str, Any], types: IncidentTypes) -> None:
    """Raises LedgerError where a correction corrects nothing, or nothing that can be."""
    unknown = sorted(set(value) - set(CORRECTABLE))
    if unknown or (decision == "correct" and not value):
        fields = ", ".join(CORRECTABLE)
        raise LedgerError(f"{', '.join(unknown) or 'correct'}: correct one of: {fields}.")
    for field, choices in (*_CHOICES.items(), ("type", tuple(types.rows))):
        if field in value and value[field] not in choices:
            known = ", ".join(str(c) for c in choices if c)
            raise LedgerError(f"{value[field]}: no such {field}. Give one of: {known}.")
    try:
        for day in _try(value):
            check_day(day)
    except (KeyError, TypeError, ValueError) as error:
        raise LedgerError(
            "a day is written 2023-05-16, a place has a name, and latitude and longitude in "
            "degrees or neither, "
            "a toll is its lowest and its highest number, an agent or target is where its words "
            "begin and end. Write the correction so."
        ) from error


def check_day(day: date) -> None:
    """Raises LedgerError for a day on which nothing that a ledger tells of happened."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise LedgerError("a day lies in the years 1800 to 2200. Check its year.")


def _try(value: Mapping[str, Any]) -> list[date]:
    """The days of a correction. Raises ValueError and others where it is none."""
    days = [date.fromisoformat(value[k]) for k in ("earliest", "latest") if k in value]
    tolls = [value[k] for k in ("killed", "wounded") if k in value]
    right = days == sorted(days) and all(_is_toll(t) for t in tolls)
    right &= all(_are_spans(value[role]) for role in ROLES if role in value)
    if "place" in value:
        right &= _is_place(value["place"])
    if not right:
        raise ValueError(value)
    return days


def _is_place(given: Any) -> bool:
    if not isinstance(given, Mapping) or not isinstance(given.get("name"), str):
        return False
    ends = [given.get(k) for k in ("latitude", "longitude")]
    if not given["name"].strip() or ends.count(None) == 1:
        return False
    return ends[0] is None or (abs(float(str(ends[0]))) <= 90 and abs(float(str(ends[1]))) <= 180)


def _are_spans(given: Any) -> bool:
    return isinstance(given, (list, tuple)) and all(
        isinstance(span, (list, tuple)) and len(span) == 2
        and all(type(n) is int for n in span) and 0 <= span[0] < span[1]
        for span in given
    )  # fmt: skip


def _is_toll(ends: Any) -> bool:
    if not isinstance(ends, (list, tuple)) or len(ends) != 2:
        return False
    low, high = ends
    whole = all(n is None or (type(n) is int and 0 <= n <= _MOST) for n in ends)
    if not whole or low is high is None:
        return False
    return low is None or high is None or low <= high


def corrected(t: Telling, judged: Mapping[str, tuple[str, str]]) -> Telling | None:
    """A telling after what people said of its claims; None where none of them is left."""
    claims = tuple(_claim(c, judged.get(c.key)) for c in t.claims)
    if all(c.rejected for c in claims):
        return None
    kept = [c for c in claims if not c.rejected]
    placed = [p for c in kept if judged.get(c.key, ("",))[0] == "correct" for p in c.places]
    days = [
        (c.earliest, c.latest) for c in kept
        if judged.get(c.key, ("",))[0] == "correct" and c.earliest and c.latest
    ]  # fmt: skip
    made = replace(t, claims=claims)
    if placed:
        made = replace(made, places=tuple(placed))
    if days:
        made = replace(made, earliest=days[0][0], latest=days[0][1], dated="stated")
    return made


def _claim(c: Claim, judged: tuple[str, str] | None) -> Claim:
    if judged is None or judged[0] == "accept":
        return c
    if judged[0] == "reject":
        return replace(c, rejected=True)
    if judged[0] != "correct":
        return c
    value = json.loads(judged[1] or "{}")
    said: dict[str, Any] = {
        k: value[k] for k in ("type", "realis", "polarity", "negates") if k in value
    }
    said |= {k: date.fromisoformat(value[k]) for k in ("earliest", "latest") if k in value}
    made = replace(c, **said)
    if "earliest" in value or "latest" in value:
        first, last = made.earliest or made.latest, made.latest or made.earliest
        edtf = f"{first}" if first == last else f"{first}/{last}"
        made = replace(made, earliest=first, latest=last, edtf=edtf)
    if "place" in value:
        made = replace(made, places=(_place(value["place"]),))
    if "agents" in value:
        made = replace(made, agents=parties(value["agents"]))
    if "targets" in value:
        targets = parties(value["targets"])
        counted = tuple(t for t in made.tolls if not t.named)
        tolls = (*counted, *named_tolls(made.type, targets))
        made = replace(made, targets=targets, tolls=tolls)
    kinds: tuple[FigureKind, ...] = ("killed", "wounded")
    for kind in kinds:
        if kind in value:
            made = replace(made, tolls=_tolls(made, kind, value[kind]))
    return made


def _place(given: Mapping[str, Any]) -> Where:
    """A corrected place: where a person set it, else where its name was found, else no point."""
    name, found = str(given["name"]), given.get("found") or {}
    if given.get("latitude") is None:
        return Where(name, words_key(name), **found)
    point = float(str(given["latitude"])), float(str(given["longitude"]))
    return Where(
        name, words_key(name), f"set:{point[0]},{point[1]}", *point, "exact",
        found.get("country"), found.get("admin"),
    )  # fmt: skip


def _tolls(c: Claim, kind: FigureKind, ends: Sequence[int | None]) -> tuple[Toll, ...]:
    others = tuple(t for t in c.tolls if t.kind != kind)
    return (*others, Toll(kind, ends[0], ends[1]))
