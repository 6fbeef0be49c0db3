"""One's own account: password, second factor, tokens."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pyotp
from views.web.conftest import client_on
from views.web.guard.members import OTHER, PASSWORD, Join, Member


def test_a_new_password_ends_every_other_session(join: Join) -> None:
    rana = join()
    other = rana.elsewhere()
    other.log_in("رنا")
    given = {"password": PASSWORD, "new": OTHER, "again": OTHER}
    assert rana.send("/account/password", **given).status_code == 303
    assert rana.client.get("/account").status_code == 200
    assert other.client.get("/account").status_code == 303
    assert other.log_in("رنا").status_code == 401
    assert other.log_in("رنا", OTHER).status_code == 303


def test_what_is_wrong_of_a_new_password_is_told(join: Join) -> None:
    rana = join()
    for fields, said in (
        ({"password": "ليست هي", "new": OTHER, "again": OTHER}, "is wrong"),
        ({"password": PASSWORD, "new": OTHER, "again": OTHER + "x"}, "same twice"),
        ({"password": PASSWORD, "new": "short", "again": "short"}, "12 or more"),
    ):
        answer = rana.send("/account/password", **fields)
        assert answer.status_code == 400
        assert said in answer.text
    assert rana.elsewhere().log_in("رنا").status_code == 303


def test_a_hijacked_session_cannot_guess_the_password(join: Join) -> None:
    rana = join()
    for _ in range(6):
        rana.send("/account/password", password="ليست هي", new=OTHER, again=OTHER)
    answer = rana.send("/account/password", password=PASSWORD, new=OTHER, again=OTHER)
    assert "Too many tries" in answer.text


def test_a_second_factor_is_set_up_and_removed(join: Join) -> None:
    rana = join()
    page = rana.client.get("/account/second-factor").text
    secret = rana.field(page, "secret")
    image = re.search(r'<img class="qr" src="([^"]+)"', page)
    assert image is not None
    assert html.unescape(image[1]).startswith("data:image/svg+xml")
    device = pyotp.TOTP(secret)
    given = {"secret": secret, "password": PASSWORD}
    wrong = rana.send("/account/second-factor", **given, code="00000x")
    assert wrong.status_code == 400
    assert rana.field(wrong.text, "secret") == secret
    assert rana.send("/account/second-factor", **(given | {"password": "x"}), code=device.now())\
        .status_code == 400  # fmt: skip
    earlier = device.at(int(rana.team._clock().timestamp()) - 30)
    assert rana.send("/account/second-factor", **given, code=earlier).status_code == 303
    assert rana.team.account("رنا").second_factor
    assert rana.client.get("/account/second-factor").status_code == 409
    assert rana.send("/account/second-factor", **given, code=device.now()).status_code == 409
    assert rana.elsewhere().log_in("رنا").status_code == 401
    off = "/account/second-factor/remove"
    assert rana.send(off, password=PASSWORD).status_code == 400
    assert rana.send(off, password=PASSWORD, code=device.now()).status_code == 303
    assert rana.elsewhere().log_in("رنا").status_code == 303


def test_a_secret_of_no_kind_is_refused(join: Join) -> None:
    rana = join()
    answer = rana.send("/account/second-factor", secret="A", password=PASSWORD, code="1")
    assert answer.status_code == 400


def test_a_token_is_shown_once(join: Join) -> None:
    rana = join("رنا", "reader")
    assert 'value="judge"' not in rana.client.get("/account").text
    proof = {"password": PASSWORD}
    made = rana.send("/account/tokens", name="لحاسوبي", scope=["read"], days="30", **proof)
    found = re.search(r"riw_[\w-]{43}", made.text)
    assert found is not None
    assert made.headers["cache-control"] == "no-store"
    assert found[0] not in rana.client.get("/account").text
    bearer = rana.team.bearer(found[0])
    assert bearer is not None
    assert bearer.scopes == {"read"}
    (token,) = rana.team.tokens("رنا")
    assert rana.send("/account/tokens/revoke", id=str(token.id)).status_code == 303
    assert rana.team.bearer(found[0]) is None
    for fields in ({"name": "x"}, {"name": "x", "scope": "read", "days": "x"}):
        assert rana.send("/account/tokens", **fields, **proof).status_code == 400


def test_a_token_for_more_than_its_account_is_not_made(join: Join) -> None:
    """A forged form made one that judges for a reader: of use on the day of another role."""
    rana = join("رنا", "reader")
    given = {"name": "x", "scope": ["read", "judge"], "password": PASSWORD}
    refused = rana.send("/account/tokens", **given)
    assert (refused.status_code, "no more than its account" in refused.text) == (400, True)
    assert rana.team.tokens("رنا") == []


def test_a_token_is_made_by_who_has_the_password(join: Join) -> None:
    """Who found a browser left open made one that lasts for years."""
    rana = join("رنا", "reader")
    for given in ({}, {"password": OTHER}):
        answer = rana.send("/account/tokens", name="x", scope="read", **given)
        assert (answer.status_code, "is wrong" in answer.text) == (400, True)
    assert rana.team.tokens("رنا") == []
    assert rana.client.get("/account").text.count('name="password"') == 2


def test_who_logs_in_elsewhere_has_no_password_to_give(join: Join, nobody: Member) -> None:
    rana = join("رنا", "reader")
    nobody.team.add("فارس", None, "reader", by="test")
    nobody.team.link("فارس", "https://login.example", "fares", by="test")
    started = nobody.team.outside_login("https://login.example", "fares", "127.0.0.1")
    rana.client.cookies.set("riwaya_session", started.cookie)  # type: ignore[union-attr]
    assert 'name="password"' not in rana.client.get("/account").text
    assert "riw_" in rana.send("/account/tokens", name="x", scope="read").text


def test_a_second_factor_ends_every_other_session(join: Join) -> None:
    """Who had the password alone stayed logged in."""
    rana = join()
    other = rana.elsewhere()
    other.log_in("رنا")
    secret = rana.field(rana.client.get("/account/second-factor").text, "secret")
    given = {"secret": secret, "password": PASSWORD, "code": pyotp.TOTP(secret).now()}
    assert rana.send("/account/second-factor", **given).status_code == 303
    assert rana.client.get("/account").status_code == 200
    assert other.client.get("/account").status_code == 303


def test_what_was_typed_is_shown_as_text(join: Join) -> None:
    answer = join().send("/account/tokens", name="x", scope="<script>100%s", password=PASSWORD)
    assert answer.status_code == 400
    assert "&lt;script&gt;100%s" in answer.text
    assert "<script>1" not in answer.text


def test_nobody_revokes_the_token_of_another(join: Join) -> None:
    rana, samer = join("رنا"), join("سامر")
    id, secret = rana.team.make_token("رنا", "script", ["read"])
    assert samer.send("/account/tokens/revoke", id=str(id)).status_code == 404
    assert samer.send("/account/tokens/revoke", id="x").status_code == 400
    assert rana.team.bearer(secret)


def test_who_works_alone_has_tokens_and_nothing_else(ledger_file: Path) -> None:
    with client_on(ledger_file) as client:
        alone = Member(client)
        client.get("/account")
        assert "Tokens" in client.get("/account").text
        assert "riw_" in alone.send("/account/tokens", name="x", scope="read").text
        assert client.get("/account/second-factor").status_code == 404
        refused = alone.send("/account/password", password="x", new=OTHER, again=OTHER)
        assert refused.status_code == 404
