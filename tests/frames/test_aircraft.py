"""Whose aircraft a phrase names with its deed."""

import pytest
from tests.told import one


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("قصفت طائرات حربية روسية بلدة حيان.", "طائرات حربية روسية"),
        ("قصف الطيران الروسي بلدة حيان.", "الطيران الروسي"),
        ("استهدفت مسيّرة تركية سيارة في القامشلي.", "مسيّرة تركية"),
        ("غارتان من مسيرة إسرائيلية على بلدة عيتا.", "مسيرة إسرائيلية"),
        ("قصف من طائرة حربية روسية على بلدة حيان.", "طائرة حربية روسية"),
    ],
)
def test_who_owns_the_aircraft_did_it(text: str, agent: str) -> None:
    """«قصفت طائرات روسية» had no doer, for its trigger is the whole phrase."""
    assert one(text, "airstrike").who("agent") == [agent]


def test_what_stands_behind_such_a_phrase_was_hit() -> None:
    found = one("قصفت طائرات أمريكية مواقع للحوثيين في الحديدة.", "airstrike")
    assert found.who("target") == ["مواقع للحوثيين"]


def test_aircraft_of_nobody_named_are_no_doer() -> None:
    assert one("استهدفت طائرة مسيرة سيارة في مأرب.", "airstrike").who("agent") == []
