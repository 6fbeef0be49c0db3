"""Tokens of programs: as their account, never more; no use for what is a person's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from views.web.conftest import HOST, client_on
from views.web.guard.members import Join, Member


def program(of: Member, secret: str) -> TestClient:
    """A program that shows a token."""
    return TestClient(
        of.client.app, base_url=f"http://{HOST}", follow_redirects=False,
        headers={"authorization": f"Bearer {secret}"},
    )  # fmt: skip


def test_a_token_reads_as_its_account(join: Join) -> None:
    rana = join("رنا", "reviewer")
    _, secret = rana.team.make_token("رنا", "script", ["read"])
    assert program(rana, secret).get("/api/v1/map").status_code == 200


@pytest.mark.parametrize("given", ["Bearer riw_x", "Bearer ", "Basic cmFuYTp4", "riw_x", ""])
def test_what_is_no_token_is_refused(given: str, join: Join) -> None:
    rana = join()
    answer = rana.client.get("/api/v1/map", headers={"authorization": given})
    assert answer.status_code == 401
    assert answer.json()["ok"] is False


def test_a_token_may_not_do_more_than_it_is_for(join: Join) -> None:
    rana = join("رنا", "admin")
    _, secret = rana.team.make_token("رنا", "script", ["add"])
    assert program(rana, secret).get("/api/v1/map").status_code == 403
    _, secret = rana.team.make_token("رنا", "script", ["read", "add", "judge"])
    asked = program(rana, secret)
    for path in ("/accounts", "/audit", "/account", "/incidents"):
        assert asked.get(path).headers["location"].startswith("/login")
    made = asked.post("/account/tokens", data={"name": "more", "scope": "read"})
    assert made.status_code == 401
    assert [t.name for t in rana.team.tokens("رنا")] == ["script", "script"]


def test_a_token_ends_with_its_account(join: Join) -> None:
    rana = join("رنا", "coder")
    _, secret = rana.team.make_token("رنا", "script", ["read"])
    rana.team.change("رنا", active=False, by="test")
    assert program(rana, secret).get("/api/v1/map").status_code == 401


def test_a_token_of_who_works_alone_is_none_of_a_team(ledger_file: Path) -> None:
    with client_on(ledger_file) as client:
        alone = Member(client)
        _, secret = alone.team.make_token(None, "script", ["read"])
        assert program(alone, secret).get("/api/v1/map").status_code == 200
        assert program(alone, "riw_x").get("/api/v1/map").status_code == 401
    with client_on(ledger_file, team=True) as client:
        assert program(Member(client), secret).get("/api/v1/map").status_code == 401


def test_who_may_not_join_sees_no_preview_of_it(join: Join) -> None:
    rana = join("رنا", "coder")
    _, secret = rana.team.make_token("رنا", "script", ["read", "judge"])
    asked = program(rana, secret)
    one, other = (i["id"] for i in asked.get("/api/v1/incidents?limit=2").json()["incidents"])
    given = asked.get(f"/api/v1/incidents/{one}/join", params={"with": other})
    assert (given.status_code, given.json()["ok"]) == (403, False)
    assert asked.get("/api/v1/actor/join", params={"one": "a", "other": "b"}).status_code == 403


def test_a_token_that_judges_alone_sees_no_preview(join: Join) -> None:
    """It may read nothing, and was shown incidents as they are and would be."""
    rana = join("رنا", "reviewer")
    _, secret = rana.team.make_token("رنا", "script", ["judge"])
    _, whole = rana.team.make_token("رنا", "script", ["judge", "read"])
    both = program(rana, whole)
    one, other = (i["id"] for i in both.get("/api/v1/incidents?limit=2").json()["incidents"])
    names = [n[0]["handle"] for n in both.get("/api/v1/actors").json()["actors"]][:2]
    for path, query in (
        (f"/api/v1/incidents/{one}/join", {"with": other}),
        ("/api/v1/actor/join", {"one": names[0], "other": names[1]}),
    ):
        assert program(rana, secret).get(path, params=query).status_code == 403
        assert both.get(path, params=query).status_code == 200
