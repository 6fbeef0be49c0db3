"""Places: listed names, names behind generic heads, directions, and heads that name nothing."""

from __future__ import annotations

import pytest
from tests.detection.chunk_helper import names, top
from tests.told import one

import riwaya


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وقع الهجوم في مدينة نابلس", ["مدينة نابلس"]),
        ("زار المملكة الأردنية الهاشمية", ["المملكة الأردنية الهاشمية"]),
        ("دخلوا قرية دير سنقور فجرا", ["قرية دير سنقور"]),
        ("قصفوا بلدة «تل الورد» مساء", ["بلدة «تل الورد"]),
        ("وصلوا إلى العاصمة صنعاء", ["العاصمة صنعاء", "صنعاء"]),
        ("غادر إلى الإمارات", ["الإمارات"]),
    ],
)
def test_names_of_places(text: str, found: list[str]) -> None:
    assert set(names(text, "place")) <= set(found)
    assert found[0] in names(text, "place")


@pytest.mark.parametrize(
    "text",
    [
        "دخلوا قرية فلسطينية",
        "وصلوا إلى العاصمة التي دمرت",
        "أعلنوا مقاطعة الانتخابات",
        "قصفوا معسكرا إسرائيليا",
    ],
)
def test_a_head_with_ordinary_words_is_no_name(text: str) -> None:
    assert names(text, "place") == []


def test_a_direction_is_a_description_that_holds_the_name() -> None:
    [(wording, chunk)] = [x for x in top("وقع انفجار جنوب كركوك") if x[1].kind == "place"]
    assert wording == "جنوب كركوك"
    assert not chunk.proper
    assert names("وقع انفجار جنوب كركوك", "place") == ["كركوك"]


def test_the_country_in_a_phrase_of_a_facility_is_a_mention_of_its_own() -> None:
    assert "دمشق" in names("قصفوا ريف دمشق الغربي", "place") or names(
        "قصفوا ريف دمشق الغربي", "place"
    )


@pytest.mark.parametrize("word", ["وأدى القصف إلى حريق", "مدني", "شعبي", "كشف هوية القتيل"])
def test_words_spelt_like_heads_of_places_are_none(word: str) -> None:
    """«وأدى» was read as وادي, «مدني» as «my cities», «هوية» as Hue in Viet Nam."""
    assert not [m for m in riwaya.read(f"{word}.").mentions if m.kind == "place"]


def test_the_side_of_a_definite_part_of_a_town_belongs_to_it() -> None:
    """«الحي الشمالي من مدينة كذا» was «الحي»."""
    found = riwaya.read("قتلوا في الحي الشمالي من مدينة نابلس").mentions
    assert "الحي الشمالي" in [m.text for m in found if m.kind == "place"]


def test_behind_a_noun_of_fire_stands_a_place() -> None:
    """«غارة على صور» hit photographs, and «بشأن مقتل» was killed in the Shan State."""
    assert one("غارة على صور.", "airstrike").who("place") == ["صور"]
    assert one("نفى خبراً بشأن مقتل محمد سالم.", "killing").who("place") == []


@pytest.mark.parametrize("place", ["ناحية أبي صيدا", "قضاء أبي غريب", "بلدة أبو الظهور"])
def test_a_name_of_a_place_behind_a_noun_is_in_the_genitive(place: str) -> None:
    event = one(f"قتل رجل في {place}.", "killing")
    assert (event.who("place"), event.who("target")) == ([place], ["رجل"])
