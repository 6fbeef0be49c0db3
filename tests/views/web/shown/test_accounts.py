"""The table of accounts, who is credited, and the plot of tolls, of the demo's battle."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.ledger import Ledger
from riwaya.ledger.nouns import Incident
from riwaya.views.web.shown.accounts import credits_of, rows
from riwaya.views.web.shown.tolls import plots


@pytest.fixture(scope="module")
def battle(jasim: Path) -> Incident:
    with Ledger(jasim) as ledger:
        return ledger.incident(ledger.most_told())


def test_a_row_has_a_cell_for_each_account_and_loses_no_value(battle: Incident) -> None:
    for row in rows(battle, battle.accounts):
        assert len(row.cells) == len(battle.accounts)
        for cell, account in zip(row.cells, battle.accounts, strict=True):
            assert cell.said == account.fields.get(row.field, ())
            assert cell.before == account.superseded.get(row.field, ())
    assert {r.field for r in rows(battle, battle.accounts)} >= battle.standing.keys()


def test_contested_rows_say_so_and_why(battle: Incident) -> None:
    by_field = {r.field: r for r in rows(battle, battle.accounts)}
    assert by_field["agent"].standing == "contested"
    assert by_field["agent"].why
    assert any(c.contested for c in by_field["agent"].cells)
    assert not any(c.contested for c in by_field["happened"].cells)


def test_credit_has_every_source_that_credits_with_its_words(battle: Incident) -> None:
    found = credits_of(battle.accounts)
    told = sum(len(a.fields.get("credit", ())) for a in battle.accounts)
    words = [w for c in found for by in c.by_act.values() for _, ws in by for w in ws]
    assert found and told
    assert all(w.text for w in words)
    acts = {act for c in found for act in c.by_act}
    assert acts <= {"claims", "credits", "blames", "denies"} and "denies" in acts


def test_tolls_lie_on_their_scale_the_earliest_first(battle: Incident) -> None:
    (killed, *_) = plots(battle.accounts)
    assert killed.field == "killed"
    days = [r.day for r in killed.ranges if r.day]
    assert days == sorted(days)
    ends = {n: x for x, n in killed.ticks}
    for r in killed.ranges:
        assert r.x1 <= r.x2
        if r.low in ends:
            assert r.x1 == ends[r.low]
    assert {r.low for r in killed.ranges} >= {3, 17, 20}
