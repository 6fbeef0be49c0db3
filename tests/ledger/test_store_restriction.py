"""Restriction: without the group nothing shows that the report is there; with it all is."""

from __future__ import annotations

import re

import pytest
from ledger.ledger_helper import (
    HAYYAN,
    JASIM,
    add,
    everything,
    hayyan,
    jasim,
    ledger_at,
    of_report,
    others,
    report,
    told_by,
)

from riwaya.ledger.errors import LedgerError, NotFound
from riwaya.ledger.filters import Filter
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.store import Ledger


def _shown(ledger: Ledger) -> str:
    """All that a viewer is shown, but for the numbers that the database gives."""
    words = ("حيان", "الدفاع", "سالم الحمد", "أبو خطاب", "الطيران", "مفخخة")
    found = [ledger.search(word) for word in words]
    shown = (
        [x.incident for x in ledger.incidents(Filter(limit=500))], ledger.stats(), found,
        [ledger.who(word) for word in words], ledger.judgements(), ledger.outlets_told(),
        [ledger.count(Filter(actor=w)) for w in words], ledger.count(Filter(text="حيان")),
    )  # fmt: skip
    return re.sub(r"report=\d+", "", repr(shown))


@pytest.mark.parametrize("hidden", [["defence"], ["net", "denial"], ["name"], ["name", "net"]])
def test_without_the_group_the_ledger_is_as_if_it_were_not_there(
    database_url: str, hidden: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    given = [*hayyan(), *jasim(), *others()]
    elsewhere = str(tmp_path_factory.mktemp("without") / "ledger.db")
    with ledger_at(elsewhere) as without:
        add(without, *(a for a in given if a.report.id not in hidden))
        wanted = _shown(without)
    with ledger_at(database_url) as ledger:
        add(ledger, *given)
        before = _shown(ledger)
        for name in hidden:
            ledger.restrict(name, "a", by="ع", why="خطر على حياته")
        assert _shown(ledger) == wanted
        made = everything(ledger)
        ledger.rebuild()
        assert everything(ledger) == made
    with ledger_at(database_url, "a") as ledger:
        assert _shown(ledger) == before
    with ledger_at(database_url) as ledger:
        for name in hidden:
            ledger.restrict(name, None, by="ع", why="زال الخطر")
        assert _shown(ledger) == before


def test_what_is_told_in_part_is_reckoned_from_that_part(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        ledger.restrict("defence", "a", by="ع", why="خطر")
        found = of_report(ledger, "net")
        assert (found.reports.keys(), found.killed) == ({"net", "denial"}, (5, 5))
        assert "الدفاع المدني" not in repr(found)
        assert ledger.count() == 1
    with ledger_at(database_url, "a") as ledger:
        found = of_report(ledger, "net")
        assert (found.reports.keys(), found.killed) == ({"net", "defence", "denial"}, (5, 7))
        assert ledger.count() == 1


def _key_of(ledger: Ledger, name: str) -> str:
    """What judgements hang on, of a report's first event."""
    return ledger.statement_keys([name])[name, "e1"]


def test_a_hidden_incident_has_no_id_for_others(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2], others()[0])
        hidden, theirs = _key_of(ledger, "idlib"), _key_of(ledger, "defence")
        assert ledger.incident(hidden).reports.keys() == {"idlib"}
        ledger.restrict("idlib", "a", by="ع", why="خطر")
        ledger.restrict("defence", "a", by="ع", why="خطر")
        for key in (hidden, theirs):
            with pytest.raises(NotFound):
                ledger.incident(key)
            with pytest.raises(NotFound):
                ledger.judge(Judgement("statement", "reject", key, "ع", "خطأ"))
    with ledger_at(database_url, "a") as ledger:
        assert ledger.incident(hidden).id == hidden
        assert ledger.incident(theirs).reports.keys() == {"net", "defence"}


def test_judgements_on_what_is_hidden_are_hidden(database_url: str) -> None:
    with ledger_at(database_url, "a") as ledger:
        add(ledger, *hayyan()[:2], *jasim())
        ledger.restrict("net", "a", by="ع", why="خطر")
        key = _key_of(ledger, "net")
        number = ledger.judge(Judgement("statement", "accept", key, "ع", "صحيح"))
        assert len(ledger.judgements()) == ledger.stats()["judgements"] == 1
    with ledger_at(database_url) as ledger:
        assert (ledger.judgements(), ledger.stats()["judgements"]) == ([], 0)
        with pytest.raises(NotFound):
            ledger.undo(number, by="ع", why="سهو")


def test_two_groups_see_each_their_own(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        ledger.restrict("net", "a", by="ع", why="خطر")
        ledger.restrict("defence", "b", by="ع", why="خطر")
        assert told_by(ledger) == [["denial"]]
        assert not of_report(ledger, "denial").happened
    both = ["defence", "denial", "net"]
    seen = {"a": ["denial", "net"], "b": ["defence", "denial"], "a b": both, "c": ["denial"]}
    for groups, names in seen.items():
        with ledger_at(database_url, *groups.split()) as ledger:
            assert told_by(ledger) == [names]
            assert ledger.stats()["reports"] == len(names)
            assert ledger.count() == ledger.stats()["incidents"] == 1


def test_what_hidden_reports_say_of_names_joins_nothing_for_others(database_url: str) -> None:
    arrest = report("arrest", "اعتقلت قوات الأمن سالم الحمد في مدينة جاسم.")
    saying = report("saying", f"{JASIM['name']}")
    with ledger_at(database_url) as ledger:
        add(ledger, jasim()[1], arrest)
        before = _shown(ledger)
        add(ledger, saying)
        assert len(ledger.who("أبو خطاب")[0].names) >= 2
        ledger.restrict("saying", "a", by="ع", why="خطر")
        assert _shown(ledger) == before


def test_a_copy_of_a_hidden_report_speaks_for_itself(database_url: str) -> None:
    text = f"{HAYYAN['net']} وهرعت فرق الإسعاف إلى المكان وسط تحليق كثيف في الأجواء."
    with ledger_at(database_url) as ledger:
        add(ledger, report("copy", text))
        alone = of_report(ledger, "copy")
        add(ledger, report("first", f"عاجل {text}", published=alone.earliest))
        assert len(of_report(ledger, "copy").accounts) == 1
        ledger.restrict("first", "a", by="ع", why="خطر")
        assert of_report(ledger, "copy") == alone


def test_a_restriction_needs_a_reason_a_group_and_a_report(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, hayyan()[0])
        with pytest.raises(LedgerError, match="who decides and why"):
            ledger.restrict("net", "a", by="", why="خطر")
        for group in ("", " ", "a\nb"):
            with pytest.raises(LedgerError, match="no name of a group"):
                ledger.restrict("net", group, by="ع", why="خطر")
        with pytest.raises(NotFound, match="no such report"):
            ledger.restrict("x", "a", by="ع", why="خطر")
        assert told_by(ledger) == [["net"]]
