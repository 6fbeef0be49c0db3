"""Decisions as a page lists them: on which persons differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from riwaya.ledger.review.described import Described
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


def parted_over(
    given: Iterable[Judgement], decided: Mapping[int, Described]
) -> frozenset[tuple[str, str]]:  # fmt: skip
    """The statements on which persons differ: the report and the id in its reading of each.

    `decided` says what the judgements are on.
    """
    judged = list(given)
    numbers = differing(judged)
    return frozenset(
        (end.report, end.local) for j in judged
        if j.about == "statement" and j.number is not None and j.number in numbers
        for end in decided.get(j.number, Described()).ends
    )  # fmt: skip
