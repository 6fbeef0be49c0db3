"""The login: one answer for all that is wrong, waits that grow, codes that work once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pyotp
import pytest
from ledger.team.team_helper import CLIENT, PASSWORD, Worked
from sqlalchemy import select

from riwaya.ledger.database import reading
from riwaya.ledger.errors import LedgerError
from riwaya.ledger.team import second_factor
from riwaya.ledger.team.audit import Wanted
from riwaya.ledger.team.login import Refused, Started
from riwaya.ledger.team.schema import tries

WRONG = Refused("wrong")


def with_second_factor(at: Worked) -> pyotp.TOTP:
    at.account()
    secret = second_factor.new_secret()
    device = pyotp.TOTP(secret)
    at.team.second_factor_on("رنا", secret, device.at(at.clock.now))
    at.clock.pass_by(minutes=2)
    return device


def test_a_login_starts_a_session(at: Worked) -> None:
    at.account("رنا", "coder", "inner")
    begun = at.team.login(" رنا ", PASSWORD, None, CLIENT)
    assert isinstance(begun, Started)
    found = at.team.session(begun.cookie)
    assert found is not None
    assert (found.account, found.role, found.groups) == ("رنا", "coder", {"inner"})
    (newest,) = at.team.audit(Wanted(act="login"))
    assert (newest.account, newest.of, CLIENT in newest.detail) == ("رنا", "رنا", True)


def test_all_that_is_wrong_gets_one_answer(at: Worked) -> None:
    device = with_second_factor(at)
    answers = [
        at.team.login("لا أحد", PASSWORD, None, "192.0.2.1"),
        at.team.login("رنا", "كلمة ليست هي", None, "192.0.2.2"),
        at.team.login("رنا", "كلمة ليست هي", device.at(at.clock.now), "192.0.2.3"),
        at.team.login("رنا", PASSWORD, "000000x", "192.0.2.4"),
    ]
    assert answers == [WRONG] * 4
    assert len({str(a) for a in answers}) == 1


def test_who_is_not_active_is_not_let_in(at: Worked) -> None:
    at.account()
    at.team.change("رنا", active=False, by="test")
    assert at.team.login("رنا", PASSWORD, None, CLIENT) == WRONG


def test_an_unknown_name_is_tried_against_a_password_too(
    at: Worked, monkeypatch: pytest.MonkeyPatch
) -> None:
    from riwaya.ledger.team import passwords

    class Counting:
        tried = 0

        def verify(self, kept: str, given: str) -> bool:
            type(self).tried += kept.startswith("$argon2id$")
            return real.verify(kept, given)

        def __getattr__(self, name: str) -> object:
            return getattr(real, name)

    real = passwords._HASHER
    monkeypatch.setattr(passwords, "_HASHER", Counting())
    at.team.login("لا أحد", PASSWORD, None, CLIENT)
    assert Counting.tried == 1


def test_waits_grow_for_a_name_at_an_address(at: Worked) -> None:
    at.account()
    for _ in range(5):
        assert at.team.login("رنا", "ليست هي أبدا", None, "203.0.113.9") == WRONG
    waits = []
    for _ in range(12):
        assert at.team.login("رنا", "ليست هي أبدا", None, "203.0.113.9") == WRONG
        refused = at.team.login("رنا", PASSWORD, None, "203.0.113.9")
        assert isinstance(refused, Refused)
        assert refused.why == "wait"
        waits.append(refused.seconds)
        at.clock.pass_by(seconds=refused.seconds)
    assert waits == sorted(waits)
    assert waits[1] == pytest.approx(waits[0] * 2, abs=2)
    assert waits[-1] == pytest.approx(900, abs=1)
    assert isinstance(at.team.login("رنا", PASSWORD, None, "203.0.113.9"), Started)
    assert at.team.login("رنا", "ليست هي أبدا", None, "203.0.113.9") == WRONG
    assert isinstance(at.team.login("رنا", PASSWORD, None, "203.0.113.9"), Started)


def test_who_tries_elsewhere_keeps_nobody_out(at: Worked) -> None:
    """Six wrong passwords from anywhere kept the only admin out."""
    at.account()
    for _ in range(6):
        at.team.login("رنا", "ليست هي أبدا", None, "198.51.100.7")
    refused = at.team.login("رنا", PASSWORD, None, "198.51.100.7")
    assert isinstance(refused, Refused) and refused.why == "wait"
    assert isinstance(at.team.login("رنا", PASSWORD, None, "203.0.113.9"), Started)


def test_a_name_that_is_tried_from_very_many_addresses_waits(at: Worked) -> None:
    at.account()
    for n in range(51):
        assert at.team.login("رنا", "ليست هي أبدا", None, f"192.0.2.{n}") == WRONG
    refused = at.team.login("رنا", PASSWORD, None, "203.0.113.9")
    assert isinstance(refused, Refused) and refused.why == "wait"


@pytest.mark.parametrize(
    ("client", "now"),
    [("203.0.113.9", "203.0.113.9"), ("2001:db8:1:2::9", "2001:db8:1:2:a::1")],
)
def test_strangers_keep_nobody_out_where_he_was_let_in(at: Worked, client: str, now: str) -> None:
    """51 wrong passwords from ten addresses kept a named admin out, who had the right one."""
    at.account()
    assert isinstance(at.team.login("رنا", PASSWORD, None, client), Started)
    at.clock.pass_by(days=29)
    for n in range(60):
        at.team.login("رنا", "ليست هي أبدا", None, f"192.0.2.{n // 5}")
    elsewhere = at.team.login("رنا", PASSWORD, None, "198.51.100.1")
    assert isinstance(elsewhere, Refused) and elsewhere.why == "wait"
    another = at.account("سمر")
    assert isinstance(at.team.login(another, PASSWORD, None, client), Started)
    assert isinstance(at.team.login("رنا", PASSWORD, None, now), Started)


def test_an_address_where_he_was_let_in_has_its_own_count(at: Worked) -> None:
    at.account()
    assert isinstance(at.team.login("رنا", PASSWORD, None, CLIENT), Started)
    for _ in range(6):
        at.team.login("رنا", "ليست هي أبدا", None, CLIENT)
    refused = at.team.login("رنا", PASSWORD, None, CLIENT)
    assert isinstance(refused, Refused) and refused.why == "wait"


def test_where_he_was_let_in_is_forgotten_after_a_month(at: Worked) -> None:
    at.account()
    assert isinstance(at.team.login("رنا", PASSWORD, None, CLIENT), Started)
    at.clock.pass_by(days=31)
    for n in range(51):
        at.team.login("رنا", "ليست هي أبدا", None, f"198.51.100.{n // 5}")
    refused = at.team.login("رنا", PASSWORD, None, CLIENT)
    assert isinstance(refused, Refused) and refused.why == "wait"


def test_a_new_password_ends_waits_and_tokens(at: Worked) -> None:
    at.account()
    _, secret = at.team.make_token("رنا", "script", ("read",), 30)
    for _ in range(6):
        at.team.login("رنا", "ليست هي أبدا", None, CLIENT)
    at.team.set_password("رنا", "كلمة أخرى طويلة جدا", by="admin")
    assert isinstance(at.team.login("رنا", "كلمة أخرى طويلة جدا", None, CLIENT), Started)
    assert at.team.bearer(secret) is None


def test_an_unknown_name_waits_as_a_known_one(at: Worked) -> None:
    for _ in range(6):
        assert at.team.login("لا أحد", PASSWORD, None, "192.0.2.99") == WRONG
    refused = at.team.login("لا أحد", PASSWORD, None, "192.0.2.99")
    assert isinstance(refused, Refused)
    assert refused.why == "wait"


def test_an_address_waits_whatever_names_it_tries(at: Worked) -> None:
    at.account()
    for n in range(21):
        address = f"2001:db8:1:2::{n + 1}"  # one household's
        assert at.team.login(f"name {n}", PASSWORD, None, address) == WRONG
    refused = at.team.login("رنا", PASSWORD, None, "2001:db8:1:2:ffff::1")
    assert isinstance(refused, Refused)
    assert refused.why == "wait"
    assert isinstance(at.team.login("رنا", PASSWORD, None, "2001:db8:1:3::1"), Started)


def test_failures_are_forgotten(at: Worked) -> None:
    at.account()
    for _ in range(6):
        at.team.login("رنا", "ليست هي أبدا", None, CLIENT)
    at.clock.pass_by(hours=2)
    for _ in range(5):
        assert at.team.login("رنا", "ليست هي أبدا", None, CLIENT) == WRONG
    assert isinstance(at.team.login("رنا", PASSWORD, None, CLIENT), Started)


def test_no_name_and_no_address_is_kept_of_tries(at: Worked) -> None:
    at.team.login("كلمة سر في غير مكانها", "x", None, CLIENT)
    with reading(at.engine) as connection:
        keys = list(connection.scalars(select(tries.c.key)))
    assert len(keys) == 3
    assert not any(CLIENT in k or "كلمة" in k for k in keys)
    (entry,) = at.team.audit(Wanted(act="login_failed"))
    assert (entry.account, entry.of, "كلمة" in entry.detail) == ("", "", False)


def test_many_at_once_are_counted_each(at: Worked) -> None:
    at.account()
    with ThreadPoolExecutor(8) as pool:
        given = [("رنا", "ليست هي أبدا", None, CLIENT)] * 12
        answers = list(pool.map(lambda g: at.team.login(*g), given))
    wrong = [a for a in answers if a == WRONG]
    assert len(wrong) == 6  # five are free, the sixth makes the others wait
    assert len(at.team.audit(Wanted(act="login_failed"))) == 6


def test_a_code_is_asked_for_and_used_once(at: Worked) -> None:
    device = with_second_factor(at)
    assert at.team.login("رنا", PASSWORD, None, CLIENT) == Refused("second_factor")
    assert at.team.login("رنا", PASSWORD, "", CLIENT) == Refused("second_factor")
    code = device.at(at.clock.now)
    assert isinstance(at.team.login("رنا", PASSWORD, code, CLIENT), Started)
    assert at.team.login("رنا", PASSWORD, code, CLIENT) == WRONG


@pytest.mark.parametrize(("seconds", "fits"), [(-60, False), (-30, True), (30, True), (60, False)])
def test_a_code_is_of_now_or_one_step_beside(at: Worked, seconds: int, fits: bool) -> None:
    device = with_second_factor(at)
    code = device.at(int(at.clock.now.timestamp()) + seconds)
    assert isinstance(at.team.login("رنا", PASSWORD, code, CLIENT), Started) is fits


def test_a_code_of_an_earlier_step_than_the_last_is_used_up(at: Worked) -> None:
    device = with_second_factor(at)
    now = int(at.clock.now.timestamp())
    assert isinstance(at.team.login("رنا", PASSWORD, device.at(now), CLIENT), Started)
    assert at.team.login("رنا", PASSWORD, device.at(now - 30), CLIENT) == WRONG
    assert isinstance(at.team.login("رنا", PASSWORD, device.at(now + 30), CLIENT), Started)


def test_a_code_may_be_in_arabic_digits_with_a_space(at: Worked) -> None:
    device = with_second_factor(at)
    code = device.at(at.clock.now).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert isinstance(at.team.login("رنا", PASSWORD, f"{code[:3]} {code[3:]}", CLIENT), Started)


def test_wrong_codes_are_tries_too(at: Worked) -> None:
    with_second_factor(at)
    for _ in range(6):
        at.team.login("رنا", PASSWORD, "12345x", CLIENT)
    refused = at.team.login("رنا", PASSWORD, None, CLIENT)
    assert isinstance(refused, Refused)
    assert refused.why == "wait"


def test_a_second_factor_is_confirmed_first_and_can_be_removed(at: Worked) -> None:
    at.account()
    secret = second_factor.new_secret()
    with pytest.raises(LedgerError, match="does not fit"):
        at.team.second_factor_on("رنا", secret, "abc")
    with pytest.raises(LedgerError, match="no secret"):
        at.team.second_factor_on("رنا", "AAAA", "123456")
    assert isinstance(at.team.login("رنا", PASSWORD, None, CLIENT), Started)
    at.team.second_factor_on("رنا", secret, pyotp.TOTP(secret).at(at.clock.now))
    assert at.team.account("رنا").second_factor
    at.team.second_factor_off("رنا", by="test")
    assert isinstance(at.team.login("رنا", PASSWORD, None, CLIENT), Started)
    acts = [e.act for e in at.team.audit(Wanted(of="رنا")) if "factor" in e.act]
    assert acts == ["second_factor_off", "second_factor_on"]


def test_a_code_that_turned_the_second_factor_on_is_used_up(at: Worked) -> None:
    at.account()
    secret = second_factor.new_secret()
    code = pyotp.TOTP(secret).at(at.clock.now)
    at.team.second_factor_on("رنا", secret, code)
    assert at.team.login("رنا", PASSWORD, code, CLIENT) == WRONG


def test_who_is_logged_in_is_asked_once_more(at: Worked) -> None:
    device = with_second_factor(at)
    code = device.at(at.clock.now)
    assert at.team.confirm("رنا", PASSWORD, None, CLIENT) == Refused("second_factor")
    assert at.team.confirm("رنا", PASSWORD, code, CLIENT) is None
    assert at.team.confirm("رنا", PASSWORD, code, CLIENT) == WRONG
    assert at.team.confirm("رنا", "ليست هي أبدا", None, CLIENT) == WRONG
