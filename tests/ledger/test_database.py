"""What a transaction that failed leaves behind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from ledger.ledger_helper import add, hayyan, ledger_at, others
from sqlalchemy import select

from riwaya.ledger.database import reading, writing, writing_at_once
from riwaya.ledger.schema import reports


@pytest.mark.parametrize("begin", [reading, writing, writing_at_once])
def test_a_failure_amid_rows_leaves_no_old_view(
    database_url: str, begin: Callable[..., Any]
) -> None:
    """The connection went back with a query half read, and whoever got it next saw what was there
    then, or could write nothing: nobody could log in."""
    with ledger_at(database_url) as ledger, ledger_at(database_url) as other:
        add(other, *hayyan())
        with pytest.raises(ZeroDivisionError) as kept, begin(ledger._engine) as connection:
            [row.id / 0 for row in connection.execute(select(reports.c.id))]
        add(other, *others())
        assert kept.tb is not None  # as one that is written to a log: it holds the query
        assert [ledger.stats()["reports"] for _ in range(3)] == [5] * 3
        ledger.restrict("net", "a", by="ع", why="خطر")
        assert ledger.stats()["reports"] == 4
