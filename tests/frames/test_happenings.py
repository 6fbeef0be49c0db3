"""What is told twice is one happening."""

from tests.told import told


def _happenings(text: str, kind: str) -> list[str | None]:
    return [e.statement.happening for e in told(text) if e.statement.type == kind]


def test_the_headline_and_the_body_tell_of_one() -> None:
    text = (
        "مقتل خمسة مدنيين بغارة على سرمين\n\n"
        "قُتل خمسة مدنيين بغارة شنها الطيران الروسي على سرمين، أمس الاثنين، بحسب الدفاع المدني.\n"
    )
    first, second = _happenings(text, "killing")
    assert first is not None
    assert first == second


def test_two_places_are_two() -> None:
    text = "قُتل ثلاثة مدنيين بقصف على سرمين أمس. وقُتل ثلاثة مدنيين بقصف على بنش أمس."
    first, second = _happenings(text, "killing")
    assert first is None or first != second
