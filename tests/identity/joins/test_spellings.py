"""Mentions of one key that are worded otherwise, and the reason that each join gives."""

from __future__ import annotations

import pytest
from tests.identity.identity_helper import joins, same


@pytest.mark.parametrize(
    ("text", "join"),
    [
        ("اعتقلت الشرطة عبدالكريم النعيمي. ثم أفرجت عن عبد الكريم النعيمي.",
         ("عبدالكريم النعيمي", "عبد الكريم النعيمي", "spelling")),
        ("هاجم مسلحون قرية كفر لاها. ووصل الإسعاف إلى كفرلاها.",
         ("قرية كفر لاها", "كفرلاها", "spelling")),
        ("أعلنت هيئة تحرير الشام انسحابها. وقال شهود إن تحرير الشام أعادت نشر حواجزها.",
         ("هيئة تحرير الشام", "تحرير الشام", "synonym")),
        ("انسحبت حركة حماس من الموقع. وعاد مقاتلو حركة حماس مساء.",
         ("حركة حماس", "مقاتلو حركة حماس", "its-men")),
        ("قصف الجيش السوداني حيا في الفاشر. وقالت الخرطوم إنها استهدفت مخزنا.",
         ("الجيش السوداني", "الخرطوم", "government")),
    ],
)  # fmt: skip
def test_each_further_wording_is_joined_to_the_first(text: str, join: tuple[str, str, str]) -> None:
    assert joins(text) == [join]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("انسحبت حركة الشباب من بلعد. ثم عادت حركة الشباب.", "حركة الشباب"),
        ("قصف الجيش اليمني قرية. وسلم الأهالي للجيش اليمني أسيرا.", "الجيش اليمني"),
        ("قُتل العميد سامر الخطيب في هيت.", "سامر الخطيب"),
    ],
)
def test_the_same_words_and_a_name_in_its_title_need_no_join(text: str, words: str) -> None:
    assert joins(text) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("أبو الحسن الجزراوي", "أبا الحسين الجزراوي"),
        ("أبو بكر الحمصي", "أبا بكر الحموي"),
        ("حسن الحمصي", "حسين الحمصي"),
        ("محمد الحمصي", "محمود الحمصي"),
        ("عبد الله الحمصي", "عبيد الله الحمصي"),
        ("سعد الحمصي", "سعيد الحمصي"),
        ("أحمد بن علي الكثيري", "علي بن أحمد الكثيري"),
    ],
)
def test_near_names_are_two_men(one: str, two: str) -> None:
    text = f"قُتل {one} في تكريت. وكانت الشرطة قد اعتقلت {two} قبل شهر."
    assert not same(text, one, two)
    assert joins(text) == []
