"""The agents and targets of a claim as a person corrected them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from riwaya.ledger.nouns import Party
from riwaya.model import Span

Record = Mapping[str, Any]


def parties(kept: Sequence[Record]) -> tuple[Party, ...]:
    """The parties that a resolved correction keeps."""
    return tuple(
        Party(
            p["handle"], p["text"], p["kind"], p["form"], None, p["called"], p["of"],
            Span(p["start"], p["end"], p["text"]),
        )
        for p in kept
    )  # fmt: skip
