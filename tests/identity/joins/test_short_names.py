"""A part of a name alone: of persons any part in order, of groups the opening or the rest."""

from __future__ import annotations

import pytest
from tests.identity.identity_helper import joins, same


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("قُتل عماد صالح الجبوري في كركوك. ووصف أقارب عماد الجبوري ما جرى بالغدر.",
         "عماد صالح الجبوري", "عماد الجبوري"),
        ("اعتقل الجيش أبا قتادة الحموي في تلبيسة. وقال قيادي إن أبا قتادة في السجن.",
         "أبا قتادة الحموي", "أبا قتادة"),
        ("اغتال مجهولون الصحفي هيثم الزنتوتي في المكلا. وكان الزنتوتي يعمل في إذاعة محلية.",
         "هيثم الزنتوتي", "الزنتوتي"),
        ("قصف الجيش الوطني السوري قرية. وقال الجيش الوطني إنه رد على النيران.",
         "الجيش الوطني السوري", "الجيش الوطني"),
        ("قصف الجيش الوطني السوري قرية. وسلم الأهالي للجيش الوطني أسيرا.",
         "الجيش الوطني السوري", "لجيش الوطني"),
        ("أعلن المرصد الليبي لحقوق الطفل مقتل طفل. وقال المرصد إن القصف استمر.",
         "المرصد الليبي", "المرصد"),
        ("هاجمت حركة الشباب بلعد. وقال الشباب إنهم دخلوها.", "حركة الشباب", "الشباب"),
    ],
)  # fmt: skip
def test_a_part_is_the_one_name_that_it_is_a_part_of(text: str, long: str, short: str) -> None:
    assert joins(text) == [(long, short, "short-name")]
    assert same(text, long, short)


def test_the_part_may_come_first() -> None:
    text = "قال الجبوري إن البلدة آمنة. وكان عماد صالح الجبوري قد تسلم منصبه أمس."
    assert joins(text) == [("الجبوري", "عماد صالح الجبوري", "short-name")]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("قُتل أبو مصعب الحموي وأبو مصعب الليبي. وكانت الشرطة تبحث عن أبي مصعب.", "أبي مصعب"),
        ("قُتل عماد الجبوري وطارق الجبوري. وكانت الشرطة تبحث عن الجبوري.", "الجبوري"),
        ("قصف الجيش الوطني السوري قرية. وانسحب الجيش الوطني الليبي. وقال الجيش الوطني إنه باق.",
         "الجيش الوطني"),
    ],
)  # fmt: skip
def test_a_part_of_two_names_is_neither(text: str, short: str) -> None:
    assert not any(short in (one, two) for one, two, _ in joins(text))


def test_of_two_who_share_a_part_it_is_the_one_named_so_far() -> None:
    text = "قُتل عماد الجبوري. وقال الجبوري قبل موته إن البلدة آمنة. ثم وصل طارق الجبوري."
    assert joins(text) == [("عماد الجبوري", "الجبوري", "short-name")]
    assert not same(text, "الجبوري", "طارق الجبوري")


@pytest.mark.parametrize(
    ("text", "long", "other"),
    [
        ("قُتل عماد طارق الجبوري. ثم قُتل طارق عماد في هيت.", "عماد طارق الجبوري", "طارق عماد"),
        ("قُتل عماد صالح الجبوري. وكان عماد الدوري طبيبا.", "عماد صالح الجبوري",
         "عماد الدوري"),
        ("قصف الجيش الوطني السوري قرية. ورد الجيش السوري على النيران.", "الجيش الوطني السوري",
         "الجيش السوري"),
        ("انضم لواء الفتح إلى تحالف الفتح في درنة.", "تحالف الفتح", "لواء الفتح"),
    ],
)  # fmt: skip
def test_other_words_or_another_order_are_no_part(text: str, long: str, other: str) -> None:
    first, second = sorted((long, other), key=text.index)
    assert not same(text, first, second)


@pytest.mark.parametrize(
    ("text", "long", "other"),
    [
        ("قُتل حازم سالم الجبوري وحازم الجبوري في هيت.", "حازم سالم الجبوري", "حازم الجبوري"),
        ("أفرج الجيش عن سالم عمر الجبوري. ثم أفرج عن عمر الجبوري.", "سالم عمر الجبوري",
         "عمر الجبوري"),
    ],
)  # fmt: skip
def test_two_joined_by_and_or_a_father_are_no_short_name(text: str, long: str, other: str) -> None:
    assert not same(text, long, other)


def test_two_groups_of_which_one_joins_the_other_are_two() -> None:
    text = "انضم الجيش الوطني إلى الجيش الوطني السوري."
    assert not same(text, "الجيش الوطني", "الجيش الوطني السوري")


def test_a_states_army_is_no_short_name_of_another_group() -> None:
    """«للجيش السوري» was joined to «الجيش السوري الحر», the killers to those who deny it."""
    text = "قُتل القيادي في عملية للجيش السوري. وقال الجيش السوري الحر إن مقاتليه هم من قتلوه."
    assert not same(text, "لجيش السوري", "الجيش السوري الحر")
