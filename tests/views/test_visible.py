"""What hides is shown."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from riwaya.views.visible import one_line, visible


@given(st.text())
def test_nothing_that_moves_text_or_drives_a_terminal_is_left(text: str) -> None:
    for character in visible(text):
        assert unicodedata.category(character) not in ("Cc", "Cs") or character in "\t\n\v\f\r"
        assert unicodedata.bidirectional(character) not in {
            *("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
        }


@given(st.text())
def test_one_line_is_one_line_and_safe(text: str) -> None:
    made = one_line(text)
    assert len(made.splitlines()) <= 1
    assert visible(made) == made


@given(st.text(st.characters(categories=["L", "Mn", "Nd", "P"])))
def test_letters_marks_digits_and_punctuation_stay(text: str) -> None:
    assert visible(text) == text


def test_each_mark_by_its_name() -> None:
    assert visible("أ\u200fب\u2067ج\ufeff") == "أ⟨RLM⟩ب⟨RLI⟩ج⟨BOM⟩"
    assert visible("می\u200cخواهم") == "می\u200cخواهم"
