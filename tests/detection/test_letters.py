"""The spelling key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.detection.letters import key


@pytest.mark.parametrize(
    ("one", "two"),
    [("إدلب", "ادلب"), ("مستشفى", "مستشفي"), ("قرية", "قريه"), ("قُتِلَ", "قتل"), ("قـتل", "قتل")],
)
def test_spellings_of_one_word_share_the_key(one: str, two: str) -> None:
    assert key(one) == key(two)


def test_other_words_do_not() -> None:
    assert key("قتل") != key("قاتل")


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(text: str) -> None:
    assert key(key(text)) == key(text)
