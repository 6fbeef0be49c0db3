"""Who does and who suffers what a finite verb tells."""

import pytest
from tests.told import one


@pytest.mark.parametrize(
    ("text", "agent", "target"),
    [
        ("قتلت القوات الحكومية أربعة مسلحين.", ["القوات الحكومية"], ["أربعة مسلحين"]),
        ("القوات الحكومية قتلت أربعة مسلحين.", ["القوات الحكومية"], ["أربعة مسلحين"]),
        ("قُتل أربعة مسلحين.", [], ["أربعة مسلحين"]),
        ("قتل أربعة مسلحين على يد القوات الحكومية.", ["القوات الحكومية"], ["أربعة مسلحين"]),
        ("أربعة مسلحين قتلوا في كمين.", [], ["أربعة مسلحين"]),
    ],
)
def test_orders_and_voices_of_one_deed(text: str, agent: list[str], target: list[str]) -> None:
    found = one(text, "killing")
    assert (found.who("agent"), found.who("target")) == (agent, target)


def test_written_vowels_tell_the_passive() -> None:
    found = one("قُصفت بلدة كفرنبل صباح اليوم.", "shelling")
    assert (found.who("agent"), found.who("place")) == ([], ["بلدة كفرنبل"])


def test_joined_verbs_go_on_with_the_subject() -> None:
    text = "هاجم مسلحون قرية في مالي وأحرقوا المنازل ثم انسحبوا منها."
    assert one(text, "destruction").who("agent") == ["مسلحون"]
    assert one(text, "withdrawal").who("agent") == ["مسلحون"]
