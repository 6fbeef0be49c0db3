"""Particles joined to a table's word."""

from hypothesis import given
from hypothesis import strategies as st

from riwaya.detection.clitics import forms, readings

_WORDS = st.text("قتلمدنيابوف", min_size=3, max_size=8)


def test_particles_and_article() -> None:
    found = {form.key: form for form in forms("مدني")}
    assert {"مدني", "ومدني", "المدني", "للمدني", "وبالمدني"} <= set(found)
    behind = found["للمدني"]
    assert (behind.preposition, behind.definite, behind.conjoined, behind.cut) == (
        "ل", True, False, 1,
    )  # fmt: skip
    assert found["ومدني"].conjoined


def test_a_word_with_the_article_takes_no_second() -> None:
    keys = {form.key for form in forms("القسام")}
    assert {"القسام", "للقسام", "والقسام"} <= keys
    assert not any("الال" in key for key in keys)


@given(_WORDS)
def test_what_is_built_is_read_back(word: str) -> None:
    for form in forms(word):
        assert any(form == again for _, again in readings(form.key)), form
