"""The login of a team: sessions, forms that nobody forged, nothing without an account."""

from __future__ import annotations

import re
from pathlib import Path

import pyotp
import pytest
from views.web.conftest import client_on
from views.web.guard.members import PASSWORD, Join, Member

from riwaya.ledger.team import second_factor
from riwaya.ledger.team.audit import Wanted
from riwaya.views.web.pages import PAGES


def asked(nobody: Member) -> list[tuple[str, str]]:
    """Method and path of every route that needs a login, with something in place of its ids."""
    found = [(m, r.path) for router in PAGES for r in router.routes for m in r.methods]  # type: ignore[attr-defined]
    for path, methods in nobody.client.app.openapi()["paths"].items():  # type: ignore[attr-defined]
        found += [(m.upper(), path) for m in methods]
    for_all = ("/login", "/preferences")
    asked = [(m, p) for m, p in found if p != "/" and not p.startswith(for_all)]
    return [(m, re.sub(r"{[^}]*}", "1", p)) for m, p in asked]


def test_nobody_sees_anything_without_a_login(nobody: Member) -> None:
    paths = asked(nobody)
    assert len(paths) > 20
    for method, path in paths:
        answer = nobody.client.request(method, path)
        if path.startswith("/api/"):
            assert answer.status_code == 401, path
        elif method == "POST" and path != "/logout":
            assert answer.status_code == 401, path
            assert "what you typed is still there" in answer.text, path
        else:
            where = answer.headers.get("location", "")
            assert (answer.status_code, where[:6]) == (303, "/login"), path


def test_a_login_gives_a_cookie_that_scripts_and_other_sites_cannot_use(nobody: Member) -> None:
    nobody.team.add("رنا", PASSWORD, "reader", by="test")
    answer = nobody.log_in("رنا", next="/search?q=a")
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=a")
    (cookie,) = [c for c in answer.headers.get_list("set-cookie") if "session" in c]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    page = nobody.client.get("/incidents")
    assert page.status_code == 200
    assert "رنا" in page.text
    assert page.headers["cache-control"] == "no-store"


def test_behind_https_the_cookie_goes_over_nothing_else(ledger_file: Path) -> None:
    with client_on(ledger_file, team=True, secure=True) as client:
        client.base_url = "https://127.0.0.1"
        member = Member(client)
        member.team.add("رنا", PASSWORD, "reader", by="test")
        answer = member.log_in("رنا")
        (cookie,) = [c for c in answer.headers.get_list("set-cookie") if "session" in c]
        assert cookie.startswith("__Host-")
        assert "Secure" in cookie
        assert client.get("/incidents").status_code == 200


def test_all_that_is_wrong_looks_the_same(nobody: Member) -> None:
    nobody.team.add("رنا", PASSWORD, "reader", by="test")
    pages = [nobody.log_in(*given) for given in (("رنا", "ليست هي"), ("سامر", PASSWORD))]
    assert [p.status_code for p in pages] == [401, 401]
    one, other = (p.text.replace("رنا", "").replace("سامر", "") for p in pages)
    assert one == other
    assert "is wrong" in one
    assert PASSWORD not in one


def test_too_many_tries_have_to_wait(nobody: Member) -> None:
    for _ in range(6):
        nobody.log_in("رنا", "ليست هي")
    answer = nobody.log_in("رنا")
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0
    assert "Too many tries" in answer.text


def test_a_form_of_the_login_from_elsewhere_is_refused(nobody: Member) -> None:
    nobody.team.add("رنا", PASSWORD, "reader", by="test")
    proof = nobody.field(nobody.client.get("/login").text, "csrf")
    good = {"csrf": proof, "name": "رنا", "password": PASSWORD}
    assert nobody.client.post("/login", data={**good, "csrf": "x"}).status_code == 403
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert nobody.client.post("/login", data=good, headers=headers).status_code == 403
    nobody.client.cookies.clear()
    assert nobody.client.post("/login", data={**good, "csrf": ""}).status_code == 403
    assert nobody.client.post("/login", data=good).status_code == 403


