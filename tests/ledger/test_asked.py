"""What the command line asks of a ledger beside its lists, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import told_ledger

from riwaya.corpus import open_arrivals
from riwaya.ledger import Ledger, LedgerError, NotFound
from riwaya.ledger.filters import Filter
from riwaya.model import Arrival
from riwaya.workers import read_all

RADIO = {"name": "إذاعة البيدر", "sites": "baydar.example", "kind": "radio", "side": "valley"}


@pytest.fixture
def ledger(database_url: str, tmp_path: Path) -> Iterator[Ledger]:
    where = database_url.removeprefix("sqlite:///")
    source = told_ledger.write_reports(tmp_path / "in.jsonl")
    with Ledger(where, create=True) as made:
        items = (x for x in open_arrivals([str(source)]) if isinstance(x, Arrival))
        assert len(list(made.add(items, read_all))) == 3
        yield made


def test_incidents_one_by_one(ledger: Ledger) -> None:
    listed = ledger.incidents()
    assert len(listed) == 2
    assert list(ledger.each_incident()) == listed
    assert list(ledger.each_incident(Filter(limit=None, offset=1))) == listed[1:]
    assert list(ledger.each_incident(Filter(type="raid"))) == []


def test_the_incident_that_most_reports_tell_of(ledger: Ledger, tmp_path: Path) -> None:
    assert len(ledger.incident(ledger.most_told()).reports) == 2
    with (
        Ledger(tmp_path / "none.ledger", create=True) as empty,
        pytest.raises(NotFound, match="no incident"),
    ):
        empty.most_told()


def test_what_judgements_hang_on(ledger: Ledger) -> None:
    found = ledger.incident(ledger.most_told())
    assert set(ledger.tellings_of(found.id).values()) == set(found.reports)
    assert found.reasons.keys() <= ledger.tellings_of(found.id).keys()
    keys = ledger.statement_keys(list(found.reports))
    said = {w.statement for v in found.accounts[0].fields["happened"] for w in v.words}
    report = found.accounts[0].fields["happened"][0].words[0].report
    assert all((report, local) in keys for local in said)
    assert {name for name, _ in keys} == set(found.reports)


def test_what_is_restricted_is_not_named(ledger: Ledger) -> None:
    ledger.restrict("hayan-1", "inner", by="رنا", why="danger")
    assert ledger.statement_keys(["hayan-1"]) == {}
    assert set(ledger.tellings_of(ledger.most_told()).values()) <= {"hayan-2", "jasim-1"}
    assert [t.name for t in ledger.outlets_told()] == ["إذاعة البيدر"]


def test_addresses_are_known_however_written(ledger: Ledger) -> None:
    known, same = "https://samaq.example/1", "http://www.samaq.example/1?utm_source=a"
    assert ledger.addresses_known([known, same, "https://samaq.example/2"]) == {known, same}
    assert ledger.addresses_known([]) == set()


def test_own_outlets_are_put_and_replaced(ledger: Ledger) -> None:
    assert ledger.outlets.find("إذاعة البيدر", None) is None
    first = ledger.put_outlets([RADIO])
    assert (first.added, first.replaced) == (1, 0)
    found = ledger.outlets.find("إذاعه البيدر", None)
    assert found is not None
    assert found.side == "valley"
    again = ledger.put_outlets([{**RADIO, "side": "hill"}, {"name": "أخرى"}])
    assert (again.added, again.replaced) == (1, 1)
    assert [row["side"] for row in ledger.own_outlets()] == ["", "hill"]


@pytest.mark.parametrize("rows", [[{"name": " "}], [RADIO, RADIO]])
def test_bad_rows_change_nothing(rows: list[dict[str, str]], ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="row"):
        ledger.put_outlets(rows)
    assert ledger.own_outlets() == []
