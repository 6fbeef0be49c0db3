"""A site on this machine, and pages for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

import riwaya.corpus.web
from riwaya.corpus.web import Fetcher

TEXT = "قُتل {n} جنود وأصيب آخرون في هجوم مسلح على حاجز في مدينة جاسم يوم 2 حزيران 2023."


def page(number: int) -> bytes:
    """A page that tells of so many dead."""
    said = TEXT.format(n=number)
    body = "".join(f"<p>{said} وقال سكان إنهم سمعوا {n} انفجارات.</p>" for n in range(3, 9))
    head = "<head><meta charset='utf-8'></head>"
    return f"<html>{head}<body><article>{body}</article></body></html>".encode()


class Site:
    """What a loopback server gives by path, and the paths that were asked for."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[str, bytes]] = {}
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                kind, body = site.pages.get(self.path, ("", b""))
                self.send_response(200 if kind else 404)
                self.send_header("content-type", kind or "text/plain")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        self.url = f"http://site.example:{self.server.server_address[1]}"

    def has(self, path: str, body: bytes | str, kind: str = "text/html") -> str:
        """Gives this at a path; the address of it."""
        self.pages[path] = (kind, body if isinstance(body, bytes) else body.encode())
        return self.url + path

    def fetched(self) -> list[str]:
        """What was asked for since the last time, robots.txt aside."""
        asked = [path for path in self.asked if path != "/robots.txt"]
        self.asked.clear()
        return asked


@contextmanager
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site of three pages, `/3` to `/5`, which is fetched as if it were a public one."""
    made = Site()
    port = made.server.server_address[1]
    here = partial(
        Fetcher, resolve=lambda *_: ["127.0.0.1"], sleep=lambda _: None,
        allow_private=lambda host, asked: asked == port,
    )  # fmt: skip
    monkeypatch.setattr(riwaya.corpus.web, "Fetcher", here)
    for n in (3, 4, 5):
        made.has(f"/{n}", page(n))
    yield made
    made.server.shutdown()
    made.server.server_close()
