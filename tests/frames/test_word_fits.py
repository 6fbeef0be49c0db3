"""Whether a word, as cut, can be the event word it is spelt like."""

import pytest
from tests.told import one, told


def test_a_verbal_noun_behind_the_preposition_of_its_verb_is_no_verb() -> None:
    event = one("أعلنت الشرطة أنها تمكنت من قتل ما يقرب من 45 عنصراً.", "killing")
    assert event.who("agent") == ["الشرطة"]
    assert event.counts == [("killed", 45, 45)]


def test_a_genitive_behind_a_class_of_deeds_is_a_noun() -> None:
    event = one("ارتكب التنظيم جرائم قتل طالت العشرات.", "killing")
    assert event.who("target") == ["العشرات"]


def test_the_particle_faqad_tells_of_no_loss() -> None:
    assert not [e for e in told("فقد حافظت المدينة على هدوئها.") if e.statement.type == "killing"]


def test_what_is_condemned_is_a_noun_and_not_the_deed_of_who_condemns_it() -> None:
    """«أدانت فرنسا قصف المستشفى» made France shell the hospital, and claim it."""
    strongly = one("أدانت الجامعة العربية بأشد العبارات قصف المدرسة في تعز.", "shelling")
    assert strongly.who("agent") == []
    event = one("أدانت فرنسا قصف المستشفى في حلب.", "shelling")
    assert event.who("agent") == []
    assert [link.act for link in event.statement.attribution] == ["say"]
    assert one("أدانت فرنسا هجوم الميليشيا وقصف الجيش السوق.", "shelling").who("agent") == ["الجيش"]


@pytest.mark.parametrize(
    "speaker",
    ["نفى الناطق باسم الجيش العميد نبيل عبد الله", "نفى محافظ درعا", "نفى أحمد سالم، مساء الأحد،"],
)
def test_what_is_denied_is_a_noun_and_not_the_deed_of_who_denies_it(speaker: str) -> None:
    """«نفى المتحدث … قصف السوق» made the spokesman shell the market."""
    found = one(f"{speaker} قصف سوق نيالا.", "shelling")
    assert found.who("agent") == []
    assert found.who("target") == ["سوق نيالا"]
    assert [link.act for link in found.statement.attribution] == ["deny"]


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("أعلن المتحدث باسم الجيش العميد نبيل عبد الله قتل أربعة مسلحين.", ["الجيش"]),
        ("أعلن الجيش، الأحد، قتل أربعة مسلحين.", ["الجيش"]),
        ("أكد العميد سالم قتل أربعة مسلحين.", []),
    ],
)
def test_what_is_announced_is_a_noun_and_the_deed_of_the_side_alone(
    text: str, agent: list[str]
) -> None:
    """Whoever announced for a side was the doer himself."""
    found = one(text, "killing")
    assert (found.who("agent"), found.who("target")) == (agent, ["أربعة مسلحين"])
