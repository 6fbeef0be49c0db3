"""Jobs: each taken once, kept over a death of who reads, and gone with what it was given."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from ledger.ledger_helper import HAYYAN, add, ledger_at, report

from riwaya.ledger.adding import Added
from riwaya.ledger.errors import LedgerError, NotFound
from riwaya.ledger.team.brought import MOST_PROBLEMS, MOST_REPORTS, Brought
from riwaya.ledger.team.jobs import Kind
from riwaya.ledger.team.labels import LONGEST, label
from riwaya.model import Problem


def test_a_job_from_its_start_to_its_end(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        jobs = ledger.jobs
        first = jobs.put("text", b"one", account="a", outlet=" شبكة\n", published=date(2023, 5, 16))
        second = jobs.put("file", b"\x00\xff", account="b", name="x.pdf", group="g")
        assert [job.id for job in jobs.listed()] == [second, first]
        assert [job.id for job in jobs.listed("a")] == [first]
        assert [job.id for job in jobs.listed(limit=1)] == [second]
        taken = jobs.take()
        assert taken is not None
        assert (taken.id, taken.state, taken.body) == (first, "running", b"one")
        assert (taken.outlet, taken.published) == ("شبكة", date(2023, 5, 16))
        other = jobs.take()
        assert other is not None
        assert (other.id, other.body, other.group, other.name) == (
            second,
            b"\x00\xff",
            "g",
            "x.pdf",
        )
        assert jobs.take() is None
        jobs.progress(first, Brought(new=1, reports=["r"]))
        assert (jobs.one(first).new, jobs.one(first).reports) == (1, ("r",))
        assert jobs.one(first).body is None
        jobs.done(first, Brought(new=1, known=2, problems=["x:\n1: bad\x00"], reports=["r", "s"]))
        ended = jobs.one(first)
        assert (ended.state, ended.new, ended.known) == ("done", 1, 2)
        assert (ended.problems, ended.reports) == (("x: 1: bad",), ("r", "s"))
        assert ended.ended is not None
        jobs.progress(first, Brought(new=9))
        jobs.done(first, Brought(new=9))
        assert jobs.one(first) == ended
        with pytest.raises(NotFound):
            jobs.one(99)


def test_what_ran_waits_again_and_what_is_done_does_not(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        jobs = ledger.jobs
        ended, broken, _ = (jobs.put("text", b"%d" % n, account="a") for n in range(3))
        jobs.take()
        jobs.done(ended, Brought())
        jobs.take()
        jobs.progress(broken, Brought(new=2, reports=["r"]))
        assert jobs.again() == 1
        taken = jobs.take()
        assert taken is not None
        assert (taken.id, taken.body, taken.new, taken.reports) == (broken, b"1", 2, ("r",))


def test_two_readers_never_take_the_same(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        put = [ledger.jobs.put("text", b"x", account="a") for _ in range(24)]
    taken: list[int] = []

    def take_all() -> None:
        with ledger_at(database_url) as own:
            while job := own.jobs.take():
                taken.append(job.id)

    threads = [threading.Thread(target=take_all) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == put


@pytest.mark.parametrize(
    ("kind", "given", "shown"),
    [
        ("file", "../../etc/passwd", "passwd"),
        ("file", "C:\\x\\y.txt", "y.txt"),
        ("file", "a\x00b\u202egpj.txt\n", "abgpj.txt"),
        ("file", "/tmp/..", "unnamed"),
        ("file", "\u2066\x00", "unnamed"),
        ("file", "تقرير می\u200cشود.docx", "تقرير می\u200cشود.docx"),
        ("file", "x" * 300 + ".jsonl.gz", "x" * (LONGEST - 9) + ".jsonl.gz"),
        ("address", "https://a.example/b/c?d\x1b[1m", "https://a.example/b/c?d[1m"),
        ("text", " عنوان\u2028آخر / ثان ", "عنوان آخر / ثان"),
        ("text", "س" * 300, "س" * LONGEST),
    ],
)
def test_names_are_shown_and_no_paths(kind: Kind, given: str, shown: str) -> None:
    assert label(kind, given) == shown


def test_what_is_put_is_checked(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        for group in ("", " ", "a\nb"):
            with pytest.raises(LedgerError):
                ledger.jobs.put("text", b"x", account="a", group=group)
        assert ledger.jobs.listed() == []
        number = ledger.jobs.put("file", b"x", account="a", name="..\\a/\x00b\u202e.txt")
        assert ledger.jobs.one(number).name == "b.txt"


def test_what_is_kept_of_what_a_job_brings_is_bounded() -> None:
    brought = Brought()
    for number in range(MOST_PROBLEMS + 7):
        brought.count(Problem(f"x:{number}", "is wrong", "Repair it"))
    for number in range(MOST_REPORTS + 7):
        brought.count(Added(str(number), new=True))
    assert brought.told[0] == "x:0: is wrong. Repair it"
    assert brought.told[MOST_PROBLEMS:] == ["and 7 more"]
    assert (brought.new, len(brought.reports)) == (MOST_REPORTS + 7, MOST_REPORTS)


def test_reports_that_were_new_before_a_death_are_not_counted_twice() -> None:
    brought = Brought.resumed(2, ["a", "b"])
    for name, new in (("a", False), ("x", True), ("b", False), ("c", False)):
        brought.count(Added(name, new))
    assert (brought.new, brought.known) == (3, 1)
    assert brought.reports == ["a", "b", "x", "c"]


def test_a_known_report_that_may_not_be_named_is_only_counted() -> None:
    brought = Brought()
    brought.count(Added("a", new=False), named=False)
    assert (brought.known, brought.reports) == (1, [])


def test_a_purged_report_leaves_the_jobs(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("net", HAYYAN["net"], url="https://a.example/1"), report("net-2", "نص"))
        jobs = ledger.jobs
        alone = jobs.put("text", b"x", account="a", name="حيان")
        many = jobs.put("file", b"x", account="a", name="x.jsonl")
        there = jobs.put("address", b"x", account="a", name="https://a.example/1")
        elsewhere = jobs.put("address", b"x", account="a", name="https://a.example/2")
        jobs.done(alone, Brought(new=1, problems=["net: odd"], reports=["net"]))
        jobs.done(many, Brought(new=2, reports=["net-2", "net"]))
        ledger.purge("net", by="ع", why="خطر")
        assert (jobs.one(alone).name, jobs.one(alone).problems) == ("", ())
        assert jobs.one(alone).reports == ()
        assert (jobs.one(many).name, jobs.one(many).reports) == ("x.jsonl", ("net-2",))
        assert jobs.one(there).name == ""
        assert jobs.one(elsewhere).name == "https://a.example/2"
