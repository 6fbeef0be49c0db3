"""Items of the queue as the review page shows them: passages cut and marked, forms filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from starlette.datastructures import FormData

from riwaya.ledger.review.items import Filler, Item, NameItem, PairItem, Passage, StatementItem
from riwaya.views.web.deciding.checking import span
from riwaya.views.web.deciding.correction import filled, typed, was
from riwaya.views.web.deciding.decision import key_of
from riwaya.views.web.guard.forms import text
from riwaya.views.web.shown.marked import Segment, passage

_AROUND = 40  # code points beyond which more of the report is to be expected
_ROLES = {"agent": "agents", "target": "targets"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage of a report in segments; `start` is where it begins, in code points."""

    report: str
    outlet: str | None
    published: Any
    start: int
    more: bool  # whether the report goes on
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One item: its key, what is asked, and the passages of its sides.

    `fields`, `was` and `chips` fill the form in which a statement is edited; `chips` are the words
    of each role by their span.
    """

    key: str
    kind: str
    item: Item
    passages: tuple[Shown, ...] = ()
    fields: Mapping[str, Any] | None = None
    was: str = ""
    chips: Mapping[str, Mapping[str, str]] | None = None
    held_by: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)  # by field; of a form shown again
    typed: Mapping[str, str] = field(default_factory=dict)  # what else that form was filled with


def cards(items: Iterable[Item]) -> list[Card]:
    """The items of a queue."""
    return [_card(i) for i in items]


def reports_of(items: Iterable[Item]) -> set[str]:
    """The names of the reports of which items show words."""
    found: set[str] = set()
    for i in items:
        if isinstance(i, StatementItem):
            found.add(i.passage.report)
        elif isinstance(i, PairItem):
            found |= {i.one.passage.report, i.other.passage.report}
    return found


def _card(i: Item) -> Card:
    if isinstance(i, StatementItem):
        return statement_card(i)
    if isinstance(i, PairItem):
        key = key_of("incident", i.one.telling, i.other.telling)
        return Card(key, "pair", i, (shown(i.one.passage), shown(i.other.passage)))
    assert isinstance(i, NameItem)
    return Card(key_of("entity", i.one.handle, i.other.handle), "names", i)


def statement_card(i: StatementItem) -> Card:
    """A statement with its passage and the form in which it is edited."""
    chips = {
        name: {f"{f.start}-{f.end}": f.text for f in i.fillers if f.role == role}
        for role, name in _ROLES.items()
    }
    return Card(
        key_of("statement", i.statement), "statement", i, (shown(i.passage, i.fillers),),
        filled(i), was(i), chips,
    )  # fmt: skip


def filled_card(
    i: StatementItem, form: FormData, report: str, errors: Mapping[str, str]
) -> Card:  # fmt: skip
    """A statement with the form as somebody filled it in; `report` is its report's text."""
    card = statement_card(i)
    given = {
        name: text(form, name) for name in ("why", "decision", "agents_words", "targets_words")
    }
    if given["decision"] != "correct":
        return replace(card, errors=errors, typed=given)
    fields = typed(form, report, i)
    assert card.chips is not None
    chips = {
        role: {**card.chips[role], **{s: _cut(report, s) for s in fields[role]}}
        for role in _ROLES.values()
    }
    return replace(
        card, fields=fields, was=text(form, "was"), chips=chips, errors=errors, typed=given
    )


def _cut(report: str, given: str) -> str:
    start, end = span(given)
    return report[start:end]


def shown(p: Passage, fillers: Iterable[Filler] = ()) -> Shown:
    """A passage with its words marked: the evidence, the deed, and who fills which role."""
    first = min((s.start for s in (p.trigger, *p.evidence)), default=p.start)
    last = max((s.end for s in (p.trigger, *p.evidence)), default=p.start)
    start, end = _whole_words(p, first, last)
    named = [(s.start, s.end, "evidence") for s in p.evidence]
    named += [
        (f.start, f.end, f"r-{f.role}") for f in fillers
        if f.start is not None and f.end is not None
    ]  # fmt: skip
    named.append((p.trigger.start, p.trigger.end, "trigger"))
    cut = p.text[start - p.start : end - p.start]
    return Shown(
        p.report, p.outlet, p.published, start, p.start + len(p.text) - last > _AROUND,
        tuple(passage(cut, start, named)),
    )  # fmt: skip


def _whole_words(p: Passage, first: int, last: int) -> tuple[int, int]:
    """From where to where a passage is shown, without the words that it cuts apart."""
    start, end = p.start, p.start + len(p.text)
    if start > 0:
        while start < first and not p.text[start - p.start].isspace():
            start += 1
    if end - last > _AROUND:
        while end > last and not p.text[end - 1 - p.start].isspace():
            end -= 1
    return start, end
