"""Adding through the page and the API: what is given waits to be read, and nobody else sees it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from views.web.conftest import client_on, csrf_of
from views.web.filling import form
from views.web.guard.members import Join

from riwaya.ledger import Ledger
from riwaya.ledger.team.jobs import Job

TEXT = "قُتل جنديان بانفجار لغم قرب مدينة نوى بريف درعا يوم 5 أيار 2023."
BAD = "broken.pdf"


def _jobs(client: TestClient) -> list[Job]:
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    return ledger.jobs.listed()


def _done(client: TestClient, seconds: float = 60.0) -> list[Job]:
    """All jobs, when they are done."""
    until = time.monotonic() + seconds
    while any(j.state != "done" for j in _jobs(client)):
        assert time.monotonic() < until, "the reader does not come to an end"
        time.sleep(0.1)
    return _jobs(client)


def _send(client: TestClient, files: Any = None, **fields: str) -> Any:
    data = {"csrf": csrf_of(client), **fields}
    return client.post("/add", data=data, files=files or {"files": ("", b"")})


def test_what_is_given_is_read_and_what_is_wrong_is_told(client: TestClient) -> None:
    files = [
        ("files", (BAD, b"%PDF-broken", "application/pdf")),
        ("files", ("../../etc/second.txt", TEXT.replace("نوى", "جاسم").encode(), "text/plain")),
    ]
    answer = _send(client, files, text=TEXT, title="لغم", outlet="شبكة السهل")
    assert (answer.status_code, answer.headers["location"]) == (303, "/add?given=3")
    assert "3 things were given" in client.get("/add?given=3").text
    found = {j.name: j for j in _done(client)}
    assert found.keys() == {"لغم", BAD, "second.txt"}
    assert (found["لغم"].new, found["second.txt"].new, found[BAD].new) == (1, 1, 0)
    page = client.get("/add").text
    assert all(name in page for name in found)
    (problem,) = found[BAD].problems
    told = client.get(f"/add/{found[BAD].id}").text
    assert BAD in problem and problem.split(":")[0] in told
    assert "could not be read" in told and "could not be read" in page
    assert "could not be read" not in client.get(f"/add/{found['لغم'].id}").text
    (report,) = found["لغم"].reports
    assert "شبكة السهل" in client.get("/report", params={"id": report}).text


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "Nothing was given"),
        ({"addresses": "ftp://example.org/x"}, "no web address"),
        ({"addresses": "https://[broken"}, "no web address"),
        ({"addresses": " ".join(f"https://example.org/{n}" for n in range(201))}, "At most 200"),
        ({"text": TEXT, "published": "gestern"}, "is no day"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_of_it_kept(
    client: TestClient, fields: dict[str, str], says: str
) -> None:
    answer = _send(client, **fields)
    assert answer.status_code == 400
    assert says in answer.text
    assert _jobs(client) == []


def test_what_is_refused_is_shown_as_it_was_filled_in(client: TestClient) -> None:
    """It led to a page of its own, and what had been typed was gone."""
    typed = {"title": "لغم «قرب» نوى", "outlet": "شبكة السهل", "published": "2023-05-06"}
    answer = _send(client, **typed, group="حمص")
    assert answer.status_code == 400
    shown = form(answer.text, "/add")
    assert {name: shown.fields[name] for name in typed} == {n: [v] for n, v in typed.items()}
    assert shown.fields["group"] == ["حمص"]
    assert 'role="alert"' in answer.text and "Choose your files again" not in answer.text
    addresses = "https://example.org/1\nftp://example.org/2"
    files = [("files", ("one.txt", TEXT.encode(), "text/plain"))]
    again = _send(client, files, text=TEXT, addresses=addresses).text
    assert f">\n{TEXT}</textarea>" in again and f">\n{addresses}</textarea>" in again
    assert "Choose your files again" in again
    assert shown.send(client, csrf=csrf_of(client), text=TEXT).status_code == 303


def test_a_group_that_is_not_ones_own_is_no_form_again(join: Join) -> None:
    """The form would show it to all where nobody looks."""
    answer = join("هند", "coder").send("/add", text=TEXT, group="حمص")
    assert answer.status_code == 403 and "<textarea" not in answer.text


def test_addresses_are_not_named_where_none_are_taken(
    workspace: Callable[..., TestClient],
) -> None:
    """«Give an address» was told where the form has no field for it."""
    refused = _send(workspace(fetches=False)).text
    assert "Paste a text or choose a file." in refused and "address" not in refused
    assert "give an address" in _send(workspace()).text


def test_where_nothing_is_fetched_no_address_is_taken(
    workspace: Callable[..., TestClient],
) -> None:
    client = workspace(fetches=False)
    assert "addresses" not in client.get("/add").text
    answer = _send(client, addresses="https://example.org/1")
    assert (answer.status_code, _jobs(client)) == (400, [])


def test_a_file_that_is_too_large_is_refused(workspace: Callable[..., TestClient]) -> None:
    client = workspace(largest_upload=1000)
    answer = _send(client, [("files", ("long.txt", b"x" * 1001, "text/plain"))])
    assert (answer.status_code, _jobs(client)) == (413, [])


def test_programs_add_and_look(client: TestClient) -> None:
    secret = {"x-csrf-token": csrf_of(client)}
    answer = client.post(
        "/api/v1/jobs", json={"text": TEXT, "outlet": "شبكة السهل"}, headers=secret
    )
    (number,) = answer.json()["jobs"]
    files = {"files": (BAD, b"%PDF-broken", "application/pdf")}
    (second,) = client.post("/api/v1/jobs/files", files=files, headers=secret).json()["jobs"]
    _done(client)
    found = client.get(f"/api/v1/jobs/{number}").json()
    assert (found["state"], found["new"], found["outlet"]) == ("done", 1, "شبكة السهل")
    listed = client.get("/api/v1/jobs").json()["jobs"]
    assert [j["id"] for j in listed] == [second, number]
    assert listed[0]["problems"] and not listed[0]["reports"]


def test_programs_are_told_what_is_wrong(client: TestClient) -> None:
    secret = {"x-csrf-token": csrf_of(client)}
    for given in ({}, {"text": TEXT, "address": "https://example.org"}, {"address": "file:///etc"}):
        answer = client.post("/api/v1/jobs", json=given, headers=secret)
        assert answer.status_code == 400 and answer.json()["ok"] is False
    assert client.post("/api/v1/jobs", json={"text": TEXT}).status_code == 403
    assert _jobs(client) == []


def test_what_is_restricted_is_seen_by_its_group_alone(
    workspace: Callable[..., TestClient],
) -> None:
    client = workspace(groups=frozenset({"a"}))
    _send(client, text=TEXT, title="سر", group="a")
    (job,) = _done(client)
    (report,) = job.reports
    assert "سر" in client.get("/add").text
    assert client.get("/report", params={"id": report}).status_code == 200
    other = workspace(groups=frozenset(), name="ليلى")
    assert "سر" not in other.get("/add").text
    assert other.get(f"/add/{job.id}").status_code == 404
    assert other.get("/report", params={"id": report}).status_code == 404


def test_one_thing_leads_to_what_becomes_of_it(client: TestClient) -> None:
    answer = _send(client, text=TEXT, outlet="شبكة السهل", published="2023-05-06")
    (job,) = _done(client)
    assert answer.headers["location"] == f"/add/{job.id}"
    (report,) = job.reports
    listed = _words(client.get(f"/add/{job.id}").text)
    assert "شبكة السهل 2023-05-06" in listed and report not in listed


def test_who_gives_for_a_group_unseen_is_told_that_it_was_read(
    workspace: Callable[..., TestClient],
) -> None:
    client = workspace(groups=frozenset())
    answer = _send(client, text=TEXT, title="لغم", group="حمص")
    (job,) = _done(client)
    (report,) = job.reports
    page = client.get(answer.headers["location"])
    assert page.status_code == 200 and "--group &#39;حمص&#39;" in page.text
    for text in (page.text, client.get("/add").text, client.get("/api/v1/jobs").text):
        assert "لغم" in text and "done" in text
        assert report not in text


def test_what_waits_is_read_when_the_workspace_is_started_again(ledger_file: Path) -> None:
    with Ledger(ledger_file) as ledger:  # one that was stopped before it was read
        ledger.jobs.put("text", "قُتل مدنيان بقصف على بلدة حيان.".encode(), account="سلمى")
    with client_on(ledger_file) as client:
        (job,) = _done(client)
        assert job.new == 1


def test_what_a_member_adds_is_on_record(join: Join) -> None:
    coder = join("هند", "coder")
    coder.send("/add", text="قُتل مدنيان بقصف على بلدة حيان.")
    assert [(e.account, e.of) for e in coder.team.audit() if e.act == "add"] == [("هند", "1")]


def _words(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html).split())
