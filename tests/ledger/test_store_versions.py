"""Versions: the later text of an address counts, the earlier stays; what changed is told."""

from __future__ import annotations

from ledger.ledger_helper import add, everything, later, ledger_at, report

from riwaya.ledger.adding import Added

PAGE = "https://example.org/nawa"
OLD = "قُتل جنديان بهجوم على حاجز قرب مدينة نوى بريف درعا يوم 15 أيار 2023."
NEW = "قُتل سبعة جنود بينهم النقيب حسام العلي بهجوم على حاجز قرب مدينة نوى بريف درعا " \
    "يوم 15 أيار 2023."  # fmt: skip


def test_the_later_text_counts_and_what_changed_is_told(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("old", OLD, url=PAGE))
        (outcome,) = add(ledger, report("new", NEW, url=PAGE))
        assert isinstance(outcome, Added)
        assert (outcome.report, outcome.new, outcome.replaces) == ("new", True, "old")
        assert {"- 2 killed", "+ 7 killed"} <= set(outcome.changed)
        assert any("حسام" in c and c.startswith("+") for c in outcome.changed)
        (line,) = ledger.incidents()
        assert (line.incident.reports.keys(), line.incident.killed) == ({"new"}, (7, 7))


def test_the_old_text_stays_to_be_found(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("old", OLD, url=PAGE), report("new", NEW, url=PAGE))
        assert {f.report for f in ledger.search("نوى")} == {"old", "new"}
        assert {f.report: f.incidents for f in ledger.search("جنديان")} == {"old": ()}
        assert (ledger.stats()["reports"], ledger.stats()["replaced"]) == (2, 1)


def test_the_old_text_again_changes_nothing(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("old", OLD, url=PAGE), report("new", NEW, url=PAGE))
        before = everything(ledger)
        (outcome,) = add(ledger, report("again", OLD, url=PAGE))
        assert outcome == Added("old", new=False)
        assert everything(ledger) == before


def test_what_was_fetched_last_counts_whichever_came_first(database_url: str) -> None:
    old = report("old", OLD, url=PAGE, fetched=later(1))
    new = report("new", NEW, url=PAGE, fetched=later(2))
    with ledger_at(database_url) as ledger:
        outcomes = add(ledger, new, old)
        assert outcomes == [Added("new", new=True), Added("old", new=True)]
        (line,) = ledger.incidents()
        assert line.incident.reports.keys() == {"new"}


def test_without_a_time_the_one_added_last_counts(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("new", NEW, url=PAGE), report("old", OLD, url=PAGE))
        (line,) = ledger.incidents()
        assert line.incident.reports.keys() == {"old"}


def test_another_address_is_no_version(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("old", OLD, url=PAGE))
        (outcome,) = add(ledger, report("new", NEW, url=f"{PAGE}/2"))
        assert isinstance(outcome, Added)
        assert outcome.replaces is None
        assert ledger.stats()["replaced"] == 0


def test_a_later_text_that_few_may_see_replaces_nothing_for_the_others(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, report("old", OLD, url=PAGE))
        before = [line.incident for line in ledger.incidents()]
        add(ledger, report("new", NEW, url=PAGE))
        ledger.restrict("new", "a", by="ع", why="خطر")
        assert [line.incident for line in ledger.incidents()] == before
        assert ledger.stats()["replaced"] == 0
    with ledger_at(database_url, "a") as ledger:
        assert {n for line in ledger.incidents() for n in line.incident.reports} == {"old", "new"}


def test_what_changed_against_a_restricted_report_is_not_told(database_url: str) -> None:
    """Who added a later text was shown figures and names of one that he may not see."""
    with ledger_at(database_url) as ledger:
        add(ledger, report("old", OLD, url=PAGE))
        ledger.restrict("old", "legal", by="س", why="مصدر مهدد")
        (outcome,) = add(ledger, report("new", NEW, url=PAGE))
        assert isinstance(outcome, Added)
        assert (outcome.replaces, outcome.changed) == (None, ())
