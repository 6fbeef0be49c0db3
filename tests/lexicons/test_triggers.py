"""The trigger tables are whole: what they name exists, and every event type has words."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from riwaya import lexicons
from riwaya.detection.conjugation import conjugate
from riwaya.detection.letters import key
from riwaya.model import Row

LEXICON = lexicons.load()
TRIGGERS = LEXICON.rows("triggers")
FRAMES = {row["frame"]: row for row in LEXICON.rows("frames")}
TYPES = {row["type"] for row in LEXICON.rows("event_types")}
ROLES = {"agent", "target", "place", "origin", "destination", "instrument", "-"}
FIGURES = {"", "killed", "wounded", "arrested", "abducted", "displaced", "missing"}
CLASSES = (
    "force|power|people|civilian|protester|detainee|victim|leader|name|person|place|building"
    "|vehicle|weapon|goods|object"
)
CONDITION = re.compile(
    rf"(prep|then|noprep):[^\s;:]+|(object|direct|subject):({CLASSES})(\|({CLASSES}))*"
    rf"|target:force|tense:perfect|number:pl|article:(yes|no)"
    rf"|(with|not|back):(@({CLASSES}|deed)|[^;:|@]+)(\|(@({CLASSES}|deed)|[^;:|@]+))*"
    r"|(notnext|notprevious|next|previous):[^;:|@]+(\|[^;:|@]+)*"
)
MARKS = re.compile("[\u064b-\u0652]")


def where(row: Row) -> str:
    return f"{row['lemma']} ({row['pos']}, {row['context']})"


def test_types_frames_and_figures_exist() -> None:
    assert len(TRIGGERS) >= 520
    for row in TRIGGERS:
        assert row["type"] in TYPES, where(row)
        assert row["frame"] in FRAMES, where(row)
        assert row["figure"] in FIGURES, where(row)
        assert row["pos"] in {"verb", "noun", "participle", "phrase"}, where(row)
        assert row["source"], where(row)


def test_there_are_enough_lemmas_of_every_type() -> None:
    assert len({row["lemma"] for row in TRIGGERS}) >= 450
    counts = Counter(row["type"] for row in TRIGGERS)
    assert {name: counts[name] for name in TYPES if counts[name] < 3} == {}


def test_no_row_is_there_twice() -> None:
    seen = Counter(
        (MARKS.sub("", row["lemma"]), row["pos"], row["root"], row["form"], row["context"])
        for row in TRIGGERS
    )
    assert [row for row, count in seen.items() if count > 1] == []


def test_verbs_have_roots_and_others_none() -> None:
    for row in TRIGGERS:
        if row["pos"] == "verb":
            assert row["root"], where(row)
            assert " " not in row["lemma"], where(row)
        if row["pos"] in {"noun", "participle"}:
            assert not row["root"], where(row)
            assert " " not in row["lemma"] or row["pos"] == "noun", where(row)
        if row["root"]:
            assert re.fullmatch(r"[ء-ي]( [ء-ي]){2,3}", row["root"]), where(row)
            assert not row["plural"], where(row)


def test_phrases_have_more_than_one_word() -> None:
    for row in TRIGGERS:
        if row["pos"] != "phrase":
            continue
        words = row["lemma"].split()
        assert len(words) >= 2, where(row)
        assert words[0] != "…" and words[-1] != "…", where(row)
        assert "||" not in row["lemma"] and "|" not in words[0], where(row)


def test_first_word_of_a_verb_phrase_is_a_form_of_its_verb() -> None:
    for row in TRIGGERS:
        if row["pos"] == "phrase" and row["root"]:
            forms = {key(i.text) for i in conjugate(row["root"], row["form"])}
            assert key(row["lemma"].split()[0]) in forms, where(row)


def test_contexts_are_well_formed() -> None:
    for row in TRIGGERS:
        for condition in filter(None, row["context"].split(";")):
            assert CONDITION.fullmatch(condition), f"{where(row)}: {condition}"


def test_words_that_block_do_not_also_admit() -> None:
    for row in TRIGGERS:
        lists = {"with": set[str](), "not": set[str]()}
        for condition in filter(None, row["context"].split(";")):
            name, _, words = condition.partition(":")
            if name in lists:
                lists[name] |= set(words.split("|"))
        assert not lists["with"] & lists["not"], where(row)


@pytest.mark.parametrize("name", sorted(FRAMES))
def test_frames_name_known_roles(name: str) -> None:
    frame = FRAMES[name]
    assert {frame["subject"], frame["object"]} <= ROLES
    assert set(frame["genitive"].split("/")) <= ROLES
    for pair in frame["prepositions"].split():
        preposition, _, role = pair.partition(":")
        assert preposition and role in ROLES, pair


def test_every_frame_is_used() -> None:
    used = {row["frame"] for row in TRIGGERS}
    assert set(FRAMES) - used == set()


def test_light_verbs_conjugate_to_their_lemma() -> None:
    rows = LEXICON.rows("light_verbs")
    assert len(rows) >= 60
    for row in rows:
        forms = {key(i.text) for i in conjugate(row["root"], row["form"])}
        assert key(row["lemma"]) in forms, row["lemma"]
        assert row["subject"] in {
            "agent", "target", "place", "event", "hit", "shaken", "cause", "effect", "-",
        }  # fmt: skip
    seen = Counter((row["lemma"], row["prep"], row["subject"]) for row in rows)
    assert max(seen.values()) == 1


def test_agent_markers_are_distinct() -> None:
    phrases = [row["phrase"] for row in LEXICON.rows("agent_markers")]
    assert len(phrases) >= 40
    assert len(phrases) == len(set(phrases))
    assert all(row["source"] for row in LEXICON.rows("agent_markers"))
