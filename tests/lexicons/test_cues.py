"""The cue tables are whole: columns filled, values allowed, no entry twice, no slot empty."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from riwaya.detection.letters import key
from riwaya.lexicons import load

FORMS = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "Q1", "Q2"}
PARTS = {"verb", "noun", "preposition", "phrase", "particle"}
ACTS = {"say", "confirm", "claim", "deny", "accuse", "admit", "leak", "estimate"}
REALIS = {
    "", "actual", "intended", "threatened", "demanded", "possible", "hypothetical", "generic",
}  # fmt: skip
REPORTING_COMPLEMENT = re.compile(r"clause|quote|noun|source|object|prep:\S+|source:\S+")
MODAL_COMPLEMENT = re.compile(r"masdar|next-verb|object|subject|none|clause:أن|prep:\S+")
RELATION_END = re.compile(r"left|right|genitive|suffix|subject|object|former|prep:\S+")
CLAUSE_KINDS = {
    "coordinator", "subordinator", "relative", "result", "circumstance", "complementizer",
    "contrast",
}  # fmt: skip
ALIAS_KINDS = {
    "alias", "legal_name", "other_name", "former_name", "description", "abbreviation", "so_called",
}  # fmt: skip
TRAP_REASONS = {
    "sport", "economy", "health", "weather", "culture", "politics", "society", "law", "idiom",
    "name", "object", "technology",
}  # fmt: skip
COLUMNS = {
    "reporting": "lemma pos root form act complement source",
    "sources": "head forms source",
    "modality": "lemma pos root form realis polarity complement source",
    "clause_words": "word kind source",
    "relation_cues": "lemma pos root form type subject object source",
    "alias_cues": "phrase kind source",
    "event_traps": "phrase reason source",
}
MAY_BE_EMPTY = {"root", "form", "realis", "polarity", "act"}
IDENTITY = {
    "reporting": ("lemma", "pos", "act", "complement"),
    "sources": ("head",),
    "modality": ("lemma", "pos", "realis"),
    "clause_words": ("word",),
    "relation_cues": ("lemma", "pos", "type"),
    "alias_cues": ("phrase",),
    "event_traps": ("phrase",),
}


@pytest.mark.parametrize("table", COLUMNS)
def test_every_row_has_the_documented_columns_filled(table: str) -> None:
    rows = load().rows(table)
    assert rows
    for row in rows:
        assert list(row) == COLUMNS[table].split()
        assert [c for c, cell in row.items() if not cell and c not in MAY_BE_EMPTY] == [], row


@pytest.mark.parametrize("table", COLUMNS)
def test_no_entry_stands_twice(table: str) -> None:
    seen = Counter(tuple(key(row[c]) for c in IDENTITY[table]) for row in load().rows(table))
    assert [entry for entry, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("table", COLUMNS)
def test_alternatives_of_a_cell_are_clean_and_different(table: str) -> None:
    for row in load().rows(table):
        for slot in re.split(r" … | \+ ", row[COLUMNS[table].split()[0]]):
            forms = slot.split("|")
            assert all(form and form == form.strip() for form in forms), row
            assert all("  " not in form and "،" not in form for form in forms), row
            assert len(set(forms)) == len(forms), row


@pytest.mark.parametrize("table", ["reporting", "modality", "relation_cues"])
def test_verbs_can_be_inflected_and_phrases_stand_as_they_are(table: str) -> None:
    for row in load().rows(table):
        assert row["pos"] in PARTS, row
        if row["pos"] == "verb":
            assert row["form"] in FORMS, row
            assert re.fullmatch(r"[ء-ي]{3,4}", row["root"]), row
            assert not set(row["root"]) & set("أإؤئآىة"), row
            assert " " not in row["lemma"] or row["lemma"].startswith(("حلّ", "نجم")), row
        if row["pos"] in {"phrase", "particle", "preposition"}:
            assert not row["root"] and not row["form"], row


def test_reporting_rows_name_an_act_and_where_the_content_or_source_stands() -> None:
    for row in load().rows("reporting"):
        assert row["act"] in ACTS, row
        assert all(REPORTING_COMPLEMENT.fullmatch(c) for c in row["complement"].split("|")), row
    assert {row["act"] for row in load().rows("reporting")} == ACTS


def test_modality_rows_change_realis_or_polarity_or_say_why_not() -> None:
    for row in load().rows("modality"):
        assert row["realis"] in REALIS, row
        assert row["polarity"] in {"positive", "negative"}, row
        assert all(MODAL_COMPLEMENT.fullmatch(c) for c in row["complement"].split("|")), row
    assert {row["realis"] for row in load().rows("modality")} == REALIS


def test_clause_words_alias_cues_and_traps_have_known_kinds() -> None:
    assert {row["kind"] for row in load().rows("clause_words")} == CLAUSE_KINDS
    assert {row["kind"] for row in load().rows("alias_cues")} == ALIAS_KINDS
    assert {row["reason"] for row in load().rows("event_traps")} == TRAP_REASONS


def test_relation_cues_use_the_relation_types_and_cover_them_all() -> None:
    types = {row["type"] for row in load().rows("relation_types")}
    rows = load().rows("relation_cues")
    assert {row["type"] for row in rows} == types
    for row in rows:
        for end in ("subject", "object"):
            assert all(RELATION_END.fullmatch(e) for e in row[end].split("|")), row


def test_traps_have_slots_between_gaps_and_never_swallow_a_single_conflict_word() -> None:
    deeds = {"قتل", "قصف", "هجوم", "اغتيال", "تفجير", "انفجار", "كمين", "اعتقال", "خطف", "حصار"}
    for row in load().rows("event_traps"):
        slots = re.split(r" … | \+ ", row["phrase"])
        assert all(slot.strip(" |…+") == slot for slot in slots), row
        if len(slots) == 1:
            assert not {key(form) for form in slots[0].split("|")} & deeds, row


@pytest.mark.parametrize(
    ("table", "least"),
    [("reporting", 160), ("modality", 200), ("event_traps", 250), ("sources", 60)],
)
def test_the_tables_are_as_large_as_promised(table: str, least: int) -> None:
    assert len(load().rows(table)) >= least
