"""Who was harmed beside those of a verb."""

import pytest
from tests.told import one, told


@pytest.mark.parametrize("verb", ["وجرح", "وأصيب", "وقتل"])
def test_those_who_died_did_not_wound_the_others(verb: str) -> None:
    """«قتل مدني وجرح آخرون بقصف جوي»: the dead man had wounded the others and flown the strike."""
    deeds = told(f"قتل مدني {verb} آخرون الثلاثاء بقصف جوي على مدينة صبيخان.")
    assert [agent for e in deeds for agent in e.who("agent")] == []
    assert deeds[0].who("target") == ["مدني"]


def test_others_in_the_accusative_are_the_object_of_who_acts_on() -> None:
    """«الجيش مسلحين» were one army, too."""
    killing, injury = told("قتل الجيش مسلحين وأصاب آخرين.")
    assert (killing.who("agent"), killing.who("target")) == (["الجيش"], ["مسلحين"])
    assert injury.who("agent") == ["الجيش"]


def test_the_wounded_beside_the_dead_are_a_deed_of_their_own() -> None:
    deeds = told("سقط 24 قتيلاً ومئتا جريح.")
    counts = [(e.statement.type, n[1]) for e in deeds for n in e.counts]
    assert set(counts) == {("killing", 24), ("injury", 200)}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("مقتل وإصابة خمسة جنود في انفجار لغم.", ["خمسة جنود"]),
        ("قُتل وجُرح عدد من عناصر الحشد الشعبي في هجوم.", ["عدد من عناصر الحشد الشعبي"]),
        ("مقتل وجرح عشرة مدنيين.", ["عشرة مدنيين"]),
    ],
)
def test_two_deeds_side_by_side_have_one_object(text: str, who: list[str]) -> None:
    """«مقتل وإصابة خمسة جنود» killed nobody."""
    assert one(text, "killing").who("target") == one(text, "injury").who("target") == who
    assert {c[0] for c in one(text, "killing").counts} <= {"other"}


def test_the_dead_and_the_wounded_are_others() -> None:
    assert one("سقوط شهيد وإصابة مواطن بجروح.", "killing").who("target") != ["مواطن"]
