"""A text prepared for the detectors."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.corpus.folding import fold
from riwaya.corpus.segments import segment
from riwaya.detection.mood import jussive_allowed, mood_fits
from riwaya.detection.prepare import LONGEST_SENTENCE, prepare
from riwaya.detection.text import Text
from riwaya.model import Report
from riwaya.pipeline import reader

_TEXT = st.text("قصفطيران ،.\n123«»()والبلدة\u064b\u0640", max_size=80) | st.text(max_size=40)


def _prepared(text: str, published: date | None = None) -> Text:
    folded, made = fold(text), reader()
    segments = segment(folded, Report(text, "x"))
    return prepare(folded, segments, made.analyser, made.function_words, published)


def test_words_sentences_numbers_and_times() -> None:
    text = _prepared("قتل 3 جنود في حلب أمس. وأصيب خمسة مدنيين.", date(2023, 5, 16))
    assert [text.words[s.first].text for s in text.sentences] == ["قتل", "وأصيب"]
    assert [n.number.value for n in text.numbers.values()] == [3, 5]
    assert [t.time.earliest for t in text.times.values()] == [date(2023, 5, 15)]
    assert all(text.numbers[i].first == i for i in text.numbers)


@settings(max_examples=60, deadline=None)
@given(_TEXT)
def test_any_text_is_prepared(given_text: str) -> None:
    text = _prepared(given_text)
    assert len(text.words) == len(text.infos)
    for word, info in zip(text.words, text.infos, strict=True):
        assert text.folded.text[word.start : word.end] == word.text
        assert info.key == word.key
    last = 0
    for sentence in text.sentences:
        assert last <= sentence.first < sentence.last <= len(text.words)
        last = sentence.last


def test_the_jussive_stands_after_the_words_that_call_for_it() -> None:
    text = _prepared("لم يقل ولم يقل يقل")
    allowed = [i for i, w in enumerate(text.words) if w.text == "يقل" and jussive_allowed(text, i)]
    assert allowed == [1, 3]
    assert not jussive_allowed(text, 0)


def test_only_forms_that_are_jussive_alone_need_such_a_word() -> None:
    text = _prepared("يقل لم يقل ليقل يقول")
    said = [
        any(h.form.pos == "verb" and mood_fits(text, i, h) for h in text.infos[i].of("reporting"))
        for i in range(len(text.words))
    ]
    assert said == [False, False, True, True, True]


def test_a_long_sentence_is_cut_behind_a_comma() -> None:
    text = _prepared("وصل جندي إلى حلب، " * 200)
    assert all(s.last - s.first <= LONGEST_SENTENCE for s in text.sentences)
    assert all(text.words[s.last - 1].text == "،" for s in text.sentences)
    assert [s.first for s in text.sentences[1:]] == [s.last for s in text.sentences[:-1]]


def test_without_commas_it_is_cut_before_a_joined_word() -> None:
    text = _prepared("وصل جندي إلى حلب " * 200)
    assert all(text.words[s.first].text == "وصل" for s in text.sentences)
    endless = _prepared("جندي " * 600).sentences
    assert [s.last - s.first for s in endless] == [250, 250, 100]


def test_sentences_of_usual_length_stay_whole() -> None:
    assert len(_prepared("وصل جندي، " * 60).sentences) == 1
