"""Values of corrections as people write them."""

from __future__ import annotations

from typing import Any

import pytest

from riwaya.cli.base import Usage
from riwaya.cli.values import values

JASIM = {"name": "مدينة جاسم", "latitude": 32.99, "longitude": -36.0}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("killed=3", [3, 3]),
        ("wounded = 3-5", [3, 5]),
        ("killed=3–5", [3, 5]),
        ("killed=3+", [3, None]),
        ("killed=[null, 4]", [None, 4]),
        ("place=مدينة جاسم, 32.99, -36", JASIM),
        ('place={"name": "مدينة جاسم", "latitude": 32.99, "longitude": -36.0}', JASIM),
        ("earliest=2023-05-16", "2023-05-16"),
        ("negates=null", None),
        ("realis=possible", "possible"),
        ("killed=many", "many"),
        ("agents=25-33, 40–48", [[25, 33], [40, 48]]),
        ("targets=", []),
        ("targets=[[1, 2]]", [[1, 2]]),
        ("agents=25", 25),
    ],
)
def test_a_value(said: str, meant: Any) -> None:
    (found,) = values([said]).values()
    assert found == meant


def test_several_values() -> None:
    assert values(["killed=1", "type=raid"]) == {"killed": [1, 1], "type": "raid"}


@pytest.mark.parametrize("given", [["killed"], ["=3"], ["killed=1", "killed=2"]])
def test_what_sets_nothing(given: list[str]) -> None:
    with pytest.raises(Usage, match="Give"):
        values(given)
