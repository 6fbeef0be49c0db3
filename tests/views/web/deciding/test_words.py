"""Words that a person typed, found where they stand, in any spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.model import Span
from riwaya.views.web.deciding.words import find

TEXT = "قصف الجيشُ بلدة السماق، ثم قصف الجيش بلدة الورد."


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("بلدة السماق", "بلدة السماق"), ("  بلده السماق ", "بلدة السماق"),
        ("الجيش بلدة السماق", "الجيشُ بلدة السماق"), ("الجيش", "الجيش"), ("قصف الجيش", "قصف الجيش"),
        ("السماق", "السماق"),
    ],
)  # fmt: skip
def test_they_are_found_as_written_or_spelt_otherwise(typed: str, found: str) -> None:
    place = find(TEXT, typed)
    assert place is not None
    assert TEXT[place[0] : place[1]] == found


def test_marks_on_the_last_letter_belong_to_the_word() -> None:
    place = find("قتل الجيشُ رجلا", "الجيش", [])
    assert place == (4, 9)
    assert find("قتل الجيشُ", "قتل الجيش ", []) == (0, 9)
    assert find("رأى الأميرُ", "راى الامير", []) == (0, 11)


def test_the_evidence_is_looked_through_first() -> None:
    second = TEXT.index("ثم")
    evidence = Span(second, len(TEXT), TEXT[second:])
    place = find(TEXT, "قصف", [evidence])
    assert place is not None and place[0] > second
    assert find(TEXT, "السماق", [evidence]) == find(TEXT, "السماق")


@pytest.mark.parametrize("typed", ["", "  ", "ً", "الوردة الحمراء", "x"])
def test_what_is_not_there_is_not_found(typed: str) -> None:
    assert find(TEXT, typed) is None


@given(st.text("ابتأإةىيُّ .", max_size=30), st.data())
def test_every_stretch_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start, end = sorted(
        (data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text))))
    )
    words = text[start:end].strip()
    place = find(text, words)
    if words:
        assert place is not None and text[place[0] : place[1]] == words
    else:
        assert place is None
