"""The words of a reason or aim that is no event: where they open and where they end."""

import pytest
from tests.frames.causes.cause_helper import caused, one


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("اعتقلت الشرطة ناشطاً بسبب منشورات.", "منشورات"),
        ("اعتقلت الشرطة ناشطاً بسبب منشورات، وقالت إنه بخير.", "منشورات"),
        ("اعتقلت الشرطة ناشطاً بسبب شجار عائلي في قرية البيضاء.", "شجار عائلي"),
        ("اعتقلت الشرطة ناشطاً بسبب شجار عائلي يوم الأحد.", "شجار عائلي"),
        ("اعتقلت الشرطة ناشطاً بسبب خلاف مع.", "خلاف"),
        ("اعتقلت الشرطة ناشطاً بسبب المنشورات التي كتبها أمس.", "المنشورات"),
        (
            "اعتقلت الشرطة ناشطاً بسبب انتقادات حادة وجهها إلى محافظ المدينة السابق وأعوانه.",
            "انتقادات حادة وجهها إلى محافظ المدينة",
        ),
    ],
)
def test_a_reason_ends_where_another_phrase_begins(text: str, words: str) -> None:
    assert one(text).cause == words


@pytest.mark.parametrize("words", ["ذلك", "ما كتبه", "أنه كتب", "في", "2023", ""])
def test_a_word_that_is_no_noun_opens_no_reason(words: str) -> None:
    assert caused(f"اعتقلت الشرطة ناشطاً بسبب {words}.") == []


def test_the_clitic_of_the_first_word_is_left_out() -> None:
    assert one("انسحب الجنود تجنباً لخسائر كبيرة.").effect == "خسائر كبيرة"
    assert one("نشرت الشرطة دوريات لضبط الأمن.").effect == "ضبط الأمن"
