"""Pages, feeds, site maps and tables of links into a ledger, from a site on this machine."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from documents import pdf, seen
from sites import TEXT, Site, page, served

Run = Callable[..., Any]


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    with served(monkeypatch) as made:
        yield made


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    return tmp_path / "web.ledger"


def feed(site: Site, *paths: str) -> str:
    items = "".join(f"<item><link>{site.url}{p}</link></item>" for p in paths)
    rss = f"<rss version='2.0'><channel><title>x</title>{items}</channel></rss>"
    return site.has("/feed", rss, "application/rss+xml")


def test_a_page_with_a_word_of_warning(site: Site, fresh: Path, riwaya: Run) -> None:
    ran = riwaya("add", fresh, f"{site.url}/3", "--outlet", "شبكة", "--delay", 0)
    assert (ran.status, ran.out) == (0, "1 new, 0 known, 0 replaced, 0 problems\n")
    (line,) = ran.err.splitlines()
    assert line.startswith("riwaya: Fetching tells the site")
    assert riwaya("outlets", fresh, "--json").json[0]["name"] == "شبكة"
    (incident, *_) = riwaya("incidents", fresh, "--json").json
    assert incident["place"]["name"].endswith("جاسم")


@pytest.mark.parametrize("option", [[], ["--feed"]])
def test_a_feed_is_gone_through_and_only_new_pages_fetched(
    option: list[str], site: Site, fresh: Path, riwaya: Run
) -> None:
    at = feed(site, "/3", "/4")
    ran = riwaya("add", fresh, *option, at, "--delay", 0)
    assert ran.out == "2 new, 0 known, 0 replaced, 0 problems\n"
    assert ran.err.count("Fetching tells") == 1
    assert site.fetched() == ["/feed", "/3", "/4"]
    feed(site, "/3", "/4", "/5")
    ran = riwaya("add", fresh, *option, at, "--delay", 0, "--quiet")
    assert (ran.out, ran.err) == ("", "")
    assert site.fetched() == ["/feed", "/5"]
    site.has("/3", page(7))
    ran = riwaya("add", fresh, *option, at, "--delay", 0, "--again")
    assert ran.out.endswith("0 new, 2 known, 1 replaced, 0 problems\n")
    assert "- 3 killed; + 7 killed" in ran.out
    assert site.fetched() == ["/feed", "/3", "/4", "/5"]


def test_known_addresses_are_counted(site: Site, fresh: Path, riwaya: Run) -> None:
    at = f"{site.url}/3"
    assert riwaya("add", fresh, at, "--delay", 0).status == 0
    ran = riwaya("add", fresh, at, f"{at}?utm_source=x")
    assert (ran.out, ran.err) == ("0 new, 2 known, 0 replaced, 0 problems\n", "")


def test_a_site_map(site: Site, fresh: Path, riwaya: Run) -> None:
    urls = "".join(f"<url><loc>{site.url}/{n}</loc></url>" for n in (3, 4))
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    at = site.has("/map.xml", f"<urlset xmlns='{space}'>{urls}</urlset>", "application/xml")
    ran = riwaya("add", fresh, "--sitemap", at, "--delay", 0)
    assert ran.out == "2 new, 0 known, 0 replaced, 0 problems\n"


def test_a_table_of_links_gives_outlet_and_day(
    site: Site, fresh: Path, tmp_path: Path, riwaya: Run
) -> None:
    table = tmp_path / "links.csv"
    table.write_text(
        f"url,outlet,date\n{site.url}/3,شبكة أولى,2023-06-03\n{site.url}/gone,شبكة,2023-06-03\n",
        encoding="utf-8",
    )
    ran = riwaya("add", fresh, table, "--delay", 0)
    assert (ran.status, ran.out) == (1, "1 new, 0 known, 0 replaced, 1 problem\n")
    assert f"{site.url}/gone" in ran.err
    assert riwaya("outlets", fresh, "--json").json[0]["name"] == "شبكة أولى"


def test_documents_are_read(site: Site, fresh: Path, riwaya: Run) -> None:
    at = site.has(
        "/report.pdf", pdf([(500, 700, seen(*TEXT.format(n=6).split()))]), "application/pdf"
    )
    word, made = docx.Document(), io.BytesIO()
    word.add_paragraph(TEXT.format(n=9))
    word.save(made)
    other = site.has("/report.docx", made.getvalue(), "application/octet-stream")
    broken = site.has("/broken.pdf", b"%PDF-1.7 nothing", "application/pdf")
    ran = riwaya("add", fresh, at, broken, other, "--delay", 0)
    assert (ran.status, ran.out) == (1, "2 new, 0 known, 0 replaced, 1 problem\n")
    assert "broken.pdf" in ran.err
    found = riwaya("search", fresh, "حاجز", "--json").json
    assert {f["url"] for f in found} == {at, other}


def test_a_feed_that_is_a_page_is_a_problem(site: Site, fresh: Path, riwaya: Run) -> None:
    ran = riwaya("add", fresh, "--feed", f"{site.url}/3", "--delay", 0)
    assert ran.status == 1
    assert ran.out == "0 new, 0 known, 0 replaced, 1 problem\n"


def test_nothing_is_fetched_of_private_networks(fresh: Path, riwaya: Run) -> None:
    ran = riwaya("add", fresh, "http://127.0.0.1:9/", "--delay", 0)
    assert ran.status == 1
    assert "0 new" in ran.out
