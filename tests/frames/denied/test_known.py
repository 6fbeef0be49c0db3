"""Of a deed that the report tells, only what a later negation adds is denied."""

import pytest
from tests.frames.denied.denied_helper import denied
from tests.frames.reading_helper import events

_DEAD = "قُتل القائد الميداني في غارة على منبج."


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        (f"{_DEAD} لكنه لم يُقتل يوم الجمعة.", "killing", "time"),
        (f"{_DEAD} ولم يُقتل في الرقة كما نشرت صفحات.", "killing", "place"),
        ("اغتال مسلحون قاضياً في الموصل. ولم يُقتل القاضي يوم الأحد.", "killing", "time"),
        (f"{_DEAD} وشيعه الأهالي. ولم يُقتل يوم الجمعة.", "killing", "time"),
        ("خطف مسلحون مهندساً في الأنبار. ولم يخطف المسلحون زوجته.", "abduction", "target"),
    ],
)
def test_a_negation_of_a_deed_told_before_denies_what_it_adds(
    text: str, kind: str, part: str
) -> None:
    assert denied(text, kind) == f"{part} known_deed"


def test_the_deed_told_before_stays_as_it_was_told() -> None:
    first, _ = [s for s in events(f"{_DEAD} لكنه لم يُقتل يوم الجمعة.") if s.type == "killing"]
    assert (first.polarity, first.negates) == ("positive", None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("لم يُقتل القائد الميداني يوم الجمعة.", "killing"),
        ("أصيب القائد في كمين. ولم يُقتل يوم الجمعة.", "killing"),
        ("ربما قُتل القائد في منبج. ولم يُقتل يوم الجمعة.", "killing"),
        ("خطف مسلحون مهندساً في الأنبار. ولم يقصف الجيش البلدة يوم الجمعة.", "shelling"),
    ],
)
def test_a_deed_that_was_not_told_as_done_is_denied_as_a_whole(text: str, kind: str) -> None:
    assert denied(text, kind) == "event"