def test_a_browser_says_which_page_of_ours_a_form_is_from(nobody: Member) -> None:
    sent = nobody.client.get("/login").headers["referrer-policy"]
    assert sent == "same-origin"  # with no-referrer a browser sends «Origin: null» with forms


@pytest.mark.parametrize("next", ["https://evil.example", "//evil.example", "/\\evil.example", "a"])
def test_a_login_leads_to_no_other_site(next: str, nobody: Member) -> None:
    nobody.team.add("رنا", PASSWORD, "reader", by="test")
    assert nobody.log_in("رنا", next=next).headers["location"] == "/"
    assert nobody.client.get("/login", params={"next": next}).headers["location"] == "/"


def test_the_code_is_asked_for(nobody: Member) -> None:
    nobody.team.add("رنا", PASSWORD, "reader", by="test")
    secret = second_factor.new_secret()
    device = pyotp.TOTP(secret)
    earlier = second_factor.step_of(secret, device.now(), None, nobody.team._clock())
    assert earlier is not None
    nobody.team.second_factor_on("رنا", secret, device.at((earlier - 1) * 30))
    answer = nobody.log_in("رنا")
    assert answer.status_code == 401
    assert "Give the code" in answer.text
    assert nobody.log_in("رنا", code="12345").status_code == 401
    assert nobody.log_in("رنا", code=device.now()).status_code == 303


def test_a_logout_ends_the_session_everywhere(join: Join) -> None:
    rana = join()
    cookies = dict(rana.client.cookies)
    assert rana.client.post("/logout").status_code == 403
    assert rana.client.get("/incidents").status_code == 200
    answer = rana.send("/logout")
    assert answer.headers["location"] == "/login"
    rana.client.cookies.clear()
    rana.client.cookies.update(cookies)
    assert rana.client.get("/incidents").headers["location"].startswith("/login")


def test_a_change_of_rights_counts_at_once(join: Join) -> None:
    rana = join("رنا", "admin")
    join("سامر", "admin")
    assert rana.client.get("/accounts").status_code == 200
    rana.team.change("رنا", role="reader", by="test")
    assert rana.client.get("/accounts").headers["location"].startswith("/login")
    rana.log_in("رنا")
    assert rana.client.get("/accounts").status_code == 403


def test_the_secret_of_another_session_is_none(join: Join) -> None:
    rana, samer = join("رنا"), join("سامر")
    page = rana.client.get("/account").text
    forged = {"csrf": rana.field(page, "csrf"), "name": "x", "scope": "read"}
    assert samer.client.post("/account/tokens", data=forged).status_code == 403
    assert samer.team.tokens("سامر") == []


def test_the_address_that_a_client_claims_counts_only_from_our_proxy(ledger_file: Path) -> None:
    headers = {"x-forwarded-for": "203.0.113.5, 192.0.2.9"}
    for trusted, address in ((False, "testclient"), (True, "192.0.2.9")):
        with client_on(ledger_file, team=True, trusted_proxy=trusted) as client:
            member = Member(client)
            client.headers.update(headers)
            member.log_in("لا أحد", "ليست هي")
            (entry, *_) = member.team.audit(Wanted(act="login_failed"))
            assert f"from {address}," in entry.detail


def test_who_works_alone_needs_no_login(ledger_file: Path) -> None:
    with client_on(ledger_file) as client:
        assert client.get("/login").headers["location"] == "/"
        assert client.get("/incidents").status_code == 200


def test_the_login_says_how_the_first_account_is_made(nobody: Member) -> None:
    assert "riwaya team add" in nobody.client.get("/login").text
    nobody.team.add("رنا", PASSWORD, "admin", by="test")
    assert "riwaya team add" not in nobody.client.get("/login").text
