"""Pages of refusals: what happened in words, and the way back to the page of a form."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient
from views.web.conftest import csrf_of
from views.web.guard.members import Join


def heading(html: str) -> str:
    """What the page says first."""
    found = re.search(r"<h1>([^<]*)</h1>", html)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/nothing", 404, "There is no such page"),
        ("/incidents/none:0-1:x", 404, "There is no such page"),
        ("/incidents?page=x", 400, "This could not be taken"),
        ("/report", 422, "This could not be taken"),
    ],
)
def test_a_refusal_says_in_words_what_happened(
    client: TestClient, path: str, status: int, said: str
) -> None:
    """Its heading was a number."""
    answer = client.get(path)
    assert (answer.status_code, heading(answer.text)) == (status, said)
    assert f"<title>{said} ·" in answer.text and f"HTTP {status}" in answer.text


def test_an_incident_that_is_not_there_may_have_another_id(client: TestClient) -> None:
    """Links to an incident led to «no such incident» after a report in it was restricted."""
    said = "The id of an incident changes where a report in it is restricted"
    assert said in client.get("/incidents/none:0-1:x").text
    assert said in client.get("/incidents/none:0-1:x/join").text
    assert said not in client.get("/report?id=none").text


def test_who_may_not_is_told_so(join: Join) -> None:
    answer = join("نادر", "reader").client.get("/accounts")
    assert (answer.status_code, heading(answer.text)) == (403, "You may not do this")
    assert "Back to that page" not in answer.text


def test_a_refused_form_leads_back_to_its_page(client: TestClient) -> None:
    proof = {"csrf": csrf_of(client)}
    for sent, page in (("/judge", "/review"), ("/undo", "/review")):
        answer = client.post(sent, data=proof)
        assert answer.status_code in (400, 422), sent
        assert f'href="{page}">Back to that page' in answer.text, sent
    wrong = client.get("/incidents?page=x").text
    assert 'href="/incidents">Back to that page' in wrong


def test_after_the_session_ended_the_way_to_the_login_keeps_the_page(join: Join) -> None:
    rana = join().client
    rana.cookies.delete("riwaya_session")
    answer = rana.post("/judge", data={"why": "الكلمات صريحة"})
    assert (answer.status_code, heading(answer.text)) == (401, "Log in again")
    assert 'href="/login" target="_blank"' in answer.text
