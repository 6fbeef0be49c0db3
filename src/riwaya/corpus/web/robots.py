"""What a site allows programs to read (robots.txt), and how often: the manners of fetching."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from riwaya.corpus.web.addresses import Target
from riwaya.corpus.web.errors import FetchError, TooSlow

if TYPE_CHECKING:
    from protego import Protego

LARGEST = 512 * 1024  # bytes of a robots.txt that are looked at
LONGEST_DELAY = 30.0  # seconds between two requests, whatever a site asks for
_AGAIN = 300.0  # seconds after which a robots.txt that failed is asked for again

Load = Callable[[Target], tuple[int, bytes]]


@dataclass(frozen=True, slots=True)
class _Rules:
    """Of one origin: its rules, or why they cannot be had, and when that was."""

    rules: Protego | None = None
    failed: FetchError | None = None
    at: float = 0.0


class Robots:
    """The robots.txt of each origin, asked for once a session.

    `load` gives status and body of one; a status of 4xx (but 429) means that all is allowed.
    """

    def __init__(self, load: Load, user_agent: str, clock: Callable[[], float]) -> None:
        self._load, self._agent, self._clock = load, user_agent, clock
        self._known: dict[str, _Rules] = {}

    def check(self, target: Target) -> None:
        """Raises FetchError where the site does not allow an address, or cannot be asked."""
        known = self._known.get(target.origin)
        if known is None or (known.failed and self._clock() - known.at > _AGAIN):
            known = self._known[target.origin] = self._ask(target)
        if known.failed is not None:
            raise FetchError(known.failed.what, known.failed.remedy)
        if known.rules is not None and not known.rules.can_fetch(str(target), self._agent):
            raise FetchError(
                "the site asks programs not to read this page (robots.txt)",
                "Save the page from a browser and give the file",
            )

    def delay(self, target: Target) -> float:
        """Seconds between two requests that the site asks for, at most 30; 0 if it asks none."""
        known = self._known.get(target.origin)
        asked = known.rules.crawl_delay(self._agent) if known and known.rules else None
        if asked is None or math.isnan(asked):
            return 0.0
        return min(max(float(asked), 0.0), LONGEST_DELAY)

    def _ask(self, target: Target) -> _Rules:
        from protego import Protego

        where = Target(target.scheme, target.host, target.port, "/robots.txt")
        try:
            status, body = self._load(where)
        except TooSlow as error:
            return _Rules(failed=_not_now(error.what), at=self._clock())
        except FetchError as error:
            return _Rules(failed=error, at=self._clock())
        if 200 <= status < 300:
            return _Rules(Protego.parse(body.decode("utf-8", "replace").removeprefix("\ufeff")))
        if status < 500 and status != 429:
            return _Rules()
        return _Rules(failed=_not_now(str(status)), at=self._clock())


def _not_now(why: str) -> FetchError:
    return FetchError(
        f"the site does not say now what programs may read (robots.txt: {why})", "Try again later"
    )


class Turns:
    """When a host may be asked again."""

    def __init__(self, clock: Callable[[], float], sleep: Callable[[float], object]) -> None:
        self._clock, self._sleep = clock, sleep
        self._last: dict[str, float] = {}

    def wait(self, host: str, delay: float) -> float:
        """Waits until `delay` seconds after the last request to a host; the seconds waited."""
        last = self._last.get(host)
        wait = 0.0 if last is None else max(0.0, last + delay - self._clock())
        if wait > 0:
            self._sleep(wait)
        self._last[host] = self._clock()
        return wait
