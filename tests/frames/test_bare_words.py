"""Words without what is written onto them."""

import pytest

from riwaya.frames.bare_words import bare_forms


@pytest.mark.parametrize(
    ("word", "bare"),
    [("وبالصواريخ", "صواريخ"), ("للجيش", "جيش"), ("مدينتهم", "مدينه"), ("احتجاجا", "احتجاج")],
)
def test_particles_article_and_pronoun_come_off(word: str, bare: str) -> None:
    assert bare in bare_forms(word)


def test_the_ending_of_a_feminine_word_is_no_pronoun() -> None:
    assert "مدين" not in bare_forms("مدينه", feminine=True)
