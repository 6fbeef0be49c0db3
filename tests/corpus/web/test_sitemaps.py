"""Site maps as addresses: the news extension, indexes within bounds, loops, packed ones."""

from __future__ import annotations

import gzip
from datetime import date

import pytest

from riwaya.corpus.jsonl import Rejected
from riwaya.corpus.web import FetchError, parse_sitemap, walk_sitemap
from riwaya.model import Address, Problem

AT = "https://site.example/sitemap.xml"
MAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = f"""<urlset {MAP} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url><image:image><image:loc>https://site.example/p.jpg</image:loc></image:image>
    <loc> https://site.example/a?x=1&amp;y=2 </loc><lastmod>2025-01-01</lastmod>
    <news:news><news:publication><news:name>المثال</news:name></news:publication>
      <news:publication_date>2024-03-10T08:00:00+03:00</news:publication_date>
      <news:title>خبر</news:title></news:news></url>
  <url><loc>/b</loc><lastmod>2025-01-01</lastmod></url>
  <url><loc>mailto:x@site.example</loc></url><url/></urlset>"""


def index(*places: str) -> bytes:
    rows = "".join(f"<sitemap><loc>{place}</loc></sitemap>" for place in places)
    return f"<sitemapindex {MAP}>{rows}</sitemapindex>".encode()


def urls(*places: str) -> bytes:
    rows = "".join(f"<url><loc>{place}</loc></url>" for place in places)
    return f"<urlset {MAP}>{rows}</urlset>".encode()


def walk(files: dict[str, bytes], **bounds: int) -> tuple[list[str], list[Problem], list[str]]:
    """Addresses, problems, and what was loaded, walking from `/`."""
    loaded: list[str] = []

    def load(at: str) -> tuple[bytes, str]:
        loaded.append(at)
        if at not in files:
            raise FetchError("the site has no such page (404)", "Check the address")
        return files[at], at

    found = list(walk_sitemap(files[AT], AT, AT, load, **bounds))
    addresses = [item.url for item in found if isinstance(item, Address)]
    return addresses, [item for item in found if isinstance(item, Problem)], loaded


@pytest.mark.parametrize("pack", [False, True])
def test_news(pack: bool) -> None:
    raw = gzip.compress(NEWS.encode()) if pack else NEWS.encode()
    first, second = parse_sitemap(raw, AT, "here").addresses
    assert first == Address(
        "https://site.example/a?x=1&y=2", "here", "المثال", date(2024, 3, 10), "خبر"
    )
    assert second == Address("https://site.example/b", "here")  # lastmod is no publication


def test_the_newest_map_comes_first() -> None:
    rows = [("1", "2023-01-01"), ("2", None), ("3", "2024-05-01T00:00:00Z")]
    raw = "".join(
        f"<sitemap><loc>/{name}.xml</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</sitemap>"
        for name, day in rows
    )
    found = parse_sitemap(f"<sitemapindex>{raw}</sitemapindex>".encode(), AT, AT).maps
    assert found == tuple(f"https://site.example/{n}.xml" for n in "312")


def test_nested_indexes_with_loops_and_a_missing_map() -> None:
    one, two, three = (f"https://site.example/{n}.xml" for n in "123")
    addresses, problems, loaded = walk(
        {
            AT: index(one, two, AT, one, three),
            one: index(AT, two, one),
            two: gzip.compress(urls("https://site.example/a", "/b", "/a")),
        }
    )
    assert addresses == ["https://site.example/a", "https://site.example/b"]
    assert loaded == [one, two, three]
    (problem,) = problems
    assert problem.where == three
    assert "404" in problem.what


def test_no_more_maps_than_allowed() -> None:
    files = {AT: index("/0.xml")}
    for n in range(100):
        files[f"https://site.example/{n}.xml"] = index(f"/{n + 1}.xml", f"/{n + 1}.xml?x")
    _, problems, loaded = walk(files, most_maps=7)
    assert len(loaded) == 6
    assert "more than 7 maps" in problems[-1].what
    assert len(walk(files)[2]) == 49


def test_no_more_addresses_than_allowed() -> None:
    files = {AT: urls(*(f"/{n}" for n in range(20)))}
    addresses, problems, _ = walk(files, most_addresses=20)
    assert (len(addresses), problems) == (20, [])
    addresses, problems, _ = walk(files, most_addresses=19)
    assert len(addresses) == 19
    (problem,) = problems
    assert "more than 19 addresses" in problem.what


def test_a_bad_map_among_good_ones() -> None:
    bomb, page, good = (f"https://site.example/{n}" for n in ("bomb", "page", "good"))
    addresses, problems, _ = walk(
        {
            AT: index(bomb, page, good),
            bomb: gzip.compress(bytes(60_000_000)),
            page: b"<html><body>x</body></html>",
            good: urls("/a"),
        }
    )
    assert addresses == ["https://site.example/a"]
    assert [problem.where for problem in problems] == [bomb, page]
    assert "larger than 50 MB" in problems[0].what


@pytest.mark.parametrize(
    "raw", [b"", b"<rss/>", NEWS.encode()[:200], gzip.compress(b"x", mtime=0)[:-9]]
)
def test_no_site_map(raw: bytes) -> None:
    with pytest.raises(Rejected) as error:
        parse_sitemap(raw, AT, AT)
    assert error.value.what and error.value.remedy
