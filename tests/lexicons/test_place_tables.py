"""What weighs, measures and holds places: the tables beside those of the places themselves."""

from __future__ import annotations

import re

from riwaya.detection.letters import key
from riwaya.lexicons import load
from riwaya.model import Row

LEXICON = load()
WARS = {"SY", "IQ", "YE", "PS", "LB", "SD", "LY"}


def _rows(table: str) -> tuple[Row, ...]:
    rows = LEXICON.rows(table)
    assert rows, table
    return rows


def test_at_least_1500_places_of_seven_wars_lie_in_a_governorate_and_a_district() -> None:
    whole = [r for r in _rows("villages") if r["country"] in WARS and r["admin"] and r["district"]]
    assert len(whole) >= 1500
    assert {r["country"] for r in whole} == WARS


def test_every_point_says_how_far_off_it_may_be() -> None:
    for table in ("villages", "admin", "regions"):
        for row in _rows(table):
            assert table != "villages" or bool(row["latitude"]) == bool(row["accuracy"]), row
            assert not row["accuracy"] or 0 < float(row["accuracy"]) <= 3000, row


def test_places_lie_in_governorates_as_the_table_of_them_calls_them() -> None:
    """«جنوب لبنان» was another governorate than «الجنوب» to places of GeoNames."""
    known = {(key(r["name"]), r["country"]) for r in _rows("admin")}
    lost = [
        (r["admin"], r["country"])
        for table in ("villages", "gazetteer")
        for r in _rows(table)
        if r["country"] in WARS and r["admin"] and (key(r["admin"]), r["country"]) not in known
    ]
    assert lost == []


def test_codes_mean_governorates_and_stand_once() -> None:
    known = {(key(r["name"]), r["country"]) for r in _rows("admin")}
    codes = [(r["country"], r["code"]) for r in _rows("admin1_codes")]
    assert len(codes) == len(set(codes))
    ours = [r for r in _rows("admin1_codes") if r["country"] in WARS]
    assert {r["country"] for r in ours} == WARS
    assert [r["name"] for r in ours if (key(r["name"]), r["country"]) not in known] == []


def test_weights_are_numbers_and_stand_once() -> None:
    features = [r["feature"] for r in _rows("place_weights")]
    assert len(features) == len(set(features))
    assert all(re.fullmatch(r"-?\d+(\.\d+)?", r["weight"]) for r in _rows("place_weights"))
    assert "margin" in features


def test_bearings_are_degrees_and_units_have_a_length() -> None:
    bearings = [r["bearing"] for r in _rows("directions") if r["bearing"]]
    assert bearings
    assert all(0 <= float(b) < 360 for b in bearings)
    assert all(float(r["kilometres"]) > 0 and int(r["count"]) > 0 for r in _rows("distance_units"))


def test_sentences_for_places_hold_the_name_and_what_is_known() -> None:
    parts = {r["known"]: re.findall(r"\{(\w+)\}", r["sentence"]) for r in _rows("place_sentences")}
    assert parts == {
        "nothing": ["name"], "country": ["name", "country"], "admin": ["name", "admin", "country"],
    }  # fmt: skip


def test_reasons_of_traps_are_of_a_closed_set() -> None:
    """One of them makes a rule stricter, so none may be spelt in a way of its own."""
    assert {r["reason"] for r in _rows("place_traps")} == {
        "common word or personal name", "also a feminine adjective", "also a surname or adjective",
        "short, collides with words or their endings",
        "also a person, a unit or a common phrase",
    }  # fmt: skip


def test_small_places_called_like_people_and_things_are_trapped() -> None:
    """A town in Turkey was the place where «سيدة», a woman, was killed."""
    nouns = {
        key(form)
        for table, columns in (
            ("people", ("singular", "plural", "feminine")),
            ("objects", ("name", "plural")),
            ("collectives", ("head", "forms")),
            ("titles", ("title", "feminine")),
        )
        for row in _rows(table)
        for column in columns
        for form in row[column].split("|")
        if form and " " not in form
    }
    traps = {key(r["word"]) for r in _rows("place_traps")}
    places = [*_rows("gazetteer"), *_rows("villages")]
    small = [r for r in places if int(r.get("population") or 0) < 450_000]
    names = {n for r in small for n in (r["name"], *r["names"].split("|")) if n}
    assert {n for n in names if key(n) in nouns} - {n for n in names if key(n) in traps} == set()
