"""Made-up items of our own sets with readings made by hand, for the tests of what scores them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import tiesets
from riwaya.model import Link, Mention, Reading, Report, Role, Span, Statement

TEXT = "قال المرصد إن الجيش قصف حيان. وأضاف المرصد السوري أن القوات قتلت سعيدا في حيان."


def span(words: str, nth: int = 0) -> Span:
    """The n-th stretch of TEXT with these words."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words), words)


def mention(id: str, words: str, entity: str | None = None, nth: int = 0) -> Mention:
    """A mention of words of TEXT."""
    at = span(words, nth)
    return Mention(id, "group", "name", at.start, at.end, words, entity or f"e-{id}")


MENTIONS = (
    mention("watch", "المرصد", "e-watch"), mention("army", "الجيش", "e-army"),
    mention("town", "حيان"), mention("watch2", "المرصد السوري", "e-watch"),
    mention("part", "السوري", "e-watch"), mention("force", "القوات", "e-army"),
    mention("man", "سعيدا"), mention("town2", "حيان", nth=1),
)  # fmt: skip
SHELLING = Statement(
    "e1", "event", "shelling", (span("قصف"),), span("قصف"),
    attribution=(Link("say", "watch"),), rules=("verb-subject", "said:verb"),
)  # fmt: skip
KILLING = replace(
    SHELLING, id="e2", type="killing", trigger=span("قتلت"), evidence=(span("قتلت"),),
    attribution=(Link("say", "watch2"),),
)  # fmt: skip


def tie(kind: str, type: str, one: str, two: str, **more: Any) -> Statement:
    """A relation, identity or cause between two mentions, or two events."""
    names = {"cause": ("cause", "effect")}.get(kind, ("subject", "object"))
    ends = tuple(
        Role(role, statement=end) if kind == "cause" else Role(role, end)  # type: ignore[arg-type]
        for role, end in zip(names, (one, two), strict=True)
    )
    fields: dict[str, Any] = {"evidence": (Span(0, len(TEXT), TEXT),), "rules": ("made",), **more}
    return Statement(f"{kind}-{one}-{two}", kind, type, roles=ends, **fields)  # type: ignore[arg-type]


def given(
    patch: pytest.MonkeyPatch, item: dict[str, Any], statements: Sequence[Statement]
) -> tiesets.Read:
    """Makes one item with a reading of these statements the whole of every set."""
    report = Report(TEXT, "made", date(2023, 5, 16))
    reading = Reading(report, "riwaya", "0", MENTIONS, (), tuple(statements))
    read = tiesets.Read({"id": "made", "text": TEXT, **item}, reading)
    patch.setattr(tiesets, "read_set", lambda _: (read,))
    return read
