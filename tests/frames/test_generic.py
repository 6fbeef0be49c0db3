"""Deeds named but not told: classes of deeds, habits, questions, allegations."""

import pytest
from tests.frames.reading_helper import event, events


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("يعاقب القانون على القتل والخطف.", "generic"),
        ("تشجع هذه الأفكار القتل.", "generic"),
        ("هل قتل المسلحون الرهينة؟", "possible"),
        ("وتنظر المحكمة في قضية قتل تاجر.", "possible"),
    ],
)
def test_a_deed_that_is_only_named_is_not_actual(text: str, realis: str) -> None:
    found = [s for s in events(text) if s.type in ("killing", "abduction")]
    assert found and {s.realis for s in found} == {realis}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("مقتل شرطيين في الموصل.", "killing"),
        ("قُتل تاجر في تعز. وأكدت الشرطة أن القتل وقع فجراً.", "killing"),
        ("بدأت محاكمة ضالعين في اغتيال ضابط في الموصل أمس.", "assassination"),
    ],
)
def test_a_deed_that_is_told_stays_actual(text: str, kind: str) -> None:
    found = [s for s in events(text) if s.type == kind]
    assert found and {s.realis for s in found} == {"actual"}


def test_a_habit_of_a_kind_of_people_is_generic() -> None:
    assert event("وندد بالمسلحين الذين يخطفون المدنيين.", "abduction").realis == "generic"


def test_a_denied_deed_is_no_class() -> None:
    found = event("نفى المتحدث باسم الجيش وقوع أي قصف.", "shelling")
    assert (found.realis, found.polarity) == ("actual", "negative")
