"""What many reports say of what happened, kept, grouped and weighed.

Takes: reports and a reader, tables, people's judgements.
Gives: incidents, the accounts of each, and where each of its fields stands.
Never: reads text by itself, or changes what was added.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from riwaya.ledger.errors import LedgerError, NotFound
    from riwaya.ledger.store import Ledger

__all__ = ["Ledger", "LedgerError", "NotFound"]


def __getattr__(name: str) -> Any:
    """The public names, loaded when they are asked for: a database is no light import."""
    if name == "Ledger":
        return import_module("riwaya.ledger.store").Ledger
    if name in ("LedgerError", "NotFound"):
        return getattr(import_module("riwaya.ledger.errors"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
