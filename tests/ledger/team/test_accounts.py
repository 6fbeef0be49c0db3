"""Accounts: added, changed, never the last admin lost; passwords that are kept well."""

from __future__ import annotations

from itertools import pairwise

import pytest
from argon2 import PasswordHasher
from ledger.team.team_helper import CLIENT, PASSWORD, Worked
from sqlalchemy import select

from riwaya.ledger.database import reading
from riwaya.ledger.errors import LedgerError, NotFound
from riwaya.ledger.team import passwords
from riwaya.ledger.team.login import Refused, Started
from riwaya.ledger.team.roles import RIGHTS, ROLES
from riwaya.ledger.team.schema import accounts


def test_an_account_is_kept_as_it_was_added(at: Worked) -> None:
    made = at.team.add(" رنا ", PASSWORD, "coder", ["inner", "داخلي", "inner"], by="test")
    assert (made.name, made.role, made.groups) == ("رنا", "coder", {"inner", "داخلي"})
    assert (made.active, made.second_factor, made.outside) == (True, False, None)
    assert at.team.accounts() == [made]
    assert at.team.account("رنا") == made


def test_only_argon2_of_a_password_is_kept(at: Worked) -> None:
    at.account()
    with reading(at.engine) as connection:
        kept = connection.scalar(select(accounts.c.password))
    assert kept is not None
    assert kept.startswith("$argon2id$")
    assert PASSWORD not in kept


@pytest.mark.parametrize("name", ["", " ", "a" * 65, "a\nb", "-a", "a\u202eb", "(command line)"])
def test_what_is_no_name_is_told(at: Worked, name: str) -> None:
    with pytest.raises(LedgerError, match="no name"):
        at.team.add(name, PASSWORD, "reader", by="test")
    assert at.team.accounts() == []


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short", "12 or more"),
        ("x" * 1025, "1024"),
        ("rana.khatib12", "little more than the name"),
        ("abababababababab", "again and again"),
    ],
)
def test_a_password_that_is_none_is_told_plainly(at: Worked, password: str, said: str) -> None:
    with pytest.raises(LedgerError, match=said):
        at.team.add("Rana.Khatib", password, "reader", by="test")
    at.account("Rana.Khatib")
    with pytest.raises(LedgerError, match=said):
        at.team.set_password("Rana.Khatib", password, by="test")


def test_a_name_is_taken_once_in_any_case(at: Worked) -> None:
    at.account("Rana")
    with pytest.raises(LedgerError, match="there already"):
        at.account("rANA")


def test_what_is_wrong_of_a_change_is_told_and_changes_nothing(at: Worked) -> None:
    at.account()
    before = at.team.accounts()
    with pytest.raises(LedgerError, match="no such role"):
        at.team.change("رنا", role="owner", by="test")
    with pytest.raises(LedgerError, match="name of a group"):
        at.team.change("رنا", groups=["a\nb"], by="test")
    with pytest.raises(NotFound):
        at.team.change("سامر", role="coder", by="test")
    assert at.team.accounts() == before


def test_the_last_active_admin_stays(at: Worked) -> None:
    at.account("a", "admin")
    at.account("b", "admin")
    at.team.change("b", active=False, by="a")
    for values in ({"role": "coder"}, {"active": False}):
        with pytest.raises(LedgerError, match="last active admin"):
            at.team.change("a", by="a", **values)  # type: ignore[arg-type]
    at.team.change("b", active=True, by="a")
    assert at.team.change("a", role="coder", by="a").role == "coder"


@pytest.mark.parametrize("change", ["role", "groups", "active", "password"])
def test_a_change_ends_the_sessions(at: Worked, change: str) -> None:
    at.account()
    begun = at.team.login("رنا", PASSWORD, None, CLIENT)
    assert isinstance(begun, Started)
    assert at.team.session(begun.cookie)
    if change == "password":
        at.team.set_password("رنا", "كلمة أخرى طويلة", by="test")
    else:
        to = {"role": {"role": "coder"}, "groups": {"groups": ["x"]}, "active": {"active": False}}
        at.team.change("رنا", by="test", **to[change])  # type: ignore[arg-type]
    assert at.team.session(begun.cookie) is None


def test_a_change_that_changes_nothing_ends_nothing(at: Worked) -> None:
    at.account()
    begun = at.team.login("رنا", PASSWORD, None, CLIENT)
    assert isinstance(begun, Started)
    at.team.change("رنا", role="reviewer", by="test")
    assert at.team.session(begun.cookie)


def test_a_password_of_old_parameters_is_kept_anew(
    at: Worked, monkeypatch: pytest.MonkeyPatch
) -> None:
    at.account()
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher())
    assert isinstance(at.team.login("رنا", PASSWORD, None, CLIENT), Started)
    with reading(at.engine) as connection:
        kept = connection.scalar(select(accounts.c.password))
    assert kept is not None
    assert not passwords.is_old(kept)
    assert isinstance(at.team.login("رنا", PASSWORD, None, CLIENT), Started)


def test_a_password_is_the_same_from_any_keyboard(at: Worked) -> None:
    at.team.add("a", "cafe\u0301 au lait noir", "reader", by="test")
    assert isinstance(at.team.login("a", "café au lait noir", None, CLIENT), Started)


def test_without_a_password_none_fits(at: Worked) -> None:
    assert not at.team.add("a", None, "reader", by="test").has_password
    assert at.team.login("a", "", None, CLIENT) == Refused("wrong")


def test_an_outside_login_belongs_to_one_account(at: Worked) -> None:
    at.account("a")
    at.account("b")
    at.team.link("a", "https://login.example/", "17", by="test")
    with pytest.raises(LedgerError, match="a has this"):
        at.team.link("b", "https://login.example", "17", by="test")
    begun = at.team.outside_login("https://login.example", "17", CLIENT)
    assert isinstance(begun, Started)
    assert begun.account == "a"
    assert at.team.outside_login("https://login.example", "18", CLIENT) == Refused("wrong")
    at.team.unlink("a", by="test")
    assert at.team.session(begun.cookie) is None
    assert at.team.outside_login("https://login.example", "17", CLIENT) == Refused("wrong")
    with pytest.raises(LedgerError, match="Give both"):
        at.team.link("a", "", "17", by="test")


def test_who_is_not_active_has_no_outside_login(at: Worked) -> None:
    at.account("a")
    at.team.link("a", "https://login.example", "17", by="test")
    at.team.change("a", active=False, by="test")
    assert at.team.outside_login("https://login.example", "17", CLIENT) == Refused("wrong")


def test_each_role_may_do_more_than_the_one_before() -> None:
    for less, more in pairwise(ROLES):
        assert RIGHTS[less] < RIGHTS[more]
