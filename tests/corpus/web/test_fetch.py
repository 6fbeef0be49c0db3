"""Fetching over loopback: bounds, manners, and no way into a private network."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from riwaya.corpus.web import Fetched, Fetcher, FetchError, NotModified

Make = Callable[..., Fetcher]


def failed(fetcher: Fetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as error:
        fetcher.fetch(url)
    assert error.value.what and error.value.remedy
    return error.value


def test_a_page(site: Any, fetcher: Make) -> None:
    site.has("/a?b=1", "خبر", content_type='Text/HTML; charset="UTF-8"', etag='"x"')
    before = datetime.now(UTC)
    found = fetcher().fetch(site.url("/a?b=1#part"))
    assert isinstance(found, Fetched)
    assert (found.url, found.status) == (site.url("/a?b=1"), 200)
    assert (found.media_type, found.charset) == ("text/html", "utf-8")
    assert found.body.decode() == "خبر"
    assert (found.etag, found.last_modified) == ('"x"', None)
    assert before <= found.fetched <= datetime.now(UTC)
    _, headers = site.requests[-1]
    assert headers["user-agent"].startswith("riwaya/")
    assert headers["host"] == f"site.example:{site.port}"
    assert site.paths == ["/robots.txt", "/a?b=1"]


def test_conditional_requests(site: Any, fetcher: Make) -> None:
    def page(handler: BaseHTTPRequestHandler) -> None:
        same = handler.headers.get("If-None-Match") == '"v1"'
        handler.send_response(304 if same else 200)
        handler.send_header("ETag", '"v1"')
        handler.send_header("Last-Modified", "Sun, 10 Mar 2024 08:00:00 GMT")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    site.routes["/"] = page
    made = fetcher()
    first = made.fetch(site.url())
    assert isinstance(first, Fetched)
    again = made.fetch(site.url(), etag=first.etag, modified=first.last_modified)
    assert isinstance(again, NotModified)
    assert site.requests[-1][1]["if-modified-since"] == "Sun, 10 Mar 2024 08:00:00 GMT"
    assert "304" in failed_unasked(site, made)


def failed_unasked(site: Any, made: Fetcher) -> str:
    site.routes["/odd"] = lambda handler: (handler.send_response(304), handler.end_headers())
    return failed(made, site.url("/odd")).what


def test_the_environment_is_never_looked_at(
    site: Any, fetcher: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere")
    site.has("/", "ok")
    assert isinstance(fetcher().fetch(site.url()), Fetched)


def test_cookies_are_not_kept(site: Any, fetcher: Make) -> None:
    site.has("/", "ok", set_cookie="id=7")
    made = fetcher()
    made.fetch(site.url())
    made.fetch(site.url())
    assert "cookie" not in site.requests[-1][1]


def test_rebinding_cannot_swap_the_address(
    site: Any, fetcher: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is public when asked first and this machine when asked again is not reached."""
    answers = iter([["8.8.8.8"], ["127.0.0.1"], ["127.0.0.1"]])
    connected: list[str] = []
    connect = socket.create_connection

    def watching(address: tuple[str, int], *rest: Any, **more: Any) -> socket.socket:
        connected.append(address[0])
        return connect(("127.0.0.1", site.port), *rest, **more)

    monkeypatch.setattr(socket, "create_connection", watching)
    made = fetcher(resolve=lambda host, port: next(answers), allow_private=None)
    site.has("/robots.txt", "", status=404, connection="close")
    site.has("/", "secret of this machine")
    assert "private network" in failed(made, "http://site.example/").what
    assert connected == ["8.8.8.8"]
    assert site.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    "location",
    [
        "http://10.0.0.1/", "http://0x7f.1/", "//169.254.169.254/latest", "http://[::1]/",
        "http://inside.example/", "file:///etc/passwd", "http://u:p@site.example/", "http://[/",
    ],
)  # fmt: skip
def test_redirects_into_a_private_network(site: Any, fetcher: Make, location: str) -> None:
    site.has("/", status=302, location=location)
    made = fetcher(
        allow_private=lambda host, port: host == "site.example" and port == site.port,
        resolve=lambda host, port: ["127.0.0.1" if host == "site.example" else "192.168.0.9"],
    )
    failed(made, site.url())
    assert site.paths == ["/robots.txt", "/"]


def test_a_robots_txt_that_redirects_inside(site: Any, fetcher: Make) -> None:
    site.has("/robots.txt", status=301, location="http://192.168.0.1/robots.txt")
    site.has("/", "ok")
    assert "private network" in failed(fetcher(), site.url()).what
    assert site.paths == ["/robots.txt"]


def test_redirects_are_followed_and_counted(site: Any, fetcher: Make) -> None:
    for n in range(7):
        site.has(f"/{n}", status=(301, 302, 303, 307, 308)[n % 5], location=f"{n + 1}")
    site.has("/7", "ok")
    made = fetcher()
    found = made.fetch(site.url("/2"))
    assert isinstance(found, Fetched)
    assert found.url == site.url("/7")
    assert "more than 5 times" in failed(made, site.url("/1")).what
    site.has("/loop", status=302, location="/loop")
    failed(made, site.url("/loop"))
    assert site.paths.count("/loop") == 6


