"""The pages of a team's admins: accounts and the audit log."""

from __future__ import annotations

import pytest
from views.web.guard.members import OTHER, PASSWORD, Join


@pytest.mark.parametrize("role", ["reader", "coder", "reviewer"])
def test_they_are_for_admins(role: str, join: Join) -> None:
    rana = join("رنا", role)
    for path in ("/accounts", "/accounts/account?name=رنا", "/audit"):
        assert rana.client.get(path).status_code == 403
    raised = rana.send("/accounts/account", name="رنا", do="change", role="admin", active="1")
    added = rana.send("/accounts", name="x", role="admin", password=PASSWORD)
    assert (raised.status_code, added.status_code) == (403, 403)
    assert [(a.name, a.role) for a in rana.team.accounts()] == [("رنا", role)]


def test_an_account_is_added_and_changed(join: Join) -> None:
    admin = join("مدير", "admin")
    made = admin.send("/accounts", name="سامر", role="coder", groups="inner، خاص,", password=OTHER)
    assert made.status_code == 303
    assert "سامر" in admin.client.get(made.headers["location"]).text
    assert admin.team.account("سامر").groups == {"inner", "خاص"}
    samer = {"name": "سامر"}
    admin.send("/accounts/account", **samer, do="change", role="reader", groups="")
    found = admin.team.account("سامر")
    assert (found.role, found.groups, found.active) == ("reader", frozenset(), False)
    admin.send("/accounts/account", **samer, do="change", role="reader", groups="a", active="1")
    admin.send("/accounts/account", **samer, do="password", password=PASSWORD)
    admin.send("/accounts/account", **samer, do="link", issuer="https://a.example", subject="7")
    found = admin.team.account("سامر")
    assert (found.outside, found.active) == ("https://a.example 7", True)
    admin.send("/accounts/account", **samer, do="unlink")
    assert admin.team.account("سامر").outside is None
    assert {e.account for e in admin.team.audit() if e.of == "سامر"} == {"مدير"}


def test_what_is_wrong_is_told(join: Join) -> None:
    admin = join("مدير", "admin")
    last = admin.send("/accounts/account", name="مدير", do="change", role="coder", active="1")
    assert last.status_code == 400
    assert "last active admin" in last.text
    short = admin.send("/accounts", name="سامر", role="coder", password="x")
    assert "12 or more" in short.text
    assert admin.send("/accounts/account", name="مدير", do="fly").status_code == 400
    assert admin.send("/accounts/account", name="لا أحد", do="unlink").status_code == 404
    assert admin.client.get("/accounts/account", params={"name": "لا أحد"}).status_code == 404
    assert len(admin.team.accounts()) == 1


def test_names_are_shown_as_text(join: Join) -> None:
    admin = join("مدير", "admin")
    admin.send("/accounts", name="a<script>", role="coder", outside="1")
    for path in ("/accounts", "/accounts/account?name=a<script>", "/audit"):
        page = admin.client.get(path).text
        assert "a&lt;script&gt;" in page
        assert "a<script>" not in page


def test_the_audit_log_is_filtered_and_paged(join: Join) -> None:
    admin = join("مدير", "admin")
    for n in range(120):
        admin.team.note("رنا", "read_restricted", f"report-{n:03}")
    page = admin.client.get("/audit", params={"account": "رنا"}).text
    assert "report-119" in page
    assert "report-019" not in page
    older = admin.team.audit()[99].id
    assert "report-019" in admin.client.get("/audit", params={"before": older}).text
    assert "report-005" in admin.client.get("/audit", params={"of": "report-005"}).text
    none = admin.client.get("/audit", params={"until": "2020-01-01"}).text
    assert "Nothing is on record" in none
    assert admin.client.get("/audit", params={"act": "login"}).text.count("report-") == 0
    for wrong in ({"since": "x"}, {"before": "x"}, {"act": "fly"}, {"before": "9" * 30}):
        assert admin.client.get("/audit", params=wrong).status_code == 400
