"""The line to a site: connects only to IP addresses that were checked, never past a deadline.

Imported only when something is fetched; httpx and httpcore are heavy.
"""

from __future__ import annotations

import queue
import socket
import ssl
import threading
from collections.abc import Callable, Iterable
from typing import Any

import httpcore
import httpx

from riwaya.corpus.web.addresses import AllowPrivate, checked, no_name
from riwaya.corpus.web.errors import FetchError, TooSlow

Resolve = Callable[[str, int], list[str]]


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a name, as the system has them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Deadline:
    """The seconds that one address may take; waiting politely for a turn does not count."""

    def __init__(self, clock: Callable[[], float], seconds: float) -> None:
        self._clock, self.seconds = clock, seconds
        self._end = clock() + seconds

    def left(self) -> float:
        """Seconds left, above zero. Raises FetchError when there are none."""
        left = self._end - self._clock()
        if left <= 0:
            raise TooSlow(self.seconds)
        return left

    def extend(self, seconds: float) -> None:
        """More time."""
        self._end += seconds


class Backend(httpcore.NetworkBackend):
    """Opens connections. The one way out: what it does not check is not reached.

    With `trusted`, connections go to that host alone (the user's proxy), which is not checked.
    """

    def __init__(
        self, resolve: Resolve, allow_private: AllowPrivate | None, trusted: str | None = None
    ) -> None:
        self._resolve, self._allow, self._trusted = resolve, allow_private, trusted
        self._sockets = httpcore.SyncBackend()
        self.deadline: Deadline | None = None

    def left(self, timeout: float | None) -> float:
        """The seconds that the next step may take. Raises FetchError past the deadline."""
        left = self.deadline.left() if self.deadline else 0.001
        return left if timeout is None else min(left, timeout)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of a host that answers; all of them are checked."""
        if self._trusted is not None:
            if host != self._trusted:
                raise FetchError("only the proxy is connected to", "Report this as a fault")
            return _Stream(self._sockets.connect_tcp(host, port, self.left(timeout)), self)
        found = checked(host, port, self._addresses(host, port, timeout), self._allow)
        for address in found[:-1]:
            try:
                step = self.left(timeout) / 2
                return _Stream(self._sockets.connect_tcp(address, port, step), self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return _Stream(self._sockets.connect_tcp(found[-1], port, self.left(timeout)), self)

    def _addresses(self, host: str, port: int, timeout: float | None) -> list[str]:
        """What the name resolves to, within the time there is."""
        answers: queue.Queue[list[str] | Exception] = queue.Queue()

        def ask() -> None:
            try:
                answers.put(self._resolve(host, port))
            except Exception as error:  # whatever a resolver raises, its caller has to know
                answers.put(error)

        threading.Thread(target=ask, daemon=True).start()
        try:
            answer = answers.get(timeout=self.left(timeout))
        except queue.Empty:
            raise FetchError(
                f"looking up the name {host} takes too long", "Check your connection"
            ) from None
        if isinstance(answer, Exception):
            raise no_name(host) from answer
        return answer


class _Stream(httpcore.NetworkStream):
    """A connection whose every step ends with the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, backend: Backend) -> None:
        self._inner, self._backend = inner, backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._backend.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._backend.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._backend.left(timeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left), self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class Transport(httpx.BaseTransport):
    """httpx over a backend of ours, straight or by a proxy; raises what httpcore raises."""

    def __init__(self, pool: httpcore.ConnectionPool) -> None:
        self._pool = pool

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Body(response.stream),
            extensions=response.extensions,
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Any:
        return iter(self._stream)

    def close(self) -> None:
        if hasattr(self._stream, "close"):
            self._stream.close()


def open_line(
    proxy: str | None,
    resolve: Resolve,
    allow_private: AllowPrivate | None,
    trust: ssl.SSLContext | None,
) -> tuple[Transport, Backend]:
    """A transport with its backend. Raises FetchError for a proxy that is none."""
    context = trust or httpx.create_ssl_context(trust_env=False)
    limits: dict[str, Any] = {"max_connections": 4, "keepalive_expiry": 15.0}
    if proxy is None:
        backend = Backend(resolve, allow_private)
        pool = httpcore.ConnectionPool(ssl_context=context, network_backend=backend, **limits)
        return Transport(pool), backend
    try:
        given = httpx.Proxy(proxy)
        if not given.url.host:
            raise ValueError(proxy)
    except (ValueError, httpx.InvalidURL) as error:
        raise FetchError(
            "the proxy given is none that can be used",
            "Give --proxy as socks5h://127.0.0.1:9050 or http://host:port",
        ) from error
    backend = Backend(resolve, None, trusted=given.url.raw_host.decode("ascii"))
    socks = given.url.scheme.startswith("socks")
    url = httpcore.URL(
        scheme=given.url.raw_scheme,
        host=given.url.raw_host,
        port=given.url.port or (1080 if socks else 443 if given.url.scheme == "https" else 80),
        target="/",
    )
    limits |= {"proxy_auth": given.raw_auth, "ssl_context": context, "network_backend": backend}
    if socks:  # the name always travels to the proxy, for socks5 as for socks5h
        return Transport(httpcore.SOCKSProxy(url, **limits)), backend
    if given.url.scheme == "https":
        # a context of its own: each side of the tunnel agrees on its own protocols
        limits["proxy_ssl_context"] = httpx.create_ssl_context(trust_env=False)
    return Transport(httpcore.HTTPProxy(url, **limits)), backend
