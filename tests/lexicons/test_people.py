"""The tables about people, groups of people and things keep what the readers rely on."""

from __future__ import annotations

from collections import Counter

import pytest

from riwaya.detection.letters import key
from riwaya.lexicons import load
from riwaya.model import Row

COLUMNS = {
    "given_names": ("name", "gender", "ordinary", "source"),
    "divine_names": ("name", "source"),
    "family_names": ("name", "ordinary", "source"),
    "titles": ("title", "feminine", "kind", "source"),
    "posts": ("post", "plural", "feminine", "relation", "source"),
    "people": ("singular", "plural", "feminine", "feminine_plural", "class", "source"),
    "collectives": ("head", "forms", "class", "unit", "source"),
    "group_adjectives": ("word", "feminine", "plural", "source"),
    "objects": ("name", "plural", "class", "source"),
    "name_traps": ("word", "reason", "source"),
}
AT_LEAST = {
    "given_names": 1400,
    "divine_names": 99,
    "family_names": 900,
    "titles": 150,
    "posts": 120,
    "people": 350,
    "collectives": 150,
    "group_adjectives": 120,
    "objects": 220,
    "name_traps": 150,
}
ALLOWED = {
    ("given_names", "gender"): {"m", "f", "mf"},
    ("given_names", "ordinary"): {"", "yes"},
    ("family_names", "ordinary"): {"", "yes"},
    ("titles", "kind"): {"rank", "honorific", "post", "description"},
    ("people", "class"): {
        *("civilian", "fighter", "soldier", "police", "official", "leader"),
        *("detainee", "victim", "protester", "worker", "person", "kin", "missing"),
    },
    ("collectives", "class"): {"force", "crowd", "weapon_system", "body", "media", "source"},
    ("collectives", "unit"): {"", "yes"},
    ("objects", "class"): {"vehicle", "weapon", "building", "infrastructure", "goods"},
}
PERSON_RELATIONS = {"leader_of", "spokesperson_of", "member_of", "kin_of"}
TABLES = sorted(COLUMNS)


def rows(table: str) -> tuple[Row, ...]:
    return load().rows(table)


def forms(table: str, column: str) -> set[str]:
    return {key(form) for row in rows(table) for form in row[column].split("|") if form}


@pytest.mark.parametrize("table", TABLES)
def test_columns_and_count(table: str) -> None:
    assert len(rows(table)) >= AT_LEAST[table]
    assert all(tuple(row) == COLUMNS[table] for row in rows(table))


@pytest.mark.parametrize("table", TABLES)
def test_head_words_are_unique_by_key(table: str) -> None:
    head = COLUMNS[table][0]
    counted = Counter(key(row[head]) for row in rows(table))
    assert [word for word, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("table", TABLES)
def test_head_words_and_sources_are_given(table: str) -> None:
    head = COLUMNS[table][0]
    assert [row for row in rows(table) if not row[head] or not row["source"]] == []


@pytest.mark.parametrize("table", TABLES)
def test_words_are_arabic_letters_spaces_and_bars(table: str) -> None:
    free = {"source", "reason", "class", "kind", "gender", "ordinary", "unit", "relation"}
    bad = [
        row[column]
        for row in rows(table)
        for column in COLUMNS[table]
        if column not in free and any(not _is_word_letter(c) for c in row[column])
    ]
    assert bad == []


def _is_word_letter(c: str) -> bool:
    return c in " |" or c.isdigit() or "\u0621" <= c <= "\u064a" or c in "\u06a4\u06af\u0698"


@pytest.mark.parametrize("table", TABLES)
def test_cells_have_no_empty_or_double_form(table: str) -> None:
    for row in rows(table):
        for column in COLUMNS[table][:-1]:
            cell = row[column].split("|")
            assert cell == [""] or (all(cell) and len(set(cell)) == len(cell)), row


@pytest.mark.parametrize(("table", "column"), sorted(ALLOWED))
def test_classes(table: str, column: str) -> None:
    assert {row[column] for row in rows(table)} <= ALLOWED[table, column]


def test_post_relations_are_of_the_contract() -> None:
    contract = {row["type"] for row in rows("relation_types")}
    used = {row["relation"] for row in rows("posts")} - {""}
    assert used <= contract
    assert used == PERSON_RELATIONS


def test_collective_forms_hold_the_head() -> None:
    for row in rows("collectives"):
        assert key(row["head"]) in {key(form) for form in row["forms"].split("|")}, row


def test_titles_have_a_feminine() -> None:
    for row in rows("titles"):
        assert row["feminine"], row


def test_every_class_is_used() -> None:
    for (table, column), allowed in ALLOWED.items():
        assert {row[column] for row in rows(table)} == allowed, (table, column)


def test_words_that_are_names_and_more_are_flagged() -> None:
    flag = {key(row["name"]): row["ordinary"] for row in rows("given_names")}
    words = "أمل سعيد نور جمال كريم عادل ناصر صالح جهاد سلام فجر شهيد علي يزيد غير جو"
    assert [word for word in words.split() if flag.get(key(word)) != "yes"] == []


def test_names_of_many_regions_are_known() -> None:
    known = forms("given_names", "name")
    names = "محمد تشارلز باروخ فلاديمير رجب هاكان مظلوم عبدي مامادو إيتمار جرجس بوجمعة"
    assert [name for name in names.split() if key(name) not in known] == []
    assert key("صلاح الدين") in known and key("نصر الله") in known


def test_family_names_that_are_adjectives_of_states_are_flagged() -> None:
    flag = {key(row["name"]): row["ordinary"] for row in rows("family_names")}
    adjectives, names = "العراقي السوري المصري النقيب", "نتنياهو حفتر الدليمي"
    assert [word for word in adjectives.split() if flag[key(word)] != "yes"] == []
    assert [word for word in names.split() if flag[key(word)]] == []


def test_family_names_of_the_news_are_known() -> None:
    known = forms("family_names", "name")
    names = "البغدادي الجولاني التكريتي ترامب نتنياهو غوتيريش السيستاني البرهان حفتر الدبيبة"
    assert [name for name in names.split() if key(name) not in known] == []


def test_divine_names_hold_those_after_abd() -> None:
    known = forms("divine_names", "name")
    names = "الله الرحمن القادر الرسول الحسين الأمير الزهراء الكريم الملك السلام العزيز"
    assert [name for name in names.split() if key(name) not in known] == []


def test_broken_plurals_are_listed() -> None:
    known = forms("people", "plural")
    plurals = "قتلى جرحى أسرى جنود ضباط رعاة عمال قضاة أطفال مدنيون مسلحون شهداء ضحايا رهائن"
    assert [word for word in plurals.split() if key(word) not in known] == []
