"""Marked text: nothing of it is lost, marks lie where they belong, letters know where they join."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import riwaya
from riwaya.model import Mention, Reading, Report, Span, Statement
from riwaya.views.web.shown.marked import segments, window

TEXT = "قُتل مدنيان بقصف لقوات النظام على بلدة حيان، وأعلن الدفاع المدني الحصيلة."


def _reading(text: str, spans: list[tuple[int, int]]) -> Reading:
    ends = [(min(a, b), max(a, b)) for a, b in spans if a != b]
    mentions = tuple(
        Mention(f"m{n}", "person", "name", a, b, text[a:b]) for n, (a, b) in enumerate(ends[::2])
    )
    statements = tuple(
        Statement(f"s{n}", "event", "killing", (Span(0, len(text), text),), Span(a, b, text[a:b]))
        for n, (a, b) in enumerate(ends[1::2])
    )
    return Reading(Report(text, "r"), "t", "1", mentions, (), statements)


@given(st.text("ابرت بل.\n", min_size=1, max_size=40), st.data())
def test_the_segments_are_the_text_in_order(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    reading = _reading(text, data.draw(st.lists(st.tuples(place, place), max_size=8)))
    start, end = sorted((data.draw(place), data.draw(place)))
    made = segments(reading, start, end, "s0")
    assert "".join(s.text for s in made) == text[start:end]
    at = start
    for s in made:
        assert s.start == at
        at += len(s.text)
        for id in s.mentions:
            m = reading.mentions_by_id[id]
            assert m.start <= s.start and s.start + len(s.text) <= m.end


def test_triggers_carry_their_statements_and_an_anchor() -> None:
    reading = riwaya.read(TEXT)
    made = segments(reading, 0, len(TEXT))
    for s in reading.statements:
        if s.trigger is not None:
            (found,) = [g for g in made if s.id in g.anchors]
            assert found.start == s.trigger.start
            assert "trigger" in found.classes


def test_of_the_chosen_statement_evidence_and_roles_are_marked() -> None:
    reading = riwaya.read(TEXT)
    chosen = next(s for s in reading.statements if s.roles)
    classes = {c for g in segments(reading, 0, len(TEXT), chosen.id) for c in g.classes}
    assert "evidence" in classes
    assert {f"r-{r.role}" for r in chosen.roles if r.mention} <= classes


def test_a_cut_inside_a_word_says_that_its_letters_join() -> None:
    text = "وبالجيش"
    reading = Reading(Report(text, "r"), "t", "1", (Mention("m", "group", "name", 3, 7, "الجيش"),))
    before, marked = segments(reading, 0, len(text))
    assert (before.joins_after, marked.joins_before) == (False, False)  # behind «ا» nothing joins
    reading = Reading(Report(text, "r"), "t", "1", (Mention("m", "group", "name", 2, 7, "الجيش"),))
    before, marked = segments(reading, 0, len(text))
    assert (before.joins_after, marked.joins_before) == (True, True)


def test_vowel_signs_do_not_hide_the_letter_that_joins() -> None:
    text = "بَلدة"
    reading = Reading(Report(text, "r"), "t", "1", (Mention("m", "place", "name", 2, 5, "لدة"),))
    assert segments(reading, 0, len(text))[0].joins_after


@given(st.integers(0, 90_000), st.integers(0, 100_000))
def test_a_window_is_bounded_and_holds_the_place(length: int, at: int) -> None:
    start, end = window("x" * length, at, 20_000)
    assert 0 <= start <= end <= length
    assert end - start <= 20_000
    assert length == 0 or start <= min(at, length - 1) < end
