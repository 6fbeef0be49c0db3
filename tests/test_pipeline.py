"""What holds of every reading, whatever the text: through the public functions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories.record import report_of, stories

import riwaya
from riwaya.model import Reading, Report, Span
from riwaya.pipeline import read_report, reader
from riwaya.records import record, schema
from riwaya.views.jsonl import line

PUBLISHED = date(2023, 5, 16)
SENTENCES = [
    sentence.strip()
    for story in stories()
    for sentence in (story / "report.txt").read_text(encoding="utf-8").splitlines()
    if sentence.strip()
]
_NOISE = [
    *"\u200f\u200e\u202a\u202b\u202c\u202e\u2066\u2069\u200b\u200c\u200d\ufeff",  # unseen
    *"\u064b\u064e\u064f\u0651\u0652\u0670",  # vowel signs
    *"\u0640\ufefb\ufedf\ufe8e\u0660\u06f5\u066b",  # tatweel, presentation forms, digits
    *("\r\n", "\r", "\n", "\t", "\x00", "\u2028", "🔴", "👨‍👩‍👧", "\U0001f1f8\U0001f1fe", "\ud800"),
    *("«", "»", '"', "(", ")", ".", "…", "،", "؛", ":", "ـ.ـ", " و", "ال"),
]
_ALPHABET = "".join(map(chr, range(0x0600, 0x0700))) + " \n.«»0123456789\ufefb\u200f"


@st.composite
def noisy(draw: st.DrawFn) -> str:
    """Sentences of the stories, cut at random, with what writers and websites put in between."""
    pieces = []
    for sentence in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3)):
        first = draw(st.integers(0, len(sentence)))
        kept = sentence[draw(st.integers(0, first)) :] if draw(st.booleans()) else sentence
        for _ in range(draw(st.integers(0, 6))):
            at = draw(st.integers(0, len(kept)))
            kept = kept[:at] + draw(st.sampled_from(_NOISE)) + kept[at:]
        pieces.append(kept)
    return draw(st.sampled_from(["\n", " ", "\r\n\r\n"])).join(pieces)


TEXTS = noisy() | st.text(_ALPHABET, max_size=200) | st.text(max_size=80)


def validator() -> jsonschema.Draft202012Validator:
    checked = jsonschema.Draft202012Validator
    return checked(schema(), format_checker=checked.FORMAT_CHECKER)


VALIDATOR = validator()


def spans(reading: Reading) -> Iterator[Span]:
    """Every stretch of the report that a reading points at."""
    for mention in reading.mentions:
        yield Span(mention.start, mention.end, mention.text)
    for statement in reading.statements:
        yield from statement.evidence
        if statement.trigger:
            yield statement.trigger
        for link in statement.attribution:
            if link.cue:
                yield link.cue


def keeps_its_promises(reading: Reading) -> None:
    """Spans are the text; ids are there and said once; the record keeps to the schema."""
    text = reading.report.text
    for span in spans(reading):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
    mentions = [m.id for m in reading.mentions]
    entities = {e.id for e in reading.entities}
    told = [s.id for s in reading.statements]
    assert len(set(mentions)) == len(mentions)
    assert len(set(told)) == len(told)
    assert all(m.entity is None or m.entity in entities for m in reading.mentions)
    for statement in reading.statements:
        figures = {f.id for f in statement.figures}
        assert all(r.mention in mentions or r.statement in told for r in statement.roles)
        assert all(f.part_of is None or f.part_of in figures for f in statement.figures)
        assert all(f.counted is None or f.counted in mentions for f in statement.figures)
        assert all(a.source is None or a.source in mentions for a in statement.attribution)
        for low, high in [(f.low, f.high) for f in statement.figures]:
            assert low is None or high is None or low <= high
        if statement.time and statement.time.earliest and statement.time.latest:
            assert statement.time.earliest <= statement.time.latest
        if statement.trigger:
            whole = statement.evidence[0]
            assert whole.start <= statement.trigger.start < statement.trigger.end <= whole.end
        assert (statement.negates is None) or statement.polarity == "negative"
    VALIDATOR.validate(record(reading, with_text=True))


@pytest.mark.parametrize("story", stories(), ids=lambda path: path.name)
def test_a_story_keeps_the_promises(story: Path) -> None:
    reading = read_report(report_of(story), reader())
    assert reading.statements
    keeps_its_promises(reading)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_keeps_the_promises(text: str) -> None:
    keeps_its_promises(riwaya.read(text, published=PUBLISHED))


@given(noisy())
@settings(max_examples=30, deadline=None)
def test_a_second_reading_says_the_same(text: str) -> None:
    first = riwaya.read(text, published=PUBLISHED)
    riwaya.read("قصفت مدفعية قرية أخرى فقتل طفل.", published=PUBLISHED)
    assert riwaya.read(text, published=PUBLISHED) == first


def test_a_reading_hangs_on_no_hash_seed() -> None:
    lines = set()
    for seed in ("1", "2"):
        made = subprocess.run(
            [sys.executable, "-m", "riwaya", "read", "-", "--format", "jsonl"],
            input="\n".join(SENTENCES).encode(),
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        )
        lines.add(made.stdout)
    (only,) = lines
    assert json.loads(only)["statements"]


_KILLED = "قُتل ثلاثة مدنيين بقصف مدفعي على بلدة حيان أمس الاثنين."


def test_clutter_is_not_read() -> None:
    links = "اقرأ أيضاً\nمقتل تسعة أشخاص بهجوم في الفلوجة\nاعتقال قيادي في البصرة\n"
    text = f"عنوان عن بلدة حيان وما جرى فيها\n\n{_KILLED}\nوأصيب طفل.\n\n{links}"
    made = riwaya.read(text, published=PUBLISHED)
    assert {s.type for s in made.statements} >= {"killing", "injury"}
    border = made.report.text.index("اقرأ أيضاً")
    assert all(span.end <= border for span in spans(made))


def test_a_title_given_apart_is_read_once_and_repeats_nothing() -> None:
    title = "مقتل ثلاثة مدنيين بقصف على حيان"
    text = f"{title}\n{_KILLED}"
    made = read_report(Report(text, "a", PUBLISHED, title=title), reader())
    keeps_its_promises(made)
    killings = [s for s in made.statements if s.type == "killing"]
    assert [text.count("\n", 0, s.evidence[0].start) for s in killings] == [0, 1]
    alone = read_report(Report(_KILLED, "a", PUBLISHED, title=title), reader())
    assert [s.type for s in alone.statements if s.type == "killing"] == ["killing"]


def test_without_a_day_of_publication_relative_times_have_no_days() -> None:
    made = riwaya.read(f"{_KILLED} وانسحب المسلحون من القرية في 3 أيار 2019.")
    (killing,) = [s for s in made.statements if s.type == "killing"]
    assert killing.time is None or killing.time.earliest is None
    (left,) = [s for s in made.statements if s.type == "withdrawal"]
    assert left.time and left.time.earliest == date(2019, 5, 3)
    keeps_its_promises(made)


def test_the_line_of_json_is_one_line_and_carries_any_text() -> None:
    made = riwaya.read(f"{_KILLED}\u2028\u0085\x00\nوأصيب طفل.", published=PUBLISHED)
    text = line(made)
    assert text.count("\n") == 1 and len(text.splitlines()) >= 1
    assert json.loads(text) == record(made)


_PATTERNS = {
    "quotes": "«",
    "closed quotes": "«»",
    "brackets": "(",
    "words in brackets": "(قصف ",
    "sentence without end": "وقصف الجيش بلدة حيان و",
    "one long word": "قتل",
    "numbers": "ثلاثة و",
    "no line end": "بلدة ",
    "commas": "قتل،",
}


@pytest.mark.parametrize("pattern", _PATTERNS.values(), ids=_PATTERNS.keys())
def test_time_grows_with_the_length_and_no_faster(pattern: str) -> None:
    """Four times the text may take up to ten times as long; a quadratic reader takes sixteen.

    Short texts come first, so that a reader that grows faster is found out soon.
    """
    riwaya.read(pattern * 20)
    for short, long in ((300, 1_200), (1_200, 5_000), (5_000, 20_000)):
        for _ in range(3):  # a machine that is busy elsewhere gets another chance
            first, second = _seconds(pattern, short), _seconds(pattern, long)
            if second < max(10 * first, 0.1):
                break
        else:
            pytest.fail(f"{short} characters: {first:.2f} s, {long} characters: {second:.2f} s")


def _seconds(pattern: str, size: int) -> float:
    text = pattern * (size // len(pattern))
    start = time.process_time()
    riwaya.read(text)
    return time.process_time() - start


_HEADS = ["قوات ", "بلدة ", "قائد ", "رئيس ل", "عناصر من ", "ابن في ", "معظم ", "قتل ", "مقتل في "]


@pytest.mark.parametrize("head", _HEADS)
def test_heads_of_noun_phrases_in_endless_chains_are_read(head: str) -> None:
    """In a process of its own: a reader that tries every way to nest them never comes back."""
    code = "import sys, riwaya; riwaya.read(sys.argv[1] * 400)"
    made = subprocess.run(
        [sys.executable, "-c", code, head],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert made.returncode == 0, made.stderr.decode()[-300:]
