"""The audit log, newest first, filtered and paged."""

from __future__ import annotations

from datetime import timedelta

import pytest
from ledger.team.team_helper import START, Worked

from riwaya.ledger.errors import LedgerError
from riwaya.ledger.team.audit import Wanted


def test_acts_are_listed_filtered_and_paged(at: Worked) -> None:
    for n in range(5):
        at.team.note("رنا" if n % 2 else "سامر", "read_restricted", f"r-{n}")
        at.clock.pass_by(hours=1)
    at.team.note("رنا", "export", "incidents", "csv")

    def of(**wanted: object) -> list[str]:
        return [e.of for e in at.team.audit(Wanted(**wanted))]  # type: ignore[arg-type]

    assert of() == ["incidents", "r-4", "r-3", "r-2", "r-1", "r-0"]
    assert of(account="رنا") == ["incidents", "r-3", "r-1"]
    assert of(act="export") == ["incidents"]
    assert of(of="r-2") == ["r-2"]
    assert of(since=START + timedelta(hours=1), until=START + timedelta(hours=3)) == ["r-2", "r-1"]
    page = at.team.audit(Wanted(limit=2))
    assert of(limit=2, before=page[-1].id) == ["r-3", "r-2"]
    assert (page[0].at, page[0].detail) == (START + timedelta(hours=5), "csv")


def test_an_act_that_is_none_is_told(at: Worked) -> None:
    with pytest.raises(LedgerError, match="no such act"):
        at.team.audit(Wanted(act="fly"))


def test_changes_of_accounts_are_on_record_without_passwords(at: Worked) -> None:
    at.team.add("b", "كلمة سر طويلة جدا", "coder", ["inner"], by="a")
    at.team.set_password("b", "كلمة أخرى طويلة", by="a")
    at.team.change("b", role="reader", groups=(), active=False, by="a")
    kept = at.team.audit()
    assert [(e.account, e.act, e.of) for e in kept] == [
        ("a", "account_changed", "b"), ("a", "account_changed", "b"), ("a", "account_added", "b"),
    ]  # fmt: skip
    assert kept[0].detail == "reader, groups: none, not active"
    assert not any("كلمة" in e.detail for e in kept)


def test_what_is_seen_again_and_again_is_kept_once_an_hour(at: Worked) -> None:
    def kept(account: str) -> list[tuple[str, str]]:
        found = at.team.audit(Wanted(account=account, act="read_restricted"))
        return [(e.of, e.detail) for e in reversed(found)]

    def look(account: str, *reports: str) -> None:
        at.team.note_once(account, "read_restricted", reports, "list", most=2)

    look("رنا", "b", "a")
    at.clock.pass_by(minutes=59)
    look("رنا", "b", "a")
    assert kept("رنا") == [("a", "list"), ("b", "list")]
    look("هند", "b")
    assert kept("هند") == [("b", "list")]
    at.team.note("هند", "read_restricted", "c")  # the report itself
    look("هند", "b", "c", "d", "e")
    assert kept("هند")[1:] == [("c", ""), ("c", "list"), ("d", "list"), ("", "list, 1 more")]
    at.clock.pass_by(minutes=2)
    look("رنا", "a")
    assert kept("رنا")[2:] == [("a", "list")]
