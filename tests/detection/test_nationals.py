"""People named by where they are from alone."""

import pytest
from tests.told import one, told


@pytest.mark.parametrize(
    ("text", "kind", "who", "count"),
    [
        ("استشهد 13 فلسطينياً جراء غارات.", "killing", "13 فلسطينياً", 13),
        ("مقتل ثلاثة لبنانيين بغارة.", "killing", "ثلاثة لبنانيين", 3),
        ("خطف ثلاثة أتراك في العراق.", "abduction", "ثلاثة أتراك", 3),
        ("وفاة عشرين كردياً في السجن.", "killing", "عشرين كردياً", 20),
    ],
)
def test_a_number_counts_them(text: str, kind: str, who: str, count: int) -> None:
    """«13 فلسطينياً» was 13 of nobody."""
    found = one(text, kind)
    assert found.who("target") == [who]
    assert [n[1:] for n in found.counts] == [(count, count)]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("استشهاد فلسطيني وإصابة ثلاثة آخرين.", "killing", "فلسطيني"),
        ("قتل إسرائيلي في عملية إطلاق نار.", "killing", "إسرائيلي"),
        ("إصابة فلسطينية بجروح.", "injury", "فلسطينية"),
        ("اعتقلت قوات الاحتلال فلسطينياً من جنين.", "arrest", "فلسطينياً"),
        ("مقتل عراقي كردي في أربيل.", "killing", "عراقي كردي"),
    ],
)
def test_one_alone_is_whom_it_was_done_to(text: str, kind: str, who: str) -> None:
    """Nobody was killed in «استشهاد فلسطيني», or a Palestinian had done it."""
    found = one(text, kind)
    assert (found.who("target"), who in found.who("agent")) == ([who], False)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("قصف إسرائيلي على غزة.", "shelling"), ("وقعت عملية طعن فلسطينية أمس.", "injury")],
)
def test_behind_a_noun_of_another_deed_it_is_an_adjective(text: str, kind: str) -> None:
    assert not {"إسرائيلي", "فلسطينية"} & set(one(text, kind).who("target"))


def test_years_and_surnames_are_no_people() -> None:
    """«سنة» is the plural of «سني», too."""
    assert all("سنة" not in who for e in told("قتل طفل عمره 15 سنة.") for who in e.who("target"))
    found = one("أوقفت الشرطة المشتبه به بلال صحراوي في العاصمة.", "arrest")
    assert not {"صحراوي"} & set(found.who("target"))
    two = one("قتل ثمانية أشخاص، ستة منهم فرنسيون واثنان نيجريان.", "killing")
    assert ("killed", 2, 2) in two.counts
