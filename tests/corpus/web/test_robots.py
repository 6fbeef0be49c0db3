"""Manners: what robots.txt forbids is not fetched, and no host is asked too often."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from riwaya.corpus.web import Fetched, Fetcher, FetchError

Make = Callable[..., Fetcher]
RULES = "User-agent: *\nDisallow: /private\nAllow: /private/open\nDisallow: /*.pdf$\n"


def test_disallowed(site: Any, fetcher: Make) -> None:
    site.has("/robots.txt", "\ufeff" + RULES)
    site.has("/private/open", "ok")
    site.has("/to", status=302, location="/private/a")
    made = fetcher()
    for path in ("/private/a", "/x.pdf", "/%70rivate/a", "/to"):
        with pytest.raises(FetchError, match=r"robots\.txt"):
            made.fetch(site.url(path))
    assert isinstance(made.fetch(site.url("/private/open")), Fetched)
    assert site.paths == ["/robots.txt", "/to", "/private/open"]


def test_rules_for_us_by_name(site: Any, fetcher: Make) -> None:
    site.has("/robots.txt", "User-agent: riwaya\nDisallow: /\n\nUser-agent: *\nAllow: /\n")
    site.has("/", "ok")
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetcher().fetch(site.url())
    assert isinstance(fetcher(user_agent="Other/1").fetch(site.url()), Fetched)


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_none_means_allowed(site: Any, fetcher: Make, status: int) -> None:
    site.has("/robots.txt", RULES, status=status)
    site.has("/private", "ok")
    assert isinstance(fetcher().fetch(site.url("/private")), Fetched)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_fault_means_not_now(site: Any, fetcher: Make, clock: Any, status: int) -> None:
    site.has("/robots.txt", status=status)
    site.has("/", "ok")
    made = fetcher()
    for _ in range(2):
        with pytest.raises(FetchError, match=f"does not say now.*{status}"):
            made.fetch(site.url())
    assert site.paths == ["/robots.txt"]
    site.has("/robots.txt", "")
    clock.sleep(301)
    assert isinstance(made.fetch(site.url()), Fetched)


def test_silence_means_not_now(site: Any, fetcher: Make) -> None:
    site.routes["/robots.txt"] = lambda handler: time.sleep(1)
    with pytest.raises(FetchError, match="does not say now"):
        fetcher(timeout=0.2).fetch(site.url())


def test_a_robots_txt_of_any_size_or_kind(site: Any, fetcher: Make) -> None:
    site.has("/robots.txt", RULES.encode() + b"# \xff\x00\n" * 200_000)
    site.has("/", "ok")
    made = fetcher()
    assert isinstance(made.fetch(site.url()), Fetched)
    with pytest.raises(FetchError, match="robots"):
        made.fetch(site.url("/private"))


def test_a_robots_txt_that_leads_on_forever(site: Any, fetcher: Make) -> None:
    site.has("/robots.txt", status=302, location="/robots.txt")
    site.has("/", "ok")
    assert isinstance(fetcher().fetch(site.url()), Fetched)


def test_rate_per_host(site: Any, fetcher: Make, clock: Any) -> None:
    for path in ("/a", "/b"):
        site.has(path, "ok")
    made = fetcher(per_host_delay=2.0)
    made.fetch(site.url("/a"))
    assert clock.naps == [2.0]  # between robots.txt and the page
    clock.now += 0.5
    made.fetch(site.url("/b"))
    assert clock.naps == [2.0, 1.5]
    made.fetch(site.url("/a", host="other.example"))
    assert clock.naps == [2.0, 1.5, 2.0]  # another host does not wait for the first


@pytest.mark.parametrize(("asked", "nap"), [("7", 7.0), ("1", 2.0), ("600", 30.0), ("x", 2.0)])
def test_crawl_delay(site: Any, fetcher: Make, clock: Any, asked: str, nap: float) -> None:
    site.has("/robots.txt", f"User-agent: *\nCrawl-delay: {asked}\nAllow: /\n")
    site.has("/", "ok")
    made = fetcher(deadline=20.0)  # waiting for a turn is not counted
    made.fetch(site.url())
    made.fetch(site.url())
    assert clock.naps == [nap, nap]
