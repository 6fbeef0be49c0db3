"""Not so many: the number is denied and the deed is not."""

import pytest
from tests.frames.denied.denied_helper import denied
from tests.frames.reading_helper import events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("حصيلة الأربعين قتيلاً في قصف الفاشر غير دقيقة.", "killing"),
        ("نشرت صفحات حصيلة عن مقتل أربعين جندياً مبالغ فيها.", "killing"),
        ("حصيلة الانفجار ليست عشرين شهيداً.", "killing"),
        ("لم يتجاوز عدد قتلى التفجير ثلاثة.", "killing"),
        ("ذكرت صفحات أن سبعة جرحى وصلوا إلى المشفى، وهو رقم لا أصل له.", "injury"),
        ("نفى الجيش أن عدد قتلى القصف كبير.", "killing"),
    ],
)
def test_a_number_called_wrong_denies_the_figure(text: str, kind: str) -> None:
    assert denied(text, kind) == "figure miscounted"


def test_the_attack_behind_a_wrong_toll_stands() -> None:
    assert denied("حصيلة الأربعين قتيلاً في قصف الفاشر غير دقيقة.", "shelling") == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("حصيلة القصف أربعون قتيلاً.", "killing"),
        ("ذكرت صفحات أن سبعة جرحى وصلوا إلى المشفى، وهو مشفى بعيد.", "injury"),
        ("تجاوز عدد قتلى التفجير ثلاثة.", "killing"),
        ("نشرت صفحات حصيلة عن مقتل أربعين جندياً في المعركة.", "killing"),
    ],
)
def test_a_toll_that_nobody_denies_stays(text: str, kind: str) -> None:
    assert denied(text, kind) == ""


def test_a_denial_that_goes_on_with_another_number_denies_the_first_one() -> None:
    text = "نفت وزارة الصحة مقتل مئة شخص في الانفجار، وقالت إن ثلاثين شخصاً قُتلوا."
    first, second = [s for s in events(text) if s.type == "killing"]
    assert (first.polarity, first.negates) == ("negative", "figure")
    assert second.polarity == "positive"


def test_a_denial_that_goes_on_with_another_harm_denies_the_deed() -> None:
    text = "نفت وزارة الصحة مقتل مئة شخص في الانفجار، وقالت إن ثلاثين شخصاً أصيبوا."
    assert denied(text, "killing") == "event"
    assert denied(text, "injury") == ""
