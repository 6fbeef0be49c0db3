"""Outlets side by side: what each tells, omits, credits, whose denials it carries."""

from __future__ import annotations

from pathlib import Path

import pytest
from ledger.ledger_helper import add, hayyan, jasim, ledger_at, of_report, report

from riwaya.ledger.compared import Compared
from riwaya.ledger.filters import Filter
from riwaya.ledger.store import Ledger


def _outlets(ledger: Ledger, wanted: Filter | None = None) -> dict[str, Compared]:
    return {o.name: o for o in ledger.compared(wanted).outlets}


def test_what_an_outlet_tells_and_what_it_omits(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim())
        strike, killing = of_report(ledger, "net").id, of_report(ledger, "name").id
        outlets = _outlets(ledger)
        assert set(outlets) == {f"شبكة {x}" for x in ("net", "defence", "denial", "name", "kunya")}
        assert set(outlets["شبكة net"].cells) == {strike}
        assert set(outlets["شبكة kunya"].cells) == {killing}
        assert outlets["شبكة net"].cells[strike].reports == ("net",)
        told = {x.incident.id for x in ledger.incidents(Filter(outlet="شبكة net"))}
        untold = {x.incident.id for x in ledger.incidents(Filter(untold="شبكة net"))}
        assert (told, untold) == ({strike}, {killing})


def test_whom_it_credits_and_whose_denial_it_carries_with_the_words(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        outlets = _outlets(ledger)
        (credited,) = outlets["شبكة net"].by("credits")
        ((incident, words),) = credited.incidents.items()
        assert incident == of_report(ledger, "net").id
        assert {w.report for w in words} == {"net"}
        assert "الروسي" in credited.name
        (denier,) = outlets["شبكة denial"].by("denies")
        assert denier.name == "وزارة الدفاع الروسية"
        assert outlets["شبكة denial"].by("credits") == ()
        assert outlets["شبكة defence"].namings == ()


def test_contested_fields_are_those_it_speaks_of(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        incident = of_report(ledger, "net")
        against = {f for f, s in incident.standing.items() if s.standing == "contested"}
        outlets = _outlets(ledger)
        cells = {name: set(o.cells[incident.id].contested) for name, o in outlets.items()}
        assert all(fields <= against for fields in cells.values())
        assert "killed" in cells["شبكة net"]
        assert "killed" not in cells["شبكة denial"]


def test_tolls_below_and_above_those_of_all_others(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        outlets = _outlets(ledger)
        (low,) = outlets["شبكة net"].lowest
        (high,) = outlets["شبكة defence"].highest
        assert (low.own, low.others, low.field) == (5, (7, 7), "killed")
        assert (high.own, high.others) == (7, (5, 5))
        assert outlets["شبكة net"].highest == outlets["شبكة denial"].lowest == ()
        assert (outlets["شبكة net"].counted, outlets["شبكة denial"].counted) == (1, 0)


@pytest.mark.parametrize(
    ("figures", "lowest", "highest"),
    [
        (("ما لا يقل عن 30 مدنياً", "45 مدنياً"), [], []),
        (("أكثر من 60 مدنياً", "45 مدنياً"), [45], [60]),
        (("ما لا يقل عن 30 مدنياً", "أكثر من 20 مدنياً"), [], []),
    ],
)
def test_an_open_toll_is_below_none_and_none_is_above_it(
    tmp_path: Path, figures: tuple[str, ...], lowest: list[int], highest: list[int]
) -> None:
    """«At least 30» was the lowest toll beside 45, as if it were 30 and no more."""
    with ledger_at(f"sqlite:///{tmp_path / 'ledger.db'}") as ledger:
        add(ledger, *(
            report(f"r{n}", f"قُتل {who} في غارة جوية على بلدة حيان بريف حلب يوم 15 أيار 2023.")
            for n, who in enumerate(figures)
        ))  # fmt: skip
        outlets = ledger.compared().outlets
        assert [x.own for o in outlets for x in o.lowest] == lowest
        assert [x.own for o in outlets for x in o.highest] == highest


def test_two_reports_of_one_outlet_are_one_row(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        again = report("again", hayyan()[1].report.text, outlet="شبكة net")
        add(ledger, hayyan()[0], again, report("nobody", jasim()[1].report.text, outlet=None))
        (outlet,) = ledger.compared().outlets
        assert (outlet.reports, len(outlet.cells)) == (2, 1)
        assert outlet.lowest == outlet.highest == ()
        assert ledger.compared().unnamed == 1


def test_it_is_bounded_and_says_so(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan(), *jasim())
        found = ledger.compared(most=1)
        assert (len(found.incidents), found.total) == (1, 2)
        assert {id for o in found.outlets for id in o.cells} == {found.incidents[0].id}


def test_hidden_reports_leave_nothing_in_it(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *jasim(), hayyan()[0])
        without = repr(ledger.compared())
        add(ledger, *hayyan()[1:])
        whole = repr(ledger.compared())
        for name in ("defence", "denial"):
            ledger.restrict(name, "a", by="ع", why="خطر")
        assert repr(ledger.compared()) == without != whole
    with ledger_at(database_url, "a") as ledger:
        assert repr(ledger.compared()) == whole
