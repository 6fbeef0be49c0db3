"""The table of common words stays free of names, of doubles and of words spelled with marks."""

from __future__ import annotations

from collections import Counter

import pytest

from riwaya.detection.letters import key
from riwaya.lexicons import load
from riwaya.model import Row

POS = {"verb", "noun", "adj", "adv", "particle"}
AT_LEAST = {"verb": 3000, "noun": 2000, "adj": 800, "adv": 150, "particle": 250}
MARKS = {chr(c) for c in range(0x064B, 0x0660)} | {"\u0670", "\u0640"}
NAMES = (
    *("محمد", "علي", "عمر", "خالد", "صدام", "نصر الله", "سعيد", "حكمت", "رفعت", "يزيد"),
    *("سلامة", "عودة", "عقل", "كرم", "تدمر", "جنين", "جدة", "مصر", "الراعي", "خان"),
)
WORDS = (
    *("يزور", "أعلن", "أثناء", "التقى", "قالت", "قالوا", "يقولون", "تستعيد", "رمت", "دعوا"),
    *("يبقون", "يؤكد", "استقالت", "تصدى", "حكومة", "جديدة", "أمس", "المعروف", "خلال", "ليس"),
)


def rows() -> tuple[Row, ...]:
    return load().rows("common_words")


def keys() -> set[str]:
    return {key(row["word"]) for row in rows()}


def test_columns_are_filled_and_pos_is_known() -> None:
    for row in rows():
        assert tuple(row) == ("word", "pos", "source")
        assert row["word"] and row["source"], row
        assert row["pos"] in POS, row


def test_no_two_rows_have_one_key() -> None:
    seen = Counter(key(row["word"]) for row in rows())
    assert [word for word, count in seen.items() if count > 1] == []


def test_each_row_is_one_plain_arabic_word() -> None:
    for row in rows():
        word = row["word"]
        assert len(word) > 1, word
        assert all("\u0621" <= letter <= "\u064a" for letter in word), word
        assert not MARKS & set(word), word
        assert not any(letter in "ىة" for letter in word[:-1]), word


def test_no_word_is_a_given_name_that_is_nothing_else() -> None:
    only_names = {
        key(row["name"]) for row in load().rows("given_names") if row["ordinary"] != "yes"
    }
    assert sorted(keys() & only_names) == []


def test_the_table_is_large_enough_in_every_class() -> None:
    counts = Counter(row["pos"] for row in rows())
    assert {pos: counts[pos] for pos, least in AT_LEAST.items() if counts[pos] < least} == {}


@pytest.mark.parametrize("name", NAMES)
def test_names_that_are_also_words_are_left_to_the_name_tables(name: str) -> None:
    assert key(name) not in keys()
    assert key(name.removeprefix("ال")) not in keys()


@pytest.mark.parametrize("word", WORDS)
def test_everyday_words_of_news_are_listed(word: str) -> None:
    assert key(word) in keys() or key(word.removeprefix("ال")) in keys()
