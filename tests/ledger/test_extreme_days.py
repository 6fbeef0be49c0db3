"""Days at the ends of the calendar: in texts, in corrections, as days of publication."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from ledger.ledger_helper import HAYYAN, add, everything, hayyan, ledger_at, report, told_by

from riwaya.ledger.adding import Added
from riwaya.ledger.errors import LedgerError
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.store import Ledger
from riwaya.model import Problem


def _killing(ledger: Ledger, name: str) -> str:
    keys = ledger.statement_keys([name]).values()
    return next(k for k in keys if k.endswith(":killing"))


@pytest.mark.parametrize(
    "days",
    [
        {"earliest": "2022-10-14", "latest": "9999-12-31"},
        {"earliest": "0001-01-01"},
        {"latest": "2201-01-01"},
        {"earliest": "1799-12-31", "latest": "2023-05-15"},
    ],
)
def test_a_correction_to_the_end_of_the_calendar_is_refused(
    database_url: str, days: dict[str, Any]
) -> None:
    """It failed with an OverflowError, after which nobody could log in or decide."""
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2])
        before, key = everything(ledger), _killing(ledger, "net")
        with pytest.raises(LedgerError, match="1800 to 2200"):
            ledger.judge(Judgement("statement", "correct", key, "سمر", "سهو", value=days))
        assert everything(ledger) == before
        assert ledger.judgements() == []


@pytest.mark.parametrize(
    "day", ["31 كانون الأول 9999", "15 أيار 9999", "1 كانون الثاني 1066", "15 أيار 2500"]
)
def test_a_text_may_tell_of_any_day(database_url: str, day: str) -> None:
    """Counting days on from the end of the year 9999 failed."""
    texts = [text.replace("15 أيار 2023", day) for text in HAYYAN.values()]
    with ledger_at(database_url) as ledger:
        found = add(ledger, *(report(f"r{n}", text) for n, text in enumerate(texts)))
        assert [o.new for o in found if isinstance(o, Added)] == [True] * 3
        assert told_by(ledger) == [["r0", "r1", "r2"]]


def test_a_report_that_cannot_be_added_stops_no_other(database_url: str) -> None:
    """One report of the year 1 ended the whole run, and those behind it were lost."""
    text = HAYYAN["net"].replace(" يوم 15 أيار 2023", "")
    far = [report(f"far{day.year}", text, published=day) for day in (date.min, date.max)]
    first, *rest = hayyan()
    with ledger_at(database_url) as ledger:
        found = add(ledger, first, *far, *rest)
        assert [o.report if isinstance(o, Added) else o.where for o in found] == [
            "net", "far1", "far9999", "defence", "denial",
        ]  # fmt: skip
        assert [isinstance(o, Problem) for o in found] == [False, True, False, False, False]
        assert "OverflowError" in str(found[1])
        assert ledger.stats()["reports"] == 4
