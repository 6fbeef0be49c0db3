"""Who an incident is about: names as lists have them, each with the handle of its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.ledger.handles import words_key
from riwaya.ledger.nouns import Incident

Linked = tuple[str, str]
"""A name and its handle, empty where none of the incident's is of that name."""


def agents(i: Incident) -> list[Linked]:
    """Those who are said to have done it."""
    return _linked(i, "agent", i.agents)


def targets(i: Incident) -> list[Linked]:
    """Those to whom it was done."""
    return _linked(i, "target", i.targets)


def _linked(i: Incident, role: str, names: Sequence[str]) -> list[Linked]:
    known = {handle for its, handle in i.handles if its == role}
    return [(n, next((h for h in _handles(n) if h in known), "")) for n in names]


def _handles(name: str) -> Iterator[str]:
    """What whoever is called so may have as a handle. Descriptions have no page."""
    key = words_key(name)
    yield f"actor:{name}"
    yield f"person:{key.replace(' ', '')}"
    yield f"name:{key}"
