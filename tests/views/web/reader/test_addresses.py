"""Addresses and tables of them, fetched for a job."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sites import Site, served

from riwaya.ledger import Ledger
from riwaya.ledger.team.jobs import Job, Kind
from riwaya.views.web.reader.settings import ReaderSettings
from riwaya.views.web.reader.work import reads_all, work


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    with served(monkeypatch) as made:
        yield made


def _worked(
    place: Path, kind: Kind, body: str, name: str = "", *, fetches: bool = True, proxy: str = ""
) -> Job:
    settings = ReaderSettings(str(place), delay=0, fetches=fetches, proxy=proxy or None)
    with Ledger(place, create=True) as ledger:
        number = ledger.jobs.put(
            kind, body.encode(), account="سارة", name=name or body, outlet="شبكة"
        )
        job = ledger.jobs.take()
        assert job is not None
        assert work(settings, job, reads_all(settings), lambda: False)
        return ledger.jobs.one(number)


def test_a_page_and_a_feed(site: Site, tmp_path: Path) -> None:
    place = tmp_path / "a.ledger"
    page = _worked(place, "address", f"{site.url}/3")
    assert (page.new, page.known, page.problems) == (1, 0, ())
    assert page.reports == (f"{site.url}/3",)
    links = "".join(f"<item><link>{site.url}/{n}</link></item>" for n in (3, 4, 5, 404))
    at = site.has("/feed", f"<rss version='2.0'><channel>{links}</channel></rss>", "text/xml")
    feed = _worked(place, "address", at)
    assert (feed.new, feed.known) == (2, 1)
    assert [p.split(": ")[0] for p in feed.problems] == [f"{site.url}/404"]


def test_a_table_of_links(site: Site, tmp_path: Path) -> None:
    table = f"url,outlet\n{site.url}/3,شبكة أولى\n{site.url}/4,\n"
    job = _worked(tmp_path / "a.ledger", "file", table, "links.csv")
    assert (job.new, job.problems) == (2, ())


def test_nothing_is_fetched_where_that_is_not_allowed(site: Site, tmp_path: Path) -> None:
    job = _worked(tmp_path / "a.ledger", "address", f"{site.url}/3", fetches=False)
    assert (job.new, len(job.problems)) == (0, 1)
    assert site.asked == []


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "file:///etc/passwd", "حيان", "\x00"])
def test_what_must_not_be_fetched_is_a_problem(address: str, tmp_path: Path) -> None:
    job = _worked(tmp_path / "a.ledger", "address", address)
    assert (job.state, job.new, len(job.problems)) == ("done", 0, 1)


def test_a_proxy_that_is_none_is_a_problem(site: Site, tmp_path: Path) -> None:
    job = _worked(tmp_path / "a.ledger", "address", f"{site.url}/3", proxy="gopher://x")
    assert (job.state, job.new, len(job.problems)) == ("done", 0, 1)
    assert site.asked == []


def test_a_job_that_is_broken_off_goes_on_where_it_was(site: Site, tmp_path: Path) -> None:
    place = tmp_path / "a.ledger"
    settings = ReaderSettings(str(place), delay=0)
    table = f"url\n{site.url}/3\n{site.url}/4\n{site.url}/5\n"
    with Ledger(place, create=True) as ledger:
        number = ledger.jobs.put("file", table.encode(), account="سارة", name="links.csv")
        for left in (2, 1):
            job = ledger.jobs.take()
            assert job is not None
            assert not work(settings, job, reads_all(settings), lambda: True)
            assert ledger.jobs.one(number).state == "running"
            assert ledger.jobs.one(number).new == 3 - left
            ledger.jobs.again()
        job = ledger.jobs.take()
        assert job is not None
        assert work(settings, job, reads_all(settings), lambda: False)
        ended = ledger.jobs.one(number)
        assert (ended.state, ended.new, ended.known, len(ended.reports)) == ("done", 3, 0, 3)
        assert [path for path in site.asked if path != "/robots.txt"] == ["/3", "/4", "/5"]
