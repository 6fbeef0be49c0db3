"""Who says that he did it himself claims it."""

import pytest
from tests.frames.reading_helper import sources
from tests.told import one


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قال الجيش السوداني إنه قصف مستودعاً في بحري.", "shelling"),
        ("قالت حركة الشباب إن مقاتليها هاجموا قاعدة في بارواني.", "attack"),
        ("أكدت قسد أن قواتها اعتقلت مهرباً في الشحيل.", "arrest"),
        ("أعلن الجيش اللبناني توقيف مهرب في عرسال.", "arrest"),
        ("قال المتحدث باسم الجيش السوداني إن الجيش السوداني قصف مستودعاً في بحري.", "shelling"),
        ("قال الفصيل إنه نفذ هجوماً على ثكنة في بوني.", "attack"),
    ],
)
def test_a_side_that_tells_of_its_own_deed_claims_it(text: str, kind: str) -> None:
    assert [act for _, act in sources(text, kind)] == ["claim"]
    assert one(text, kind).who("agent")


@pytest.mark.parametrize(
    ("text", "kind", "act"),
    [
        ("قال الجيش السوداني إن الدعم السريع قصف مستودعاً في بحري.", "shelling", "say"),
        ("أكد المرصد أن قسد اعتقلت مهرباً في الشحيل.", "arrest", "confirm"),
        ("قال الجيش السوداني إن جندياً قُتل في بحري.", "killing", "say"),
        ("أفاد الدفاع المدني بأن الطائرات قصفت مستودعاً في سرمدا.", "shelling", "say"),
    ],
)
def test_who_tells_of_the_deed_of_others_claims_nothing(text: str, kind: str, act: str) -> None:
    assert [found for _, found in sources(text, kind)] == [act]


@pytest.mark.parametrize(
    "text",
    [
        "قال الجيش السوداني إنه لم يقصف مستودعاً في بحري.",
        "قال الجيش السوداني إنه سيقصف مستودعات بحري.",
        "قال الجيش السوداني إنه قد يقصف مستودعات بحري.",
    ],
)
def test_a_deed_not_done_is_not_claimed(text: str) -> None:
    assert [act for _, act in sources(text, "shelling")] == ["say"]


def test_only_the_innermost_source_claims() -> None:
    text = "ذكرت وكالة الأناضول أن الجيش السوداني قال إنه قصف مستودعاً في بحري."
    assert [act for _, act in sources(text, "shelling")] == ["say", "claim"]
