"""Who does and who suffers what a finite verb tells."""

import pytest
from tests.told import one, told


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


@pytest.mark.parametrize(
    ("text", "kind", "agents", "targets"),
    [
        (
            "المليشيا اقتحمت القرية واغتصبت ثلاث فتيات.", "sexual_violence",
            ["المليشيا"], ["ثلاث فتيات"],
        ),
        (
            "هجّرت قوات النظام نحو 300 عائلة من حي الوعر.", "displacement",
            ["قوات النظام"], ["300 عائلة"],
        ),
        ("أخلت فرق الدفاع المدني السكان من بناء دمره القصف.", "destruction", [], []),
    ],
)  # fmt: skip
def test_nobody_who_suffers_or_rescues_is_the_doer(
    text: str, kind: str, agents: list[str], targets: list[str]
) -> None:
    """Victims of the last of two deeds were its doers, and rescuers those who had shelled."""
    found = one(text, kind)
    assert (found.who("agent"), found.who("target")) == (agents, targets)


def test_a_sentence_of_death_is_a_judgment() -> None:
    kinds = {e.statement.type for e in told("صدقت المحكمة على حكم الإعدام بحق مدان.")}
    assert "judgment" in kinds and "execution" not in kinds
