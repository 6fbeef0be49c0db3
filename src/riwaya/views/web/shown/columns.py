"""Which of an incident's accounts a page has columns for: all of a few, of very many a part."""

from __future__ import annotations

import re
from dataclasses import dataclass

from riwaya.ledger.nouns import Account, Incident
from riwaya.views.web.guard.refusals import Refused

MOST = 50
"""Columns of one page."""
ALL = "all"
"""What an address asks for to have every account on one page, however long it gets."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A part of the accounts. `first` and `last` count from 1."""

    accounts: tuple[Account, ...]
    first: int
    total: int

    @property
    def last(self) -> int:
        """The number of the last account shown."""
        return self.first + len(self.accounts) - 1

    @property
    def parted(self) -> bool:
        """Whether some accounts are not on the page."""
        return len(self.accounts) < self.total

    @property
    def before(self) -> int | None:
        """The first account of the part before."""
        return max(self.first - MOST, 1) if self.first > 1 else None

    @property
    def after(self) -> int | None:
        """The first account of the part after."""
        return self.last + 1 if self.last < self.total else None


def columns(i: Incident, wanted: str) -> Columns:
    """The accounts from a number on, or `all`. Raises Refused for what is neither."""
    total = len(i.accounts)
    if wanted == ALL:
        return Columns(i.accounts, 1, total)
    if not re.fullmatch("[0-9]{1,6}", wanted or "1") or int(wanted or "1") < 1:
        raise Refused(400, f"accounts: {wanted[:20]} is no number of an account. Give 1 or more.")
    first = min(int(wanted or "1"), max(total, 1))
    return Columns(i.accounts[first - 1 : first - 1 + MOST], first, total)
