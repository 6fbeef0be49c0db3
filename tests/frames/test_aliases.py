"""Who is said to bear a second name, and by which words."""

from __future__ import annotations

import pytest

import riwaya


def _called(text: str) -> list[tuple[str, str, str]]:
    """First name, second name and rule of each identity that a text states between two names."""
    made = riwaya.read(text)
    words = {m.id: m.text for m in made.mentions}
    found = []
    for statement in made.statements:
        if statement.kind == "identity" and "synonym" not in statement.rules:
            one, two = (words[r.mention or ""] for r in statement.roles)
            found.append((one, two, statement.rules[0]))
    return found


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "قُتل القيادي ماهر الأسعد المعروف باسم أبو ليلى في منبج.",
            ("ماهر الأسعد", "أبو ليلى", "alias"),
        ),
        ("قُتل ماهر الأسعد، وكنيته أبو ليلى، قرب منبج.", ("ماهر الأسعد", "أبو ليلى", "alias")),
        ("اعتُقل حسن العلي الملقب بالثعلب في إعزاز.", ("حسن العلي", "الثعلب", "alias")),
        (
            "قُتل أبو ليلى، واسمه الحقيقي ماهر الأسعد، في منبج.",
            ("أبو ليلى", "ماهر الأسعد", "legal_name"),
        ),
        (
            "قُتل أبو ليلى في منبج. واسمه الحقيقي ماهر الأسعد.",
            ("أبو ليلى", "ماهر الأسعد", "legal_name"),
        ),
        (
            "قصف الجيش بلدة السعدية، المعروفة محلياً باسم الوادي.",
            ("بلدة السعدية", "الوادي", "other_name"),
        ),
        ("زار القائد، وهو ماهر الأسعد، الثكنة.", ("القائد", "ماهر الأسعد", "description")),
        ("اعتقلت الشرطة ماهر الأسعد المدعو أبو ليلى.", ("ماهر الأسعد", "أبو ليلى", "called")),
        ("قُتل ماهر الأسعد «الثعلب» قرب منبج.", ("ماهر الأسعد", "الثعلب", "quoted")),
        ("اعتقل الجيش علي سالم (أبو خالد) في عفرين.", ("علي سالم", "أبو خالد", "bracketed")),
        (
            "أطفأ الدفاع المدني السوري (الخوذ البيضاء) الحريق.",
            ("الدفاع المدني السوري", "الخوذ البيضاء", "bracketed"),
        ),
    ],
)
def test_a_second_name(text: str, pair: tuple[str, str, str]) -> None:
    assert _called(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "قُتل القيادي ماهر الأسعد في منبج، وتحدث أبو ليلى للصحفيين.",
        "قُتل أبو ليلى. وقال ماهر الأسعد إن الغارة وقعت ليلاً.",
        "زار القائد الثكنة في منبج مساء، وهو ماهر الأسعد.",
        "قُتل ماهر الأسعد في «معركة الفجر» قرب منبج.",
        "قُتل ماهر الأسعد وقال «لن نستسلم» قبل موته.",
        "انفجرت عبوة في الشيخ مقصود (حلب).",
        "اعتقل الجيش علي سالم (40 عاماً) في عفرين.",
        "قُتل ماهر الأسعد؛ المعروف باسم أبو ليلى نجا.",
    ],
)
def test_two_names_that_nothing_ties(text: str) -> None:
    assert _called(text) == []


def test_several_bear_second_names_in_their_order() -> None:
    text = "اعتقل الجيش ماهر الأسعد وعمر الدوسري، المعروفين بأبي ليلى وأبي طلحة."
    assert _called(text) == [
        ("ماهر الأسعد", "أبي ليلى", "respective"),
        ("عمر الدوسري", "أبي طلحة", "respective"),
    ]
    assert _called("اعتقل الجيش ماهر الأسعد وعمر الدوسري، المعروفين في البلدة.") == []


def test_a_kunya_joined_to_a_second_name_is_a_third() -> None:
    text = "قُتل ماهر الأسعد، الملقب بأبي حفص وأبو طلحة، في منبج."
    assert [second for _, second, _ in _called(text)] == ["أبي حفص", "أبو طلحة"]
    other = "قُتل ماهر الأسعد، الملقب بأبي حفص وعمر الدوسري، في منبج."
    assert [second for _, second, _ in _called(other)] == ["أبي حفص"]


def test_an_unknown_second_name_is_of_the_kind_of_the_first() -> None:
    made = riwaya.read("قُتل ماهر الأسعد «جواد» في منبج.")
    assert {m.kind for m in made.mentions if m.text == "جواد"} == {"person"}


def test_a_town_inside_a_quoted_second_name_is_part_of_it() -> None:
    """«المعروف بلقب «نمر حلب»» gave «نمر»."""
    text = "قُتل عمر العلي، المعروف بلقب «نمر حلب»، في منبج."
    assert _called(text) == [("عمر العلي", "نمر حلب", "alias")]


def test_a_verb_of_naming_may_stand_before_the_one_who_is_named() -> None:
    """«ويُعرف فلان أيضا باسم …» joined nobody."""
    text = "قُتل عمر العلي في منبج. ويُعرف العلي أيضا باسم «سعد الحلبي»."
    assert ("العلي", "سعد الحلبي", "alias") in _called(text)


def test_who_speaks_in_a_name_is_not_called_so() -> None:
    assert _called("تحدث عمر العلي باسم أحمد السعد في منبج.") == []
