"""An address becomes a report, addresses or a Problem, and never an exception."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from riwaya.corpus.jsonl import Given, Rejected
from riwaya.corpus.web import Fetched, Fetcher, arrivals_of, warning
from riwaya.model import Address, Arrival, Problem, Report

Make = Callable[..., Fetcher]
TEXT = "قتل ثلاثة مدنيين وأصيب آخرون بقصف مدفعي على قرية الزيتونة فجر اليوم."
PAGE = (
    "<html><head><title>قصف على الزيتونة</title>"
    "<meta property='article:published_time' content='2024-03-10T08:00:00Z'></head>"
    "<body><article><h1>قصف على الزيتونة</h1>"
    + "".join(f"<p>{TEXT} وسقطت {n} قذائف على أطراف القرية بحسب الأهالي.</p>" for n in range(3, 8))
    + "</article></body></html>"
)
FEED = "<rss><channel><title>المثال</title><item><link>/1</link></item></channel></rss>"
MAP = "<urlset><url><loc>/1</loc></url></urlset>"


def taken(site: Any, fetcher: Fetcher, path: str = "/", **options: Any) -> list[Any]:
    return list(arrivals_of(site.url(path), fetcher, **options))


def problem(found: list[Any]) -> Problem:
    (only,) = found
    assert isinstance(only, Problem)
    assert only.where and only.what and only.remedy
    return only


def test_a_page(site: Any, fetcher: Make) -> None:
    site.has("/", status=301, location="/new")
    site.has("/new", PAGE, content_type="text/html; charset=utf-8")
    (found,) = taken(site, fetcher(), outlet="المثال")
    assert isinstance(found, Arrival)
    report = found.report
    assert TEXT in report.text
    assert (report.outlet, report.published) == ("المثال", date(2024, 3, 10))
    assert (found.origin, report.url) == (site.url("/"), site.url("/new"))
    assert (found.raw, found.media_type) == (PAGE.encode(), "text/html")
    assert found.fetched is not None
    assert found.fetched.tzinfo is not None


@pytest.mark.parametrize(
    ("encoding", "header"),
    [
        ("cp1256", "windows-1256"), ("cp1256", ""), ("cp1256", "utf-8"), ("cp1256", "iso-8859-1"),
        ("utf-8", "iso-8859-1"), ("utf-8", "windows-1256"), ("utf-8", "nonsense"),
        ("utf-8", "utf-7"), ("iso8859-6", "iso-8859-6"), ("utf-16", "utf-16"), ("utf-8-sig", ""),
    ],
)  # fmt: skip
def test_encodings(site: Any, fetcher: Make, encoding: str, header: str) -> None:
    kind = f"text/html; charset={header}" if header else "text/html"
    site.has("/", PAGE.encode(encoding), content_type=kind)
    (found,) = taken(site, fetcher())
    assert isinstance(found, Arrival)
    assert TEXT in found.report.text


def test_plain_text(site: Any, fetcher: Make) -> None:
    site.has("/", TEXT, content_type="text/plain")
    (found,) = taken(site, fetcher(), published=date(2024, 3, 1))
    assert (found.report.text, found.media_type) == (TEXT, "text/plain")
    assert found.report.published == date(2024, 3, 1)


@pytest.mark.parametrize("kind", [None, "feed"])
def test_a_feed(site: Any, fetcher: Make, kind: Any) -> None:
    site.has("/", FEED, content_type="text/html")
    assert taken(site, fetcher(), kind=kind) == [Address(site.url("/1"), site.url(), "المثال")]
    (found,) = taken(site, fetcher(), kind=kind, outlet="آخر")
    assert found.outlet == "آخر"


def test_site_maps(site: Any, fetcher: Make) -> None:
    index = "<?xml version='1.0'?><!-- x --><sitemapindex><sitemap><loc>{}</loc></sitemap>"
    loop = "<sitemap><loc>/</loc></sitemap></sitemapindex>"
    site.has("/", index.format("/m.xml.gz") + loop, content_type="text/xml")
    site.has("/m.xml.gz", gzip.compress(MAP.encode()), content_type="application/gzip")
    assert taken(site, fetcher()) == [Address(site.url("/1"), site.url("/m.xml.gz"))]
    assert site.paths == ["/robots.txt", "/", "/m.xml.gz"]


def test_the_wrong_kind(site: Any, fetcher: Make) -> None:
    site.has("/page", PAGE.replace("<head>", "<head><link rel=alternate href=/rss "
                                             "type=application/rss+xml>"))  # fmt: skip
    site.has("/feed", FEED)
    site.has("/empty", FEED.replace("<item><link>/1</link></item>", ""))
    made = fetcher()
    assert site.url("/rss") in problem(taken(site, made, "/page", kind="feed")).what
    assert "feed" in problem(taken(site, made, "/feed", kind="page")).what
    assert "no site map" in problem(taken(site, made, "/page", kind="sitemap")).what
    assert "empty" in problem(taken(site, made, "/empty")).what


def test_problems(site: Any, fetcher: Make) -> None:
    error = "<html><head><title>404 غير موجود</title></head><body>" + TEXT + "</body></html>"
    site.has("/error", error)
    site.has("/nothing", "")
    site.has("/picture", b"\x89PNG\r\n", content_type="image/png")
    site.has("/hidden", b"\x89PNG\r\n\x00\x00", content_type="text/html")
    site.has("/latin", "<html><body><p>Nothing in Arabic here.</p></body></html>")
    site.has("/bomb.gz", gzip.compress(bytes(60_000_000)), content_type="application/gzip")
    site.has("/laughs", '<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>', content_type="text/xml")
    made = fetcher()
    assert "error message" in problem(taken(site, made, "/error")).what
    assert "image/png" in problem(taken(site, made, "/picture")).what
    assert "PNG" in problem(taken(site, made, "/hidden")).what
    assert "trap" in problem(taken(site, made, "/laughs")).what
    assert "404" in problem(taken(site, made, "/missing")).what
    for path in ("/nothing", "/latin", "/bomb.gz"):
        assert problem(taken(site, made, path)).where == site.url(path)
    assert "private" in problem(list(arrivals_of("http://10.0.0.1/", made))).what
    assert problem(list(arrivals_of("no address", made))).where == "no address"


def test_documents(site: Any, fetcher: Make) -> None:
    site.has("/", b"%PDF-1.7 text", content_type="application/octet-stream")
    made = fetcher()
    assert "application/pdf" in problem(taken(site, made)).what

    def reader(raw: bytes, media: str, given: Given) -> Report:
        return Report(f"{media} {raw[:4].decode()}", given.id, given.published, given.outlet)

    (found,) = taken(site, made, documents=reader, outlet="المثال")
    assert (found.report.text, found.media_type) == ("application/pdf %PDF", "application/pdf")
    assert found.report.outlet == "المثال"

    def refusing(raw: bytes, media: str, given: Given) -> Report:
        raise Rejected("it has no text layer", "Give the text")

    assert "text layer" in problem(taken(site, made, documents=refusing)).what

    def failing(raw: bytes, media: str, given: Given) -> Report:
        raise RecursionError

    assert "RecursionError" in problem(taken(site, made, documents=failing)).what


def test_what_has_not_changed(site: Any, fetcher: Make) -> None:
    site.has("/", PAGE, etag='"v1"')
    kept: dict[str, tuple[str | None, str | None]] = {}

    def remember(fetched: Fetched) -> None:
        kept[fetched.url] = (fetched.etag, fetched.last_modified)

    made = fetcher()
    assert len(taken(site, made, known=kept.get, remember=remember)) == 1
    assert kept == {site.url(): ('"v1"', None)}
    site.has("/", status=304)
    assert taken(site, made, known=kept.get, remember=remember) == []
    assert site.requests[-1][1]["if-none-match"] == '"v1"'


def test_what_was_bad_or_left_is_not_remembered(site: Any, fetcher: Make) -> None:
    site.has("/bad", "<html></html>", etag='"v1"')
    site.has("/map", MAP, etag='"v1"')
    site.has("/feed", FEED, etag='"v1"')
    kept: list[Fetched] = []
    made = fetcher()
    taken(site, made, "/bad", remember=kept.append)
    taken(site, made, "/map", remember=kept.append)
    half = arrivals_of(site.url("/feed"), made, remember=kept.append)
    assert isinstance(next(half), Address)
    assert kept == []
    assert list(half) == []
    assert [one.url for one in kept] == [site.url("/feed")]


def test_the_warning() -> None:
    straight, proxied = warning(None), warning("socks5h://127.0.0.1:9050")
    assert "--proxy" in straight
    assert "proxy sees" in proxied
    assert straight.split(". ")[0] == proxied.split(". ")[0]
