"""A verb of saying needs what it says: «أقر بأن», but not «أقر القانون»."""

import pytest
from tests.frames.reading_helper import sources


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("أقر الجيش المالي بأن دورية له قتلت راعياً قرب موبتي.", ("الجيش المالي", "admit")),
        ("أقرت القيادة الأميركية بمقتل راعٍ في غارة.", ("القيادة الأميركية", "admit")),
        ("قدّرت الأمم المتحدة أن مئة مدني قُتلوا في الجنينة.", ("الأمم المتحدة", "estimate")),
    ],
)
def test_a_verb_with_what_it_says_has_a_source(text: str, source: tuple[str, str]) -> None:
    assert sources(text, "killing") == [source]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أقر البرلمان الصومالي قانوناً، وقُتل نائب في مقديشو.", "killing"),
        ("أقر البرلمان الصومالي قانوناً للانتخابات قبل مقتل النائب بيوم.", "killing"),
        ("قدر الخبراء خسائر السوق، وقصف الجيش المدينة.", "shelling"),
        ("تبنى البرلمان قانوناً جديداً للأحزاب في جلسته الأولى، وقُتل نائب في مقديشو.", "killing"),
    ],
)
def test_a_law_that_is_passed_or_a_loss_that_is_valued_says_nothing(text: str, kind: str) -> None:
    assert sources(text, kind) == []


def test_a_deed_is_claimed_where_it_is_named() -> None:
    text = "تبنى الجناح المسلح للحركة تفجير الجسر."
    assert sources(text, "bombing") == [("الجناح المسلح للحركة", "claim")]


def test_a_leaked_document_says_it_itself() -> None:
    text = "وثيقة مسربة عن تعذيب معتقلين في سجن المزة."
    assert sources(text, "torture") == [("", "leak")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("هاجم مسلحون مقرّاً للشرطة وخطفوا حارساً في كاليه.", "abduction"),
        ("اقتحمت الشرطة مقرّاً لحزب محلي بالبصرة واعتقلت حارساً.", "arrest"),
        ("وقصف الجيش مقراً للفصيل في تل رفعت ما أدى إلى مقتل حارس.", "killing"),
    ],
)
def test_a_headquarters_admits_nothing(text: str, kind: str) -> None:
    """«مقرّاً» (a headquarters) was read as admitting."""
    assert sources(text, kind) == []


def test_who_admits_in_the_same_spelling_does() -> None:
    text = "أصدر الضابط بياناً، مقراً بمقتل حارس في السجن."
    assert sources(text, "killing") == [("الضابط", "admit")]
