"""Who speaks for himself, and who only repeats what his side decides to say."""

from __future__ import annotations

import pytest
from ledger.accounts.account_helper import claim

from riwaya.ledger.accounts.voices import Voices, independent
from riwaya.ledger.nouns import ReportCard, SaidBy
from riwaya.ledger.outlets import Outlets, name_key
from riwaya.lexicons import load

VOICES = Voices.of(load(), Outlets.of(load()))


def _apart(one: str, other: str) -> bool:
    a, b = (
        VOICES.of_outlet(ReportCard(n, str(n), name, name_key(name), None, None, None))
        for n, name in enumerate((one, other))
    )
    assert independent(a, b) == independent(b, a)
    return independent(a, b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عنب بلدي", "صحيفة عنب بلدي"),
        ("سانا", "وزارة الدفاع السورية"),
        ("سانا", "صحيفة الوطن السورية"),
        ("وزارة الصحة في غزة", "كتائب القسام"),
    ],
)
def test_one_outlet_and_the_voices_of_one_side_are_one(one: str, other: str) -> None:
    assert not _apart(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SY24", "بلدي نيوز"),
        ("رويترز", "فرانس برس"),
        ("وكالة سبأ الحوثية", "وكالة سبأ الحكومية"),
        ("وكالة سونا", "قوات الدعم السريع"),
        ("وكالة سوا", "لا أحد"),
    ],
)
def test_those_who_only_lean_to_one_side_and_those_of_two_stay_two(one: str, other: str) -> None:
    assert _apart(one, other)


def test_a_state_and_the_outlets_of_its_camp_are_one() -> None:
    """A ministry that is no outlet of the table corroborated the state's newspapers."""
    link = SaidBy("actor:الحكومة السورية", "الحكومة السورية", "name", "say")
    paper = ReportCard(1, "1", "صحيفة الوطن السورية", name_key("صحيفة الوطن السورية"), None, None,
                       None)  # fmt: skip
    state = VOICES.of_claim(claim(chain=(link,)), paper, {})
    assert state.official
    assert not independent(state, VOICES.of_outlet(paper))
