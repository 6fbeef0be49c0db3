"""Our own sets scored: what is right, what is missed, what is too much."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.evaluation.tieset_helper import KILLING, SHELLING, given, span, tie

import tiesets
from riwaya.model import Link, Statement, TimeValue

Patch = pytest.MonkeyPatch
CHAIN = {"trigger": "قصف", "chain": [{"source": "المرصد", "act": "say"}]}
CAUSE = {"type": "because_of", "cause": "قصف", "effect": "قتلت", "source": "المرصد السوري"}
LEADS: dict[str, Any] = {
    "types": ["leader_of"], "subject": ["سعيدا", 0], "object": ["الجيش", 0], "former": False,
    "since": None, "realis": "actual", "polarity": "positive", "optional": False,
}  # fmt: skip
ENTITIES = [
    {"mentions": [["المرصد", 0], ["المرصد السوري", 0]]},
    {"mentions": [["الجيش", 0], ["القوات", 0]]},
    {"mentions": [["سعيدا", 0]]},
]
JOIN = {"a": ["المرصد", 0], "b": ["المرصد السوري", 0]}


def test_a_span_found_is_the_gold_one_by_its_opening_its_length_or_its_entity(
    monkeypatch: Patch,
) -> None:
    read = given(monkeypatch, {}, [])
    watch, long = read.span("المرصد"), read.span("المرصد إن الجيش قصف حيان. وأضاف")
    assert read.span("المرصد", 1)[0] > watch[0]
    assert read.same(long, watch)  # opens there
    assert read.same((watch[0] - 4, watch[1]), watch)  # hardly longer
    assert not read.same((0, len(read.text)), watch)
    assert read.same(read.span("المرصد السوري"), watch)  # one entity
    assert not read.same(read.span("الجيش"), watch)


@pytest.mark.parametrize(
    ("chain", "right", "acts", "inner"),
    [
        ([Link("say", "watch")], 1.0, 1.0, 0.0),
        ([Link("deny", "watch")], 0.0, 0.0, 0.0),
        ([Link("say", "army")], 0.0, 0.0, 0.0),
        ([Link("say", "watch"), Link("say", "army")], 0.0, 1.0, 0.0),
        ([], 0.0, 0.0, 0.0),
    ],
)
def test_a_chain_is_right_as_a_whole(
    chain: list[Link], right: float, acts: float, inner: float, monkeypatch: Patch
) -> None:
    given(monkeypatch, {"statements": [CHAIN]}, [replace(SHELLING, attribution=tuple(chain))])
    found = tiesets.chains()
    assert found["ourchains.right"] == right
    assert found["ourchains.acts.right"] == acts
    assert found["ourchains.inner.f1"] == inner


def test_an_inner_link_counts_by_itself_and_a_missing_event_is_told(monkeypatch: Patch) -> None:
    inner = {"trigger": "قصف", "chain": [*CHAIN["chain"], {"source": "القوات", "act": "say"}]}
    said = replace(SHELLING, attribution=(Link("leak", "watch"), Link("say", "force")))
    given(monkeypatch, {"statements": [inner, {**CHAIN, "trigger": "قتلت"}]}, [said])
    errors: list[str] = []
    assert tiesets.chains(errors)["ourchains.inner.f1"] == 1.0
    assert [e.split(" | ")[0].split(" ", 1)[1] for e in errors][1] == "no event at «قتلت»"


@pytest.mark.parametrize(
    ("made", "right", "negates"),
    [
        (("actual", "negative", "agent"), 1.0, 1.0),
        (("actual", "negative", "event"), 1.0, 0.0),
        (("actual", "positive", None), 0.0, 0.0),
        (("possible", "negative", "agent"), 0.0, 0.0),
    ],
)
def test_a_denial_is_right_by_realis_and_polarity_and_by_what_it_denies(
    made: tuple[Any, Any, Any], right: float, negates: float, monkeypatch: Patch
) -> None:
    realis, polarity, part = made
    gold = {"trigger": "قصف", "realis": ["actual"], "polarity": "negative", "negates": "agent"}
    told = replace(SHELLING, realis=realis, polarity=polarity, negates=part)
    given(monkeypatch, {"statements": [gold]}, [told])
    found = tiesets.denials()
    assert found["ourdenials.realis.right"] == right
    assert found["ourdenials.negates.right"] == negates


@pytest.mark.parametrize(
    ("made", "f1", "sources"),
    [
        (tie("cause", "because_of", "e1", "e2", attribution=KILLING.attribution), 1.0, 1.0),
        (tie("cause", "because_of", "e1", "e2"), 1.0, 0.0),
        (tie("cause", "in_order_to", "e1", "e2"), 0.0, 0.0),
        (tie("cause", "because_of", "e2", "e1"), 0.0, 0.0),
    ],
)
def test_a_cause_is_right_by_its_type_and_both_ends(
    made: Statement, f1: float, sources: float, monkeypatch: Patch
) -> None:
    given(monkeypatch, {"causes": [CAUSE]}, [SHELLING, KILLING, made])
    assert tiesets.causes() == {"ourcauses.f1": f1, "ourcauses.source.right": sources}


@pytest.mark.parametrize(
    ("made", "f1"),
    [
        ([tie("relation", "leader_of", "man", "army")], 1.0),
        ([tie("relation", "leader_of", "man", "force")], 1.0),  # another mention of it
        ([tie("relation", "member_of", "man", "army")], 0.0),
        ([tie("relation", "leader_of", "army", "man")], 0.0),
        ([tie("relation", "leader_of", "man", "army", polarity="negative")], 0.0),
        ([tie("relation", t, "man", "army") for t in ("leader_of", "kin_of")], 2 / 3),
    ],
)
def test_a_relation_is_right_where_it_holds_with_both_ends(
    made: list[Statement], f1: float, monkeypatch: Patch
) -> None:
    given(monkeypatch, {"relations": [LEADS]}, made)
    assert tiesets.relations()["ourrelations.f1"] == pytest.approx(f1)


def test_an_optional_relation_is_neither_wanted_nor_false(monkeypatch: Patch) -> None:
    optional = {**LEADS, "types": ["from"], "object": ["حيان", 1], "optional": True}
    made = [tie("relation", "leader_of", "man", "army"), tie("relation", "from", "man", "town2")]
    for statements in (made, made[:1]):
        given(monkeypatch, {"relations": [LEADS, optional]}, statements)
        assert tiesets.relations()["ourrelations.f1"] == 1.0


def test_the_past_and_the_since_of_a_relation_are_shares_of_those_found(
    monkeypatch: Patch,
) -> None:
    gold = {**LEADS, "former": True, "since": "2020"}
    made = tie("relation", "leader_of", "man", "army", former=True)
    for former, time in ((True, None), (False, TimeValue("2020"))):
        given(monkeypatch, {"relations": [gold]}, [replace(made, former=former, time=time)])
        found = tiesets.relations()
        assert found["ourrelations.former.right"] == float(former)
        assert found["ourrelations.since.right"] == float(time is not None)


def test_pairs_that_are_one_and_pairs_kept_apart(monkeypatch: Patch) -> None:
    joined = tie("identity", "same_as", "watch", "watch2")
    given(monkeypatch, {"entities": ENTITIES, "joins": [JOIN]}, [joined])
    assert set(tiesets.identities().values()) == {1.0}
    merged = [{"mentions": [["المرصد", 0]]}, {"mentions": [["المرصد السوري", 0]]}]
    given(monkeypatch, {"entities": merged, "joins": []}, [joined])
    errors: list[str] = []
    assert set(tiesets.identities(errors).values()) == {0.0}
    assert errors[0].split(" ")[1] == "merged"


@pytest.mark.parametrize(
    "made",
    [
        [],
        [tie("identity", "not_same_as", "watch", "watch2")],
        [tie("identity", "same_as", "watch", "watch2", evidence=(span("قصف"),))],
        [tie("identity", "same_as", "army", "force")],
    ],
)
def test_a_join_counts_with_its_mentions_and_the_sentence_of_the_later(
    made: list[Statement], monkeypatch: Patch
) -> None:
    given(monkeypatch, {"entities": ENTITIES, "joins": [JOIN]}, made)
    assert tiesets.identities()["ouridentities.joins.f1"] == 0.0


def test_a_join_of_other_mentions_does_not_count_and_one_of_two_men_is_false(
    monkeypatch: Patch,
) -> None:
    back = {"a": ["المرصد السوري", 0], "b": ["المرصد", 0]}
    aside = tie("identity", "same_as", "watch2", "part")
    given(monkeypatch, {"entities": ENTITIES, "joins": [back]}, [aside])
    assert tiesets.identities()["ouridentities.joins.f1"] == 0.0
    made = [tie("identity", "same_as", one, two) for one, two in
            (("watch", "watch2"), ("army", "man"))]  # fmt: skip
    given(monkeypatch, {"entities": ENTITIES, "joins": [JOIN]}, made)
    assert tiesets.identities()["ouridentities.joins.f1"] == pytest.approx(2 / 3)


def test_the_parts_of_a_set_are_its_files(monkeypatch: Patch, tmp_path: Path) -> None:
    for name in ("chains", "chains2", "causes", "chains3"):
        (tmp_path / f"{name}.jsonl").write_text("", encoding="utf-8")
    monkeypatch.setattr(tiesets, "SETS", tmp_path)
    assert tiesets.parts("chains") == ["chains", "chains2", "chains3"]
    assert tiesets.parts("denials") == []
