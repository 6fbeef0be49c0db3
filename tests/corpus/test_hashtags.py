"""Hashtags inside sentences, in rows and alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.told import one

from riwaya.corpus.folding import fold
from riwaya.corpus.hashtags import within_sentences


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("قتل رجل في بلدة #نوى غربي #درعا.", "قتل رجل في بلدة نوى غربي درعا."),
        ("#درعا: قتل رجل و#امرأة", "درعا: قتل رجل وامرأة"),
        ("قتل رجل في #نوى #حوران #سوريا", "قتل رجل في نوى #حوران #سوريا"),
        ("قتل رجل في نوى.\n#حوران #سوريا", "قتل رجل في نوى.\n#حوران #سوريا"),
        ("قتل رجل.\n#عاجل\nوأصيب آخر.", "قتل رجل.\n#عاجل\nوأصيب آخر."),
        ("بند # 5 و#5", "بند # 5 و#5"),
    ],
)
def test_the_mark_goes_where_its_word_belongs_to_a_sentence(text: str, read: str) -> None:
    assert fold(text).text == read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("قتل رجل في بلدة #نوى.", "بلدة #نوى"),
        ("#حوران #عاجل قتل رجل في ريف #درعا #سوريا", "ريف #درعا"),
        ("قتل رجل وسط مدينة #دير_الزور", "وسط مدينة #دير_الزور"),
    ],
)
def test_a_place_with_a_hashtag_is_where_it_was(text: str, place: str) -> None:
    """«قتل رجل في بلدة #نوى» had the man kill the town."""
    event = one(text, "killing")
    assert (event.who("agent"), event.who("target")) == ([], ["رجل"])
    assert event.who("place") == [place]


@given(st.text("#اب _\n|،a1.", max_size=40))
def test_offsets_are_those_of_marks_in_order(text: str) -> None:
    found = within_sentences(text)
    assert found == sorted(set(found))
    assert all(text[i] == "#" and text[i + 1].isalpha() for i in found)
