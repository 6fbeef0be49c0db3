"""What belongs to a head: genitives, «من», «في», «لـ», and what only stands behind it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.detection.chunk_helper import text_of, top
from tests.told import one


def _owner(text: str, phrase: str) -> str:
    """The words of what a noun phrase of a text belongs to."""
    found = dict(top(text))
    assert phrase in found, list(found)
    owner = found[phrase].owner
    return text_of(text).folded.text[owner.start : owner.end] if owner else ""


@pytest.mark.parametrize(
    ("text", "head", "whose", "beside"),
    [
        ("اتهم رئيس لجنة المتابعة قوات الأمن بالقتل", "رئيس لجنة المتابعة", "لجنة المتابعة",
         "قوات الأمن"),
        ("انتقد رئيس لجنة المصالحة حركة النهضة", "رئيس لجنة المصالحة", "لجنة المصالحة",
         "حركة النهضة"),
        ("خطف مسلحون رئيس لجنة الإغاثة", "رئيس لجنة الإغاثة", "لجنة الإغاثة", "مسلحون"),
        ("خطف مسلحون رئيس لجنة في حي الأندلس", "رئيس لجنة", "لجنة", "حي الأندلس"),
    ],
)  # fmt: skip
def test_who_heads_a_committee_heads_it_and_no_object_of_his(
    text: str, head: str, whose: str, beside: str
) -> None:
    """Of «رئيس لجنة» the ل was read as «لـ», and what stood behind was taken as owner."""
    assert _owner(text, head) == whose
    assert beside in dict(top(text))


def test_a_preposition_makes_a_group_the_owner_and_whom_one_talks_to_none() -> None:
    assert _owner("انتقد رئيس للحركة وزارة الدفاع", "رئيس للحركة") == "لحركة"
    assert _owner("قال ناطق لوكالة سبأ إن الهدوء عاد", "ناطق") == ""


def test_an_officer_is_in_a_force_and_not_in_a_market() -> None:
    assert _owner("قتل ضابط في الجيش اليمني", "ضابط في الجيش اليمني") == "الجيش اليمني"
    assert _owner("قتل ضابط في سوق الخضار", "ضابط") == ""


def test_an_ending_closes_the_head() -> None:
    assert _owner("خطف مسلحو الحركة سائقا", "مسلحو الحركة") == "الحركة"
    assert _owner("خطف مسلحون سائق الحركة", "مسلحون") == ""


def test_a_noun_in_the_accusative_has_no_genitive() -> None:
    """«متهماً الفصيل» was read as one noun phrase."""
    assert [words for words, _ in top("وأنهى الوزير كلمته متهماً الفصيل بالخطف")][-1] == "الفصيل"


def test_kin_behind_a_group_is_no_adjective() -> None:
    """«مسلحون شقيق» and «الشرطة شقيقه» were read as groups with an adjective."""
    found = [words for words, _ in top("خطف مسلحون شقيق العميد ماهر الجبوري")]
    assert found == ["مسلحون", "شقيق العميد ماهر الجبوري"]


@pytest.mark.parametrize(
    ("text", "kind", "role", "what"),
    [
        ("هز انفجار سيارة مفخخة مدينة القامشلي.", "bombing", "place", ["مدينة القامشلي"]),
        ("استهدف هجوم بطائرة مسيرة مطار أربيل.", "airstrike", "target", ["مطار أربيل"]),
    ],
)
def test_behind_the_adjective_of_a_thing_stands_no_genitive(
    text: str, kind: str, role: Any, what: list[str]
) -> None:
    """A drone «of the airport» was what attacked it."""
    assert one(text, kind).who(role) == what
