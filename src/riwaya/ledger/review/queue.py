"""What a person should look at next, the most contested and the least certain first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, get_args

from sqlalchemy import Connection

from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.errors import LedgerError
from riwaya.ledger.filters import Filter
from riwaya.ledger.review.differing import statements_differing
from riwaya.ledger.review.items import Item
from riwaya.ledger.review.likely_names import alike
from riwaya.ledger.review.pairs import pairs
from riwaya.ledger.review.statements import statements

Kind = Literal["statements", "pairs", "names"]


def queue(
    connection: Connection, wanted: Filter, kind: str, limit: int, offset: int, by: str,
    groups: Collection[str], rules: Rules,
) -> Sequence[Item]:  # fmt: skip
    """The items of that kind for a person, of a filter's incidents, whatever the filter's limit.

    Raises LedgerError for another kind.
    """
    if kind == "statements" and wanted.review == "differ":
        return statements_differing(connection, wanted, limit, offset, groups, rules)
    if kind == "statements":
        return statements(connection, wanted, limit, offset, by, groups)
    if kind == "pairs":
        return pairs(connection, wanted, limit, offset, by, groups, rules)
    if kind == "names":
        return alike(connection, wanted, limit, offset, by, groups)
    raise LedgerError(f"{kind}: no such queue. Give one of: {', '.join(get_args(Kind))}.")
