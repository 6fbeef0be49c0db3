"""Decisions as a page lists them: on which persons differ."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.ledger.review.said import differ, last_words
from riwaya.ledger.ruling import Judgement


def differing(given: Iterable[Judgement]) -> frozenset[int]:
    """The numbers of the last words of persons who differ on one thing."""
    on: dict[tuple[str, str, str | None], list[Judgement]] = {}
    for j in given:
        on.setdefault((j.about, j.one, j.other), []).append(j)
    found: set[int] = set()
    for judged in on.values():
        if differ(judged):
            found |= {j.number for j in last_words(judged).values() if j.number is not None}
    return frozenset(found)
