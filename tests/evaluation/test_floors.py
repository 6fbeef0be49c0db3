"""The gate's arithmetic: which figures are under, over, raised."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import floors
import scorers

EVALUATION = Path(__file__).parents[2] / "evaluation"
FIGURES = st.dictionaries(
    st.sampled_from(["a.events.f1", "a.false_actual.rate", "b.realis.accuracy"]), st.floats(0, 1)
)


def test_a_figure_under_its_floor_is_told() -> None:
    under, over, missing = floors.compare({"a.f1": 0.79, "b.f1": 0.9}, {"a.f1": 0.8, "b.f1": 0.8})
    assert (under, over, missing) == (["a.f1"], ["b.f1"], [])


def test_of_a_rate_lower_is_better() -> None:
    known = {"a.false_actual.rate": 0.2}
    assert floors.compare({"a.false_actual.rate": 0.25}, known)[0] == ["a.false_actual.rate"]
    assert floors.compare({"a.false_actual.rate": 0.15}, known)[1] == ["a.false_actual.rate"]


def test_a_floor_without_a_figure_is_told() -> None:
    assert floors.compare({}, {"a.f1": 0.8})[2] == ["a.f1"]


@given(FIGURES, FIGURES)
def test_raising_never_lowers_and_what_was_measured_passes(
    known: dict[str, float], measured: dict[str, float]
) -> None:
    new = floors.raised(known, measured)
    for name, floor in known.items():
        assert floors.ahead(name, new[name], floor) >= 0
    fresh = floors.raised({}, measured)
    assert floors.compare(measured, fresh)[0] == []


def test_the_table_names_what_is_short() -> None:
    table = floors.table({"a.f1": 0.5}, {"a.f1": 0.6}, {"a.f1": 0.7})
    assert "UNDER ITS FLOOR, short of its target" in table


def test_the_kept_floors_are_figures() -> None:
    for name in ("floors.json", "targets.json"):
        kept = json.loads((EVALUATION / name).read_text(encoding="utf-8"))
        assert kept
        assert all(0 <= value <= 1 for value in kept.values())


def test_what_the_scorers_print_is_understood() -> None:
    table = {"events": {"f1": 0.9, "gold": 3}, "times": {"f1": None}, "false_actual": {"rate": 0.1}}
    assert scorers.from_score("a", table) == {"a.events.f1": 0.9, "a.false_actual.rate": 0.1}
    printed = "person  P 0.700  R 0.600  F1 0.646  gold 5  predicted 4\n"
    assert scorers.from_mentions("names", printed) == {"names.person.f1": 0.646}
