"""Numbers and quantities: values, bounds, kinds and offsets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.detection.duals import people_duals
from riwaya.detection.numbers import find_numbers, numbers_in
from riwaya.detection.tokens import tokenise
from riwaya.lexicons import load


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("١٢٣٤ و 1,234,567 و3.5", [1234, 1234567, 3.5]),
        ("1.500 مقاتل", [1500]),
        ("0.250", [0.25]),
        ("أحد عشر جنديا", [11]),
        ("مئة وخمسة وأربعين ألفاً", [145000]),
        ("ثلاثمائة وستون", [360]),
        ("ألفا شخص", [2000]),
        ("خمسة عشر ألفا", [15000]),
        ("مليون ونصف المليون نازح", [1500000]),
        ("3 آلاف و500 شخص", [3500]),
        ("القتلى السبعة", [7]),
        ("اللواء الثامن", [8]),
        ("الخامسة والعشرين", [25]),
        ("ثلثا السكان", [0.666666666666667]),
        ("خمس السكان", [0.2]),
        ("خمس نساء", [5]),
        ("ثلاثة أرباع", [0.75]),
        ("24/10/2019", [24, 10, 2019]),
        ("أحد عناصر الجيش", []),
        ("مواطن وأحد رفاقه", []),
        ("يوم الاثنين", []),
        ("كانون الثاني", []),
        ("٤ آلاف ٣ مائة و٢١", [4321]),
        ("مئتان وثلاثة جزء من مئة", [200.03]),
        ("(3) نازحين", [3]),
        ("اللواء التاسع عشر", [19]),
        ("الكتيبة 51", [51]),
        ("نصف مليون شخص", [500000]),
        ("ثلاثة فاصلة خمسة", [3.5]),
        ("صفر فاصل خمسة وعشرين", [0.25]),
        ("تلاتين شهيد", [30]),
        ("مليون ونصف مليون", [1500000]),
        ("120 340 210 450", [120, 340210450]),
    ],
)
def test_values(text: str, values: list[float]) -> None:
    assert [number.value for number in find_numbers(text)] == values


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("نحو 45 شخصا", 45, 45, True),
        ("وقرابة مئة مسلح", 100, 100, True),
        ("ما يقرب من 45", 45, 45, True),
        ("أكثر من 20 قتيلا", 20, None, False),
        ("بما لا يقل عن 12 جريحا", 12, None, False),
        ("10 أشخاص على الأقل", 10, None, False),
        ("لا يتجاوز 30 مقاتلا", None, 30, False),
        ("بين 10 و15 قتيلا", 10, 15, False),
        ("بين 10 و15 ألفا", 10000, 15000, False),
        ("من 10 إلى 15 شخصا", 10, 15, False),
        ("10-15 جريحا", 10, 15, False),
        ("عشرات المدنيين", 20, None, False),
        ("مئات النازحين", 200, None, False),
        ("وآلاف الجرحى", 2000, None, False),
        ("عشرات الآلاف", 20000, None, False),
        ("بضعة رجال", 3, 9, True),
        ("من 3 إلى 4 آلاف نازح", 3000, 4000, False),
        ("عشرات آلاف المدنيين", 20000, None, False),
        ("لم يتجاوز عددهم المئة", None, 100, False),
        ("بحد أقصى 20 شخصا", None, 20, False),
        ("قرابة الـ200 شخص", 200, 200, True),
        ("ما بين ألفين وثلاثة آلاف أسرة", 2000, 3000, False),
    ],
)
def test_bounds(text: str, low: int | None, high: int | None, approximate: bool) -> None:
    (number,) = find_numbers(text)
    assert (number.low, number.high, number.approximate) == (low, high, approximate)


def test_a_long_row_of_digits_is_many_numbers() -> None:
    """One number of 330 digits overflowed, and the report was lost."""
    assert len(find_numbers("123 " * 110)) > 1


def test_a_toll_that_rises_is_two_numbers() -> None:
    assert [n.value for n in find_numbers("ارتفع عدد القتلى من 10 إلى 15")] == [10, 15]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("اللواء 444", "name"),
        ("شارع 14", "name"),
        ("الساعة 10", "clock"),
        ("عيار 23", "measure"),
        ("20 كم", "measure"),
        ("20 بالمئة", "percent"),
        ("50%", "percent"),
        ("الفرقة الرابعة", "ordinal"),
        ("45 مدنيا", "cardinal"),
        ("2/3 السكان", "fraction"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [number.kind for number in find_numbers(text)] == [kind]


def _duals(text: str, duals: dict[str, bool]) -> list[tuple[str, float]]:
    return [(at.number.text, at.number.value) for at in numbers_in(tokenise(text), duals)]


def test_duals_count_two_where_they_are_duals_for_certain() -> None:
    duals = {"قتيلان": True, "شرطيين": False, "راعيان": True, "قتيلين": True}
    assert _duals("سقط قتيلان", duals) == [("قتيلان", 2)]
    assert _duals("سقط راعيان قتيلين", duals) == [("راعيان", 2)]
    assert _duals("عدد من شرطيين", duals) == []
    assert _duals("قتل شرطيين اثنين", duals) == [("اثنين", 2)]
    assert _duals("قتيلان اثنان", duals) == [("اثنان", 2)]


def test_the_mark_of_the_dual_is_read_where_it_is_written() -> None:
    if not people_duals(load()):
        pytest.skip("no table of people yet")
    assert [n.text for n in find_numbers("خطفوا مدنيَّيْن")] == ["مدنيَّيْن"]
    assert find_numbers("خطفوا مدنيين") == []


def test_a_thousand_thousand_behind_hundreds_is_one_more_thousand() -> None:
    assert [n.value for n in find_numbers("مئة وألف ألف قتيل")] == [101_000]


def test_every_integer_spelled_out_is_read_back() -> None:
    num2words = pytest.importorskip("num2words").num2words
    wrong = []
    for number in (*range(0, 1200), *range(1999, 10**6, 7919), *range(10**6, 10**9, 38999987)):
        text = num2words(number, lang="ar")
        if text != "ألفا" and [n.value for n in find_numbers(text)] != [number]:
            wrong.append((number, text))
    assert wrong == []


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=0, max_value=10**12))
def test_any_integer_spelled_out_is_read_back(number: int) -> None:
    num2words = pytest.importorskip("num2words").num2words
    assert [n.value for n in find_numbers(num2words(number, lang="ar"))] == [number]


_PIECES_TEXT = (
    "3 15 2022 ٤٥ - / , . % و من إلى بين نحو مئة وعشرين ألف آلاف مليون ونصف ثلاثة عشر "
    "الثاني أخماس على جزء خمس الفرقة عيار سالب اثنين قتيلان بالمئة عشرات 1/0 9e99 "
    "99999999999999999999"
)
_PIECES = st.sampled_from(_PIECES_TEXT.split())


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=9), st.text(max_size=20), st.sampled_from(["", " "]))
def test_no_text_raises_and_offsets_are_true(pieces: list[str], odd: str, blank: str) -> None:
    text = blank.join(pieces) + odd
    end = 0
    for number in find_numbers(text):
        assert text[number.start : number.end] == number.text
        assert number.text and number.start >= end
        end = number.end
