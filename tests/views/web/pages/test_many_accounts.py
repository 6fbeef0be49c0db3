"""An incident that very many sources tell of: its page has a part of them and says so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from told_ledger import write_reports
from views.web.conftest import client_on

from riwaya.corpus import open_arrivals
from riwaya.ledger import Ledger
from riwaya.views.web.shown.columns import MOST
from riwaya.workers import read_all

SOURCES = MOST + 14


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    told = write_reports(folder / "many.jsonl", *(
        {
            "id": f"r-{n}", "outlet": f"إذاعة المحطة {n}", "published": "2023-05-17",
            "text": f"أعلن الناطق باسم مشفى {n} مقتل {n + 2} مدنيين بقصف مدفعي على بلدة حيان "
            f"بريف حلب الشمالي يوم الثلاثاء 16 أيار 2023. واتهم الناطق باسم مشفى {n} قوات النظام "
            "بقصف بلدة حيان.",
        }
        for n in range(SOURCES)
    ))  # fmt: skip
    with Ledger(folder / "many.ledger", create=True) as ledger:
        list(ledger.add(open_arrivals([str(told)]), read_all))  # type: ignore[arg-type]
    return folder / "many.ledger"


@pytest.fixture
def asked(path: Path) -> tuple[TestClient, str, int]:
    """A client, the incident's address and how many accounts it has."""
    client = client_on(path)
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    found = ledger.incident(ledger.most_told())
    assert len(found.accounts) >= SOURCES > MOST and len(found.reports) == SOURCES
    return client, f"/incidents/{found.id}", len(found.accounts)


def _columns(page: str) -> int:
    table = page[page.index('<table class="accounts">') : page.index("</thead>")]
    return table.count('<th scope="col">') - 1


def test_a_part_of_the_sources_is_shown_and_the_rest_a_step_away(
    asked: tuple[TestClient, str, int],
) -> None:
    client, address, total = asked
    first = client.get(address).text
    assert _columns(first) == MOST
    assert f"Sources 1 to {MOST} of {total}" in first
    assert f'rel="next" href="{address}?accounts={MOST + 1}#accounts"' in first
    assert 'rel="prev"' not in first
    last = client.get(f"{address}?accounts={MOST + 1}").text
    assert _columns(last) == total - MOST
    assert f'rel="prev" href="{address}?accounts=1#accounts"' in last
    assert 'rel="next"' not in last
    fields = [re.findall(r'<tr id="field-(\w+)"', page) for page in (first, last)]
    assert fields[0] == fields[1]


def test_all_of_them_are_shown_when_asked_for(asked: tuple[TestClient, str, int]) -> None:
    client, address, total = asked
    first, whole = client.get(address).text, client.get(f"{address}?accounts=all").text
    assert _columns(whole) == total
    assert "Sources 1 to" not in whole
    assert len(first) < len(whole)


def test_credit_names_a_dozen_sources_and_leads_to_the_others(
    asked: tuple[TestClient, str, int],
) -> None:
    client, address, _ = asked
    parts = [
        page[page.index('id="credit-title"') : page.index('id="tolls-title"')]
        for page in (client.get(address).text, client.get(f"{address}?accounts=all").text)
    ]
    assert f'href="{address}?accounts=all#credit"' in parts[0]
    assert parts[0].count("<p><bdi>") < parts[1].count("<p><bdi>")
    assert f"{SOURCES - 12} more" in parts[0]


@pytest.mark.parametrize("wanted", ["0", "-1", "x", "1e3", "٣", "99999999"])
def test_what_is_no_number_of_an_account_is_refused(
    asked: tuple[TestClient, str, int], wanted: str
) -> None:
    client, address, _ = asked
    assert client.get(address, params={"accounts": wanted}).status_code == 400


def test_a_number_past_the_last_shows_the_last(asked: tuple[TestClient, str, int]) -> None:
    client, address, _ = asked
    assert _columns(client.get(f"{address}?accounts=999999").text) == 1


def test_reports_that_were_not_looked_through_for_relations_are_counted(
    asked: tuple[TestClient, str, int],
) -> None:
    client, address, _ = asked
    left = SOURCES - 60
    said = f"{left} reports of this incident were not looked through"
    assert (said in client.get(address).text) == (left > 0)
