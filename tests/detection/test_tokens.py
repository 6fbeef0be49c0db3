"""Tokens: what is one word, and that offsets are true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.detection.letters import key
from riwaya.detection.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("في 12/10/2022 و3.5", ["في", "12/10/2022", "و", "3.5"]),
        ("10:30، 1,000", ["10:30", "،", "1,000"]),
        ("3-5 و2022-10-15", ["3", "-", "5", "و", "2022-10-15"]),
        ("قال: «نعم»\nثم", ["قال", ":", "«", "نعم", "»", "\n", "ثم"]),
        ("آب/أغسطس 2014-2018.", ["آب", "/", "أغسطس", "2014", "-", "2018", "."]),
        ("1،234، و5", ["1،234", "،", "و", "5"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [word.text for word in tokenise(text)] == words


@given(st.text(max_size=80))
def test_words_are_stretches_of_the_text_in_order(text: str) -> None:
    end = 0
    for word in tokenise(text):
        assert text[word.start : word.end] == word.text
        assert word.start >= end
        assert not text[end : word.start].strip()
        assert word.key == key(word.text)
        end = word.end
    assert not text[end:].strip()
