"""Holds: one reviewer at a time, for a while."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from ledger.team.team_helper import Worked


def test_one_holds_at_a_time(at: Worked) -> None:
    assert at.team.hold("k", "a") is None
    assert at.team.hold("k", "a") is None
    assert at.team.hold("k", "b") == "a"
    assert at.team.hold("other", "b") is None
    assert at.team.holders(["k", "other", "none"]) == {"k": "a", "other": "b"}
    assert at.team.holders([]) == {}


def test_only_the_holder_lets_go(at: Worked) -> None:
    at.team.hold("k", "a")
    at.team.release("k", "b")
    assert at.team.hold("k", "b") == "a"
    at.team.release("k", "a")
    assert at.team.hold("k", "b") is None


def test_a_hold_ends_unless_it_goes_on(at: Worked) -> None:
    at.team.hold("k", "a", 60)
    at.clock.pass_by(seconds=40)
    at.team.hold("k", "a", 60)
    at.clock.pass_by(seconds=40)
    assert at.team.hold("k", "b") == "a"
    at.clock.pass_by(seconds=20)
    assert at.team.holders(["k"]) == {}
    assert at.team.hold("k", "b") is None


def test_who_is_deactivated_holds_nothing(at: Worked) -> None:
    at.account("a")
    at.team.hold("k", "a")
    at.team.change("a", active=False, by="test")
    assert at.team.hold("k", "b") is None


def test_of_many_at_once_one_holds(at: Worked) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda n: at.team.hold("k", f"a{n}"), range(8)))
    assert answers.count(None) == 1
    assert len(set(answers)) == 2
