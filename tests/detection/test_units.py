"""Names of unlisted units: emblems, quotation marks, numbers and plain words behind their heads."""

from __future__ import annotations

import pytest
from tests.detection.chunk_helper import names, top


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("انسحب لواء الدروع من الجبهة", "لواء الدروع"),
        ("هاجمت كتيبة الدروع مخفرا", "كتيبة الدروع"),
        ("انسحب فوج السرايا من المحور", "فوج السرايا"),
        ("قاد مقاتلو لواء العشائر الهجوم", "لواء العشائر"),
    ],
)
def test_a_plural_of_units_behind_a_unit_is_its_emblem(text: str, unit: str) -> None:
    assert names(text, "group") == [unit]


@pytest.mark.parametrize(
    "text",
    [
        "انسحب لواء الدرع من الجبهة",  # one unit of another
        "قاد مقاتلو الدروع الهجوم",  # no unit before it
        "اجتمع قادة الكتائب أمس",
        "انسحب لواء القبائل من الجبهة",  # people, and no kind of unit
    ],
)
def test_a_unit_of_something_else_is_no_name(text: str) -> None:
    assert names(text, "group") == []


def test_a_listed_actor_is_no_emblem_of_the_unit_before_it() -> None:
    assert names("انسحبت كتيبة الشرطة من الجبهة", "group") == ["الشرطة"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("هاجمت كتيبة «رعد الجنوب» مخفرا", "كتيبة «رعد الجنوب»"),
        ("وصلت الكتيبة الثانية إلى التل", "الكتيبة الثانية"),
        ("انسحبت الفرقة التاسعة مشاة من التل", "الفرقة التاسعة مشاة"),
        ("هاجمت كتيبة خالد مخفرا", "كتيبة خالد"),
    ],
)
def test_quoted_counted_and_worded_units(text: str, unit: str) -> None:
    assert unit in names(text, "group")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("أعلنت كتيبة «تحييد» ثلاثة جنود", "كتيبة"),
        ("فقدت الكتيبة 12 جنديا", "الكتيبة"),
        ("أطلقت الكتيبة 40 صاروخا", "الكتيبة"),
        ("وصلت الكتيبة في الصباح", "الكتيبة"),
    ],
)
def test_a_deed_a_count_or_a_preposition_names_no_unit(text: str, words: str) -> None:
    assert words in [wording for wording, _ in top(text)]
    assert names(text, "group") == []


def test_a_listed_unit_whose_number_goes_on_is_another() -> None:
    """«الفرقة السادسة عشرة» was read as the sixth division."""
    found = top("انسحبت الفرقة السادسة عشرة من المدينة")
    assert all(chunk.rule != "actor-listed" for _, chunk in found)
