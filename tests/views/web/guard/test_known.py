"""Who sends is asked before what is sent is read; JSON, which is held whole, stays small."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.testclient import TestClient
from views.web.conftest import client_on, csrf_of
from views.web.guard.members import Member
from views.web.hostile.routes import addresses, routes_of

MB = 1024 * 1024
JSON = {"content-type": "application/json"}


def test_the_json_of_a_stranger_is_not_read(nobody: Member) -> None:
    """It was read whole, and told what was wrong in it, before anybody asked who sent it."""
    routes = [r for r in routes_of(nobody.client.app, "POST") if r.path.startswith("/api/")]
    assert len(routes) >= 4
    for route in routes:
        (address,) = addresses(route, ["1"])
        answer = nobody.client.post(address, content=b"{broken", headers=JSON)
        assert (answer.status_code, answer.json()["ok"]) == (401, False), address


def test_json_is_bounded_where_files_may_be_large(ledger_file: Path) -> None:
    """A text of the size of an upload was taken as JSON, and held many times over."""
    large = b'{"text": "' + b"x" * (9 * MB) + b'"}'
    with client_on(ledger_file, largest_upload=64 * MB) as client:
        proof = {"x-csrf-token": csrf_of(client)}
        answer = client.post("/api/v1/jobs", content=large, headers={**JSON, **proof})
        assert (answer.status_code, answer.json()["ok"]) == (413, False)
        assert files(client, large).status_code == 200


def files(client: TestClient, body: bytes) -> Any:
    """Gives a file as a script does."""
    proof = {"x-csrf-token": csrf_of(client)}
    given = {"files": ("large.json", body)}
    return client.post("/api/v1/jobs/files", files=given, headers=proof)
