"""A tagger of the user's beside the rules."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import riwaya
from riwaya.detection import taggers
from riwaya.detection.taggers import TaggerError, load_tagger, tagged_names

TEXT = "قُتل زرقاوين بولادو بقصف على خشمبورة قرب حلب، بحسب الرابطة الزنبقية."
KINDS = {"زرقاوين بولادو": "person", "خشمبورة": "place", "الرابطة الزنبقية": "group"}


def tag(text: str) -> Iterator[tuple[int, int, str]]:
    """Finds the names of KINDS, and «حلب», which the rules know better, as a group."""
    for name, kind in (KINDS | {"حلب": "group"}).items():
        at = text.find(name)
        if at >= 0:
            yield at, at + len(name), kind


def _mentions(**options: Any) -> set[tuple[str, str]]:
    return {(m.kind, m.text) for m in riwaya.read(TEXT, **options).mentions}


def test_names_that_no_rule_finds_are_mentions_with_roles() -> None:
    without = _mentions()
    assert ("person", "زرقاوين بولادو") not in without
    made = riwaya.read(TEXT, tagger=tag)
    words = {m.id: m.text for m in made.mentions}
    (killing,) = [s for s in made.statements if s.type == "killing"]
    roles = {r.role: words[r.mention or ""] for r in killing.roles}
    assert roles["target"] == "زرقاوين بولادو"
    assert {(kind, name) for name, kind in KINDS.items()} <= _mentions(tagger=tag)


def test_what_the_rules_found_stays() -> None:
    assert ("group", "حلب") not in _mentions(tagger=tag)
    assert _mentions() <= _mentions(tagger=tag)


def test_a_name_behind_a_joined_particle() -> None:
    text = "قال شهود إن القصف نفذ بخشمبورة فجرا."
    at = text.index("خشمبورة")
    made = riwaya.read(text, tagger=lambda _: [(at, at + 7, "place")])
    assert "خشمبورة" in {m.text for m in made.mentions if m.kind == "place"}


@settings(max_examples=100, deadline=None)
@given(st.text("قصفوا بلدة زرقاوين ،.\u064b\u0640ab1", max_size=40), st.data())
def test_any_spans_keep_the_offsets_true(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    spans = [
        (min(pair), max(pair), data.draw(st.sampled_from(["person", "place", "group"])))
        for pair in data.draw(st.lists(st.tuples(ends, ends), max_size=4))
    ]
    for mention in riwaya.read(text, tagger=lambda _: spans).mentions:
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ([(0, 3, "weapon")], "'weapon'"),
        ([(0, 9999, "person")], "9999"),
        ([(5, 2, "person")], "within the text"),
        ([(0,)], "failed"),
    ],
)
def test_what_no_tagger_gives_is_told(made: Any, told: str) -> None:
    with pytest.raises(TaggerError, match=told):
        tagged_names(lambda _: made, TEXT)


def _offered(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    points = EntryPoints(EntryPoint(n, v, taggers.GROUP) for n, v in values.items())
    monkeypatch.setattr(taggers, "entry_points", lambda group: points.select(group=group))


def test_taggers_are_had_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    offered = {"mine": f"{__name__}:tag", "gone": "no_module:tag", "data": "riwaya:__version__"}
    _offered(monkeypatch, **offered)
    assert taggers.names() == ("data", "gone", "mine")
    with pytest.raises(TaggerError, match="could not be loaded"):
        load_tagger("gone")
    with pytest.raises(TaggerError, match="no function"):
        load_tagger("data")
    with pytest.raises(TaggerError, match="Give one of data, gone, mine"):
        load_tagger("other")


def test_a_name_that_opens_with_a_common_noun_is_the_whole_name() -> None:
    """«شهداء السرو» of a tagger left the rules' «شهداء», and a killing that nobody told."""
    text = "هاجم شهداء السرو حاجزا."
    at = text.index("شهداء السرو")
    made = riwaya.read(text, tagger=lambda _: [(at, at + 11, "group")])
    words = {m.id: m.text for m in made.mentions}
    (attack,) = made.statements
    assert {r.role: words[r.mention or ""] for r in attack.roles}["agent"] == "شهداء السرو"
