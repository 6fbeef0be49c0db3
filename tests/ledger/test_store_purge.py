"""Purge: nothing of the report is left but a tombstone, and everything derived follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger.ledger_helper import (
    HAYYAN,
    add,
    everything,
    hayyan,
    jasim,
    ledger_at,
    of_report,
    others,
    place_of,
    report,
    told_by,
)
from sqlalchemy import LargeBinary, inspect, select, text

from riwaya.ledger.bodies import inflated
from riwaya.ledger.database import reading
from riwaya.ledger.errors import LedgerError, NotFound
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.schema import metadata, raws, tombstones
from riwaya.ledger.store import Ledger
from riwaya.ledger.visits import Visit
from riwaya.model import Problem

SECRET = "زهير القنطار"
TEXT = (
    f"اعتقلت قوات الأمن {SECRET}، المعروف باسم أبو جلمود، في مدينة نوى بريف درعا يوم 15 أيار 2023."
)
PAGE = "https://example.org/qantar"


def _everywhere(ledger: Ledger) -> str:
    """All cells of all tables of the database, as one text."""
    cells = []
    with reading(ledger._engine) as connection:
        for table in inspect(connection).get_table_names():
            for row in connection.execute(text(f'SELECT * FROM "{table}"')):
                cells += [_plain(cell) for cell in row]
    return "\n".join(cells)


def _plain(cell: object) -> str:
    if not isinstance(cell, bytes | memoryview):
        return str(cell)
    try:
        return inflated(bytes(cell)).decode(errors="replace")
    except Exception:
        return bytes(cell).decode(errors="replace")


def test_nothing_is_left_but_a_tombstone(database_url: str) -> None:
    arrest = report("qantar", TEXT, url=PAGE, title="اعتقال القنطار", raw=TEXT.encode())
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), others()[0])
        before, stats = everything(ledger), ledger.stats()
        add(ledger, arrest)
        (person,) = ledger.who(SECRET)
        key = of_report(ledger, "qantar").id
        other = of_report(ledger, "net").id
        ledger.judge(Judgement("statement", "accept", key, "ع", "صحيح"))
        ledger.judge(Judgement("incident", "different", key, "ع", "لا صلة", other))
        one, two = [n.handle for n in person.names][:2]
        ledger.judge(Judgement("entity", "same", one, "ع", "مشهور", two))
        ledger.restrict("qantar", "a", by="ع", why="خطر")
        ledger.restrict("qantar", None, by="ع", why="زال")
        kept = _everywhere(ledger)
        traces = ("القنطار", "قنطار", "جلمود", "qantar", key.partition(":")[0])
        assert all(trace in kept for trace in traces)

        purged = ledger.purge("qantar", by="ع", why="طلب أهله")
        assert (purged.report, purged.judgements) == ("qantar", 3)
        assert purged.statements > 0
        left = _everywhere(ledger)
        gone = key.partition(":")[0]
        with reading(ledger._engine) as connection:
            (stone,) = connection.execute(select(tombstones)).all()
        assert stone.report_key.startswith(gone)
        assert (stone.by, stone.why) == ("ع", "طلب أهله")
        left = left.replace(stone.report_key, "")
        assert [trace for trace in traces if trace in left] == []
        assert (everything(ledger), ledger.stats()) == (before, stats)
        assert ledger.who(SECRET) == ledger.search("القنطار") == ledger.judgements() == []
        with pytest.raises(NotFound):
            ledger.incident(key)
        with pytest.raises(NotFound, match="no such report"):
            ledger.purge("qantar", by="ع", why="مرة أخرى")


@pytest.mark.parametrize(
    "again",
    [
        report("again", TEXT, url=PAGE), report("again", TEXT, url=None),
        report("again", TEXT, outlet="شبكة غيرها", url=PAGE),
        report("again", TEXT, outlet=None, url=f"{PAGE}?utm_source=x"),
    ],
    ids=["same", "outlet", "address", "address alone"],
)  # fmt: skip
def test_what_was_purged_is_not_added_again(database_url: str, again: object) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("again", TEXT, url=PAGE))
        ledger.purge("again", by="ع", why="طلب أهله")
        outcome, other = add(ledger, again, hayyan()[0])  # type: ignore[arg-type]
        assert isinstance(outcome, Problem)
        assert "purged" in outcome.what
        assert not isinstance(other, Problem)
        assert told_by(ledger) == [["net"]]


def test_the_file_holds_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with ledger_at(str(path)) as ledger:
        add(ledger, report("qantar", TEXT, raw=b"<p>qantar page</p>"), *hayyan(), *jasim())
        ledger.purge("qantar", by="ع", why="طلب أهله")
        add(ledger, *others())
    for file in tmp_path.iterdir():
        content = file.read_bytes()
        for trace in (SECRET, "القنطار", "قنطار", "جلمود", "qantar"):
            assert trace.encode() not in content, (file.name, trace)
    assert path.exists()


def test_bytes_that_another_report_shares_stay(database_url: str) -> None:
    page = b"<html>two reports</html>"
    with ledger_at(database_url) as ledger:
        add(ledger, report("a", HAYYAN["net"], raw=page), report("b", HAYYAN["defence"], raw=page))
        for name, left in (("a", [page]), ("b", [])):
            ledger.purge(name, by="ع", why="طلب")
            with reading(ledger._engine) as connection:
                assert [inflated(b) for b in connection.scalars(select(raws.c.body))] == left


def test_of_a_purged_version_the_one_before_counts_again(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("old", HAYYAN["net"], url=PAGE))
        before = everything(ledger)
        add(ledger, report("new", HAYYAN["net"].replace("خمسة", "تسعة"), url=PAGE))
        assert told_by(ledger) == [["new"]]
        ledger.purge("new", by="ع", why="طلب")
        assert everything(ledger) == before
        assert ledger.stats()["replaced"] == 0


def test_judgements_on_names_that_others_bear_stay(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *jasim(), report("again", f"تقرير آخر. {jasim()[0].report.text}"))
        one, two = [n.handle for n in ledger.who("أبو خطاب")[0].names][:2]
        ledger.judge(Judgement("entity", "same", one, "ع", "مشهور", two))
        ledger.purge("name", by="ع", why="طلب")
        assert [j.decision for j in ledger.judgements()] == ["same"]


def test_a_purge_needs_who_and_why(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[0])
        with pytest.raises(LedgerError, match="who decides and why"):
            ledger.purge("net", by="ع", why=" ")
        assert told_by(ledger) == [["net"]]


def test_every_table_is_looked_through(database_url: str) -> None:
    with ledger_at(database_url) as ledger, reading(ledger._engine) as connection:
        there = set(inspect(connection).get_table_names())
    assert set(metadata.tables) <= there
    assert any(isinstance(c.type, LargeBinary) for t in metadata.tables.values() for c in t.c)
    assert place_of("sqlite:///x.db") == "x.db"


def test_no_feed_is_left_that_lists_its_address(database_url: str) -> None:
    """What a feed had listed kept the address of a purged report."""
    feed, other = "https://example.org/feed", "https://example.org/other"
    with ledger_at(database_url) as ledger:
        add(ledger, report("qantar", TEXT, url=PAGE), report("net", HAYYAN["net"], url=other))
        ledger.visited(Visit(feed, feed, etag='"7"', lists=(PAGE, other)))
        ledger.purge("qantar", by="س", why="طلب الأسرة")
        assert PAGE not in _everywhere(ledger)
        assert ledger.validators(feed) == ('"7"', None)
