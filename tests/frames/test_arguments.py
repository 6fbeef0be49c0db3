"""Which noun phrases around a word belong to it."""

import pytest
from tests.frames.reading_helper import sources
from tests.told import one


def test_phrases_between_commas_are_passed_over() -> None:
    found = one("قتلت القوات الحكومية، وفق بيان لها، أربعة مسلحين.", "killing")
    assert found.who("agent") == ["القوات الحكومية"]


def test_a_full_stop_ends_what_belongs_to_a_verb() -> None:
    found = one("انسحبت القوات. وصل المسلحون إلى درعا.", "withdrawal")
    assert found.who("agent") == ["القوات"]
    assert found.who("destination") == []


def test_joined_phrases_share_the_preposition() -> None:
    found = one("اشتبكت الشرطة مع مسلحين ومهربين في عدن.", "clash")
    assert set(found.who("agent")) >= {"الشرطة", "مسلحين", "مهربين"}


@pytest.mark.parametrize("line", ["الخرطوم –", "صنعاء -", "بيروت (لبنان) —", "دمشق، 3 أيار 2023 –"])
def test_the_town_of_a_dateline_says_and_does_nothing(line: str) -> None:
    """«الخرطوم – قالت شبكة الأطباء إن …»: Khartoum, and so the army, told of its own deed."""
    said = sources(f"{line} قالت شبكة الأطباء إن 12 مدنياً قتلوا.", "killing")
    assert said == [("شبكة الأطباء", "say")]
    assert one(f"{line} اعتقلت الشرطة مهرباً.", "arrest").who("agent") == ["الشرطة"]


def test_places_on_both_sides_of_a_dash_are_no_dateline() -> None:
    found = one("قوات من الجيش - بعضها من درعا - قصفت البلدة.", "shelling")
    assert found.who("agent") == ["قوات من الجيش"]


def test_several_phrases_of_time_and_place_between_commas_are_passed_over() -> None:
    found = one("استهدف الجيش، ليل السبت، في ريف درعا، مقراً للمسلحين.", "attack")
    assert found.who("agent") == ["الجيش"]
    assert found.who("object") == ["مقراً للمسلحين"]
