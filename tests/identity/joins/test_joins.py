"""Joins on one another: what is one by several rules, and what is never made one by a detour."""

from __future__ import annotations

from tests.identity.identity_helper import identities, joins, same, together


def test_rules_build_on_the_joins_before_them() -> None:
    text = (
        "اعتقلت الشرطة عبدالكريم النعيمي، المعروف باسم أبو ليث. ثم أفرجت عن عبد الكريم النعيمي. "
        "وكان النعيمي في السجن. وقال مصدر إن أبا ليث غادر البلاد."
    )
    names = {"عبدالكريم النعيمي", "أبو ليث", "عبد الكريم النعيمي", "النعيمي", "أبا ليث"}
    assert names in together(text)
    assert {rule for _, _, rule in joins(text)} == {"spelling", "alias", "short-name"}


def test_a_part_that_two_wordings_of_one_man_have_is_his() -> None:
    text = "قُتل عماد صالح الجبوري، المعروف باسم عماد الجبوري. وكان الجبوري طبيبا. وقُتل طارق الدوري."
    assert same(text, "عماد صالح الجبوري", "الجبوري")
    assert not same(text, "الجبوري", "طارق الدوري")


def test_two_that_the_report_keeps_apart_are_not_joined_by_a_third_name() -> None:
    text = (
        "قُتل سالم عمر الجبوري، المعروف باسم أبو ليث. ونفت الشرطة أن يكون سالم الجبوري "
        "هو نفسه أبو ليث."
    )
    assert [(d.one, d.two) for d in identities(text, "not_same_as")] == [
        ("سالم الجبوري", "أبو ليث")
    ]
    assert same(text, "سالم عمر الجبوري", "أبو ليث")
    assert not same(text, "سالم عمر الجبوري", "سالم الجبوري")


def test_the_earlier_mention_is_the_subject_of_a_join() -> None:
    text = "قال الجبوري إن البلدة آمنة. وكان عماد صالح الجبوري قد وصل أمس. ثم غادر الجبوري."
    ((one, two, _),) = joins(text)
    assert (one, two) == ("الجبوري", "عماد صالح الجبوري")


def test_a_man_and_the_unit_that_bears_his_name_are_two() -> None:
    text = "قُتل سالم الجبوري في هيت. وهاجمت كتيبة سالم الجبوري مخفرا. وكان الجبوري طبيبا."
    assert joins(text) == [("سالم الجبوري", "الجبوري", "short-name")]
    assert not same(text, "سالم الجبوري", "كتيبة سالم الجبوري")
