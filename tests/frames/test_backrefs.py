"""A definite noun takes over what is known of the deed told before."""

import pytest
from tests.told import told


def _types(text: str, kind: str) -> list[tuple[list[str], list[str]]]:
    found = [e for e in told(text) if e.statement.type == kind]
    return [(e.who("agent"), e.who("place")) for e in found]


def test_the_strike_is_the_strike_told_before() -> None:
    first, second = _types(
        "شن الطيران الروسي غارة على إدلب. وأسفرت الغارة عن مقتل خمسة مدنيين.", "airstrike"
    )
    assert first == second == (["الطيران الروسي"], ["إدلب"])


def test_an_indefinite_noun_is_another_deed() -> None:
    _, second = _types(
        "شن الطيران الروسي غارة على إدلب. وفي وقت لاحق استهدفت غارة مدينة الباب.", "airstrike"
    )
    assert second[0] == []


@pytest.mark.parametrize(("again", "agents"), [("حي الضمان", ["مسلحون"]), ("مدينة سرت", [])])
def test_a_quarter_may_lie_in_the_town_told_of_before(again: str, agents: list[str]) -> None:
    """«القتال … في حي كذا» was another one than «اشتباكات … وسط المدينة»."""
    event = told(f"اقتتل مسلحون في مدينة الزاوية. وبدأ القتال في {again}.")[-1]
    assert event.who("agent") == agents
