"""What «بل» and «وإنما» put in the place of what was denied."""

import pytest
from tests.frames.denied.denied_helper import denied
from tests.frames.reading_helper import events


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("لم تقع الغارة في مدينة الحديدة بل في ريفها.", "airstrike", "place"),
        ("لم يُقتل القيادي اليوم، بل قبل أسبوعين.", "killing", "time"),
        ("لم تقصف الطائرات المستشفى بل مستودعاً قريباً منه.", "airstrike", "target"),
        ("لم تقصف الطائرات حي الصناعة بل حي السكري.", "airstrike", "target"),
        ("لم يستهدف المسلحون القاضي، بل حارسه.", "attack", "target"),
        ("لم تسقط القذائف على القرية وإنما على التلال المجاورة.", "shelling", "target"),
        ("لم يعتقل الأمن خمسين شاباً في الخليل بل سبعة فقط.", "arrest", "figure"),
        ("لم يعتقل الأمن خمسين شاباً في الخليل بل 7.", "arrest", "figure"),
        ("لم يقتل عشرة جنود في الهجوم بل ثلاثة.", "killing", "figure"),
    ],
)
def test_what_is_put_in_its_place_tells_which_part_is_denied(
    text: str, kind: str, part: str
) -> None:
    assert denied(text, kind) == f"{part} corrected"


def test_another_deed_behind_it_denies_the_whole_first_one() -> None:
    text = "لم يعتقل الأمن أي شاب في الخليل بل قتل سائقاً."
    assert denied(text, "arrest") == "event"
    assert denied(text, "killing") == ""


def test_without_it_the_deed_is_denied() -> None:
    assert denied("لم تقصف الطائرات المستشفى أمس.", "airstrike") == "event"


def test_a_sentence_between_them_parts_the_two() -> None:
    text = "لم يستهدف المسلحون القاضي؛ الحارس غادر، بل سافر منذ شهر."
    assert denied(text, "attack") == "event"


def test_what_is_told_as_done_is_not_turned_by_it() -> None:
    assert denied("اعتقل الأمن خمسين شاباً في الخليل بل سبعين.", "arrest") == ""


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("لم تسقط القذيفة على الجامعة أثناء الدوام بل بعد انصراف الطلاب.", "shelling", "time"),
        ("لم تعتقل الشرطة الأسير ليث دراغمة، وإنما احتجزت شقيقه.", "arrest", "target"),
    ],
)
def test_a_later_time_or_another_victim_corrects_that_part(text: str, kind: str, part: str) -> None:
    found = next(s for s in events(text) if s.type == kind)
    assert (found.polarity, found.negates) == ("negative", part)
