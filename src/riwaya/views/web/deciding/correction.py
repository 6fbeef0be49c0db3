"""The form in which a statement is edited: what it is filled with, and what was changed in it.

The form carries what it was filled with (`was`), so that the same form always says the same.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from starlette.datastructures import FormData

from riwaya.ledger.judging import CORRECTABLE
from riwaya.ledger.review.items import StatementItem
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.values import bare
from riwaya.views.web.deciding.checking import ROLES, TOLLS, Fields, span, value_of
from riwaya.views.web.deciding.words import find
from riwaya.views.web.deciding.wrong import WHOLE, Wrong
from riwaya.views.web.guard import characters
from riwaya.views.web.guard.forms import text
from riwaya.views.web.guard.refusals import Refused

_PLAIN = ("type", "realis", "polarity", "negates")
_ROLES = {"agents": "agent", "targets": "target"}
_GROUPS = {"days": ("earliest", "latest"), "place": ("place", "latitude", "longitude"),
           **{t: (f"{t}_low", f"{t}_high") for t in TOLLS}}  # fmt: skip
_LONGEST = 400  # characters of a field
_STALE = "This form is broken. Load the page again and edit there."


def filled(item: StatementItem) -> Fields:
    """What the form is filled with: text for its fields, `start-end` for the words of roles."""
    made: Fields = {f: getattr(item, f) or "" for f in _PLAIN}
    for kind in TOLLS:
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
    return bare(last[0].value)


def was(item: StatementItem) -> str:
    """What the form carries of how it was filled, and of the correction that counts now."""
    given = {"fields": filled(item), "value": standing_value(item.judged)}
    return json.dumps(given, ensure_ascii=False)


def correction(form: FormData, report: str, item: StatementItem) -> dict[str, Any]:
    """The correction that a form makes; `report` is the text of the statement's report.

    What counts already stays in it. Raises Wrong for what cannot be read, field by field.
    """
    fields, value = _was(text(form, "was"))
    given, errors = _given(form, report, item)
    words = next((f.text for f in item.fillers if f.role == "place"), "")
    try:
        changed = value_of(given, fields, words, len(report))
    except Wrong as wrong:
        errors = {**({} if errors and WHOLE in wrong.errors else wrong.errors), **errors}
    if errors:
        raise Wrong(errors)
    return {**value, **changed}


def typed(form: FormData, report: str, item: StatementItem) -> Fields:
    """What somebody filled the form with, as `filled` gives it: to be shown again."""
    return _given(form, report, item)[0]


def agreed(form: FormData) -> dict[str, Any]:
    """The correction that was shown when somebody accepted a statement; empty without one."""
    return _was(text(form, "was"))[1] if text(form, "was") else {}


def _was(kept: str) -> tuple[Fields, dict[str, Any]]:
    try:
        read = json.loads(kept)
        fields, value = read["fields"], read["value"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Refused(400, _STALE) from None
    characters.check((fields, value))  # which may stand there in escapes
    if not _is_filling(fields) or not isinstance(value, dict) or set(value) - set(CORRECTABLE):
        raise Refused(400, _STALE)
    return fields, value


def _is_filling(fields: Any) -> bool:
    """Whether something is what `filled` gives."""
    wanted = {*_PLAIN, *_ROLES, *_GROUPS}
    return (
        isinstance(fields, dict) and fields.keys() == wanted
        and all(_is_field(field, given) for field, given in fields.items())
    )  # fmt: skip


def _is_field(field: str, given: Any) -> bool:
    if field in _PLAIN:
        return isinstance(given, str)
    texts = isinstance(given, list) and all(isinstance(one, str) for one in given)
    return texts and (field in _ROLES or len(given) == len(_GROUPS[field]))


def _given(
    form: FormData, report: str, item: StatementItem
) -> tuple[Fields, dict[str, str]]:  # fmt: skip
    """The fields of a form, and what is wrong with the words that were typed for roles."""
    made: Fields = {f: text(form, f).strip()[:_LONGEST] for f in _PLAIN}
    for group, names in _GROUPS.items():
        made[group] = [text(form, name).strip()[:_LONGEST] for name in names]
    errors: dict[str, str] = {}
    for field in ROLES:
        try:
            spans = {span(str(v)) for v in form.getlist(field)}
            spans |= set(_typed(text(form, f"{field}_words"), report, item))
        except ValueError as error:
            spans, errors[field] = _readable(form, field), str(error)
        made[field] = [f"{start}-{end}" for start, end in sorted(spans)]
    return made, errors


def _readable(form: FormData, field: str) -> set[tuple[int, int]]:
    found = set()
    for given in form.getlist(field):
        with suppress(ValueError):
            found.add(span(str(given)))
    return found


def _typed(typed: str, report: str, item: StatementItem) -> list[tuple[int, int]]:
    found = []
    for words in typed.replace("؛", ";").split(";"):
        if words.strip():
            place = find(report, words, item.passage.evidence)
            if place is None:
                raise ValueError(f"«{words.strip()[:60]}»: these words are not in the report. "
                                 "Type them as they stand there.")  # fmt: skip
            found.append(place)
    return found
