"""What lists show of an incident."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger.ledger_helper import add, ledger_at, of_report, report

_PLACE = "في مدينة جاسم بريف درعا يوم 3 أيار 2023."


@pytest.mark.parametrize(
    ("told", "killed"),
    [
        (("قُتل ما لا يقل عن 35 مدنياً",), (35, None)),
        (("قُتل أكثر من 30 مدنياً",), (30, None)),
        (("قُتل عشرات المدنيين",), (20, None)),
        (("قُتل مدني وزوجته وأطفاله",), (2, None)),
        (("قُتل 10 مدنيين على الأكثر",), (None, 10)),
        (("قُتل ما لا يقل عن 35 مدنياً", "قُتل 45 مدنياً"), (35, 45)),
        (("قُتل ما لا يقل عن 45 مدنياً", "أحصى الدفاع المدني مقتل 35 مدنياً"), (35, None)),
        (("قُتل سالم الحمد ومروان العلي",), (2, 2)),
        (("قُتل 12 مدنياً",), (12, 12)),
    ],
)
def test_a_toll_that_is_open_is_shown_open(
    tmp_path: Path, told: tuple[str, ...], killed: tuple[int | None, int | None]
) -> None:
    """«At least 35» stood as 35 in the head, in lists and in what is exported."""
    with ledger_at(f"sqlite:///{tmp_path / 'ledger.db'}") as ledger:
        add(ledger, *(report(f"r{n}", f"{text} {_PLACE}") for n, text in enumerate(told)))
        assert of_report(ledger, "r0").killed == killed
        assert {x.incident.killed for x in ledger.incidents()} == {killed}
