"""Fetching one address: politely, within bounds, and never inside a private network."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin

from riwaya.corpus.web.addresses import AllowPrivate, Target, check, parse
from riwaya.corpus.web.body import read_body, too_large
from riwaya.corpus.web.errors import FetchError, of_exception, of_status
from riwaya.corpus.web.robots import LARGEST, Robots, Turns

if TYPE_CHECKING:
    import ssl

    import httpx

    from riwaya.corpus.web.line import Resolve

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_BUSY = frozenset((429, 503))
_PAUSE = 5.0  # seconds before a second try where the site names none
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a site sent: `url` is where it was in the end, `body` is unpacked, `fetched` UTC."""

    url: str
    status: int
    media_type: str  # in lower case, empty where the site names none
    charset: str | None  # of the header
    body: bytes
    fetched: datetime
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class NotModified:
    """The site says that nothing has changed since."""

    url: str
    fetched: datetime


@dataclass(frozen=True, slots=True)
class _Answer:
    target: Target
    status: int
    headers: Mapping[str, str]
    body: bytes


def default_user_agent() -> str:
    """How it names itself to sites: riwaya and its version."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"riwaya/{version('riwaya')}"
    except PackageNotFoundError:
        return "riwaya"


class Fetcher:
    """Fetches addresses one after the other; for one thread. Close it, or use it in a `with`.

    user_agent: how it names itself, riwaya with its version where None; rules of robots.txt for
    that name hold. per_host_delay: seconds between two requests to one host; a site may ask for
    up to 30. timeout: seconds for each step, deadline: seconds for one address with all redirects
    and its robots.txt, waiting for a turn aside. largest: bytes of an unpacked body. proxy: http,
    https, socks5 or socks5h; names are then looked up by the proxy. allow_private: host and port
    for which private addresses and other ports are let through. resolve: the addresses of a name.
    trust: the certificates to trust, those of certifi where None. Raises FetchError for a proxy
    that is none. The environment is never looked at.
    """

    def __init__(
        self,
        *,
        user_agent: str | None = None,
        per_host_delay: float = 2.0,
        timeout: float = 20.0,
        deadline: float = 60.0,
        largest: int = 16 * 1024 * 1024,
        redirects: int = 5,
        proxy: str | None = None,
        allow_private: AllowPrivate | None = None,
        resolve: Resolve | None = None,
        trust: ssl.SSLContext | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        import httpx

        from riwaya.corpus.web import line

        agent = user_agent or default_user_agent()
        self._transport, self._backend = line.open_line(
            proxy, resolve or line.resolve, allow_private, trust
        )
        self._client = httpx.Client(
            transport=self._transport,
            trust_env=False,
            timeout=timeout,
            headers={
                "User-Agent": agent,
                "Accept": _ACCEPT,
                "Accept-Encoding": "gzip, deflate",
                "Accept-Language": "ar, en;q=0.5, *;q=0.1",
            },
        )
        self._new_deadline = partial(line.Deadline, clock, deadline)
        self._timeout, self._delay, self._largest = min(timeout, deadline), per_host_delay, largest
        self._redirects, self._by_proxy = redirects, proxy is not None
        self._allow, self._sleep = allow_private, sleep
        self._turns = Turns(clock, sleep)
        self._robots = Robots(self._load_robots, agent, clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Hangs up."""
        self._client.close()

    def fetch(
        self, url: str, *, etag: str | None = None, modified: str | None = None
    ) -> Fetched | NotModified:
        """What an address gives, redirects followed; every host on the way is checked.

        `etag` and `modified` are those of what is at hand (headers ETag, Last-Modified): if the
        site still has the same, NotModified. Raises FetchError for all that goes wrong.
        """
        deadline = self._backend.deadline = self._new_deadline()
        asked: dict[str, str] = {}
        if etag:
            asked["If-None-Match"] = etag
        if modified:
            asked["If-Modified-Since"] = modified
        target = parse(url)
        answer = self._walk(target, asked, robots=False)
        if answer.status in _BUSY:
            pause = _retry_after(answer.headers.get("retry-after"))
            if pause >= deadline.left():
                raise FetchError(
                    f"{of_status(answer.status).what}, for another {pause:.0f} seconds",
                    "Try again after that",
                )
            self._sleep(pause)
            answer = self._walk(target, asked, robots=False)
        return self._result(answer, bool(asked))

    def _result(self, answer: _Answer, conditional: bool) -> Fetched | NotModified:
        now = datetime.now(UTC)
        if answer.status == 304 and conditional:
            return NotModified(str(answer.target), now)
        if answer.status in _REDIRECTS and "location" in answer.headers:
            raise FetchError(
                f"the site leads on and on (more than {self._redirects} times)",
                "Open it in a browser and give the address it ends at",
            )
        if not 200 <= answer.status < 300:
            raise of_status(answer.status)
        kind = answer.headers.get("content-type", "")
        charset = _CHARSET.search(kind)
        return Fetched(
            url=str(answer.target),
            status=answer.status,
            media_type=kind.split(";")[0].strip().lower(),
            charset=charset[1].lower() if charset else None,
            body=answer.body,
            fetched=now,
            etag=answer.headers.get("etag"),
            last_modified=answer.headers.get("last-modified"),
        )

    def _walk(self, target: Target, asked: dict[str, str], *, robots: bool) -> _Answer:
        """The answer at the end of the redirects, or the last redirect there may be."""
        for left in range(self._redirects, -1, -1):
            check(target, self._allow, by_proxy=self._by_proxy)
            if not robots:
                self._robots.check(target)
            answer = self._ask(target, asked, robots)
            location = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not location or not left:
                break
            target = parse(_joined(str(target), location))
        return answer

    def _load_robots(self, target: Target) -> tuple[int, bytes]:
        answer = self._walk(target, {}, robots=True)
        return answer.status, answer.body

    def _ask(self, target: Target, asked: dict[str, str], robots: bool) -> _Answer:
        """One request, in its turn; the body only of a success. Raises FetchError."""
        waited = self._turns.wait(target.host, max(self._delay, self._robots.delay(target)))
        if self._backend.deadline is not None:
            self._backend.deadline.extend(waited)
        self._client.cookies.clear()  # who fetches is not to be known again
        try:
            with self._client.stream("GET", str(target), headers=asked) as response:
                body = self._body(response, robots) if response.is_success else b""
                return _Answer(target, response.status_code, response.headers, body)
        except FetchError:
            raise
        except Exception as error:  # httpx, httpcore, h11, socksio and ssl each have their own
            raise of_exception(error, target.host, self._timeout, self._by_proxy) from error

    def _body(self, response: httpx.Response, robots: bool) -> bytes:
        largest = LARGEST if robots else self._largest
        length = response.headers.get("content-length", "")
        if not robots and length.isdecimal() and int(length[:20]) > largest:
            raise too_large(largest)
        encoding = response.headers.get("content-encoding", "")
        return read_body(response.iter_raw(), encoding, largest, cut=robots)


def _joined(base: str, location: str) -> str:
    """Where a redirect leads. Raises FetchError for what is no address."""
    try:
        return urljoin(base, location.strip().replace(" ", "%20"))
    except ValueError as error:
        raise FetchError(
            "the site leads on to what is no address", "Open it in a browser instead"
        ) from error


def _retry_after(written: str | None) -> float:
    """Seconds to wait, from the header Retry-After: a number or a date."""
    if not written:
        return _PAUSE
    if re.fullmatch(r"[0-9]{1,9}", written.strip()):
        return float(written)
    try:
        when = parsedate_to_datetime(written)
        when = when if when.tzinfo else when.replace(tzinfo=UTC)
        return max(0.0, (when - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError):
        return _PAUSE
