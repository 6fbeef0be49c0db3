"""Where a field stands: who says it, who says otherwise, and what is only said more vaguely."""

from __future__ import annotations

from datetime import date

import pytest
from ledger.accounts.account_helper import (
    ALEPPO,
    HAYYAN,
    NAWA,
    account,
    by,
    day,
    standing,
    toll,
    voice,
    where,
)

from riwaya.ledger.accounts.sides import contest
from riwaya.ledger.accounts.standing import standings
from riwaya.ledger.accounts.voices import independent
from riwaya.ledger.nouns import Said

YES, NO = Said("yes"), Said("no", denied=True)


def test_one_source_is_single() -> None:
    found = standings([account("a", happened=YES)])
    assert found.keys() == {"happened"}
    assert (found["happened"].standing, found["happened"].why) == ("single", "a")


def test_two_independent_sources_corroborate() -> None:
    found = standing("happened", account("a", happened=YES), account("b", happened=YES))
    assert found.standing == "corroborated"


def test_voices_of_one_side_do_not() -> None:
    army = voice("army", side="state:SY", official=True)
    ministry = voice("ministry", side="state:SY", official=True)
    found = standing("happened", account(army, happened=YES), account(ministry, happened=YES))
    assert found.standing == "single"


def test_a_denial_contests() -> None:
    found = standing("happened", account("a", happened=YES), account("b", happened=NO))
    assert found.standing == "contested"
    assert "a" in found.why
    assert "b" in found.why


@pytest.mark.parametrize(
    ("one", "other", "contested"),
    [
        ({"state:RU"}, {"state:SY"}, True),
        ({"state:RU"}, {"state:RU"}, False),
        ({"class:local"}, {"class:local", "actor:اللواء الثامن"}, False),
        ({"class:local", "state:SY"}, {"state:SY", "state:RU"}, True),
        (set(), {"state:SY"}, False),
        (set(), set(), False),
    ],
)
def test_sides_exclude_each_other(one: set[str], other: set[str], contested: bool) -> None:
    assert contest(frozenset(one), frozenset(other)) is contested
    assert contest(frozenset(other), frozenset(one)) is contested


def test_a_vaguer_doer_contests_nothing() -> None:
    sharp = account("a", agent=by("class:local", "actor:اللواء الثامن"))
    assert standing("agent", sharp, account("b", agent=by("class:local"))).standing != "contested"
    vague = account("b", agent=by(vague=True))
    assert standing("agent", sharp, vague).standing == "single"
    other = account("c", agent=by("state:SY"))
    assert standing("agent", sharp, other).standing == "contested"


def test_a_vaguer_time_contests_nothing() -> None:
    one = account("a", time=day(date(2022, 10, 15)))
    month = account("b", time=day(date(2022, 10, 1), date(2022, 10, 31)))
    assert standing("time", one, month).standing != "contested"
    assert standing("time", one, account("c", time=day(date(2022, 10, 17)))).standing == "contested"


def test_a_vaguer_place_contests_nothing() -> None:
    town = account("a", place=where(HAYYAN))
    assert standing("place", town, account("b", place=where(ALEPPO))).standing != "contested"
    assert standing("place", town, account("c", place=where(NAWA))).standing == "contested"


def test_tolls_that_meet_agree() -> None:
    one = account("a", killed=toll(5))
    assert standing("killed", one, account("b", killed=toll(4, 7))).standing == "corroborated"
    assert standing("killed", one, account("b", killed=toll(6, 7))).standing == "contested"


def test_two_who_claim_it_contest_the_credit() -> None:
    one = account("a", credit=Said("claims: a", ("actor:a",)))
    other = account("b", credit=Said("claims: b", ("actor:b",)))
    assert standing("credit", one, other).standing == "contested"
    denies = account("b", credit=Said("denies: a", ("actor:a",), denied=True))
    assert standing("credit", one, denies).standing == "contested"
    elsewhere = account("b", credit=Said("denies: b", ("actor:b",), denied=True))
    assert standing("credit", one, elsewhere).standing == "single"


def test_independence() -> None:
    a, b = voice("a", side="state:SY", official=True), voice("b", side="state:SY")
    assert independent(voice("a"), voice("b"))
    assert not independent(voice("a"), voice("a"))
    assert not independent(a, b)
    assert not independent(b, a)
    assert independent(b, voice("c", side="state:SY"))  # two that only lean to one side
    assert independent(a, voice("c", side="state:RU", official=True))


def test_two_open_lower_bounds_corroborate_only_where_they_are_equal() -> None:
    """«More than 10» and «more than 40» were one corroborated toll."""
    ten, forty = Said("10–", low=10), Said("40–", low=40)
    assert standing("killed", account("a", killed=ten), account("b", killed=forty)).standing == (
        "single"
    )
    same = standing("killed", account("a", killed=ten), account("b", killed=ten))
    assert same.standing == "corroborated"
