"""Who does a deed that another word governs."""

import pytest
from tests.told import one


@pytest.mark.parametrize(
    ("text", "kind", "agent"),
    [
        ("تمكنت الشرطة من اعتقال مهرب في تعز.", "arrest", "الشرطة"),
        ("هدد الحوثيون بقصف مدينة مأرب.", "shelling", "الحوثيون"),
        ("اتهمت الحكومة الحوثيين بقصف السوق.", "shelling", "الحوثيين"),
        ("طالبت الأمم المتحدة الحوثيين بالإفراج عن المعتقلين.", "release", "الحوثيين"),
        ("تعتزم فرنسا الانسحاب من غاو.", "withdrawal", "فرنسا"),
    ],
)
def test_the_doer_that_the_governing_word_implies(text: str, kind: str, agent: str) -> None:
    assert one(text, kind).who("agent") == [agent]
