"""People with the place that they are of, right behind them."""

import pytest
from tests.frames.relations.relation_helper import one, related


@pytest.mark.parametrize(
    ("text", "who", "place"),
    [
        ("غرق صياد من الحديدة في البحر.", "صياد", "الحديدة"),
        ("عثر السكان على جثة امرأة من الضالع.", "امرأة", "الضالع"),
        ("شارك طبيب من كسلا في المؤتمر.", "طبيب", "كسلا"),
        ("يضم الوفد نساء من دارفور.", "نساء", "دارفور"),
        ("تحدث سامي الطائي من الرمادي عن الحادث.", "سامي الطائي", "الرمادي"),
    ],
)
def test_a_place_behind_people_is_where_they_are_of(text: str, who: str, place: str) -> None:
    found = one(text)
    assert (found.type, found.subject, found.object) == ("from", who, place)


@pytest.mark.parametrize(
    "text",
    [
        "نزح مدنيون من خان يونس.",  # the verb takes «من»
        "نزحت أسرة من كسلا إلى القضارف.",
        "وصلت قوات من تعز.",  # a force comes from there
        "شارك طبيب في كسلا في المؤتمر.",
        "عاد الرجل من كسلا.",  # a man who is known came back from there
        "شارك طبيب جاء من كسلا في المؤتمر.",
    ],
)
def test_where_somebody_went_from_is_no_origin(text: str) -> None:
    assert related(text) == []


def test_only_the_place_right_behind_is_the_origin() -> None:
    found = one("عثر السكان على جثة امرأة من الضالع.")
    assert found.statement.trigger and found.statement.trigger.text == "من"
    assert "الضالع" not in one("شارك طبيب من كسلا في مؤتمر الضالع.").object
