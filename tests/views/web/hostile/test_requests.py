"""Requests that are forged: ids, forms, hosts, bodies. None is served, none breaks anything."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient
from views.web.conftest import HOST, csrf_of
from views.web.hostile.pages import Page
from views.web.hostile.routes import Route, addresses, routes_of
from views.web.hostile.viewers import CSRF, alone

from riwaya.ledger import Ledger
from riwaya.ledger.database import reading
from riwaya.ledger.schema import metadata

FORGED = (
    "..", "../../etc/passwd", "..\\..\\x", "%00", "\x00", "x\x00y", "a" * 5_000, "-1", "0",
    "9" * 40, "1e9", "نص", "\u202e", "' OR 1=1 --", "{}", "[]", "<script>", "statement:x", " ",
    "null", "hayan-1", "actor:داعش",
)  # fmt: skip
ODD = ("-1", "9" * 400, "\x00", "٣", "2023-13-45", "", "inf,1,2,3", "x", "nan")
UNDECLARED = ("page", "since", "until", "bbox", "happened", "review", "kind", "q", "before")
"""Parameters that a page may look for without saying so."""
REFUSED = {301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 409, 413, 422}
WITHOUT_PROOF = ("/preferences",)  # which changes nothing but the colours of who sends it


def test_no_forged_id_breaks_a_route(browser: TestClient) -> None:
    wrong: list[str] = []
    for route in routes_of(browser.app, "GET"):
        for address in addresses(route, FORGED):
            status = browser.get(address).status_code
            if status != 200 and status not in REFUSED:
                wrong.append(f"{address[:200]}: {status}")
    assert not wrong, "\n".join(wrong)


def test_what_is_nothing_is_not_found(browser: TestClient) -> None:
    for id in ("x", "%2E%2E", "%2E%2E%2F%2E%2E%2Fetc%2Fpasswd", "a" * 250, "hayan-1"):
        assert browser.get(f"/api/v1/incidents/{id}").status_code == 404, id
        assert browser.get(f"/incidents/{id}").status_code == 404, id
        assert browser.get(f"/report?id=no-{id}").status_code == 404, id
    for address in ("/incidents/%00", "/report?id=x%00", "/api/v1/search?q=%00", "/%00"):
        assert browser.get(address).status_code == 400, address


def test_no_odd_parameter_breaks_a_route(browser: TestClient) -> None:
    wrong: list[str] = []
    for route in routes_of(browser.app, "GET"):
        for query in odd_queries(route):
            address = addresses(route, ["x"], [query])[-1]
            status = browser.get(address).status_code
            if status != 200 and status not in REFUSED:
                wrong.append(f"{address[:200]}: {status}")
    assert not wrong, "\n".join(wrong)


def odd_queries(route: Route) -> Iterator[dict[str, str]]:
    """Each parameter of a route with values that fit none, the others left out."""
    for name in route.query:
        yield from ({name: value} for value in ODD[:3])
    for name in set(UNDECLARED) - set(route.query):
        yield from ({name: value} for value in ODD[:: len(route.query) or 2])


def test_no_odd_form_breaks_a_route(browser: TestClient) -> None:
    wrong: list[str] = []
    csrf = csrf_of(browser)
    for route in routes_of(browser.app, "POST"):
        for address in addresses(route, ("x", "9" * 40, "\x00")):
            for send in odd_bodies(csrf):
                status = browser.post(address, **send).status_code
                if status != 200 and status not in REFUSED | {415}:
                    wrong.append(f"{address[:200]} {str(send)[:80]}: {status}")
    assert not wrong, "\n".join(wrong)


def odd_bodies(csrf: str) -> Iterator[dict[str, Any]]:
    """Bodies of requests that fit no form."""
    proof = {"x-csrf-token": csrf}
    yield {"data": {"csrf": csrf}}
    yield {"data": {"csrf": csrf, "about": "\x00", "decision": "x" * 10_000, "one": "9" * 99}}
    for body in (b"", b"{", b"[]", b'"x"', b"null", b'{"one":"\\ud800"}', b"\xff\xfe", b"1e999"):
        yield {"content": body, "headers": {**proof, "content-type": "application/json"}}
    yield {"content": b"--x\r\nbroken", "headers": {
        **proof, "content-type": "multipart/form-data; boundary=x"}}  # fmt: skip
    yield {"content": b"a=%ff%fe&csrf=%ed%a0%80", "headers": {
        "content-type": "application/x-www-form-urlencoded"}}  # fmt: skip


def test_no_form_is_taken_without_proof_that_it_is_ours(told: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(told, tmp_path / "told.ledger"))
    with alone(path) as asker:
        before = content(path)
        wrong = []
        posts = routes_of(asker.client.app, "POST")
        assert len(posts) >= 5
        for route in posts:
            for name, send in forgeries():
                status = asker.client.post(addresses(route, ["hayan-1"])[0], **send).status_code
                if status != 403 and not is_open(route, name):
                    wrong.append(f"{route.path}, {name}: {status}")
        assert not wrong, "\n".join(wrong)
        assert content(path) == before


def forgeries() -> Iterator[tuple[str, dict[str, Any]]]:
    """Forms that no page of ours sent."""
    fields = {"report": "hayan-1", "confirm": "hayan-1", "why": "w", "about": "statement",
              "decision": "accept", "one": "x", "text": "قُتل", "q": "x"}  # fmt: skip
    proof = {**fields, "csrf": CSRF}
    yield "no secret", {"data": fields}
    yield "another secret", {"data": {**fields, "csrf": "d" * 43}}
    yield "an empty secret", {"data": {**fields, "csrf": ""}}
    yield "another site", {"data": proof, "headers": {"origin": "https://evil.example"}}
    yield "no site", {"data": proof, "headers": {"origin": "null"}}
    yield "cross-site", {"data": proof, "headers": {"sec-fetch-site": "cross-site"}}
    yield "another port", {"data": proof, "headers": {"origin": f"http://{HOST}:9"}}
    yield "a header's secret", {"data": fields, "headers": {"x-csrf-token": "d" * 43}}
    yield "JSON", {"json": {**fields, "why": "w"}}


def is_open(route: Route, forgery: str) -> bool:
    """Whether a form needs no secret; of another site it is refused all the same."""
    asks_no_secret = forgery in (
        "no secret", "another secret", "an empty secret", "a header's secret", "JSON",
    )  # fmt: skip
    return route.path in WITHOUT_PROOF and asks_no_secret


def content(path: Path) -> str:
    """All rows of a ledger, as one hash."""
    made = hashlib.sha256()
    with Ledger(path) as ledger, reading(ledger._engine) as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)):
                made.update(repr(tuple(row)).encode())
    return made.hexdigest()


def test_another_name_of_the_host_is_not_answered(browser: TestClient) -> None:
    for host in ("evil.example", f"{HOST}.evil.example", "", f"{HOST}:1", "evil.example:80"):
        for path in ("/incidents", "/api/v1/incidents", "/static/riwaya.css", "/nothing"):
            answer = browser.get(path, headers={"host": host})
            assert answer.status_code == 421, (host, path)
            assert "قصف" not in answer.text


def test_a_body_that_is_too_large_is_not_read(browser: TestClient) -> None:
    large = b"x" * (9 * 1024 * 1024)
    form = {"content-type": "application/x-www-form-urlencoded"}
    for path in ("/preferences", "/api/v1/judgements", "/judge"):
        assert browser.post(path, content=large).status_code == 413, path
        pieces = (large[:65536] for _ in range(150))  # whose length nobody is told
        assert browser.post(path, content=pieces, headers=form).status_code in (403, 413), path
    refused = browser.post("/api/v1/judgements", content=large).json()
    assert refused == {"ok": False, "message": refused["message"]}


def test_every_answer_binds_the_browser(browser: TestClient) -> None:
    wrong: list[str] = []
    for route in routes_of(browser.app, "GET"):
        for address in addresses(route, ["hayan-1", "x"]):
            wrong += [f"{address}: {w}" for w in unbound(browser.get(address))]
    for path, more in (
        ("/nothing", {}), ("/static/nothing", {}), ("/static/riwaya.css", {}), ("/report", {}),
        ("/incidents?page=0", {}), ("/incidents", {"host": "evil.example"}),
    ):  # fmt: skip
        wrong += [f"{path}: {w}" for w in unbound(browser.get(path, headers=more))]
    wrong += unbound(browser.post("/preferences", content=b"x" * (9 * 1024 * 1024)))
    wrong += unbound(browser.put("/incidents"))
    assert not wrong, "\n".join(wrong)


def unbound(answer: Any) -> list[str]:
    """What an answer does not forbid the browser; what of a page the policy would stop."""
    policy = answer.headers.get("content-security-policy", "")
    found = [
        part for part in ("default-src 'none'", "script-src 'self'", "style-src 'self'",
                          "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
        if part not in policy
    ]  # fmt: skip
    found += ["unsafe"] if "unsafe" in policy or "*" in policy else []
    if answer.headers.get("x-content-type-options") != "nosniff":
        found.append("nosniff")
    if "text/html" in answer.headers.get("content-type", ""):
        found += Page(answer.text).inline
    return found


def test_an_error_of_ours_is_told_plainly_and_binds_the_browser(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*given: object) -> None:
        raise RuntimeError("قصف secret detail")

    monkeypatch.setattr(Ledger, "judgements", broken)
    monkeypatch.setattr(Ledger, "search", broken)
    for address in ("/search?q=x", "/api/v1/judgements", "/api/v1/search?q=x"):
        answer = browser.get(address)
        assert answer.status_code == 500, address
        assert "secret detail" not in answer.text and "Traceback" not in answer.text
        assert not unbound(answer), address
