"""What is sent: in UTF-8, of characters, not too much, and from nowhere else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from time import monotonic
from typing import Any

import pytest
from starlette.testclient import TestClient
from views.web.conftest import csrf_of
from views.web.guard.members import Member
from views.web.hostile.routes import routes_of

from riwaya.views.web.guard.asking import ALONE

NONE = ("x\x00y", "x\ud800y")
FORMS = ("/login", "/preferences", "/judge", "/add", "/hold", "/restrict", "/api/v1/jobs/files")


def multipart(charset: str, **fields: bytes) -> dict[str, Any]:
    """A form in parts that says of itself how it is encoded."""
    parts = [
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + value + b"\r\n"
        for name, value in fields.items()
    ]
    kind = f"multipart/form-data; boundary=x; charset={charset}"
    return {"content": b"".join(parts) + b"--x--\r\n", "headers": {"content-type": kind}}


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("charset", ["punycode", "utf-7", "unicode_escape", "undefined", '"idna"'])
def test_a_form_in_another_charset_is_refused(client: TestClient, path: str, charset: str) -> None:
    """Starlette decodes with the codec that is named: punycode stopped the server for a minute,
    before any login, and others gave text that cannot be encoded, an error of ours."""
    csrf = csrf_of(client).encode()
    sent = multipart(charset, csrf=csrf, name=b"ab-" + b"a" * 20_000, why=b"\\ud800")
    assert client.post(path, **sent).status_code == 415


def test_a_form_may_say_that_it_is_in_utf_8(client: TestClient) -> None:
    for charset in ("utf-8", "UTF-8", '"utf8"'):
        sent = multipart(charset, language=b"ar")
        assert client.post("/preferences", **sent).status_code == 303
    kind = {"content-type": "application/x-www-form-urlencoded;charset=UTF-8"}
    assert client.post("/preferences", content="language=ar", headers=kind).status_code == 303


@pytest.mark.parametrize("path", ["/login", "/preferences"])
def test_who_is_not_known_sends_some_kilobytes(client: TestClient, path: str) -> None:
    """Four megabytes of `&` took seconds to be read, from anybody."""
    form = {"content-type": "application/x-www-form-urlencoded"}
    began = monotonic()
    refused = client.post(path, content=b"&" * 4_000_000, headers=form)
    assert (refused.status_code, monotonic() - began < 1) == (413, True)
    assert "64 kB" in refused.text
    pieces = (b"&" * 1000 for _ in range(100))  # whose length nobody is told
    assert client.post(path, content=pieces, headers=form).status_code == 413
    assert client.post(path, content=b"a=1&" * 11, headers=form).status_code == 400


def test_a_form_without_files_takes_none(client: TestClient) -> None:
    """Each form took two hundred files, and fields of two megabytes."""
    csrf = csrf_of(client)
    assert client.post("/hold", data={"csrf": csrf}, files={"x": b"x"}).status_code == 400
    assert client.post("/hold", data={"csrf": csrf, "key": "x" * 100_000}).status_code == 400
    large = client.post("/hold", data={"csrf": csrf, "key": "x" * 1_100_000})
    assert large.status_code == 413
    assert "1 MB" in large.text


def test_no_character_that_is_none_is_in_a_form(client: TestClient) -> None:
    """In the login, in all but the last of several fields of a name, and in names of files it was
    taken: PostgreSQL keeps none."""
    csrf = csrf_of(client)
    for sent in (
        {"data": {"csrf": csrf, "parts": ["x\x00", "y"]}},
        {"data": {"csrf": csrf, "a\x00": "x"}},
        {"data": {"csrf": csrf}, "files": {"files": ("a%00.txt", b"x")}},
    ):
        path = "/add" if "files" in sent else "/judge"
        body = client.build_request("POST", path, **sent)  # type: ignore[arg-type]
        content = body.read().replace(b"a%00.txt", b"a\x00.txt")
        kind = {"content-type": body.headers["content-type"]}
        answer = client.post(path, content=content, headers=kind)
        assert (answer.status_code, "U+0000" in answer.text) == (400, True), sent


def test_a_login_with_a_character_that_is_none_is_refused(nobody: Member) -> None:
    """It reached the database, which PostgreSQL answered with an error."""
    assert nobody.log_in("رنا\x00").status_code == 400


@pytest.mark.parametrize("origin", ["http://[", "http://[::1", "//[x]@y"])
def test_an_origin_that_is_no_address_is_of_another_site(client: TestClient, origin: str) -> None:
    """It was an error of ours."""
    sent = {"csrf": csrf_of(client)}
    for path in ("/preferences", "/login", "/hold", "/api/v1/judgements"):
        answer = client.post(path, data=sent, headers={"origin": origin})
        assert answer.status_code == 403, path


def texts(value: Any) -> Iterator[Any]:
    """The same with each of its texts in turn holding a character that is none."""
    for none in NONE:
        if isinstance(value, str):
            yield none
    if isinstance(value, dict):
        yield from ({**value, none: "x"} for none in NONE)
        for name, one in value.items():
            yield from ({**value, name: other} for other in texts(one))
    if isinstance(value, list):
        for at, one in enumerate(value):
            yield from ([*value[:at], other, *value[at + 1 :]] for other in texts(one))


BODIES: dict[str, dict[str, Any]] = {
    "/api/v1/judgements": {
        "about": "statement", "decision": "correct", "one": "x", "other": "y", "why": "w",
        "once": "o", "value": {"place": {"name": "x"}, "agents": ["x"]}, "parts": ["x"],
    },
    "/api/v1/judgements/{number}/undo": {"why": "w", "once": "o"},
    "/api/v1/jobs": {"text": "x", "title": "x", "outlet": "x", "group": "x", "address": "x"},
}  # fmt: skip


def test_no_character_that_is_none_is_in_json(client: TestClient) -> None:
    """Of `why`, `once` and `value` PostgreSQL kept none and said so with an error; SQLite did."""
    proof = {"x-csrf-token": csrf_of(client), "content-type": "application/json"}
    taking = {r.path for r in routes_of(client.app, "POST") if r.path.startswith("/api/")}
    assert taking - {"/api/v1/jobs/files"} == BODIES.keys()
    for path, body in BODIES.items():
        for wrong in texts(body):
            content = json.dumps(wrong)  # in escapes
            answer = client.post(path.replace("{number}", "1"), content=content, headers=proof)
            assert answer.status_code == 422, wrong
            assert "U+" in answer.json()["message"], wrong


def test_a_cookie_that_takes_long_to_undo_is_refused(client: TestClient) -> None:
    """Thirty thousand backslashes in one stopped the server for twenty seconds."""
    for name, cookie, status in (
        ("riwaya_login", '"' + "\\\\" * 3_000 + '"', 400),
        ("riwaya_login", '"' + "\\\\" * 30_000 + '"', 431),
        ("riwaya_theme", "x" * 9_000, 431),
    ):
        began = monotonic()
        answer = client.get("/login", headers={"cookie": f"{name}={cookie}"})
        assert (answer.status_code, monotonic() - began < 1) == (status, True)


def test_cookies_of_other_programs_are_not_looked_at(client: TestClient) -> None:
    """All programs on one machine share its cookies, whatever they are like."""
    for foreign in ('session="' + "\\054" * 15_000 + '"', "x=" + "y" * 60_000):
        client.cookies.clear()
        given = {"cookie": f"{foreign}; {ALONE}={'c' * 43}; also=this"}
        page = client.get("/incidents", headers=given)
        assert page.status_code == 200
        assert f'content="{"c" * 43}"' in page.text
