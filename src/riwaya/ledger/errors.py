"""What goes wrong with a ledger, told to its user."""

from __future__ import annotations


class LedgerError(Exception):
    """The ledger cannot do what was asked; the message says why and what to do."""


class NotFound(LedgerError):
    """Nothing of that id or name is in the ledger."""
