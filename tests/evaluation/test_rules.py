"""Rules judged as a population: what counts as a firing, what as right, what harms."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.evaluation.tieset_helper import KILLING, SHELLING, given, tie

import rules
import tiesets
from riwaya.model import Statement

Patch = pytest.MonkeyPatch


def _judged(
    patch: Patch, tmp_path: Path, name: str, item: dict[str, Any], made: list[Statement]
) -> rules.Population:
    """The population of one made-up set, without the shared benchmarks."""
    given(patch, item, made)
    patch.setattr(tiesets, "parts", lambda asked: [name] if asked == name else [])
    return rules.judge(tmp_path / "shared", tmp_path / "own")


@pytest.mark.parametrize(
    ("fired", "right", "harms"), [(5, 2, True), (6, 3, False), (4, 0, False), (5, 5, False)]
)
def test_a_rule_harms_that_fires_often_and_is_mostly_wrong(
    fired: int, right: int, harms: bool
) -> None:
    record = rules.Record()
    for n in range(fired):
        record.add(n < right)
    assert (record.fired, record.right, record.harms) == (fired, right, harms)


def test_a_rule_of_realis_is_right_by_realis_polarity_and_what_is_denied(
    monkeypatch: Patch, tmp_path: Path
) -> None:
    gold = {"trigger": "قصف", "realis": ["actual"], "polarity": "negative", "negates": "agent"}
    names = ("negation", "denied:clause", "verb-subject", "said:verb")
    told = replace(SHELLING, polarity="negative", negates="event", rules=names)
    found = _judged(monkeypatch, tmp_path, "denials", {"statements": [gold]}, [told])
    assert found == {
        ("realis", "negation"): rules.Record(1, 1),
        ("realis", "denied:clause"): rules.Record(1, 0),
    }


@pytest.mark.parametrize(
    ("name", "key", "gold", "right", "wrong"),
    [
        (
            "relations", "relations",
            {"types": ["leader_of"], "subject": ["سعيدا", 0], "object": ["الجيش", 0],
             "optional": True},
            tie("relation", "leader_of", "man", "army"),
            tie("relation", "leader_of", "man", "watch"),
        ),
        (
            "causes", "causes", {"type": "because_of", "cause": "قصف", "effect": "قتلت"},
            tie("cause", "because_of", "e1", "e2"), tie("cause", "because_of", "e2", "e1"),
        ),
        (
            "identities", "entities", {"mentions": [["المرصد", 0], ["المرصد السوري", 0]]},
            tie("identity", "same_as", "watch", "watch2"),
            tie("identity", "not_same_as", "watch", "watch2"),
        ),
    ],
)  # fmt: skip
def test_ties_are_right_by_type_and_ends(
    name: str, key: str, gold: dict[str, Any], right: Statement, wrong: Statement,
    monkeypatch: Patch, tmp_path: Path,
) -> None:  # fmt: skip
    made = [SHELLING, KILLING, right, replace(wrong, id="wrong")]
    found = _judged(monkeypatch, tmp_path, name, {key: [gold]}, made)
    aspect = {"identities": "identity"}.get(name, name.removesuffix("s"))
    assert found == {(aspect, "made"): rules.Record(2, 1)}


def test_a_join_of_which_the_gold_has_one_end_is_not_judged(
    monkeypatch: Patch, tmp_path: Path
) -> None:
    item = {"entities": [{"mentions": [["المرصد", 0]]}]}
    made = [tie("identity", "same_as", "watch", "army")]
    assert _judged(monkeypatch, tmp_path, "identities", item, made) == {}


@pytest.mark.parametrize(
    ("source", "polarity", "wanted"), [("P", "negative", (1, 1)), ("T", "positive", (0, 0))]
)
def test_a_benchmark_judges_sources_and_polarity(
    source: str, polarity: str, wanted: tuple[int, int], monkeypatch: Patch, tmp_path: Path
) -> None:
    text = "نفت الشرطة قتل متظاهر في كسلا."
    at = text.index("قتل")
    event = {
        "trigger": {"start": at, "end": at + 3}, "realis": ["actual"], "polarity": polarity,
        "source": source, "optional": False,
    }  # fmt: skip
    people = [{"id": "P", "mentions": [[4, 10, 10]]}, {"id": "T", "mentions": [[15, 21, 21]]}]
    gold = {"id": "a", "text": text, "published": "2023-05-16", "entities": people}
    (tmp_path / "a.gold.json").write_text(
        json.dumps({**gold, "events": [event], "relations": []}), encoding="utf-8"
    )
    monkeypatch.setattr(tiesets, "parts", lambda _: [])
    found = rules.judge(tmp_path / "shared", tmp_path)
    right = {aspect: sum(r.right for (a, _), r in found.items() if a == aspect)
             for aspect in ("attribution", "realis")}  # fmt: skip
    assert {a for a, _ in found} == {"attribution", "realis"}
    assert (right["attribution"], min(1, right["realis"])) == wanted


def test_the_table_has_each_aspect_by_frequency_and_marks_what_harms() -> None:
    population = {
        ("realis", "any"): rules.Record(1, 1), ("realis", "often"): rules.Record(9, 8),
        ("cause", "bad"): rules.Record(6, 1),
    }  # fmt: skip
    lines = rules.table(population).splitlines()[1:]
    assert [line.split()[1] for line in lines] == ["bad", "often", "any"]
    assert [line.endswith("harms") for line in lines] == [True, False, False]
    assert "0.17" in lines[0]
