"""The rules of the folder together: one part of a deed is denied, and one rule decides."""

import pytest
from tests.frames.denied.denied_helper import denied, last_of
from tests.frames.reading_helper import events


def test_the_first_rule_that_speaks_decides() -> None:
    text = "ليس الجيش من قصف المستشفى بل فصيل محلي."
    assert denied(text, "shelling") == "agent cleft"


def test_what_is_known_is_asked_last() -> None:
    text = "قُتل القاضي في غارة. ولم يُقتل القاضي اليوم، بل قبل أسبوعين."
    assert denied(text, "killing") == "time corrected"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ليس الحشد الشعبي من قصف المعسكر في البصرة.", "shelling"),
        ("الانفجار لم يقع داخل مطار بنينا.", "bombing"),
        ("حصيلة الانفجار ليست عشرين شهيداً.", "killing"),
    ],
)
def test_a_deed_with_a_denied_part_is_negative_and_not_in_doubt(text: str, kind: str) -> None:
    found = last_of(text, kind)
    assert (found.polarity, found.realis) == ("negative", "actual")


def test_only_the_deed_that_is_spoken_of_is_touched() -> None:
    text = "الانفجار لم يقع داخل مطار بنينا، وقتل الجنود سائقاً قرب المطار."
    assert denied(text, "bombing") == "place misplaced"
    assert denied(text, "killing") == ""


def test_each_sentence_is_judged_by_its_own_words() -> None:
    text = "الانفجار لم يقع داخل مطار بنينا. وقُتل سائق في انفجار داخل المدينة."
    first, *_, last = [s for s in events(text) if s.type == "bombing"]
    assert (first.polarity, last.polarity) == ("negative", "positive")
