"""Folding: what changes, what stays, and that every offset leads back to its own letter."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.corpus import fold, key

ODD = "قتلحمساوينأةىءلا ًٌَُِّٰٔـ\u200f\u200b\u00ad.*_-•٠١۵٫٬ﷺﻻﺐیکھ\u00a0\r\n\t(«ab1🔴"
texts = st.one_of(st.text(ODD, max_size=60), st.text(max_size=40))


@pytest.mark.parametrize(
    ("given_text", "wanted"),
    [
        ("كِتَابٌ جَدِيدٌ", "كتاب جديد"),
        ("قـــتـــل", "قتل"),
        ("\u202bحلب\u202c و\u200fحمص\ufeff", "حلب وحمص"),
        ("ﻣﺤﻤﺪ ﻻ", "محمد لا"),
        ("سوری یک ہ ە ھ", "سوري يك ه ه ه"),
        ("١٢٫٥ و۱۲٬۰۰۰", "12.5 و12,000"),
        ("چ گ پ ژ ڤ", "چ گ پ ژ ڤ"),
        ("قال:\u00a0نعم", "قال: نعم"),
        ("أإآؤئءةى؟،؛", "أإآؤئءةى؟،؛"),
        ("ا\u0654حمد ا\u0653ن مو\u0654تمر", "أحمد آن مؤتمر"),
        ("لندن ـ «القدس العربي»", "لندن - «القدس العربي»"),
    ],
)
def test_plain_letters(given_text: str, wanted: str) -> None:
    assert fold(given_text).text == wanted


@pytest.mark.parametrize(
    ("broken", "word"),
    [
        ("قـ.ـتـ.ل", "قتل"),
        ("ق.ت.ل", "قتل"),
        ("د*اعش", "داعش"),
        ("حـ ـماس", "حماس"),
        ("بإسر*ائيل", "بإسرائيل"),
        ("وال*شهيد", "والشهيد"),
        ("ش.ه.ي.د", "شهيد"),
        ("الم.قاو.مة", "المقاومة"),
        ("تف_جير", "تفجير"),
    ],
)
def test_broken_words_are_joined(broken: str, word: str) -> None:
    assert fold(f"قال {broken} اليوم").text == f"قال {word} اليوم"


@pytest.mark.parametrize(
    "whole",
    [
        "انتهى.وقال", "أ.ف.ب", "أ.ش.أ", "د.محمد", "م.ت.ف", "سو-24", "3.5", "12-10-2022",
        "ع.م", "أنس - علي", "سان-فرانسيسكو",
    ],
)  # fmt: skip
def test_what_only_looks_broken_stays(whole: str) -> None:
    assert fold(f"قال {whole} اليوم").text == f"قال {whole} اليوم"


def test_hashtags_are_parted_into_their_words_and_keep_their_place() -> None:
    text = "قال #غزة_تحت_القصف و#سوريا_و_لبنان اليوم"
    folded = fold(text)
    assert folded.text == "قال غزة تحت القصف وسوريا ولبنان اليوم"
    at = folded.text.index("تحت")
    assert folded.span(at, at + 9).text == "تحت_القصف"


def test_a_word_of_one_letter_that_stands_apart_is_joined_to_the_next() -> None:
    """«رجل و امرأة» in a report of a raid made the woman the one who shelled."""
    folded = fold("حمّل القتل ب نوى رجل و امرأة، و. ص. و أ")
    assert folded.text == "حمل القتل بنوى رجل وامرأة، و. ص. و أ"
    at = folded.text.index("امرأة")
    assert folded.span(at, at + 5).text == "امرأة"


def test_spans_take_the_marks_of_their_letters() -> None:
    text = "في كِتابٌ، ثم قـ.ـتل"
    folded = fold(text)
    at = folded.text.index("كتاب")
    assert folded.span(at, at + 4).text == "كِتابٌ"
    at = folded.text.index("قتل")
    assert folded.span(at, at + 3).text == "قـ.ـتل"
    assert folded.span(at, at + 1).text == "قـ"


def test_invisible_characters_after_a_word_are_no_part_of_it() -> None:
    folded = fold("حلب\u200f و\u200e")
    assert folded.span(0, 3).text == "حلب"


def test_ligatures_lead_back_to_their_one_character() -> None:
    folded = fold("الﻻم")
    assert folded.text == "اللام"
    assert folded.span(2, 3) == folded.span(3, 4)
    assert folded.span(2, 4).text == "ﻻ"


def test_a_plain_text_is_itself() -> None:
    folded = fold("قتل جندي في حلب.")
    assert folded.text is folded.original
    assert (folded.start(4), folded.end(8)) == (4, 8)


@settings(deadline=None)
@given(texts)
def test_offsets_are_ordered_and_inside(text: str) -> None:
    folded = fold(text)
    n = len(folded.text)
    starts = [folded.start(i) for i in range(n + 1)]
    ends = [folded.end(i) for i in range(n + 1)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    for i in range(n):
        assert 0 <= starts[i] < ends[i + 1] <= len(text)
        assert all(starts[i] <= end for end in ends[i + 1 :])


@settings(deadline=None)
@given(texts)
def test_every_letter_comes_from_its_own_characters(text: str) -> None:
    folded = fold(text)
    for i, letter in enumerate(folded.text):
        came_from = folded.span(i, i + 1).text
        parted = (letter, came_from) == (" ", "_")  # of a hashtag, which its neighbours tell
        assert parted or letter in fold(came_from).text


@settings(deadline=None)
@given(texts)
def test_no_mark_is_left(text: str) -> None:
    assert not set(fold(text).text) & set("ًٌَُِّْٰ\u200b\u200f\u00ad")


@settings(deadline=None)
@given(st.text("أإآؤئىةابتu ", max_size=30))
def test_keys_of_folded_text_keep_offsets(text: str) -> None:
    folded = fold(text).text
    assert len(key(folded)) == len(folded)


def test_key_is_one_for_all_spellings() -> None:
    assert key("أُسرةٌ") == key("اسره")
    assert key("مستشفى") == key("مستشفي")


@pytest.mark.parametrize("unit", ["ا", "ـ", "ا.ب", "اَ", "ا*", "ـ ", "قتل. "])
def test_long_lines_take_time_by_their_length(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * size
        begin = time.perf_counter()
        fold(text)
        return time.perf_counter() - begin

    small = min(seconds(20_000) for _ in range(3))
    assert seconds(200_000) < 60 * small + 0.2
