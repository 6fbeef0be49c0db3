"""Grouping scored: B-cubed over reports, the place and the toll of each gold incident."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

import incidents
from riwaya.ledger.nouns import Incident, Where

GOLD = {
    "r1": incidents.Gold("a", (33.0, 36.0), (3, 5)),
    "r2": incidents.Gold("a", (33.0, 36.0), (3, 5)),
    "r3": incidents.Gold("b", (15.0, 44.0), (0, 0)),
}
MADE = Incident(
    "i1", "shelling", True, "", Where("كذا", "كذا", None, 33.0, 36.05, "exact"), None, None,
    (3, 5), None, (), (), {}, "weak", {"r1": 4, "r2": 1}, (), "", {}, (),
)  # fmt: skip
OTHER = replace(MADE, id="i2", reports={"r2": 2, "r3": 3}, where=None, killed=None)


def test_bcubed_of_equal_groups_is_one_and_of_one_great_group_is_its_purity() -> None:
    theirs = {"r1": "a", "r2": "a", "r3": "b"}
    assert incidents.bcubed(theirs, theirs) == 1
    assert incidents.bcubed(dict.fromkeys(theirs, "x"), theirs) == pytest.approx(5 / 9)


def test_a_report_belongs_to_the_incident_with_most_of_its_statements() -> None:
    assert incidents.chosen(GOLD, [MADE, OTHER]) == {"r1": "i1", "r2": "i2", "r3": "i2"}


def test_a_report_of_which_nothing_is_told_stands_alone() -> None:
    assert len(set(incidents.chosen(GOLD, []).values())) == 3


def test_place_and_toll_are_judged_by_the_incident_that_holds_most_reports() -> None:
    both = replace(MADE, reports={"r1": 4, "r2": 4})
    found = incidents.figures(GOLD, [both, OTHER])
    assert (found["place.right"], found["toll.right"], found["bcubed"]) == (0.5, 1.0, 1.0)
    wide = replace(both, killed=(3, 20))
    assert incidents.figures(GOLD, [wide, OTHER])["toll.right"] == 0.5


@pytest.mark.parametrize("name", incidents.NAMES)
def test_every_report_of_a_set_has_its_gold(name: str) -> None:
    lines = (incidents.HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ids = [json.loads(line)["id"] for line in lines]
    assert len(ids) == len(set(ids))
    assert set(ids) == set(incidents._gold(name))
