"""What goes wrong with a ledger, told to its user."""

from __future__ import annotations


class LedgerError(Exception):
    """The ledger cannot do what was asked; the message says why and what to do."""


class Unavailable(LedgerError):
    """The database did not answer as it should; the message names its place, for who runs it."""


class TracesLeft(LedgerError):
    """A report is purged, but the database's file could not be overwritten just now."""


class NotFound(LedgerError):
    """Nothing of that id or name is in the ledger."""
