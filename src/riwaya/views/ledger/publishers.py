"""Outlets as text: who they are, and which of a ledger's reports they published."""

from __future__ import annotations

from riwaya.ledger.outlets import Outlet
from riwaya.views.ledger.said import count
from riwaya.views.visible import one_line


def line(name: str, reports: int, outlet: Outlet | None, *, own: bool) -> str:
    """One outlet of a ledger on one line."""
    if outlet is None:
        return one_line(f"{name} · {count(reports, 'report')} · in no table of outlets")
    parts = [
        name,
        count(reports, "report"),
        f"is {outlet.name}" if outlet.name != name else "",
        outlet.kind.replace("_", " "),
        f"side {outlet.side}" if outlet.side else "",
        outlet.country,
        f"relays {outlet.relays}" if outlet.relays else "",
        f"speaks for {outlet.actor}" if outlet.actor else "",
        "own row" if own else "",
    ]
    return one_line(" · ".join(filter(None, parts)))
