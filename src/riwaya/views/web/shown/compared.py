"""What a judgement would change: the incidents before it beside those after it, row by row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from riwaya.ledger.nouns import Incident
from riwaya.ledger.review.preview import Preview
from riwaya.ledger.ruling import Judgement
from riwaya.views.web.shown.words import Words

MOST = 6  # incidents of each side that a table shows
_NAMES = 8  # of a cell
_Value = Callable[[Incident, Words], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Cell:
    """The values of one row for one incident; `fresh` are those that no other side has."""

    values: tuple[str, ...]
    fresh: frozenset[str]
    more: int  # values that are not shown


@dataclass(frozen=True, slots=True)
class Change:
    """Incidents before and after; each row has a cell for every incident, in their order.

    `left_out` counts the incidents that the table has no room for. `drawn_in` are those that are
    changed and were not chosen, `parts` whether one is split.
    """

    before: tuple[Incident, ...]
    after: tuple[Incident, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    left_out: int
    drawn_in: tuple[Incident, ...] = ()
    parts: bool = False


def changed(preview: Preview, said: Words, j: Judgement) -> Change:
    """What a preview of a judgement shows, those of most reports first; rows that nobody fills
    left out."""
    before, after = _first(preview.before), _first(preview.after)
    left_out = len(preview.before) + len(preview.after) - len(before) - len(after)
    rows = []
    for name, value in ROWS:
        old, new = ([tuple(value(i, said)) for i in side] for side in (before, after))
        if any((*old, *new)):
            was = {v for values in old for v in values}
            now = {v for values in new for v in values}
            cells = (*(_cell(v, now) for v in old), *(_cell(v, was) for v in new))
            rows.append((name, cells))
    return Change(before, after, tuple(rows), left_out, _drawn_in(preview, j), bool(j.parts))


def _drawn_in(preview: Preview, j: Judgement) -> tuple[Incident, ...]:
    """Of a judgement on incidents those that it changes, though nobody chose them."""
    if j.about != "incident":
        return ()
    chosen = {j.one, j.other}
    return tuple(i for i in _first(preview.before) if i.id not in chosen)


def _first(found: Sequence[Incident]) -> tuple[Incident, ...]:
    return tuple(sorted(found, key=lambda i: (-len(i.reports), i.id))[:MOST])


def _cell(values: tuple[str, ...], others: set[str]) -> Cell:
    fresh = [v for v in values if v not in others]
    order = (*fresh, *(v for v in values if v in others))  # what changes is never cut off
    return Cell(order[:_NAMES], frozenset(fresh), max(len(values) - _NAMES, 0))


def _toll(ends: tuple[int | None, int | None] | None, said: Words) -> list[str]:
    return [said.ends(*ends)] if ends else []


def _place(i: Incident, said: Words) -> list[str]:
    if i.where is None:
        return []
    return [said.comma.join(dict.fromkeys(p for p in (i.where.name, i.where.admin) if p))]


def _contested(i: Incident, said: Words) -> list[str]:
    return [
        said.label("field_short", f) for f, s in i.standing.items() if s.standing == "contested"
    ]


ROWS: tuple[tuple[str, _Value], ...] = (
    ("title", lambda i, said: [said.title(i.title)]),
    ("when", lambda i, said: [said.days(i.earliest, i.latest)]),
    ("place", _place),
    ("killed", lambda i, said: _toll(i.killed, said)),
    ("wounded", lambda i, said: _toll(i.wounded, said)),
    ("agent", lambda i, _: i.agents),
    ("target", lambda i, _: i.targets),
    ("grade", lambda i, said: [said.label("grade", i.grade)]),
    ("contested", _contested),
    ("sources", lambda i, _: [a.source.name for a in i.accounts]),
    ("reports", lambda i, _: list(i.reports)),
)
