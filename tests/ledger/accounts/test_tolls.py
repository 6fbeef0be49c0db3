"""Tolls: what counts once, what adds up, what excludes what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger.accounts.account_helper import claim

from riwaya.ledger.accounts import tolls
from riwaya.ledger.nouns import Claim, Toll
from riwaya.model import Span

_END = st.integers(0, 60)
_RANGES = st.tuples(_END, _END).map(lambda r: (min(r), max(r)))


def _killed(low: int | None, high: int | None = None, group: str = "", **more: bool) -> Toll:
    return Toll("killed", low, low if high is None else high, group=group, **more)


def _range(*said: Toll) -> tuple[int | None, int | None] | None:
    found = tolls.count([claim(t) for t in said], "killed")
    return None if found is None else (found.low, found.high)


def test_what_is_told_twice_counts_once() -> None:
    assert _range(_killed(5), _killed(5)) == (5, 5)
    assert _range(_killed(5), _killed(7)) == (7, 7)


def test_figures_of_different_groups_add_up() -> None:
    assert _range(_killed(2, group="actor:a"), _killed(4, group="actor:b")) == (6, 6)


def _told(text: str, *said: tuple[int, str, str]) -> Claim:
    """A killing told in these words: number, words that count, group."""
    tolls_ = (Toll("killed", n, n, counted=counted, group=group) for n, counted, group in said)
    return claim(*tolls_, evidence=(Span(0, len(text), text),))


_BOTH = _told(
    "قتلوا 84 من المرتزقة و47 جندياً", (84, "84 من المرتزقة", "actor:a"), (47, "47 جندياً", "")
)


@pytest.mark.parametrize(
    ("claims", "killed"),
    [
        ((_BOTH,), 131),
        ((_told("مقتل 20 من التنظيم و 7 شرطيين", (20, "20 من التنظيم", ""),
                (7, "7 شرطيين", "fighters")),), 27),
        ((_told("قُتل 5 من الحركة في البلدة و12 جندياً", (5, "5 من الحركة", "fighters"),
                (12, "12 جندياً", "")),), 17),
        ((_told("5 من المرتزقة و5 مقاتلين", (5, "5 من المرتزقة", "actor:a"),
                (5, "5 مقاتلين", "fighters")),), 10),
        ((_BOTH, _told("مقتل 84 مرتزقاً", (84, "84 مرتزقاً", ""))), 131),
        ((_BOTH, _told("مقتل 47 من الجيش", (47, "47 من الجيش", "actor:b"))), 131),
        ((_BOTH, _told("قُتل 131 شخصاً", (131, "131 شخصاً", ""))), 131),
        ((_BOTH, _told("قُتل 140 شخصاً", (140, "140 شخصاً", ""))), 140),
        ((_BOTH, _told("مقتل 86 من المرتزقة و47 جندياً", (86, "86 من المرتزقة", "actor:a"),
                       (47, "47 جندياً", ""))), 133),
        ((_told("قُتل 47 شخصاً، ثلاثون من الحركة و17 جندياً", (47, "47 شخصاً", ""),
                (17, "17 جندياً", "fighters")),), 47),
    ],
)  # fmt: skip
def test_who_is_joined_to_a_group_is_another(claims: tuple[Claim, ...], killed: int) -> None:
    """«84 من المرتزقة و47 جندياً» counted 84: the second figure passed for their whole."""
    for order in (claims, claims[::-1]):
        found = tolls.count(order, "killed")
        assert found is not None
        assert (found.low, found.high) == (killed, killed)


def test_groups_are_in_a_whole_that_holds_them() -> None:
    parts = _killed(2, group="actor:a"), _killed(4, group="actor:b")
    assert _range(_killed(7), *parts) == (7, 7)
    assert _range(_killed(3), *parts) == (6, 6)


def test_parts_are_in_their_whole() -> None:
    assert _range(_killed(5), _killed(3, part=True)) == (5, 5)


def test_victims_by_name_are_at_least_as_many() -> None:
    one = Toll("killed", 1, 1, counted="سالم", named=True)
    two = Toll("killed", 1, 1, counted="مروان", named=True)
    found = _range(one, two, one)
    assert found is not None
    assert found[0] == 2
    assert _range(_killed(5), one, two) == (5, 5)


def test_other_kinds_and_denied_ones_do_not_count() -> None:
    assert tolls.count([claim(Toll("wounded", 3, 3))], "killed") is None
    assert tolls.count([claim(_killed(3), polarity="negative", negates="event")], "killed") is None
    assert tolls.count([claim(_killed(3), realis="threatened")], "killed") is None
    assert tolls.count([], "killed") is None


@pytest.mark.parametrize(
    ("one", "other", "contested"),
    [
        ((5, 5), (5, 5), False), ((5, 5), (7, 7), True), ((3, 6), (5, 9), False),
        ((5, None), (7, 7), False), ((8, None), (7, 7), True), ((None, 3), (2, 2), False),
        ((5, None), (9, None), False),
    ],
)  # fmt: skip
def test_ranges_exclude_each_other(one: tolls.Range, other: tolls.Range, contested: bool) -> None:
    assert tolls.contest(one, other) is contested
    assert tolls.contest(other, one) is contested


def test_a_hull_goes_from_the_lowest_to_the_highest() -> None:
    assert tolls.hull([]) is None
    assert tolls.hull([(2, 3), (17, 17), (20, 45)]) == (2, 45)


@pytest.mark.parametrize(
    ("ranges", "hull"),
    [
        ([(35, None)], (35, None)),
        ([(35, None), (45, 45)], (35, 45)),
        ([(45, None), (35, 35)], (35, None)),
        ([(45, None), (45, 45)], (45, None)),
        ([(20, None), (35, None), (7, 9)], (7, None)),
        ([(None, 4)], (None, 4)),
        ([(None, 4), (6, 6)], (None, 6)),
        ([(None, None)], (None, None)),
    ],
)
def test_a_hull_is_open_where_its_ends_are(ranges: list[tolls.Range], hull: tolls.Range) -> None:
    """«At least 35» became 35, «at most 4» became from none to 4."""
    assert tolls.hull(ranges) == hull
    assert tolls.hull(ranges[::-1]) == hull


@given(st.lists(_RANGES, min_size=1))
def test_a_hull_holds_all(ranges: list[tuple[int, int]]) -> None:
    found = tolls.hull(ranges)
    assert found is not None
    low, high = found
    assert low is not None
    assert high is not None
    assert all(low <= a and b <= high for a, b in ranges)
    assert low in {a for a, _ in ranges}
    assert high in {b for _, b in ranges}


@given(_RANGES, _RANGES)
def test_ranges_contest_where_they_do_not_meet(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    meet = set(range(one[0], one[1] + 1)) & set(range(other[0], other[1] + 1))
    assert tolls.contest(one, other) is not bool(meet)
