"""Integrity of the tables of named actors, over every `actors_*` table that is shipped."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from riwaya.detection.letters import key
from riwaya.lexicons import load
from riwaya.model import Row

KINDS = {
    "state",
    "state_force",
    "rebel",
    "militia",
    "political",
    "international",
    "media",
    "aid",
}
COLUMNS = {"name", "names", "kind", "country", "english", "source"}
TABLES = {name: load().rows(name) for name in load().tables if name.startswith("actors_")}


def forms(row: Row) -> list[str]:
    """Every name of a row, the main name first."""
    return [row["name"], *(name for name in row["names"].split("|") if name)]


def test_there_are_actors() -> None:
    assert "actors_mashreq" in TABLES
    assert sum(map(len, TABLES.values())) >= 700


@pytest.mark.parametrize("table", sorted(TABLES))
def test_cells_are_filled(table: str) -> None:
    for row in TABLES[table]:
        assert set(row) == COLUMNS
        assert all(row[column] for column in ("name", "kind", "english", "source")), row


@pytest.mark.parametrize("table", sorted(TABLES))
def test_kinds_and_countries_are_of_the_vocabulary(table: str) -> None:
    for row in TABLES[table]:
        assert row["kind"] in KINDS, row
        assert re.fullmatch("([A-Z]{2})?", row["country"]), row


@pytest.mark.parametrize("table", sorted(TABLES))
def test_a_name_stands_once(table: str) -> None:
    counts = Counter(key(name) for row in TABLES[table] for name in forms(row))
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("table", sorted(TABLES))
def test_names_are_clean(table: str) -> None:
    for row in TABLES[table]:
        assert re.search("[ء-ي]", row["name"]), row
        for name in forms(row):
            assert len(key(name)) > 1, row
            assert name == " ".join(name.split()), row
            assert "\t" not in name and "،" not in name, row
        assert "||" not in row["names"], row
