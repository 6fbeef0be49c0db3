"""A sentence as noun phrases: they never overlap, and keep inside their sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.detection.chunk_helper import names, text_of, top

import riwaya
from riwaya.detection.chunker import chunks

_WORDS = [
    "قتل",
    "أصيب",
    "قال",
    "في",
    "من",
    "إلى",
    "على",
    "قوات",
    "الجيش",
    "لواء",
    "الحركة",
    "مدينة",
    "بلدة",
    "حلب",
    "دمشق",
    "الفرقة",
    "رئيس",
    "العميد",
    "محمد",
    "علي",
    "أبو",
    "بن",
    "عبد",
    "الله",
    "وزارة",
    "الداخلية",
    "مجلس",
    "خمسة",
    "مدنيين",
    "عناصر",
    "داعش",
    "شمال",
    "ريف",
    "«",
    "»",
    "(",
    ")",
    "،",
    ".",
    "الأول",
    "16",
    "باسم",
    "حسن",
    "لجنة",
]


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14))
@settings(max_examples=150, deadline=None)
def test_phrases_stand_in_order_and_never_overlap(words: list[str]) -> None:
    text = text_of(" ".join(words))
    for sentence in text.sentences:
        last = sentence.first
        for chunk in chunks(text, sentence):
            assert last <= chunk.first < chunk.last <= sentence.last
            assert chunk.start < chunk.end
            last = chunk.last


@pytest.mark.parametrize(
    "text",
    [
        "لواء",
        "الفرقة الأولى",
        "رئيس بلدية",
        "قوات",
        "محمد بن",
        "أبو",
        "عبد",
        "الناطق باسم",
        "قرية «",
    ],
)
def test_a_phrase_cut_off_by_the_end_of_the_text_is_read(text: str) -> None:
    assert isinstance(top(text), list)


def test_counted_people_are_one_phrase_with_their_number() -> None:
    [(wording, chunk)] = [x for x in top("قتل خمسة مدنيين") if x[1].kind == "group"]
    assert wording == "خمسة مدنيين"
    assert chunk.count is not None
    assert chunk.count.value == 5


def test_a_post_is_no_pair_of_people() -> None:
    found = dict(top("أعلن الأمين العام لعصائب أهل الحق رفضه"))
    assert found["الأمين العام لعصائب أهل الحق"].kind == "person"
    assert names("أعلن الأمين العام لعصائب أهل الحق رفضه", "group") == ["عصائب أهل الحق"]


def test_a_country_stays_a_place_that_may_act() -> None:
    [(_, chunk)] = top("قالت روسيا")
    assert chunk.kind == "place"
    assert chunk.acts


def test_one_behind_a_noun_is_its_adjective_and_nobody_counted() -> None:
    """«ويقتل ثمانية من أسرة واحدة» was a killing of one by eight."""
    text = "طيران مجهول يقصف منزلا ويقتل ثمانية من أسرة واحدة"
    (killing,) = [s for s in riwaya.read(text).statements if s.type == "killing"]
    assert [(f.low, f.high) for f in killing.figures] == [(8, 8)]
