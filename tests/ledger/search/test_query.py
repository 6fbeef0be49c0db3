"""Queries: what is asked for, and where it stands in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.ledger.search import BadQuery, highlight, parse


def marked(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in highlight(text, query)]


def test_words_phrases_and_what_is_left_out() -> None:
    query = parse('قصف «سوق المدينة» -هدنة -"وقف النار" قصف')
    assert [len(phrase) for phrase in query.wanted] == [1, 2]
    assert [len(phrase) for phrase in query.unwanted] == [1, 2]


def test_a_quote_that_is_not_closed_goes_on_to_the_end() -> None:
    assert parse("«سوق المدينة") == parse("«سوق المدينة»")


def test_a_hyphen_inside_a_word_leaves_nothing_out() -> None:
    assert not parse("M-16 2022-10-15").unwanted


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("", "no word"), ("  ", "no word"), ("… «»", "no word"), ("-هدنة", "only left out"),
        (" ".join(f"{n}" for n in range(60)), "at most"),
    ],
)  # fmt: skip
def test_a_query_that_asks_nothing_says_what_to_type(query: str, why: str) -> None:
    with pytest.raises(BadQuery, match=why):
        parse(query)


def test_the_words_as_they_are_written_are_marked() -> None:
    text = "قُتل ثلاثة حوثيين، وقال الحـوثيون إن «أبوالحسن» قتل"
    assert marked(text, "حوثي") == ["حوثيين", "الحـوثيون"]
    assert marked(text, "قتل -حوثي") == ["قُتل", "قتل"]
    assert marked(text, "أبو الحسن") == ["أبوالحسن"]


def test_a_phrase_is_one_stretch_and_its_words_elsewhere_are_none() -> None:
    text = "سوق المدينة قرب مدينة أخرى، في سوقِ المدينةِ"
    assert marked(text, "«سوق مدينة»") == ["سوق المدينة", "سوقِ المدينةِ"]
    assert marked(text, "«سوق مدينة» مدينة قرب") == ["سوق المدينة", "قرب", "مدينة", "سوقِ المدينةِ"]


@given(st.text(max_size=60), st.text(max_size=20))
def test_marks_stand_in_the_text_apart_from_each_other(text: str, query: str) -> None:
    try:
        spans = highlight(text, query)
    except BadQuery:
        return
    ends = [0, *(end for _, end in spans)]
    for (start, end), before in zip(spans, ends, strict=False):
        assert before <= start < end <= len(text)


@given(
    st.lists(st.sampled_from(["قصف", "مدينة", "غارة", "أبو", "الحسن", "12", "tank"]), min_size=1)
)
def test_a_text_is_found_by_itself(words: list[str]) -> None:
    text = " ".join(words)
    assert highlight(text, f"«{text}»")[0] == (0, len(text))
