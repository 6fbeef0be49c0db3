"""Reports that are too long, or too full: their pages stay small and quick."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from views.web.conftest import client_on
from views.web.hostile.ledgers import add_readings, crowded
from views.web.hostile.pages import Page

from riwaya.ledger import Ledger
from riwaya.ledger.filters import Filter
from riwaya.model import Reading, Report, Span, Statement

MEGABYTES = 10 * 1024 * 1024
DEEDS = 5_000
LARGEST = 2 * 1024 * 1024  # bytes of a page
SECONDS = 2.0


def endless() -> Reading:
    """A report of 10 MB in one line, with one killing in its middle."""
    deed = "قُتل القيادي سامر الخطيب في مدينة جاسم. "
    filler = "كلام طويل بلا نهاية "
    half = filler * (MEGABYTES // 2 // len(filler.encode()))
    text = f"{half}{deed}{half}"
    at = len(half)
    said = Span(at, at + len(deed.rstrip()), deed.rstrip())
    event = Statement("s1", "event", "killing", (said,), Span(at, at + 4, "قُتل"))
    report = Report(text, "endless", date(2023, 6, 3), "إذاعة البيدر")
    assert len(text.encode()) > MEGABYTES * 0.99
    return Reading(report, "by hand", "1", statements=(event,))


@pytest.fixture(scope="module")
def long_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with a report of 10 MB, and one of 5,000 mentions and statements."""
    path = tmp_path_factory.mktemp("sizes") / "long.ledger"
    return add_readings(path, [endless(), crowded("crowded", DEEDS)])


@pytest.fixture(scope="module")
def addresses(long_ledger: Path) -> list[str]:
    """Pages and routes that show these reports."""
    with Ledger(long_ledger) as ledger:
        incidents = [line.incident for line in ledger.incidents(Filter(limit=None))]
        fullest = max(incidents, key=lambda i: len(i.handles))
    return [
        "/report?id=endless", "/report?id=endless&at=3000000", "/report?id=endless&statement=s1",
        "/report?id=crowded", "/report?id=crowded&statement=s2500", "/search?q=نهاية",
        "/search?q=القيادي", "/incidents", f"/incidents/{fullest.id}", "/evidence?report=endless"
        "&start=2000000&end=2000100", "/api/v1/report?id=endless&at=3000000", "/review",
        "/api/v1/report?id=crowded", "/api/v1/search?q=نهاية", "/api/v1/incidents?limit=200",
        "/actors", "/network", "/outlets",
    ]  # fmt: skip


def test_every_page_is_small_and_quick(long_ledger: Path, addresses: list[str]) -> None:
    wrong = []
    with client_on(long_ledger) as client:
        client.get("/")
        for address in addresses:
            start = time.process_time()
            answer = client.get(address)
            took = time.process_time() - start  # others work on this machine too
            if answer.status_code != 200 or len(answer.content) > LARGEST or took > SECONDS:
                wrong.append(f"{address}: {answer.status_code}, {len(answer.content)} bytes, "
                             f"{took:.2f} s")  # fmt: skip
    assert not wrong, "\n".join(wrong)


def test_its_parts_lead_from_the_first_to_the_last(long_ledger: Path) -> None:
    with client_on(long_ledger) as client:
        first = client.get("/report?id=endless")
        (more,) = leads(first.text, "next")
        second = client.get(more)
        (back,) = leads(second.text, "prev")
        assert client.get(back).text.split("<body")[1] != second.text.split("<body")[1]
        with Ledger(long_ledger) as ledger:
            length = len(ledger.report("endless").reading.report.text)
        last = client.get(f"/report?id=endless&at={length - 1}")
        assert leads(last.text, "next") == [] and leads(last.text, "prev")
        beyond = client.get(f"/report?id=endless&at={10**12}")
        assert beyond.status_code == 200 and leads(beyond.text, "next") == []
        chosen = client.get("/report?id=endless&statement=s1")
        assert "سامر الخطيب" in "".join(Page(chosen.text).text)


def test_all_statements_of_a_full_report_can_be_reached(long_ledger: Path) -> None:
    with client_on(long_ledger) as client:
        found: set[str] = set()
        address = "/report?id=crowded"
        for _ in range(100):
            page = client.get(address).text
            found |= {v for _, n, v in Page(page).attributes if n == "id" and v.startswith("s-")}
            more = leads(page, "next")
            if not more:
                break
            address = more[0]
        assert len(found) == DEEDS


def leads(html: str, rel: str) -> list[str]:
    """Where links of a kind lead."""
    page = Page(html)
    found, here = [], ""
    for tag, name, value in page.attributes:
        if tag == "a" and name == "rel":
            here = value
        elif tag == "a" and name == "href" and here == rel:
            found.append(value)
            here = ""
        elif name == "href":
            here = ""
    return found
