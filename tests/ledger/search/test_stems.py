"""Stems: a word is found however it is spelt and whatever is joined to it, and no other word is."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from riwaya.ledger.search import highlight, stems
from riwaya.ledger.search.words import words

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
CLITICS = ("", "و", "ف", "ب", "ل", "ك", "ال", "وال", "فال", "بال", "لل", "كال", "وبال", "ولل")
ENDINGS = ("", "ون", "ين", "ات", "ية", "ها", "هم", "ه", "ا")


def is_found(word: str, text: str) -> bool:
    return bool(highlight(text, word))


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("حوثي", "الحوثيون|للحوثيين|والحوثي|كالحوثيين|حوثيا|الحوثية|حوثيات|حُوثِيّ|الحـوثـي|الحوثیین"),
        ("للحوثيين", "حوثي|الحوثيون"),
        ("قتيل", "قتيلاً|قتيلان|القتيلين|قتيلة|قتيلها"),
        ("مقاتل", "المقاتلون|مقاتلي|مقاتلو|لمقاتليها|ومقاتلات"),
        ("مسلح", "مسلحون|مسلحين|مسلحو|المسلّحة|بالمسلحين"),
        ("غارة", "غارات|الغارات|غارتان|بغارتين|وغاراته|غاره"),
        ("غارات", "غارة|بغارة"),
        ("مدينة", "مدينتي|المدينتين|مدينتهم|بمدينة|مدينه|للمدينة"),
        ("لجنة", "للجنة|اللجنة|لجنتها"),
        ("دبابة", "دبابات|الدبابتين|دباباتهم"),
        ("هجوم", "هجوما|للهجوم|هجومان|بهجومها"),
        ("قتل", "وقتلوا|قتلت|فقتل|قتلهم"),
        ("شهداء", "شهدائها|شهداؤهم|الشهداء"),
        ("مستشفى", "المستشفى|مستشفي|مستشفاها|مستشفيات"),
        ("إدلب", "ادلب|بإدلب|وادلب|لإدلب"),
        ("الأنبار", "الانبار|بالأنبار|أنبار"),
        ("رقة", "الرقة|الرقه|بالرقّة"),
        ("تعز", "تعز|بتعز|وتعز"),
        ("صنعاء", "صنعاء|بصنعاء|لصنعاء"),
        ("الجنجويد", "جنجويد|للجنجويد|والجنجويد"),
        ("دارفور", "بدارفور|دارفور|ودارفور"),
        ("أم درمان", "بأم درمان|وام درمان"),
        ("طرابلس", "بطرابلس|وطرابلس"),
        ("مصراتة", "مصراته|بمصراتة|ومصراتة"),
        ("ألمانيا", "المانيا|بألمانيا|والمانيا"),
        ("السورية", "سوري|السوريين|سورية"),
        ("أبو الحسن", "أبوالحسن|لأبي الحسن|وابوالحسن|أبا الحسن"),
        ("ابوالحسن", "أبو الحسن|بأبي الحسن"),
        ("عبدالله", "عبد الله|لعبدالله|وعبد الله"),
        ("نور الدين", "نورالدين|ونور الدين"),
        ("ديرالزور", "دير الزور|بدير الزور"),
        ("دير الزور", "بديرالزور"),
        ("كفرزيتا", "كفر زيتا|بكفرزيتا"),
        ("گرمیان", "كرميان"),
        ("2022", "٢٠٢٢|۲۰۲۲"),
        ("1500", "1,500|١٬٥٠٠"),
        ("hts", "HTS"),
        ("assad", "Al-Assad"),
    ],
)  # fmt: skip
def test_a_word_is_found_in_all_its_spellings(word: str, written: str) -> None:
    missed = [text for text in written.split("|") if not is_found(word, f"قيل إن {text} هناك.")]
    assert not missed


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("أبو الحسن", "جاء لأبي الحسن خبر"), ("أبو الحسن", "جاء أبا الحسن خبر"),
        ("عبدالله", "قال عبد الله ذلك"), ("الحسن", "قال أبوالحسن ذلك"),
        ("الله", "قال عبدالله ذلك"), ("ديرالزور", "وصل إلى دير الزور"),
        ("زيتا", "في كفرزيتا"), ("ابوالحسن", "عن أبو الحسن القرشي"),
    ],
)  # fmt: skip
def test_names_of_two_words_are_also_found_as_one_and_by_their_parts(name: str, text: str) -> None:
    assert is_found(name, text)


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("حوثي", "حوت الحوت حوثة"), ("سلام", "سالم سلم السالمون"), ("قتل", "مقاتل قاتل اقتتال"),
        ("بئر", "كبيرة كبير"), ("رأس", "فراس"), ("أمل", "كامل كاملة"), ("باسم", "اسمه الاسم"),
        ("والي", "إلى التي"), ("كتاب", "تاب"), ("مدن", "مدني مدنيون"), ("عدو", "العدوان"),
        ("سوداني", "السودان"), ("سود", "السودان"), ("بلد", "بلدة"), ("جنة", "لجنة"),
        ("دين", "الوالدين"), ("لبن", "لبنان"), ("أبو", "أبواب"), ("حسن", "حسين"),
        ("الحسين", "الحسن"), ("أبو الحسن", "أبوالحسين الحسن"), ("عمر", "عمار"),
        ("كتيبة", "كتائبهم"), ("وزير", "زير"), ("فريق", "ريق"), ("20", "2022 120"),
    ],
)  # fmt: skip
def test_a_near_word_is_not_found(word: str, others: str) -> None:
    found = [other for other in others.split() if is_found(word, other)]
    assert not found


def test_stems_have_three_letters_or_are_the_whole_word() -> None:
    for token in stems("وبدم الأب في حلب وللكرد بيد ولدها"):
        whole, *others = token.stems
        assert all(len(stem) >= 3 for stem in others), whole


def test_a_word_of_a_text_has_its_place_in_it() -> None:
    text = "قُتِل الحـوثيّ، ثم أبو  الحسن"
    assert [text[t.start : t.end] for t in stems(text)] == ["قُتِل", "الحـوثيّ", "ثم", "أبو", "الحسن"]


def test_marks_are_no_words() -> None:
    assert stems("، . « » - … \n") == []


@given(st.text(max_size=200))
@example("أبو الحسن عبد الله")
@example("ﷺ ﻻ ـــ و\u200fال")
def test_tokens_stand_in_the_text_in_order(text: str) -> None:
    start = 0
    for token in stems(text):
        assert start <= token.start < token.end <= len(text)
        assert token.stems
        assert all(stem and not set(stem) & set(" |\"'\\\n\x00") for stem in token.stems)
        start = token.start


@given(
    st.text(LETTERS, min_size=3, max_size=7).filter(lambda word: not word.startswith(("ال", "لل"))),
    st.sampled_from(CLITICS),
)
def test_a_word_finds_itself_behind_any_clitic(word: str, clitic: str) -> None:
    written = clitic + word
    known = words().known
    assume(clitic in ("", "ال") or not {written, *(written[:-n] for n in (1, 2))} & known)
    assert is_found(word, written)


@given(st.text(LETTERS, min_size=3, max_size=7), st.sampled_from(ENDINGS))
def test_a_word_of_three_letters_or_more_is_found_as_it_stands(word: str, ending: str) -> None:
    written = word + ending
    assert is_found(written, f"من {written} إلى")
