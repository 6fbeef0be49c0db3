"""Additions, numbers, judgements, outlets and people as text."""

from __future__ import annotations

from datetime import UTC, datetime

from riwaya.ledger import Ledger
from riwaya.ledger.adding import Added
from riwaya.ledger.outlets import Outlet
from riwaya.ledger.rereading import Reread
from riwaya.ledger.ruling import Judgement
from riwaya.views.ledger import decisions, person, publishers
from riwaya.views.ledger.additions import changed, reread, summary
from riwaya.views.ledger.counts import counts


def test_what_a_new_version_changes() -> None:
    assert changed(Added("a", True)) == ""
    assert changed(Added("b", True, "a", ("- 3 killed", "+ 4 killed"))) == (
        "b replaces a: - 3 killed; + 4 killed"
    )
    assert changed(Added("b", True, "a")) == "b replaces a: no figure or name differs"
    many = changed(Added("b", True, "a", tuple(f"+ {n}" for n in range(20))))
    assert many.endswith("; and 8 more")


def test_what_another_reader_makes() -> None:
    assert reread(Reread("a", ("x",), ("y", "z"), (), ())) == "a: statements 1 gone, 2 new"
    assert "mentions differ" in reread(Reread("a", (), (), (), ()))


def test_summary() -> None:
    assert summary(32, 3, 1, 1) == "32 new, 3 known, 1 replaced, 1 problem"


def test_counts_stand_under_one_another() -> None:
    assert counts({"reports": 7, "statements": 120, "new_kind": 1}) == (
        "  7 reports\n120 statements\n  1 new kind\n"
    )


def test_a_judgement() -> None:
    made = decisions.block(
        Judgement(
            "statement",
            "correct",
            "k",
            "رنا",
            "\u202ewhy",
            None,
            {"killed": [1, None]},
            3,
            datetime(2023, 5, 16, 8, 30, tzinfo=UTC),
            undone=True,
        )
    )
    assert made.startswith("3. statement correct, undone\n")
    assert '  set         {"killed": [1, null]}\n' in made
    assert "  by          رنا, 2023-05-16 08:30+00:00\n" in made
    assert "⟨RLO⟩why" in made


def test_outlets() -> None:
    assert publishers.line("شبكة", 1, None, own=False) == "شبكة · 1 report · in no table of outlets"
    known = Outlet("الشبكة", kind="party_media", side="hill", country="SY", relays="سانا")
    assert publishers.line("شبكة", 2, known, own=True) == (
        "شبكة · 2 reports · is الشبكة · party media · side hill · SY · relays سانا · own row"
    )


def test_a_person(told: Ledger) -> None:
    (found,) = told.who("سامر الخطيب")
    lines = person.block(found).splitlines()
    assert "person · 1 report" in lines[0]
    assert any(line.startswith("  also        ") for line in lines)
    assert "  said        أبو رعد is سامر الخطيب, says إذاعة البيدر" in lines
    assert sum(line.startswith("  incident    ") for line in lines) == len(found.incidents) == 1
