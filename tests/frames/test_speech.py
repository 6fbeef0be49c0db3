"""The order of those who say a thing, and who published the document it is said in."""

import pytest
from tests.frames.reading_helper import sources


def _names(text: str, kind: str) -> list[str]:
    return [name for name, _ in sources(text, kind)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "نفى قائد الشرطة مقتل المتظاهر في بابل، بحسب قناة السومرية.",
            ["قناة السومرية", "قائد الشرطة"],
        ),
        (
            "قال مصدر طبي إن متظاهراً قُتل في بابل، بحسب وكالة الأناضول.",
            ["وكالة الأناضول", "مصدر طبي"],
        ),
        (
            "قال قائد الشرطة إن متظاهراً قُتل في بابل، وفق ما ذكرت إذاعة محلية.",
            ["إذاعة محلية", "قائد الشرطة"],
        ),
    ],
)
def test_who_is_named_behind_reports_what_another_said(text: str, names: list[str]) -> None:
    assert _names(text, "killing") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "قالت قناة السومرية إن متظاهراً قُتل في بابل، بحسب شاهد عيان.",
            ["قناة السومرية", "شاهد عيان"],
        ),
        (
            "ذكرت وكالة الأناضول أن متظاهراً قُتل في بابل، وفقاً لمصدر طبي.",
            ["وكالة الأناضول", "مصدر طبي"],
        ),
    ],
)
def test_an_outlet_that_says_it_stands_outside_the_source_behind(
    text: str, names: list[str]
) -> None:
    assert _names(text, "killing") == names


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        ("في بيان أوردته صحيفة محلية", ["صحيفة محلية", "المحافظ"]),
        ("في تسجيل بثته قناة الحدث", ["قناة الحدث", "المحافظ"]),
        ("في بيان تورده صحيفة محلية غداً", ["المحافظ"]),
        ("في حفل نظمته صحيفة محلية", ["المحافظ"]),
        ("في بيان", ["المحافظ"]),
    ],
)
def test_who_published_the_document_stands_outside_its_author(
    behind: str, names: list[str]
) -> None:
    text = f"أكد المحافظ مقتل عشرة جنود في مأرب، {behind}."
    assert _names(text, "killing") == names


def test_a_source_behind_covers_only_its_own_sentence() -> None:
    text = "قُتل جندي في تعز. وخُطف مهندس في مأرب، بحسب مصدر قبلي."
    assert _names(text, "killing") == []
    assert _names(text, "abduction") == ["مصدر قبلي"]
