"""A decision on two incidents holds for all that is told in them, and is one decision."""

from __future__ import annotations

from tests.ledger.ledger_helper import add, everything, hayyan, jasim, ledger_at, of_report

from riwaya.ledger.ruling import Judgement
from riwaya.ledger.store import Ledger


def _judge(ledger: Ledger, decision: str, one: str, other: str) -> int:
    return ledger.judge(Judgement("incident", decision, one, "سمر", "راجعت", other))


def _together(ledger: Ledger, *reports: str) -> bool:
    return len({of_report(ledger, r).id for r in reports}) == 1


def test_two_incidents_called_one_are_one_with_all_their_reports(database_url: str) -> None:
    """Only the two tellings that gave them their ids were joined, and the rest left behind."""
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:2], *jasim())
        before = everything(ledger)
        assert _together(ledger, "net", "defence")
        number = _judge(ledger, "same", of_report(ledger, "net").id, of_report(ledger, "name").id)
        assert _together(ledger, "net", "defence", "name", "kunya")
        joined = everything(ledger)
        ledger.rebuild()
        assert everything(ledger) == joined
        assert [j.number for j in ledger.judgements()] == [number]
        ledger.undo(number, by="سمر", why="سهو")
        assert everything(ledger) == before
        assert len(ledger.judgements()) == 2


def test_of_one_incident_a_telling_can_be_parted_from_all_else(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan())
        whole = of_report(ledger, "net").id
        (mine,) = (key for key, report in ledger.tellings_of(whole).items() if report == "defence")
        _judge(ledger, "different", whole if whole != mine else _other(ledger, whole, mine), mine)
        assert not _together(ledger, "net", "defence")
        assert _together(ledger, "net", "denial")


def _other(ledger: Ledger, whole: str, mine: str) -> str:
    return next(key for key in ledger.tellings_of(whole) if key != mine)


def test_two_incidents_told_apart_stay_apart_whatever_comes(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        add(ledger, *hayyan()[:1], *jasim()[:1])
        _judge(ledger, "different", of_report(ledger, "net").id, of_report(ledger, "name").id)
        add(ledger, *hayyan()[1:], *jasim()[1:])
        assert _together(ledger, "net", "defence")
        assert _together(ledger, "name", "kunya")
        assert not _together(ledger, "net", "name")