def test_redirect_to_an_arabic_path(site: Any, fetcher: Make) -> None:
    def lead(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /")
        handler.wfile.write("خبر جديد".encode() + b"\r\n\r\n")

    site.routes["/"] = lead
    site.has("/%D8%AE%D8%A8%D8%B1%20%D8%AC%D8%AF%D9%8A%D8%AF", "ok")
    found = fetcher().fetch(site.url())
    assert isinstance(found, Fetched)
    assert found.body == b"ok"


@pytest.mark.parametrize(
    ("status", "words"),
    [(401, "login"), (403, "refuses"), (404, "no such page"), (410, "taken"), (451, "legal"),
     (418, "418"), (500, "fault"), (502, "fault")],
)  # fmt: skip
def test_statuses(site: Any, fetcher: Make, status: int, words: str) -> None:
    site.has("/", "text", status=status)
    assert words in failed(fetcher(), site.url()).what


def packed(raw: bytes, how: str) -> bytes:
    if how == "gzip":
        return gzip.compress(raw)
    if how == "two members":
        return gzip.compress(raw[:9]) + gzip.compress(raw[9:]) + b"\0\0"
    if how == "zlib":
        return zlib.compress(raw)
    return zlib.compress(raw)[2:-4]


@pytest.mark.parametrize("how", ["gzip", "two members", "zlib", "raw deflate"])
@pytest.mark.parametrize("size", [0, 100, 300_000])
def test_packed_bodies(site: Any, fetcher: Make, how: str, size: int) -> None:
    raw = bytes(n * n % 251 for n in range(size))
    encoding = "gzip" if how in ("gzip", "two members") else "deflate"
    site.has("/", packed(raw, how), content_encoding=encoding)
    found = fetcher().fetch(site.url())
    assert isinstance(found, Fetched)
    assert found.body == raw


def test_a_packed_bomb(site: Any, fetcher: Make) -> None:
    site.has("/", gzip.compress(bytes(30_000_000)), content_encoding="gzip")
    made = fetcher(largest=1_000_000)
    assert "larger than 0.954 MB" in failed(made, site.url()).what


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br", "zstd", "nonsense"])
def test_strange_packing(site: Any, fetcher: Make, encoding: str) -> None:
    site.has("/", gzip.compress(b"x"), content_encoding=encoding)
    assert "packed" in failed(fetcher(), site.url()).what


@pytest.mark.parametrize(
    "raw", [gzip.compress(b"x" * 5000, mtime=0)[:-12], b"\x1f\x8b\x08\x00rubbish"]
)
def test_broken_packing(site: Any, fetcher: Make, raw: bytes) -> None:
    site.has("/", raw, content_encoding="gzip")
    failed(fetcher(), site.url())


def test_too_large(site: Any, fetcher: Make) -> None:
    made = fetcher(largest=1000)
    site.has("/fits", "x" * 1000)
    assert isinstance(made.fetch(site.url("/fits")), Fetched)
    site.has("/", "x" * 1001)
    assert "larger" in failed(made, site.url()).what
    site.has("/claims", "x", content_length="9" * 18)
    assert "larger" in failed(made, site.url("/claims")).what

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            handler.wfile.write(b"100\r\n" + b"x" * 256 + b"\r\n")

    site.routes["/endless"] = endless
    assert "larger" in failed(made, site.url("/endless")).what


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: -3\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxy",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx",
        b"SSH-2.0-server\r\n", b"", b"\x16\x03\x01", b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000,
    ],
)  # fmt: skip
def test_garbled_answers(site: Any, fetcher: Make, answer: bytes) -> None:
    def route(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(answer)
        handler.close_connection = True

    site.routes["/"] = route
    made = fetcher()
    assert "broke off or gave a garbled answer" in failed(made, site.url()).what
    site.has("/good", "ok")
    assert isinstance(made.fetch(site.url("/good")), Fetched)


@pytest.mark.parametrize("where", ["head", "body"])
def test_a_slow_drip_ends_with_the_deadline(site: Any, fetcher: Make, where: str) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        if where == "body":
            handler.wfile.write(b"Content-Length: 100000\r\n\r\n")
        while True:
            handler.wfile.write(b"x")
            time.sleep(0.02)

    site.routes["/"] = drip
    made = fetcher(deadline=0.5, clock=time.monotonic, per_host_delay=0.0)
    assert "within 0.5 seconds" in failed(made, site.url()).what


def test_silence_ends_with_the_timeout(site: Any, fetcher: Make) -> None:
    site.routes["/"] = lambda handler: time.sleep(1)
    assert "within 0.2 seconds" in failed(fetcher(timeout=0.2), site.url()).what


def test_a_resolver_that_hangs(fetcher: Make) -> None:
    made = fetcher(timeout=0.1, resolve=lambda host, port: time.sleep(1), allow_private=None)
    assert "takes too long" in failed(made, "http://site.example/").what


def test_nobody_listens(site: Any, fetcher: Make) -> None:
    site.close()
    assert "takes no connection" in failed(fetcher(), site.url()).what


def test_the_next_address_of_a_name_is_tried(site: Any, fetcher: Make) -> None:
    site.has("/", "ok")
    made = fetcher(resolve=lambda host, port: ["127.0.0.99", "127.0.0.1"])
    assert isinstance(made.fetch(site.url()), Fetched)


def test_one_retry_when_busy(site: Any, fetcher: Make, clock: Any) -> None:
    def busy_once(handler: BaseHTTPRequestHandler) -> None:
        site.has("/", "ok")
        handler.wfile.write(b"HTTP/1.1 429 Busy\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n")

    site.routes["/"] = busy_once
    assert isinstance(fetcher(per_host_delay=0.0).fetch(site.url()), Fetched)
    assert clock.naps == [7.0]


def test_busy_twice_or_for_long(site: Any, fetcher: Make, clock: Any) -> None:
    made = fetcher()
    site.has("/", status=503)
    assert "out of service" in failed(made, site.url()).what
    assert site.paths.count("/") == 2
    site.has("/long", status=429, retry_after="3600")
    assert "3600 seconds" in failed(made, site.url("/long")).what
    later = format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)
    site.has("/date", status=429, retry_after=later)
    assert "fewer requests" in failed(made, site.url("/date")).what
    assert site.paths.count("/long") == site.paths.count("/date") == 1
