"""A corrected place: looked up by its name, set on the map, or left without a point."""

from __future__ import annotations

from typing import Any

import pytest
from ledger.ledger_helper import add, ledger_at, of_report, report

from riwaya.ledger import Ledger
from riwaya.ledger.nouns import Where
from riwaya.ledger.review.placing import place_named
from riwaya.ledger.ruling import Judgement

_DARAA = Where("جاسم", "جاسم", country="SY", admin="درعا")
_TEXT = "قُتل خمسة مدنيين بقصف في بلدة حيان بريف حلب يوم 15 أيار 2023."


def _corrected(ledger: Ledger, **place: Any) -> Where:
    add(ledger, report("a", _TEXT))
    for key in ledger.statement_keys(["a"]).values():
        ledger.judge(Judgement("statement", "correct", key, "سمر", "خطأ", value={"place": place}))
    where = of_report(ledger, "a").where
    assert where is not None
    return where


def test_another_name_alone_takes_the_place_of_that_name(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        where = _corrected(ledger, name="مدينة نوى")
        assert (where.name, where.precision, where.country, where.admin) == (
            "مدينة نوى", "exact", "SY", "درعا",
        )  # fmt: skip
        assert where.point is not None and abs(where.point[0] - 32.89) < 0.05


def test_the_name_of_an_area_is_no_point(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        where = _corrected(ledger, name="ريف حماة")
        assert (where.precision, where.admin) == ("governorate", "حماة")


def test_a_name_that_nobody_knows_has_no_point(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        where = _corrected(ledger, name="تل السماق")
        assert (where.name, where.point, where.precision) == ("تل السماق", None, None)
        assert (where.country, where.admin) == ("SY", "حلب")
        made = of_report(ledger, "a")
        ledger.rebuild()
        assert of_report(ledger, "a") == made


def test_what_is_set_on_the_map_is_exact_and_in_its_country(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        where = _corrected(ledger, name="تل السماق", latitude=36.33, longitude=37.03)
        assert (where.point, where.precision) == ((36.33, 37.03), "exact")
        assert (where.country, where.admin) == ("SY", "حلب")


def test_far_from_the_former_place_no_country_is_guessed(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        where = _corrected(ledger, name="تل السماق", latitude=15.3, longitude=44.2)
        assert (where.country, where.admin) == (None, None)


def test_what_a_program_says_was_found_does_not_count(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        found = {"latitude": 1.0, "longitude": 2.0, "precision": "exact"}
        assert _corrected(ledger, name="تل السماق", found=found).point is None


def test_the_same_place_said_twice_is_no_difference(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        _corrected(ledger, name="نوى")
        (key, *_) = ledger.statement_keys(["a"]).values()
        place = {"name": "نوى", "latitude": None, "longitude": None}
        ledger.judge(Judgement("statement", "correct", key, "رنا", "خطأ", value={"place": place}))
        item = ledger.statement(key)
        assert not item.differ
        assert [f.text for f in item.fillers if f.role == "place"] == ["نوى"]


@pytest.mark.parametrize(
    ("name", "precision", "admin"),
    [
        ("نوى", "exact", "درعا"), ("حماة", "district", "حماة"),
        ("محافظة درعا", "governorate", "درعا"),
        ("بلدة حيان بريف حلب", "exact", "حلب"), ("سوريا", "country", None),
    ],
)  # fmt: skip
def test_names_are_settled_as_the_reader_settles_them(
    name: str, precision: str, admin: str | None
) -> None:
    found = place_named(name, _DARAA)
    assert found is not None
    assert (found["precision"], found["admin"]) == (precision, admin)


@pytest.mark.parametrize("name", ["", "تل السماق", "قرية الزيتونة الخضراء", "نوى " * 100, "خمسة"])
def test_what_is_no_known_place_is_left_open(name: str) -> None:
    assert place_named(name, _DARAA) is None
