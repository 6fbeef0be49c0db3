"""Where a group keeps its positions."""

import pytest
from tests.frames.relations.relation_helper import one, related


@pytest.mark.parametrize(
    ("text", "group", "place"),
    [
        ("دمرت الطائرات معسكرات لحركة الشباب في كيسمايو.", "حركة الشباب", "كيسمايو"),
        ("دهمت القوات أوكار داعش داخل الحويجة.", "داعش", "داخل الحويجة"),
        ("دمر الطيران معسكرات تنظيم القاعدة جنوب شقرة.", "تنظيم القاعدة", "جنوب شقرة"),
        ("داهمت الشرطة مخابئ لتنظيم القاعدة قرب عدن.", "تنظيم القاعدة", "قرب عدن"),
    ],
)
def test_a_group_is_where_its_positions_are(text: str, group: str, place: str) -> None:
    found = one(text)
    assert (found.type, found.subject, found.object) == ("present_in", group, place)


@pytest.mark.parametrize(
    "text",
    [
        "دمر الطيران منازل لحركة الشباب في كيسمايو.",
        "داهمت الشرطة مخابئ لمهربين في عدن.",
        "نقل المقاتلون معسكرات لحركة الشباب إلى كيسمايو.",
        "نقل المقاتلون معسكرات لحركة الشباب من كيسمايو.",
        "دمر مسلحون معسكرات لحركة الشباب واستراحوا في كيسمايو.",
    ],
)
def test_what_is_no_position_of_a_group_there_says_nothing(text: str) -> None:
    assert related(text) == []


def test_the_positions_are_the_groups_not_its_enemys() -> None:
    text = "دمر الجيش السوداني معسكرات لحركة الشباب في كيسمايو، وعاد إلى كسلا."
    assert related(text) == [("present_in", "حركة الشباب", "كيسمايو")]


@pytest.mark.parametrize(
    ("text", "group", "place"),
    [
        ("استهدفت المدفعية مواقع قسد في عين عيسى.", "قسد", "عين عيسى"),
        ("قصفت الطائرات مقرات للحركة في كيسمايو.", "لحركة", "كيسمايو"),
    ],
)
def test_a_position_called_by_a_group_is_the_group_s(text: str, group: str, place: str) -> None:
    assert related(text) == [("present_in", group, place)]
