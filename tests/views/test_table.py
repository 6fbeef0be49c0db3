"""The table: what a spreadsheet opens."""

import csv
import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from made_reading import KILLING, READING

from riwaya.model import Span
from riwaya.views.table import COLUMNS, guarded, header, rows


def read_back() -> list[dict[str, str]]:
    text = header() + rows(READING)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_one_row_an_event_with_what_it_says() -> None:
    (row,) = read_back()
    assert row["type"] == "killing"
    assert row["agents"] == "هم (الجيش)"
    assert row["places"] == "حيان"
    assert (row["latitude"], row["longitude"], row["precision"]) == ("36.3", "-37.0", "exact")
    assert (row["country"], row["admin"]) == ("SY", "حلب")
    assert (row["killed_low"], row["killed_high"]) == ("45", "45")
    assert row["polarity"] == "negative"
    assert row["sources"] == "الجيش (deny)"
    assert row["evidence"].startswith("نفى الجيش")


def test_every_row_has_every_column() -> None:
    lines = list(csv.reader(io.StringIO(rows(READING), newline="")))
    assert [len(line) for line in lines] == [len(COLUMNS)]


def test_a_reading_without_events_adds_no_row() -> None:
    assert rows(replace(READING, statements=())) == ""


@given(st.text(), st.sampled_from("=+-@\t\r＝＋－＠"))
def test_no_text_cell_starts_a_formula(rest: str, sign: str) -> None:
    cell = guarded(sign + rest)
    assert isinstance(cell, str)
    assert cell.startswith("'")


@given(st.one_of(st.integers(), st.floats(allow_nan=False)))
def test_numbers_stay_numbers(number: float) -> None:
    assert guarded(number) == number


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_trigger_gives_one_row_of_all_columns(words: str) -> None:
    event = replace(KILLING, trigger=Span(0, len(words), words))
    made = rows(replace(READING, statements=(event,)))
    lines = list(csv.reader(io.StringIO(made, newline="")))
    assert [len(line) for line in lines] == [len(COLUMNS)]


def test_a_cell_is_no_longer_than_excel_holds() -> None:
    for cell in ("م" * 100_000, "\u202e" * 20_000):
        made = guarded(cell)
        assert isinstance(made, str)
        assert len(made) < 32_767
        assert made.endswith("[…]")
