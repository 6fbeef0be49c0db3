"""Tables of the user's own: what is filled in, and what is told of wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.lexicons import LexiconError, load


def _folder(tmp_path: Path, name: str, text: str) -> Path:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_absent_columns_are_empty(tmp_path: Path) -> None:
    """A table of triggers without context failed for every report."""
    text = "lemma\tpos\troot\tform\ttype\tframe\nنكل\tverb\tن ك ل\tII\ttorture\tharm\n"
    row = load(_folder(tmp_path, "triggers.tsv", text)).rows("triggers")[-1]
    assert (row["lemma"], row["context"], row["figure"]) == ("نكل", "", "")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("actors_mine.tsv", "name;kind\nكذا;rebel\n", "no column name"),
        ("actors_mine.tsv", "name\tkind\tcolour\nكذا\trebel\tred\n", "unknown column colour"),
        ("actors_mine.tsv", "name\tkind\nكذا\tmilitiaa\n", "no kind is called militiaa"),
        ("actors_mine.tsv", "name\tkind\tcountry\nكذا\trebel\tSYR\n", "country SYR"),
        ("villages.tsv", "name\tlatitude\tlongitude\nتل كذا\t35,8\t36.1\n", "35,8 is no number"),
        ("triggers.tsv", "lemma\ttype\nنكل\ttortur\n", "no type is called tortur"),
        ("triggers.tsv", "lemma\ttype\tframe\nنكل\ttorture\tharmm\n", "no frame is called harmm"),
        ("relation_cues.tsv", "lemma\ttype\nيأتمر ب\tobeys\n", "no type is called obeys"),
        ("modality.tsv", "lemma\trealis\nربما\tpossibel\n", "no realis is called possibel"),
        ("reporting.tsv", "lemma\tact\nهمس\tsayy\n", "no act is called sayy"),
        ("cause_cues.tsv", "phrase\trelation\nلأجل\tbecause_off\n", "no relation is called"),
        ("alias_cues.tsv", "phrase\tkind\nالمنادى\taliass\n", "no kind is called aliass"),
        ("function_words.tsv", "word\trole\nكذا\tpartt_in\n", "no role is called partt_in"),
        ("myactors.tsv", "name\tkind\nكذا\trebel\n", "no table of that name"),
    ],
)
def test_a_wrong_table_is_told_with_its_row(
    name: str, text: str, told: str, tmp_path: Path
) -> None:
    with pytest.raises(LexiconError) as error:
        load(_folder(tmp_path, name, text))
    assert told in str(error.value)
    assert name in str(error.value)


def test_a_frame_of_ones_own_may_be_used(tmp_path: Path) -> None:
    _folder(tmp_path, "frames.tsv", "frame\tsubject\tobject\nmine\tagent\ttarget\n")
    text = "lemma\tpos\troot\tform\ttype\tframe\nنكل\tverb\tن ك ل\tII\ttorture\tmine\n"
    rows = load(_folder(tmp_path, "triggers.tsv", text)).rows("triggers")
    assert rows[-1]["frame"] == "mine"
