"""Reports that attack who reads them: nothing of theirs is markup, and what hides is shown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from views.web.conftest import client_on
from views.web.hostile.pages import Page
from views.web.hostile.routes import addresses, routes_of

from riwaya.corpus import open_arrivals
from riwaya.ledger import Ledger
from riwaya.ledger.filters import Filter
from riwaya.workers import read_all

SCRIPT = '<script>evil("1")</script>'
IMAGE = '"><img src=x onerror=evil(2)>'
QUOTES = "' onmouseover='evil(3)' \" {{ evil }} {% evil %}"
HIDING = "\u202eevil\u202c \u2066evil\u2069 \x00 \x1b[2J \u200b \ud800"
ADDRESS = "javascript:evil(4)//https://evil.example/"
BAD_ID = f"../{SCRIPT}{QUOTES}\u202e%00"
FORMULA = '=HYPERLINK("http://evil.example")'
TEXT = (
    f"قُتل أربعة مدنيين {SCRIPT} بقصف مدفعي لقوات النظام {IMAGE} على بلدة حيان بريف حلب يوم "
    f"16 أيار 2023. اغتال مسلحون {HIDING} القيادي سامر الخطيب {QUOTES} في مدينة جاسم يوم "
    f"2 حزيران 2023. وقال المتحدث \u202eسالم الحمد\u202c إن {SCRIPT} القيادي قُتل {HIDING} "
    "برصاص مجهولين."
)
REPORTS = (
    {"id": BAD_ID, "outlet": f"{IMAGE}{HIDING}", "url": ADDRESS, "published": "2023-06-03",
     "title": f"{SCRIPT}{QUOTES}{HIDING}", "text": TEXT},
    {"id": FORMULA, "outlet": "+cmd|' /C calc'!A0", "url": f"data:text/html,{SCRIPT}",
     "published": "2023-06-03", "title": "@SUM(1)", "text": f"{SCRIPT} {TEXT}"},
)  # fmt: skip
HIDDEN = frozenset("\u202e\u202c\u2066\u2069\x00\x1b\u200b\ud800")
HOLDS_VALUES = ("value", "data-copy")  # attributes that nobody sees, which hold a text as it is


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of nothing but such reports."""
    folder = tmp_path_factory.mktemp("hostile")
    source = folder / "reports.jsonl"
    source.write_text("\n".join(json.dumps(r) for r in REPORTS), encoding="ascii")
    path = folder / "hostile.ledger"
    with Ledger(path, create=True) as ledger:
        added = list(ledger.add(open_arrivals([str(source)]), read_all))  # type: ignore[arg-type]
        assert len(added) == len(REPORTS)
        assert ledger.stats()["incidents"] >= 2
    return path


@pytest.fixture(scope="module")
def ids(hostile: Path) -> list[str]:
    """All names in that ledger."""
    with Ledger(hostile) as ledger:
        lines = [line.incident for line in ledger.incidents(Filter(limit=None))]
        reports = {r for i in lines for r in i.reports}
        keys = ledger.statement_keys(reports)
        handles = {h for i in lines for _, h in i.handles}
        return [*sorted(reports), lines[0].id, lines[-1].id, *sorted(keys.values())[:2],
                *sorted(handles)]  # fmt: skip


@pytest.fixture(scope="module")
def browser(hostile: Path) -> Iterator[TestClient]:
    with client_on(hostile) as made:
        yield made


def test_no_page_has_anything_of_theirs_as_markup(browser: TestClient, ids: list[str]) -> None:
    wrong: list[str] = []
    seen = 0
    queries = ({"q": "حيان"}, {"q": SCRIPT}, {"actor": IMAGE}, {"page": "2"}, {"kind": "pairs"})
    for route in routes_of(browser.app, "GET"):
        for address in addresses(route, ids, queries):
            answer = browser.get(address)
            if "text/html" not in answer.headers.get("content-type", ""):
                continue
            seen += "evil" in answer.text
            wrong += [f"{address}: {found}" for found in attacks(answer.text)]
    assert not wrong, "\n".join(wrong)
    assert seen > 20


def attacks(html: str) -> list[str]:
    """What of a page runs, leads out of it or hides."""
    page = Page(html)
    found = [f"inline {i!r}" for i in page.inline]
    found += [f"attribute {n}={v!r}" for _, n, v in page.attributes if "evil" in n]
    found += [
        f"leads to {v!r}" for v in page.leads
        if not v.startswith(("/", "#", "?", "data:image/"))
    ]  # fmt: skip
    shown = "".join(page.text) + "".join(v for _, n, v in page.attributes if n not in HOLDS_VALUES)
    found += [f"hides {c!r}" for c in HIDDEN if c in shown]
    return found


def test_what_hides_is_shown_by_its_name(browser: TestClient) -> None:
    page = Page(browser.get("/report", params={"id": BAD_ID}).text)
    text = "".join(page.text)
    for name in ("⟨RLO⟩", "⟨PDF⟩", "⟨LRI⟩", "⟨U+001B⟩", "⟨ZWSP⟩"):
        assert name in text
    assert SCRIPT in text and "script" not in {t for t, n, v in page.attributes if "evil" in v}


def test_the_api_escapes_what_hides(browser: TestClient) -> None:
    for address in ("/api/v1/incidents", "/api/v1/search?q=حيان", "/api/v1/export.jsonl"):
        assert not HIDDEN & set(browser.get(address).text), address
    whole = browser.get("/api/v1/report", params={"id": BAD_ID})
    assert not HIDDEN & set(whole.text)
    assert SCRIPT in whole.json()["text"] and "\u202e" in whole.json()["text"]


def test_no_cell_of_a_table_is_a_formula(browser: TestClient) -> None:
    given = browser.get("/export.csv").content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(given, newline="")) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [c for c in cells if c.lstrip(" ").startswith(("=", "+", "@"))]
    assert not HIDDEN & set(given)


def test_a_form_that_was_tampered_with_is_no_markup_either(browser: TestClient) -> None:
    for path in ("/incidents", "/search", "/nothing"):
        for name in ("q", "place", "actor", "since", "page", "bbox", "happened"):
            answer = browser.get(path, params={name: f"{SCRIPT}{IMAGE}{QUOTES}\u202e"})
            assert answer.status_code in (200, 400, 404, 422)
            assert not attacks(answer.text), (path, name)
