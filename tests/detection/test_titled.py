"""Titles and posts before a name, and names that are spelt like a post."""

from __future__ import annotations

import pytest
from tests.detection.chunk_helper import names, top


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قتل أمين رزق في كوستي", "أمين رزق"),
        ("شيع الأهالي أمين رزق أمس", "أمين رزق"),
        ("قال أمين هزاع إن البلدة آمنة", "أمين هزاع"),
        ("اعتقلوا أمين أبو ليث في وهران", "أمين أبو ليث"),
    ],
)
def test_a_given_name_that_is_a_post_too_is_a_name(text: str, name: str) -> None:
    """«أمين رزق» was read as a secretary called Rizq."""
    assert names(text, "person") == [name]
    assert name in [words for words, chunk in top(text) if chunk.proper]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("قتل أمين سر الحركة في كوستي", "أمين سر الحركة"),
        ("قال الأمين العام للحزب رزق سلامة إن البلدة آمنة", "الأمين العام للحزب رزق سلامة"),
        ("استقال أمينها سليم رزق أمس", "أمينها سليم رزق"),
    ],
)
def test_the_same_word_with_what_it_is_of_is_a_post(text: str, post: str) -> None:
    [(words, chunk)] = [x for x in top(text) if x[1].kind == "person"]
    assert (words, chunk.table) == (post, "posts")


def test_a_noun_in_the_accusative_behind_a_title_is_no_name() -> None:
    """«القائد ضابطاً» was read as one man."""
    assert [words for words, _ in top("أعدم القائد ضابطاً")] == ["القائد", "ضابطا"]


@pytest.mark.parametrize("text", ["نعى حزب الله قائده الميداني", "زار أمينه العام المدينة"])
def test_a_leader_with_a_pronoun_is_no_woman(text: str) -> None:
    (post,) = [chunk for _, chunk in top(text) if chunk.row.get("relation")]
    assert post.pronoun == "ه"
