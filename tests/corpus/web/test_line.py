"""The line itself: TLS with the name of the site, and proxies that are told names only."""

from __future__ import annotations

import contextlib
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from riwaya.corpus.web import Fetched, Fetcher, FetchError

Make = Callable[..., Fetcher]
PAGE = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"


class Peer:
    """A server of one's own on this machine: `talk` has each connection."""

    def __init__(self, talk: Callable[[socket.socket], None]) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listener.getsockname()[1]
        self.talk = talk
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self.listener.accept()
            except OSError:
                return
            with line, contextlib.suppress(OSError):
                line.settimeout(5)
                self.talk(line)


@pytest.fixture
def peer() -> Iterator[Callable[[Callable[[socket.socket], None]], Peer]]:
    made: list[Peer] = []

    def make(talk: Callable[[socket.socket], None]) -> Peer:
        made.append(Peer(talk))
        return made[-1]

    yield make
    for one in made:
        one.listener.close()


def head(line: socket.socket) -> bytes:
    """What comes until an empty line."""
    got = b""
    while b"\r\n\r\n" not in got and (piece := line.recv(4096)):
        got += piece
    return got


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for right.example, and its key."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl makes the certificate")
    folder = tmp_path_factory.mktemp("tls")
    key, made = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-keyout", key, "-out", made, "-days", "2", "-subj", "/CN=right.example",
         "-addext", "subjectAltName=DNS:right.example"],
        check=True, capture_output=True,
    )  # fmt: skip
    return made, key


def test_tls_is_checked_against_the_name(
    certificate: tuple[Path, Path], peer: Any, fetcher: Make
) -> None:
    made, key = certificate
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(made, key)
    names: list[str | None] = []
    context.sni_callback = lambda _socket, name, _context: names.append(name)

    def talk(line: socket.socket) -> None:
        with context.wrap_socket(line, server_side=True) as safe:
            head(safe)
            safe.sendall(PAGE)

    port = peer(talk).port
    options = {"allow_private": lambda host, at: at == port}
    trusting = fetcher(trust=ssl.create_default_context(cafile=str(made)), **options)
    found = trusting.fetch(f"https://right.example:{port}/")
    assert isinstance(found, Fetched)
    assert found.body == b"ok"
    with pytest.raises(FetchError, match=r"certificate of wrong\.example is not valid"):
        trusting.fetch(f"https://wrong.example:{port}/")
    with pytest.raises(FetchError, match=r"certificate of right\.example is not valid"):
        fetcher(**options).fetch(f"https://right.example:{port}/")
    assert set(names) == {"right.example", "wrong.example"}


def test_no_tls_at_all(site: Any, fetcher: Make) -> None:
    with pytest.raises(FetchError, match="no safe connection"):
        fetcher().fetch(f"https://site.example:{site.port}/")


def no_names(host: str, port: int) -> list[str]:
    raise AssertionError(f"{host} was looked up here")


def test_an_http_proxy_is_told_the_name(peer: Any, fetcher: Make) -> None:
    seen: list[bytes] = []

    def talk(line: socket.socket) -> None:
        seen.append(head(line).split(b"\r\n")[0])
        line.sendall(PAGE if seen[-1].startswith(b"GET") else b"HTTP/1.1 403 No\r\n\r\n")

    made = fetcher(
        proxy=f"http://127.0.0.1:{peer(talk).port}", resolve=no_names, allow_private=None
    )
    assert isinstance(made.fetch("http://site.example/a"), Fetched)
    assert seen == [
        b"GET http://site.example/robots.txt HTTP/1.1", b"GET http://site.example/a HTTP/1.1",
    ]  # fmt: skip
    with pytest.raises(FetchError, match=r"proxy does not get through to safe\.example \(403 No\)"):
        made.fetch("https://safe.example/")
    assert seen[-1] == b"CONNECT safe.example:443 HTTP/1.1"
    with pytest.raises(FetchError, match="private network"):
        made.fetch("http://192.168.0.1/")
    assert len(seen) == 3


@pytest.mark.parametrize("scheme", ["socks5", "socks5h"])
def test_a_socks_proxy_is_told_the_name(peer: Any, fetcher: Make, scheme: str) -> None:
    seen: list[bytes] = []

    def talk(line: socket.socket) -> None:
        line.recv(100)
        line.sendall(b"\x05\x00")
        seen.append(line.recv(300))
        line.sendall(b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00")
        head(line)
        line.sendall(PAGE)

    proxy = f"{scheme}://127.0.0.1:{peer(talk).port}"
    made = fetcher(proxy=proxy, resolve=no_names, allow_private=None)
    assert isinstance(made.fetch("http://abcdefghij.onion/"), Fetched)
    name = b"abcdefghij.onion"
    assert seen == [b"\x05\x01\x00\x03" + bytes([len(name)]) + name + b"\x00\x50"] * 2


def test_a_socks_proxy_that_does_not_get_through(peer: Any, fetcher: Make) -> None:
    def talk(line: socket.socket) -> None:
        line.recv(100)
        line.sendall(b"\x05\x00")
        line.recv(300)
        line.sendall(b"\x05\x04\x00\x01\x00\x00\x00\x00\x00\x00")

    made = fetcher(proxy=f"socks5://127.0.0.1:{peer(talk).port}", allow_private=None)
    with pytest.raises(FetchError, match="proxy does not get through"):
        made.fetch("http://site.example/")


@pytest.mark.parametrize("reply", [b"", b"garbage", b"\x05\xff", b"\x04"])
def test_a_socks_proxy_that_is_none(peer: Any, fetcher: Make, reply: bytes) -> None:
    def talk(line: socket.socket) -> None:
        line.recv(100)
        line.sendall(reply)

    made = fetcher(proxy=f"socks5://127.0.0.1:{peer(talk).port}", allow_private=None)
    with pytest.raises(FetchError):
        made.fetch("http://site.example/")


def test_a_proxy_that_is_not_there(fetcher: Make) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    for scheme in ("http", "socks5"):
        made = fetcher(proxy=f"{scheme}://127.0.0.1:{port}", allow_private=None)
        with pytest.raises(FetchError, match="the proxy does not answer"):
            made.fetch("http://site.example/")


@pytest.mark.parametrize("proxy", ["", "127.0.0.1:9050", "ftp://127.0.0.1", "socks4://x:1", "x"])
def test_what_is_no_proxy(proxy: str) -> None:
    with pytest.raises(FetchError, match="proxy given is none"):
        Fetcher(proxy=proxy)
