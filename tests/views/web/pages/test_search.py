"""Search: what a hit is called, and the incidents that it tells of."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import told_ledger
from starlette.testclient import TestClient
from views.web.conftest import client_on

from riwaya.corpus import open_arrivals
from riwaya.ledger import Ledger
from riwaya.workers import read_all


def test_incidents_under_a_hit_have_their_titles(client: TestClient) -> None:
    """They were «incident 1», «incident 2»."""
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    page = client.get("/search?q=القصف").text
    links = re.findall(r'<a href="/incidents/([^"?]+)">(.*?)</a>', page)
    assert links and not re.search(r">incident \d", page)
    for id, called in links:
        shown = re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", "", called))).strip()
        assert ledger.incident(unescape(id)).title.split(" · ")[-1] in shown


def test_no_more_incidents_are_named_than_a_hit_has_room_for(tmp_path: Path) -> None:
    places = ("حلب", "إدلب", "حماة", "حمص", "درعا", "الرقة", "دمشق", "اللاذقية")
    text = " ".join(
        f"قُتل {n} مدنيين بقصف جوي على مدينة {place} يوم {n} أيار 20{n + 10}."
        for n, place in enumerate(places, 3)
    )
    source = told_ledger.write_reports(
        tmp_path / "many.jsonl", {"id": "many", "outlet": "إذاعة البيدر", "text": text}
    )
    with Ledger(tmp_path / "many.ledger", create=True) as ledger:
        list(ledger.add(open_arrivals([str(source)]), read_all))  # type: ignore[arg-type]
        told = ledger.search("قصف")[0].incidents
    with client_on(tmp_path / "many.ledger") as client:
        page = client.get("/search?q=قصف").text
    assert len(told) > 5
    assert page.count('<a href="/incidents/') == 5 and f"{len(told) - 5} more" in page


def test_a_heading_goes_the_way_of_most_of_its_letters(tmp_path: Path) -> None:
    """A Latin word at its beginning turned an Arabic heading around."""
    title = "AFP: قتلى بقصف على بلدة حيان"
    text = "قُتل ثلاثة مدنيين بقصف على بلدة حيان أمس."
    told = {"id": "a-1", "outlet": "إذاعة البيدر", "title": title, "text": text}
    source = told_ledger.write_reports(tmp_path / "a.jsonl", told)
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        list(ledger.add(open_arrivals([str(source)]), read_all))  # type: ignore[arg-type]
    with client_on(tmp_path / "a.ledger") as client:
        found = client.get("/search?q=حيان").text
        whole = client.get("/report?id=a-1").text
    assert re.search(rf'<h2 dir="rtl"><a [^>]*>{title}', found)
    assert f'<h1 dir="rtl">{title}' in whole


def test_it_says_how_many_reports_it_found(tmp_path: Path) -> None:
    """Nobody could tell five hits from five hundred."""
    text = "قُتل {} مدنيين بقصف على بلدة حيان أمس."
    told = (
        {"id": f"h-{n}", "outlet": "إذاعة البيدر", "text": text.format(n)} for n in range(3, 27)
    )
    source = told_ledger.write_reports(tmp_path / "h.jsonl", *told)
    with Ledger(tmp_path / "h.ledger", create=True) as ledger:
        list(ledger.add(open_arrivals([str(source)]), read_all))  # type: ignore[arg-type]
    with client_on(tmp_path / "h.ledger") as client:
        first, second = (client.get(f"/search?q=حيان&page={n}").text for n in (1, 2))
    assert "<p>More than 20 reports</p>" in first and 'rel="next"' in first
    assert "<p>24 reports</p>" in second and 'start="21"' in second
