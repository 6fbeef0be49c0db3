"""The place tables are whole: columns, kinds, codes, coordinates and keys."""

from __future__ import annotations

import re

import pytest

from riwaya.detection.letters import key
from riwaya.lexicons import load
from riwaya.model import Row

COLUMNS = {
    "gazetteer": "name names kind country admin district latitude longitude population id source",
    "countries": "name names iso capital palaces nisba_masc nisba_fem nisba_plural source",
    "peoples": "name masc fem plural source",
    "admin": "name names kind country admin latitude longitude accuracy source",
    "admin1_codes": "country code name source",
    "regions": "name names kind country admin latitude longitude accuracy source",
    "villages": "name names kind country admin district latitude longitude accuracy source",
    "place_heads": "head forms kind precision source",
    "directions": "word precision bearing source",
    "distance_units": "form kilometres count source",
    "place_weights": "feature weight source",
    "place_traps": "word reason source",
    "place_sentences": "known sentence source",
}
KINDS = {
    "admin": {"governorate", "district"},
    "regions": {"region"},
    "villages": set(
        [
            "town",
            "village",
            "quarter",
            "camp",
            "crossing",
            "base",
            "airport",
            "front",
            "road",
            "hospital",
            "prison",
        ]
    ),
    "place_heads": set(
        ["settlement", "quarter", "area", "admin", "country_side", "line", "facility", "natural"]
    ),
}
PLACED = ("gazetteer", "admin", "regions", "villages")
PRECISIONS = {"exact", "near", "district", "governorate", "country"}


def table(name: str) -> tuple[Row, ...]:
    return load().rows(name)


def names(row: Row) -> list[str]:
    return [row["name"], *filter(None, row["names"].split("|"))]


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_are_the_agreed_ones_and_every_row_has_a_source(name: str) -> None:
    rows = table(name)
    assert rows
    assert list(rows[0]) == COLUMNS[name].split()
    assert [row for row in rows if not row["source"]] == []


@pytest.mark.parametrize("name", COLUMNS)
def test_every_row_is_named_and_no_cell_has_empty_forms(name: str) -> None:
    first = COLUMNS[name].split()[0]
    cells = [cell for row in table(name) for cell in row.values()]
    assert [row for row in table(name) if not row[first]] == []
    assert [c for c in cells if c.startswith("|") or c.endswith("|") or "||" in c] == []


@pytest.mark.parametrize("name", KINDS)
def test_kinds_are_allowed(name: str) -> None:
    assert {row["kind"] for row in table(name)} <= KINDS[name]


@pytest.mark.parametrize("name", ["place_heads", "directions"])
def test_precisions_are_allowed(name: str) -> None:
    assert {row["precision"] for row in table(name)} <= PRECISIONS


@pytest.mark.parametrize("name", PLACED)
def test_countries_of_places_are_listed_countries(name: str) -> None:
    known = {row["iso"] for row in table("countries")}
    assert {row["country"] for row in table(name)} - {""} <= known


def test_country_codes_are_unique_and_well_formed() -> None:
    codes = [row["iso"] for row in table("countries")]
    assert len(codes) == len(set(codes))
    assert [code for code in codes if not re.fullmatch("[A-Z]{2}", code)] == []


def test_country_nisbas_come_in_all_genders_and_numbers() -> None:
    filled = [row for row in table("countries") if row["nisba_masc"]]
    assert len(filled) >= 90
    assert [r["iso"] for r in filled if not (r["nisba_fem"] and r["nisba_plural"])] == []


@pytest.mark.parametrize("name", PLACED)
def test_coordinates_come_in_pairs_and_in_range(name: str) -> None:
    for row in table(name):
        assert bool(row["latitude"]) == bool(row["longitude"]), row["name"]
        if row["latitude"]:
            assert -90 <= float(row["latitude"]) <= 90, row["name"]
            assert -180 <= float(row["longitude"]) <= 180, row["name"]


def test_gazetteer_ids_are_unique_numbers() -> None:
    ids = [row["id"] for row in table("gazetteer")]
    assert len(ids) == len(set(ids))
    assert all(i.isdigit() for i in ids)


@pytest.mark.parametrize("name", ["admin", "regions", "villages"])
def test_a_reviewed_place_stands_once(name: str) -> None:
    keys = [(key(r["name"]), r["kind"], r["country"], r["admin"]) for r in table(name)]
    assert len(keys) == len(set(keys))


def test_hand_made_settlements_are_not_in_the_gazetteer() -> None:
    known = {(key(n), row["country"]) for row in table("gazetteer") for n in names(row)}
    twice = [
        row["name"]
        for row in table("villages")
        if row["kind"] in {"town", "village"} and (key(row["name"]), row["country"]) in known
    ]
    assert twice == []


@pytest.mark.parametrize("name", [*PLACED, "countries"])
def test_names_are_in_arabic_letters(name: str) -> None:
    allowed = re.compile(r"[\u0621-\u063a\u0641-\u064a0-9A-Z -]+")
    assert [n for row in table(name) for n in names(row) if not allowed.fullmatch(n)] == []


def test_traps_are_names_of_places_and_stand_once() -> None:
    known = {key(n) for t in PLACED for row in table(t) for n in names(row)}
    traps = [key(row["word"]) for row in table("place_traps")]
    assert len(traps) == len(set(traps))
    assert set(traps) <= known


@pytest.mark.parametrize("word", ["السلام", "المدينة", "الشهداء", "العين", "النصر", "قم"])
def test_names_that_are_words_are_trapped(word: str) -> None:
    assert key(word) in {key(row["word"]) for row in table("place_traps")}


@pytest.mark.parametrize("name", ["دمشق", "حلب", "غزة", "الفاشر", "صنعاء", "مقديشو", "بغداد"])
def test_well_known_cities_are_found_and_not_trapped(name: str) -> None:
    assert key(name) in {key(n) for row in table("gazetteer") for n in names(row)}
    assert key(name) not in {key(row["word"]) for row in table("place_traps")}
