"""Some tellings leave an incident together: one decision, of many pairs, taken back as one."""

from __future__ import annotations

from typing import Any

import pytest
from ledger.ledger_helper import HAYYAN, add, everything, hayyan, ledger_at, others, report, told_by

from riwaya.ledger.errors import LedgerError, NotFound
from riwaya.ledger.ruling import WITHHELD, Judgement
from riwaya.ledger.store import Ledger

FOURTH = "قُتل ستة مدنيين في غارة جوية على بلدة حيان بريف حلب يوم 15 أيار 2023."


def _four(ledger: Ledger) -> dict[str, str]:
    """The telling of each of four reports of one strike."""
    add(ledger, *hayyan(), report("fourth", FOURTH))
    (line,) = ledger.incidents()
    return {name: key for key, name in ledger.tellings_of(line.incident.id).items()}


def _split(ledger: Ledger, one: str, *parts: str, **more: Any) -> int:
    return ledger.judge(
        Judgement("incident", "different", one, "سمر", "غارتان", parts=parts, **more)
    )


def test_those_named_leave_together_and_come_back(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        of = _four(ledger)
        before = everything(ledger)
        number = _split(ledger, of["net"], of["denial"], of["fourth"])
        assert told_by(ledger) == [["defence", "net"], ["denial", "fourth"]]
        parted = everything(ledger)
        ledger.rebuild()
        assert everything(ledger) == parted
        (kept,) = ledger.judgements()
        assert (kept.number, kept.decision) == (number, "different")
        assert (kept.one, kept.other) == (of["net"], None)
        assert set(kept.parts) == {of["denial"], of["fourth"]}
        ledger.undo(number, by="سمر", why="سهو")
        assert everything(ledger) == before
        assert [(j.undone, j.undoes) for j in ledger.judgements()] == [
            (True, None),
            (False, number),
        ]


def test_what_comes_later_joins_a_part_and_joins_nothing_again(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        of = _four(ledger)
        _split(ledger, of["net"], of["denial"], of["fourth"])
        add(ledger, report("late", HAYYAN["net"].replace("خمسة", "ستة")))
        (one, two) = told_by(ledger)
        assert sorted([*one, *two]) == ["defence", "denial", "fourth", "late", "net"]
        assert {"net", "defence"} <= set(one)
        assert {"denial", "fourth"} <= set(two) or {"denial", "fourth"} <= set(one)
        assert {"net", "denial"} - set(one)


def test_one_that_leaves_is_as_one_that_is_parted(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        of = _four(ledger)
        number = _split(ledger, of["net"], of["denial"])
        split = told_by(ledger)
        ledger.undo(number, by="سمر", why="سهو")
        ledger.judge(Judgement("incident", "different", of["net"], "سمر", "غارتان", of["denial"]))
        assert told_by(ledger) == split == [["defence", "fourth", "net"], ["denial"]]


def test_what_is_no_split_is_refused(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        of = _four(ledger)
        add(ledger, others()[0])
        (idlib,) = (x.incident.id for x in ledger.incidents() if "idlib" in x.incident.reports)
        before = everything(ledger)
        with pytest.raises(LedgerError, match="is split by some"):
            _split(ledger, of["net"], *of.values())
        with pytest.raises(LedgerError, match="is split by some"):
            _split(ledger, of["net"], of["denial"], idlib)
        with pytest.raises(NotFound, match="no such incident"):
            _split(ledger, of["net"], "x")
        with pytest.raises(LedgerError, match="only an incident is split"):
            _split(ledger, of["net"], of["denial"], other=idlib)
        with pytest.raises(LedgerError, match="only an incident is split"):
            ledger.judge(
                Judgement("incident", "same", of["net"], "سمر", "واحد", parts=(of["denial"],))
            )
        assert (everything(ledger), ledger.judgements()) == (before, [])


def test_a_purge_leaves_no_key_of_the_report_in_a_split(database_url: str) -> None:
    with ledger_at(database_url) as ledger:
        of = _four(ledger)
        number = _split(ledger, of["net"], of["denial"], of["fourth"])
        ledger.purge("fourth", by="سمر", why="طلب")
        (kept,) = ledger.judgements()
        assert kept.parts == (of["denial"],)
        assert told_by(ledger) == [["defence", "net"], ["denial"]]
        ledger.undo(number, by="سمر", why="سهو")
        assert told_by(ledger) == [["defence", "denial", "net"]]
        again = _split(ledger, of["net"], of["denial"])
        assert again > number
        ledger.purge("denial", by="سمر", why="طلب")
        assert ledger.judgements() == []


def test_who_does_not_see_a_part_sees_of_the_split_what_it_parts_for_them(
    database_url: str,
) -> None:
    with ledger_at(database_url, "a") as ledger, ledger_at(database_url) as public:
        of = _four(ledger)
        _split(ledger, of["net"], of["denial"], of["fourth"])
        assert len(public.judgements()) == 1
        ledger.restrict("fourth", "a", by="سمر", why="خطر")
        (whole,), (seen,) = ledger.judgements(), public.judgements()
        assert (seen.number, seen.decision, seen.why) == (whole.number, "different", WITHHELD)
        assert {seen.one, seen.other} & {of["denial"]} and not seen.parts
        assert of["fourth"] not in (seen.one, seen.other)
        assert told_by(public) == [["defence", "net"], ["denial"]]
