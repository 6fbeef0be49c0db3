"""Tokens: shown once, no more rights than their account, ended in time."""

from __future__ import annotations

import pytest
from ledger.team.team_helper import Worked
from sqlalchemy import select

from riwaya.ledger.database import reading
from riwaya.ledger.errors import LedgerError, NotFound
from riwaya.ledger.team.schema import tokens


def test_only_a_hash_of_a_token_is_kept(at: Worked) -> None:
    at.account()
    _, secret = at.team.make_token("رنا", "laptop", ["read"])
    assert secret.startswith("riw_")
    with reading(at.engine) as connection:
        assert secret not in map(str, connection.execute(select(tokens)).one())
    (listed,) = at.team.tokens("رنا")
    assert (listed.name, listed.scopes) == ("laptop", ("read",))


def test_a_token_stands_for_its_account(at: Worked) -> None:
    at.account("رنا", "reviewer", "inner")
    id, secret = at.team.make_token("رنا", "laptop", ["add", "read"])
    found = at.team.bearer(secret)
    assert found is not None
    assert (found.token, found.account, found.role) == (id, "رنا", "reviewer")
    assert (found.groups, found.scopes) == ({"inner"}, {"read", "add"})
    assert at.team.bearer(secret + "x") is None
    assert at.team.bearer("") is None


def test_a_token_has_no_more_rights_than_its_account_has_now(at: Worked) -> None:
    at.account("رنا", "coder", "inner")
    _, secret = at.team.make_token("رنا", "laptop", ["read", "judge", "add"])
    at.team.change("رنا", role="reader", groups=(), by="test")
    found = at.team.bearer(secret)
    assert found is not None
    assert (found.scopes, found.groups) == ({"read"}, frozenset())
    at.team.change("رنا", active=False, by="test")
    assert at.team.bearer(secret) is None


def test_what_is_active_no_longer_loses_its_tokens_for_good(at: Worked) -> None:
    """They were of use again on the day the account was."""
    at.account()
    _, secret = at.team.make_token("رنا", "laptop", ["read"])
    at.team.change("رنا", active=False, by="test")
    at.team.change("رنا", active=True, by="test")
    assert at.team.bearer(secret) is None
    assert [t.revoked for t in at.team.tokens("رنا")] == [at.clock.now]


@pytest.mark.parametrize("scope", ["judge", "add"])
def test_no_token_is_for_more_than_its_account(at: Worked, scope: str) -> None:
    """It lay in wait for another role."""
    at.account("رنا", "reader")
    with pytest.raises(LedgerError, match="no more than its account"):
        at.team.make_token("رنا", "laptop", ["read", scope])
    with pytest.raises(LedgerError, match="no more than its account"):
        at.team.make_token("nobody", "laptop", ["read"])
    assert at.team.tokens("رنا") == []


def test_a_token_ends(at: Worked) -> None:
    at.account()
    _, short = at.team.make_token("رنا", "a week", ["read"], 7)
    id, long = at.team.make_token("رنا", "until revoked", ["read"])
    at.clock.pass_by(days=7)
    assert at.team.bearer(short) is None
    assert at.team.bearer(long)
    at.team.revoke_token(id, "رنا")
    assert at.team.bearer(long) is None
    assert [e.act for e in at.team.audit()][:2] == ["token_revoked", "token_made"]


def test_nobody_revokes_the_token_of_another(at: Worked) -> None:
    at.account("a")
    at.account("b")
    id, secret = at.team.make_token("a", "mine", ["read"])
    for other in ("b", None):
        with pytest.raises(NotFound):
            at.team.revoke_token(id, other)
    assert at.team.bearer(secret)


def test_who_works_alone_has_tokens_without_an_account(at: Worked) -> None:
    id, secret = at.team.make_token(None, "script", ["read", "judge"])
    found = at.team.bearer(secret)
    assert found is not None
    assert (found.account, found.role, found.scopes) == (None, None, {"read", "judge"})
    assert [t.id for t in at.team.tokens(None)] == [id]
    at.team.revoke_token(id, None)
    assert at.team.bearer(secret) is None


@pytest.mark.parametrize(
    ("name", "scopes", "days"),
    [("", ["read"], None), ("a\nb", ["read"], None), ("a", [], None), ("a", ["manage"], None),
     ("a", ["read"], 0), ("a", ["read"], -1), ("a", ["read"], 10**9)],
)  # fmt: skip
def test_what_is_no_token_is_told(
    at: Worked, name: str, scopes: list[str], days: int | None
) -> None:
    at.account()
    with pytest.raises(LedgerError):
        at.team.make_token("رنا", name, scopes, days)
    assert at.team.tokens("رنا") == []
