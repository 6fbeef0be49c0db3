"""Accounts and the audit log from the command line."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from riwaya.ledger import Ledger
from riwaya.ledger.team.login import Refused, Started

Run = Callable[..., Any]
PASSWORD = "قمر ونخيل و7 أنهار"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """What the next command finds on its standard input."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


@pytest.fixture
def rana(ledger: Path, riwaya: Run, typed: Callable[[str], None]) -> str:
    typed(f"{PASSWORD}\n")
    added = riwaya("team", "add", ledger, "رنا", "--role", "admin", "--group", "inner",
                   "--password-stdin")  # fmt: skip
    assert (added.status, added.out) == (0, "رنا: admin, groups: inner\n")
    return "رنا"


def logged_in(ledger: Path, name: str, password: str = PASSWORD) -> Started | Refused:
    with Ledger(ledger) as found:
        return found.team.login(name, password, None, "192.0.2.7")


def test_an_account_that_was_added_logs_in(ledger: Path, riwaya: Run, rana: str) -> None:
    assert isinstance(logged_in(ledger, rana), Started)
    (listed,) = riwaya("team", "list", ledger, "--json").json
    assert (listed["name"], listed["role"], listed["groups"]) == (rana, "admin", ["inner"])
    assert "password" not in listed
    assert riwaya("team", "list", ledger).out == "رنا: admin, groups: inner\n"


def test_a_list_without_accounts_says_so(ledger: Path, riwaya: Run) -> None:
    assert "riwaya team add" in riwaya("team", "list", ledger).out


def test_a_password_is_asked_for_on_a_terminal(
    ledger: Path, riwaya: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, Any]] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.prompt", lambda *_, **how: asked.append(how) or PASSWORD)
    assert riwaya("team", "add", ledger, "سامر").status == 0
    assert asked[0]["hide_input"]
    assert asked[0]["confirmation_prompt"]
    assert isinstance(logged_in(ledger, "سامر"), Started)


def test_without_a_terminal_it_is_not_waited_for(
    ledger: Path, riwaya: Run, typed: Callable[[str], None]
) -> None:
    typed(PASSWORD)
    assert "--password-stdin" in riwaya("team", "add", ledger, "سامر").wrong
    typed("short\n")
    assert "12 or more" in riwaya("team", "add", ledger, "سامر", "--password-stdin").wrong
    assert riwaya("team", "list", ledger, "--json").json == []


def test_an_account_is_changed(
    ledger: Path, riwaya: Run, rana: str, typed: Callable[[str], None]
) -> None:
    typed("كلمة أخرى طويلة\n")
    assert riwaya("team", "password", ledger, rana, "--password-stdin").status == 0
    assert logged_in(ledger, rana) == Refused("wrong")
    assert isinstance(logged_in(ledger, rana, "كلمة أخرى طويلة"), Started)
    changed = riwaya("team", "change", ledger, rana, "--no-groups", "--issuer",
                     "https://login.example", "--subject", "17")  # fmt: skip
    assert changed.out == "رنا: admin; outside login: https://login.example 17\n"
    changed = riwaya("team", "change", ledger, rana, "--group", "a", "--unlink")
    assert changed.out == "رنا: admin, groups: a\n"
    for wrong in (["--role", "coder"], ["--role", "owner"], [], ["--issuer", "x"],
                  ["--group", "a", "--no-groups"]):  # fmt: skip
        assert riwaya("team", "change", ledger, rana, *wrong).wrong
    assert "last active admin" in riwaya("team", "deactivate", ledger, rana).wrong
    riwaya("team", "add", ledger, "سامر", "--role", "admin", "--no-password")
    assert "not active" in riwaya("team", "deactivate", ledger, rana).out
    assert logged_in(ledger, rana, "كلمة أخرى طويلة") == Refused("wrong")
    assert riwaya("team", "change", ledger, rana, "--active").out == "رنا: admin, groups: a\n"


def test_a_second_factor_is_only_taken_away_here(ledger: Path, riwaya: Run, rana: str) -> None:
    import pyotp

    from riwaya.ledger.team.second_factor import new_secret

    secret = new_secret()
    with Ledger(ledger) as found:
        found.team.second_factor_on(rana, secret, pyotp.TOTP(secret).now())
    assert logged_in(ledger, rana) == Refused("second_factor")
    assert "--off" in riwaya("team", "second-factor", ledger, rana).wrong
    assert riwaya("team", "second-factor", ledger, rana, "--off").status == 0
    assert isinstance(logged_in(ledger, rana), Started)


def test_the_audit_log_tells_who_did_what(ledger: Path, riwaya: Run, rana: str) -> None:
    logged_in(ledger, rana)
    newest, first = riwaya("team", "audit", ledger, "--json").json
    assert (newest["act"], newest["account"]) == ("login", rana)
    assert (first["act"], first["account"], first["of"]) == (
        "account_added", "(command line)", rana,
    )  # fmt: skip
    (shown,) = riwaya("team", "audit", ledger, "--act", "login").out.splitlines()
    assert f"{rana}: login {rana} (from 192.0.2.7)" in shown
    assert riwaya("team", "audit", ledger, "--until", "2020-01-01").out == "Nothing is on record.\n"
    assert len(riwaya("team", "audit", ledger, "--limit", "1", "--json").json) == 1
    assert riwaya("team", "audit", ledger, "--limit", "0").wrong
    assert "no such act" in riwaya("team", "audit", ledger, "--act", "fly").wrong


@pytest.mark.parametrize(
    "given",
    [["list"], ["audit"], ["deactivate", "a"], ["change", "a", "--active"],
     ["second-factor", "a", "--off"]],
)  # fmt: skip
def test_what_is_no_ledger_or_no_account_is_told(
    given: list[str], ledger: Path, tmp_path: Path, riwaya: Run
) -> None:
    command, *rest = given
    none = tmp_path / "none.ledger"
    assert "no such ledger" in riwaya("team", command, none, *rest).wrong
    if rest:
        assert "no such account" in riwaya("team", command, ledger, *rest).wrong
