"""What is said of several is said of those who are named among them."""

import pytest
from tests.frames.relations.relation_helper import relations


def _listed(text: str) -> list[tuple[str, str, str]]:
    return [(r.type, r.subject, r.object) for r in relations(text) if r.rule == "listed"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "قُتل ثلاثة من عناصر كتيبة الردع، بينهم ناصر الفيتوري وسالم الورفلي، في غريان.",
            [
                ("member_of", "ناصر الفيتوري", "كتيبة الردع"),
                ("member_of", "سالم الورفلي", "كتيبة الردع"),
            ],
        ),
        (
            "وصل قادة كتيبة الردع، ومنهم ناصر الفيتوري، إلى غريان.",
            [("leader_of", "ناصر الفيتوري", "كتيبة الردع")],
        ),
        (
            "نعت حركة الشباب عدداً من قادتها، أبرزهم آدم نور.",
            [("leader_of", "آدم نور", "حركة الشباب")],
        ),
    ],
)
def test_the_named_among_several_are_what_those_are(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert _listed(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "قُتل ثلاثة من عناصر كتيبة الردع، وأصيب ناصر الفيتوري في غريان.",
        "قُتل خمسة مدنيين، بينهم ناصر الفيتوري، في غريان.",
        "اعتُقل خمسة من أشقاء سالم الورفلي، بينهم ناصر الورفلي.",
        "قُتل قائد كتيبة الردع، ومنهم ناصر الفيتوري.",
    ],
)
def test_who_is_not_among_leaders_or_members_is_neither(text: str) -> None:
    assert _listed(text) == []


def test_the_names_are_of_the_nearest_of_two_groups() -> None:
    text = "قُتل ثلاثة من عناصر كتيبة الردع واثنان من عناصر حزب الأمة، بينهم ناصر الفيتوري."
    assert _listed(text) == [("member_of", "ناصر الفيتوري", "حزب الأمة")]


def test_the_list_ends_where_the_next_name_is_told_something_of() -> None:
    text = "قُتل ثلاثة من عناصر كتيبة الردع، بينهم ناصر الفيتوري، وجُرح المزارع سالم الورفلي."
    assert [subject for _, subject, _ in _listed(text)] == ["ناصر الفيتوري"]


def test_names_too_far_behind_are_not_listed() -> None:
    far = "في هجوم شنه مسلحون مجهولون ليلاً على بيت قديم يقع عند مدخل القرية الجنوبي"
    assert _listed(f"قُتل قادة كتيبة الردع {far}، بينهم ناصر الفيتوري.") == []
    assert _listed("قُتل قادة كتيبة الردع ليلاً، بينهم ناصر الفيتوري.") != []
