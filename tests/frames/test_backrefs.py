"""A definite noun takes over what is known of the deed told before."""

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
