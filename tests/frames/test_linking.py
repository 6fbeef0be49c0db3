"""Events of one sentence that follow from one another."""

import pytest
from tests.told import one, told


def test_the_doer_of_the_shelling_killed_and_wounded() -> None:
    text = "قصف الجيش قرية حيان ما أسفر عن مقتل طفل وإصابة امرأة."
    shelling, killing, injury = told(text)
    assert shelling.who("agent") == killing.who("agent") == injury.who("agent") == ["الجيش"]


def test_a_deed_behind_its_harm_gives_the_doer() -> None:
    text = "قُتل طفلان وأصيبت امرأة في قصف شنته قوات الدعم السريع على مدينة الأبيض."
    assert one(text, "killing").who("agent") == ["قوات الدعم السريع"]
    assert one(text, "injury").who("agent") == ["قوات الدعم السريع"]


def test_what_a_clash_does_has_no_doer() -> None:
    text = "قُتل شخصان خلال اشتباكات بين الجيش والحوثيين في تعز."
    assert one(text, "killing").who("agent") == []


def test_who_is_helped_in_a_deed_is_its_doer() -> None:
    event = one("قتلت مجموعات محلية زعيم التنظيم بمؤازرة من اللواء الثامن.", "support")
    assert event.who("agent") == ["اللواء الثامن"]
    assert event.who("target") == ["مجموعات محلية"]


@pytest.mark.parametrize(
    ("text", "power"),
    [
        ("تظاهر المئات في المدينة تنديدا بزيارة الرئيس الأميركي.", "الرئيس الأميركي"),
        ("تظاهر المئات في المدينة مطالبين الحكومة بالإصلاح.", "الحكومة"),
    ],
)
def test_a_protest_is_against_whom_its_words_of_aim_name(text: str, power: str) -> None:
    assert one(text, "protest").who("target") == [power]


@pytest.mark.parametrize(
    "text",
    [
        "قُتل القيادي في عدن بعد أيام من اغتيال ضابط برصاص مسلحين.",
        "قُتل أربعون سجيناً عندما هاجم التنظيم السجن.",
    ],
)
def test_what_came_before_or_meanwhile_has_not_killed(text: str) -> None:
    assert one(text, "killing").who("agent") == []
