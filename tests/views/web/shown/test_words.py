"""Reasons and values of the ledger in words, and days that letters beside them do not turn."""

from __future__ import annotations

import pytest

from riwaya.views.web.language import translations, way_of
from riwaya.views.web.shown.words import Words

ARABIC, ENGLISH = (Words(translations(code), code) for code in ("ar", "en"))


@pytest.mark.parametrize(
    ("value", "english", "arabic"),
    [
        ("yes", "yes", "نعم"),
        ("intended", "planned or wanted", "مخطط له أو مراد"),
        ("3 named", "3 named", "عدد المسمّين: 3"),
        ("3–20", "3–20", "من 3 إلى 20"),
        ("3–", "3 or more", "3 أو أكثر"),
        ("None–5", "up to 5", "5 على الأكثر"),
        ("denies: الجيش", "denies: الجيش", "نفي التورط: الجيش"),
        ("2022-10-11/2022-10-20", "2022-10-11 – 2022-10-20", "2022-10-11 – 2022-10-20"),
        ("حي الميدان", "حي الميدان", "حي الميدان"),
    ],
)
def test_the_value_of_a_cell(value: str, english: str, arabic: str) -> None:
    assert ENGLISH.value(value) == english
    assert ARABIC.value(value) == arabic


def test_the_reason_for_a_standing_names_each_source_with_its_value() -> None:
    assert ENGLISH.values("مرصد: 3–20 · وكالة: no") == [("مرصد", "3–20"), ("وكالة", "no")]
    assert ARABIC.values("مرصد · وكالة") == [("مرصد", ""), ("وكالة", "")]


def test_the_reason_for_a_grade_is_a_message_or_a_field() -> None:
    said = ARABIC.why_grade("agent: مرصد: الجيش · وكالة: الفصائل")
    assert said == ("من فعله", [("مرصد", "الجيش"), ("وكالة", "الفصائل")])
    assert ARABIC.why_grade("one source says so: مرصد") == ("يقوله مصدر واحد: مرصد", [])
    assert ENGLISH.why_grade("one source says so: مرصد") == ("one source says so: مرصد", [])


def test_the_direction_of_a_text_is_that_of_most_letters() -> None:
    assert way_of("SANA NEWS – أعلن الجيش اليوم انتهاء العملية") == "rtl"
    assert way_of("The army said today: «انتهت»") == "ltr"
    assert way_of("2022-10-11") == "rtl"
