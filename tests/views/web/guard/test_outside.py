"""Logins at an outside provider: who is linked gets in; nothing forged does."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from joserfc.jwk import RSAKey
from views.web.conftest import client_on
from views.web.guard.members import PASSWORD, Member
from views.web.guard.provider import CLIENT, ISSUER, SECRET, Provider

from riwaya.ledger import LedgerError
from riwaya.ledger.team.audit import Wanted
from riwaya.views.web.guard.oidc import Begun, Oidc, of_environment
from riwaya.views.web.guard.outside import Outside

OIDC = Oidc(ISSUER, CLIENT, SECRET)


@pytest.fixture
def provider() -> Provider:
    return Provider()


@pytest.fixture
def visitor(ledger_file: Path, provider: Provider) -> Iterator[Member]:
    """A browser on a workspace in which user-17 is رنا."""
    with client_on(ledger_file, team=True, oidc=OIDC) as client:
        client.app.state.outside = Outside(OIDC, provider.transport)  # type: ignore[attr-defined]
        made = Member(client)
        made.team.add("رنا", None, "coder", by="test")
        made.team.link("رنا", ISSUER, "user-17", by="test")
        yield made


def led(visitor: Member, provider: Provider, next: str = "/") -> str:
    """Where a browser is after it logged in at the provider."""
    answer = visitor.client.get("/login/outside", params={"next": next})
    assert answer.status_code == 303
    return provider.log_in(answer.headers["location"])


def test_who_is_linked_gets_in(visitor: Member, provider: Provider) -> None:
    assert "/login/outside" in visitor.client.get("/login").text
    answer = visitor.client.get(led(visitor, provider, "/search"))
    assert (answer.status_code, answer.headers["location"]) == (303, "/search")
    assert "رنا" in visitor.client.get("/account").text
    (entry,) = visitor.team.audit(Wanted(act="login"))
    assert (entry.account, "outside" in entry.detail) == ("رنا", True)


def test_what_the_provider_says_of_itself_is_asked_once(
    visitor: Member, provider: Provider
) -> None:
    for _ in range(3):
        visitor.elsewhere().client.get("/login/outside")
    assert provider.asked == ["/.well-known/openid-configuration"]


def test_who_is_not_linked_gets_no_account(visitor: Member, provider: Provider) -> None:
    provider.subject = "user-18"
    answer = visitor.client.get(led(visitor, provider))
    page = visitor.client.get(answer.headers["location"])
    assert "No account here" in page.text
    assert visitor.client.get("/incidents").status_code == 303
    assert [a.name for a in visitor.team.accounts()] == ["رنا"]
    assert visitor.team.audit(Wanted(act="login_failed"))


def test_who_is_not_active_does_not_get_in(visitor: Member, provider: Provider) -> None:
    visitor.team.change("رنا", active=False, by="test")
    visitor.client.get(led(visitor, provider))
    assert visitor.client.get("/incidents").status_code == 303


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "another"}, {"nonce": None}, {"aud": "another"}, {"iss": "https://evil.example"},
        {"exp": int(time.time()) - 3600}, {"sub": ""}, {"sub": None}, {"azp": "another"},
        {"aud": [CLIENT, "another"], "azp": "another"}, {"at_hash": "wrong"},
    ],
)  # fmt: skip
def test_a_word_that_is_not_for_this_login_is_refused(
    claims: dict[str, Any], visitor: Member, provider: Provider
) -> None:
    provider.claims = claims
    assert visitor.client.get(led(visitor, provider)).status_code == 502
    assert visitor.client.get("/incidents").status_code == 303


def test_a_word_that_another_signed_is_refused(visitor: Member, provider: Provider) -> None:
    provider.signed_by = RSAKey.generate_key(2048, {"kid": "1"})
    assert visitor.client.get(led(visitor, provider)).status_code == 502


def test_a_new_key_of_the_provider_is_asked_for(visitor: Member, provider: Provider) -> None:
    assert visitor.client.get(led(visitor, provider)).status_code == 303
    provider.key = RSAKey.generate_key(2048, {"kid": "2"})
    other = visitor.elsewhere()
    assert other.client.get(led(other, provider)).status_code == 303
    assert provider.asked.count("/keys") == 2


def test_an_answer_counts_for_the_browser_that_began(visitor: Member, provider: Provider) -> None:
    back = led(visitor, provider)
    stranger = visitor.elsewhere()
    assert stranger.client.get(back).status_code == 400
    stranger.client.get("/login/outside")
    assert stranger.client.get(back).status_code == 502
    assert stranger.client.get("/incidents").status_code == 303


def test_an_answer_counts_once(visitor: Member, provider: Provider) -> None:
    back = led(visitor, provider)
    assert visitor.client.get(back).status_code == 303
    assert visitor.client.get(back).status_code == 400


def test_a_code_of_another_login_is_refused(visitor: Member, provider: Provider) -> None:
    stolen = led(visitor, provider)
    own = led(visitor, provider)
    code = stolen.split("code=")[1].split("&")[0]
    mixed = own.replace("code-1", code)
    assert visitor.client.get(mixed).status_code == 502


@pytest.mark.parametrize("query", ["?error=access_denied&state={s}", "?state={s}", "?code=x", ""])
def test_a_refusal_of_the_provider_is_told(query: str, visitor: Member, provider: Provider) -> None:
    state = led(visitor, provider).split("state=")[1]
    answer = visitor.client.get("/login/outside/back" + query.format(s=state))
    assert answer.status_code == 502
    assert "did not work" in answer.text


@pytest.mark.parametrize(
    "metadata",
    [{"issuer": "https://evil.example"}, {"token_endpoint": "http://login.example/token"},
     {"authorization_endpoint": "javascript:alert(1)"}, {"jwks_uri": None}],
)  # fmt: skip
def test_a_provider_that_says_nonsense_of_itself_is_refused(
    metadata: dict[str, Any], visitor: Member, provider: Provider
) -> None:
    provider.metadata = metadata
    begun = visitor.client.get("/login/outside")
    if begun.status_code == 303:
        begun = visitor.client.get(provider.log_in(begun.headers["location"]))
    assert begun.status_code == 502
    assert visitor.client.get("/incidents").status_code == 303


def test_a_login_leads_to_no_other_site(visitor: Member, provider: Provider) -> None:
    answer = visitor.client.get(led(visitor, provider, "https://evil.example"))
    assert answer.headers["location"] == "/"


def test_without_a_provider_there_is_none(ledger_file: Path) -> None:
    with client_on(ledger_file, team=True) as client:
        assert "/login/outside" not in client.get("/login").text
        for path in ("/login/outside", "/login/outside/back"):
            assert client.get(path).status_code == 404


@pytest.mark.parametrize("cookie", ["", "x", "e30=", "W10=", "bnVsbA=="])
def test_a_cookie_of_no_kind_is_none(cookie: str) -> None:
    assert Begun.of_cookie(cookie) is None
    assert Begun.of_cookie(Begun("a", "b", "c", "/").cookie) == Begun("a", "b", "c", "/")


def test_the_environment_names_the_provider() -> None:
    names = ("RIWAYA_OIDC_ISSUER", "RIWAYA_OIDC_CLIENT_ID", "RIWAYA_OIDC_CLIENT_SECRET")
    whole = dict(zip(names, (f"{ISSUER}/", CLIENT, SECRET), strict=True))
    assert of_environment(whole) == OIDC
    assert SECRET not in repr(OIDC)
    assert of_environment({}) is None
    with pytest.raises(LedgerError, match="CLIENT_SECRET"):
        of_environment({k: v for k, v in whole.items() if not k.endswith("SECRET")})
    for issuer in ("http://login.example", "login.example"):
        with pytest.raises(LedgerError, match="https"):
            of_environment({**whole, "RIWAYA_OIDC_ISSUER": issuer})


def test_a_member_with_an_outside_login_alone_has_no_password(
    visitor: Member, provider: Provider
) -> None:
    visitor.client.get(led(visitor, provider))
    assert 'name="new"' not in visitor.client.get("/account").text
    assert visitor.elsewhere().log_in("رنا", PASSWORD).status_code == 401
    assert visitor.elsewhere().log_in("رنا", "").status_code == 401
