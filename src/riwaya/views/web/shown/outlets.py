"""Outlets side by side as a page shows them: what each tells and omits, and a matrix of some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.ledger.compared import Cell, Compared, Comparison, Short
from riwaya.ledger.outlets import Outlet, Outlets

CHOSEN, MOST = 6, 12
"""How many outlets a matrix has where none are chosen, and at most."""
ROWS = 40
"""Incidents of a matrix on one page."""
LISTED = 100
"""Outlets in the table."""


@dataclass(frozen=True, slots=True)
class Line:
    """One outlet of the table; `listed` is what the tables say of it, `share` a percentage."""

    outlet: Compared
    listed: Outlet | None
    told: int
    omitted: int
    share: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """Incidents by outlets: a cell each, None where an outlet omits it."""

    outlets: tuple[Compared, ...]
    rows: tuple[tuple[Short, tuple[Cell | None, ...]], ...]
    page: int
    pages: int


def chosen_of(
    found: Comparison, keys: Sequence[str], *, by_hand: bool = False
) -> tuple[Compared, ...]:  # fmt: skip
    """The outlets of a matrix: those asked for, in their order, else those that tell most; of who
    chose `by_hand` none, where none were chosen."""
    by_key = {o.key: o for o in found.outlets}
    asked = tuple(by_key[k] for k in dict.fromkeys(keys) if k in by_key)
    return asked[:MOST] if asked or by_hand else found.outlets[:CHOSEN]


def lines(found: Comparison, known: Outlets, chosen: Sequence[Compared]) -> list[Line]:
    """The table's rows."""
    total = len(found.incidents)
    keys = {o.key for o in chosen}
    return [
        Line(o, known.find(o.name, o.url), len(o.cells), total - len(o.cells),
             round(100 * len(o.cells) / total), o.key in keys)
        for o in found.outlets[:LISTED]
    ]  # fmt: skip


def matrix(found: Comparison, chosen: Sequence[Compared], page: int) -> Matrix:
    """One page of the matrix, the last one for a number beyond it: the incidents of which one of
    the chosen tells, newest first."""
    told = [i for i in found.incidents if any(i.id in o.cells for o in chosen)]
    pages = max(-(-len(told) // ROWS), 1)
    page = min(page, pages)
    part = told[(page - 1) * ROWS : page * ROWS]
    rows = tuple((i, tuple(o.cells.get(i.id) for o in chosen)) for i in part)
    return Matrix(tuple(chosen), rows, page, pages)
