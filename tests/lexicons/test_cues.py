"""The cue tables are whole: columns filled, values allowed, no entry twice, no slot empty."""

from __future__ import annotations

import re
from collections import Counter
from typing import get_args

import pytest

from riwaya.detection.conjugation import conjugate
from riwaya.detection.letters import key
from riwaya.lexicons import load
from riwaya.model import Negated

FORM = re.compile(r"(I|II|III|IV|V|VI|VII|VIII|IX|X|Q1|Q2)(:\w+)?")
PARTS = {"verb", "noun", "preposition", "phrase", "particle"}
ACTS = {"say", "confirm", "claim", "deny", "accuse", "admit", "leak", "estimate"}
REALIS = {
    "", "actual", "intended", "threatened", "demanded", "possible", "hypothetical", "generic",
}  # fmt: skip
REPORTING_COMPLEMENT = re.compile(r"clause|quote|noun|source|object|verb|none|prep:\S+|source:\S+")
MODAL_COMPLEMENT = re.compile(
    r"masdar|next-verb|next-imperfect|object|subject|none|inside|class|any|alleged|answer"
    r"|presupposed|clause:أن|prep:\S+|at:\S+"
)
NEGATED = {"", *get_args(Negated)}
RELATION_END = re.compile(r"left|right|genitive|subject|object|former|prep:\S+")
CLAUSE_KINDS = {
    "coordinator", "subordinator", "relative", "result", "circumstance", "complementizer",
    "contrast",
}  # fmt: skip
ALIAS_KINDS = {
    "alias", "legal_name", "other_name", "former_name", "description", "abbreviation", "so_called",
    "by_name",
}  # fmt: skip
TRAP_REASONS = {
    "sport", "economy", "health", "weather", "culture", "politics", "society", "law", "idiom",
    "name", "object", "technology",
}  # fmt: skip
COLUMNS = {
    "reporting": "lemma pos root form act complement speaker negates source",
    "sources": "head forms voice source",
    "modality": "lemma pos root form realis polarity complement types negates source",
    "clause_words": "word kind source",
    "relation_cues": "lemma pos root form type subject object source",
    "alias_cues": "phrase kind source",
    "event_traps": "phrase reason source",
    "cause_cues": "phrase relation other next takes source",
}
MAY_BE_EMPTY = {
    "root", "voice", "form", "realis", "polarity", "act", "speaker", "negates", "types", "next",
}  # fmt: skip
IDENTITY = {
    "reporting": ("lemma", "pos", "act", "complement"),
    "sources": ("head",),
    "modality": ("lemma", "pos", "realis"),
    "clause_words": ("word",),
    "relation_cues": ("lemma", "pos", "type"),
    "alias_cues": ("phrase",),
    "event_traps": ("phrase",),
    "cause_cues": ("phrase", "next"),
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
        cell = row[COLUMNS[table].split()[0]]
        assert "  " not in cell and "،" not in cell and cell == cell.strip(), row
        units = cell.split() if table == "event_traps" else [cell]
        for unit in units:
            forms = unit.split("|")
            assert all(form and form == form.strip() for form in forms), row
            assert len(set(forms)) == len(forms), row


@pytest.mark.parametrize("table", ["reporting", "modality", "relation_cues"])
def test_verbs_inflect_to_their_lemma_and_other_words_have_no_pattern(table: str) -> None:
    for row in load().rows(table):
        assert row["pos"] in PARTS, row
        if row["pos"] == "verb":
            assert FORM.fullmatch(row["form"]), row
            forms = {key(x.text) for x in conjugate(row["root"], row["form"])}
            assert key(row["lemma"].split()[0]) in forms, row
        else:
            assert not row["root"] and not row["form"], row
        if "|" in row["lemma"]:
            assert row["pos"] == "phrase", row


@pytest.mark.parametrize("table", ["clause_words", "alias_cues", "cause_cues"])
def test_listed_phrases_do_not_end_in_a_preposition_that_is_written_on_the_next_word(
    table: str,
) -> None:
    for row in load().rows(table):
        cell = row[COLUMNS[table].split()[0]]
        assert " " not in cell or len(cell.split()[-1]) > 1, row


def test_reporting_rows_name_an_act_and_where_the_content_or_source_stands() -> None:
    for row in load().rows("reporting"):
        assert row["act"] in ACTS, row
        assert all(REPORTING_COMPLEMENT.fullmatch(c) for c in row["complement"].split("|")), row
        assert row["speaker"] in {"", "same", "nobody", "unnamed"}, row
        assert row["negates"] in NEGATED, row
    assert {row["act"] for row in load().rows("reporting")} == ACTS


def test_modality_rows_change_realis_or_polarity_or_say_why_not() -> None:
    types = {row["type"] for row in load().rows("event_types")}
    for row in load().rows("modality"):
        assert row["realis"] in REALIS, row
        assert row["polarity"] in {"positive", "negative"}, row
        assert all(MODAL_COMPLEMENT.fullmatch(c) for c in row["complement"].split("|")), row
        assert row["negates"] in NEGATED, row
        assert set(filter(None, row["types"].split("|"))) <= types, row
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


def test_a_trap_of_one_word_is_no_event_word_and_a_gap_stands_between_words() -> None:
    deeds = {key(r["lemma"]) for r in load().rows("triggers") if r["pos"] != "phrase"}
    for row in load().rows("event_traps"):
        words = row["phrase"].split()
        assert words[0] != "…" and words[-1] != "…", row
        if len(words) == 1:
            assert not {key(form) for form in words[0].split("|")} & deeds, row


def test_a_denial_is_told_once() -> None:
    reported = {
        key(r["lemma"])
        for r in load().rows("reporting")
        if r["act"] == "deny" and r["pos"] == "verb"
    }
    modal = {
        key(form)
        for r in load().rows("modality")
        if r["polarity"] == "negative"
        for form in r["lemma"].split("|")
    }
    assert not reported & modal


@pytest.mark.parametrize(
    ("table", "least"),
    [("reporting", 160), ("modality", 200), ("event_traps", 250), ("sources", 60)],
)
def test_the_tables_are_as_large_as_promised(table: str, least: int) -> None:
    assert len(load().rows(table)) >= least


def test_cause_cues_say_which_relation_and_where_its_other_end_stands() -> None:
    rows = load().rows("cause_cues")
    assert {row["relation"] for row in rows} == {"because_of", "in_order_to"}
    assert {row["other"] for row in rows} == {"behind", "before"}
    assert {row["takes"] for row in rows} == {"deed", "verb", "words"}
    assert {row["next"] for row in rows} == {"", "ل", "ب", "من"}
