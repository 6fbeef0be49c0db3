"""The form in which a statement is edited: what it is filled with, and what was changed in it.

The form carries what it was filled with (`was`), so that the same form always says the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.datastructures import FormData

from riwaya.ledger.judging import CORRECTABLE
from riwaya.ledger.review.items import StatementItem
from riwaya.ledger.ruling import Judgement
from riwaya.views.web.deciding.words import find
from riwaya.views.web.guard.forms import text
from riwaya.views.web.guard.refusals import Refused

Fields = dict[str, Any]
Words = Mapping[str, Sequence[str]]
_PLAIN = ("type", "realis", "polarity", "negates")
_TOLLS = ("killed", "wounded")
_ROLES = {"agents": "agent", "targets": "target"}
_GROUPS = {"days": ("earliest", "latest"), "place": ("place", "latitude", "longitude"),
           **{t: (f"{t}_low", f"{t}_high") for t in _TOLLS}}  # fmt: skip
_LONGEST = 400  # characters of a field
_STALE = "This form is broken. Load the page again and edit there."


def filled(item: StatementItem) -> Fields:
    """What the form is filled with: text for its fields, `start-end` for the words of roles."""
    made: Fields = {f: getattr(item, f) or "" for f in _PLAIN}
    for kind in _TOLLS:
        told = [f for f in item.fillers if f.role == kind]
        ends = (told[0].low, told[0].high) if len(told) == 1 else (None, None)
        made[kind] = ["" if n is None else str(n) for n in ends]
    made["days"] = [d.isoformat() if d else "" for d in (item.earliest, item.latest)]
    where = item.where
    point = (where.latitude, where.longitude) if where else (None, None)
    made["place"] = [where.name if where else "", *("" if n is None else str(n) for n in point)]
    for field, role in _ROLES.items():
        spans = {(f.start, f.end) for f in item.fillers if f.role == role and f.end is not None}
        made[field] = [f"{start}-{end}" for start, end in sorted(spans)]
    return made


def standing_value(judged: Sequence[Judgement]) -> dict[str, Any]:
    """The correction that counts now, as a person gave it; empty where none does."""
    last = [j for j in judged if not j.undone and j.undoes is None][-1:]
    if not last or last[0].decision != "correct":
        return {}
    return {
        k: [[s["start"], s["end"]] for s in v] if k in _ROLES else v
        for k, v in last[0].value.items()
    }


def was(item: StatementItem) -> str:
    """What the form carries of how it was filled, and of the correction that counts now."""
    given = {"fields": filled(item), "value": standing_value(item.judged)}
    return json.dumps(given, ensure_ascii=False)


def correction(form: FormData, report: str, item: StatementItem) -> dict[str, Any]:
    """The correction that a form makes; `report` is the text of the statement's report.

    What counts already stays in it. Raises Refused for what cannot be read.
    """
    fields, value = _was(text(form, "was"))
    given = _given(form, report, item)
    changed = {k for k, v in given.items() if v != fields.get(k)}
    return {**value, **_value({k: v for k, v in given.items() if k in changed})}


def agreed(form: FormData) -> dict[str, Any]:
    """The correction that was shown when somebody accepted a statement; empty without one."""
    return _was(text(form, "was"))[1] if text(form, "was") else {}


def _was(kept: str) -> tuple[Fields, dict[str, Any]]:
    try:
        read = json.loads(kept)
        fields, value = read["fields"], read["value"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Refused(400, _STALE) from None
    if not isinstance(fields, dict) or not isinstance(value, dict) or set(value) - set(CORRECTABLE):
        raise Refused(400, _STALE)
    return fields, value


def _given(form: FormData, report: str, item: StatementItem) -> Fields:
    made: Fields = {f: text(form, f).strip()[:_LONGEST] for f in _PLAIN}
    for group, names in _GROUPS.items():
        made[group] = [text(form, name).strip()[:_LONGEST] for name in names]
    for field in _ROLES:
        spans = {_span(str(v)) for v in form.getlist(field)}
        spans |= set(_typed(text(form, f"{field}_words"), report, item))
        made[field] = [f"{start}-{end}" for start, end in sorted(spans)]
    return made


def _span(given: str) -> tuple[int, int]:
    start, dash, end = given.partition("-")
    if not dash or not all(n.isascii() and n.isdecimal() and len(n) < 10 for n in (start, end)):
        raise Refused(400, f"{given[:30]}: no words of the report. Choose them in its text.")
    return int(start), int(end)


def _typed(typed: str, report: str, item: StatementItem) -> list[tuple[int, int]]:
    found = []
    for words in typed.replace("؛", ";").split(";"):
        if words.strip():
            place = find(report, words, item.passage.evidence)
            if place is None:
                raise Refused(400, f"«{words.strip()[:60]}»: these words are not in the report. "
                              "Type them as they stand there.")  # fmt: skip
            found.append(place)
    return found


def _value(changed: Fields) -> dict[str, Any]:
    """What changed, as the ledger takes it."""
    made: dict[str, Any] = {f: changed[f] for f in ("type", "realis", "polarity") if f in changed}
    if "negates" in changed:
        made["negates"] = changed["negates"] or None
    for kind in _TOLLS:
        if kind in changed:
            made[kind] = [_count(kind, n) for n in changed[kind]]
            if made[kind] == [None, None]:
                raise Refused(400, f"{kind}: give the lowest number, the highest, or both.")
    if "days" in changed:
        made |= {k: d for k, d in zip(_GROUPS["days"], changed["days"], strict=True) if d}
        if not any(changed["days"]):
            raise Refused(400, "earliest: give the first day, the last, or both.")
    if "place" in changed:
        name, *point = changed["place"]
        latitude, longitude = (_degrees(n) for n in point)
        made["place"] = {"name": name, "latitude": latitude, "longitude": longitude}
    for field in _ROLES:
        if field in changed:
            made[field] = [list(_span(s)) for s in changed[field]]
    return made


def _count(kind: str, given: str) -> int | None:
    if given and not (given.isdecimal() and len(given) < 10):
        raise Refused(400, f"{kind}: {given[:20]} is no number of people. Give it in digits.")
    return int(given) if given else None


def _degrees(given: str) -> float:
    try:
        return float(given)
    except ValueError:
        raise Refused(
            400, "place: give its name, and its latitude and longitude in degrees."
        ) from None
