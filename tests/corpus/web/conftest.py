"""A site on this machine, with a clock of its own, for what is fetched."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from riwaya.corpus.web import Fetcher

Route = Callable[[BaseHTTPRequestHandler], None]


class Clock:
    """Time that passes only when someone sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.naps: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.now += seconds


class Site:
    """A loopback server: routes by path, and the requests it had."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.requests.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
                route = site.routes.get(self.path)
                try:
                    if route is None:
                        answer(self, 404)
                    else:
                        route(self)
                except OSError:
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                """Nothing."""

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_: object) -> None:
                """Nothing: those who hang up do so on purpose."""

        self.server = Server(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def url(self, path: str = "/", host: str = "site.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def has(self, path: str, body: bytes | str = b"", status: int = 200, **headers: str) -> None:
        """A path that answers; `content_type` and others are headers."""
        raw = body.encode() if isinstance(body, str) else body
        self.routes[path] = lambda handler: answer(handler, status, raw, headers)

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.requests]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def answer(
    handler: BaseHTTPRequestHandler,
    status: int,
    body: bytes = b"",
    headers: dict[str, str] | None = None,
) -> None:
    handler.send_response(status)
    given = {name.replace("_", "-"): value for name, value in (headers or {}).items()}
    for name, value in ({"content-type": "text/html"} | given).items():
        handler.send_header(name, value)
    if "content-length" not in given:
        handler.send_header("content-length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetcher(site: Site, clock: Clock) -> Iterator[Callable[..., Fetcher]]:
    """A maker of fetchers for which every name is the site and only its port is let through."""
    made: list[Fetcher] = []

    def make(**options: Any) -> Fetcher:
        settings: dict[str, Any] = {
            "allow_private": lambda host, port: port == site.port,
            "resolve": lambda host, port: ["127.0.0.1"],
            "clock": clock,
            "sleep": clock.sleep,
        }
        made.append(Fetcher(**(settings | options)))
        return made[-1]

    yield make
    for one in made:
        one.close()
