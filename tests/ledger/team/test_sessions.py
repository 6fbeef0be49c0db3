"""Sessions end in time; cookies are not kept."""

from __future__ import annotations

import sqlite3

from ledger.team.team_helper import CLIENT, PASSWORD, Worked
from sqlalchemy import func, select

from riwaya.ledger.database import reading
from riwaya.ledger.team.login import Started
from riwaya.ledger.team.schema import sessions


def begun(at: Worked) -> str:
    started = at.team.login("رنا", PASSWORD, None, CLIENT)
    assert isinstance(started, Started)
    return started.cookie


def test_only_a_hash_of_a_cookie_is_kept(at: Worked) -> None:
    at.account()
    cookie = begun(at)
    with reading(at.engine) as connection:
        kept = connection.execute(select(sessions)).one()
    assert len(kept.key) == 64
    assert cookie not in map(str, kept)
    assert at.team.session(kept.key) is None


def test_cookies_and_form_secrets_are_of_one_session(at: Worked) -> None:
    at.account()
    one, other = begun(at), begun(at)
    found = [at.team.session(c) for c in (one, other)]
    assert one != other
    assert len({s.csrf for s in found if s}) == 2
    assert at.team.session("") is None
    assert at.team.session(one[:-1]) is None


def test_a_session_that_is_not_used_ends(at: Worked) -> None:
    at.account()
    cookie = begun(at)
    at.clock.pass_by(minutes=59)
    assert at.team.session(cookie)
    at.clock.pass_by(minutes=59)
    assert at.team.session(cookie)
    at.clock.pass_by(minutes=60)
    assert at.team.session(cookie) is None


def test_a_session_ends_after_half_a_day_of_use(at: Worked) -> None:
    at.account()
    cookie = begun(at)
    for _ in range(23):
        at.clock.pass_by(minutes=31)
        assert at.team.session(cookie)
    at.clock.pass_by(minutes=31)
    assert at.team.session(cookie) is None


def test_its_use_is_kept_once_a_minute(at: Worked) -> None:
    at.account()
    cookie = begun(at)
    first = at.clock.now
    at.clock.pass_by(seconds=59)
    at.team.session(cookie)
    found = at.team.session(cookie)
    assert found is not None
    assert found.seen == first
    at.clock.pass_by(seconds=1)
    at.team.session(cookie)
    found = at.team.session(cookie)
    assert found is not None
    assert found.seen == at.clock.now


def test_a_page_does_not_wait_for_who_writes(at: Worked) -> None:
    at.account()
    cookie = begun(at)
    at.clock.pass_by(minutes=5)
    if at.engine.dialect.name != "sqlite":
        assert at.team.session(cookie)
        return
    writer = sqlite3.connect(str(at.engine.url.database), isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    found = at.team.session(cookie)
    writer.execute("ROLLBACK")
    writer.close()
    assert found is not None
    at.account("b")  # which waits again as long as it takes


def test_a_logout_ends_one_session(at: Worked) -> None:
    at.account()
    one, other = begun(at), begun(at)
    found = at.team.session(one)
    assert found is not None
    at.team.logout(found)
    assert at.team.session(one) is None
    assert at.team.session(other)
    assert at.team.audit()[0].act == "logout"


def test_sessions_that_ended_are_not_kept(at: Worked) -> None:
    at.account()
    begun(at)
    begun(at)
    at.clock.pass_by(hours=13)
    begun(at)
    with reading(at.engine) as connection:
        assert connection.scalar(select(func.count()).select_from(sessions)) == 1


def test_another_outside_login_ends_sessions(at: Worked) -> None:
    """Who had the account by the old one stayed inside until the day was over."""
    name = at.account()
    at.team.link(name, "https://login.example", "17", by="admin")
    cookie = begun(at)
    at.team.link(name, "https://login.example", "17", by="admin")
    assert at.team.session(cookie)
    at.team.link(name, "https://login.example", "18", by="admin")
    assert at.team.session(cookie) is None
