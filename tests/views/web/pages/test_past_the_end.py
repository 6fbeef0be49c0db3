"""Numbers of pages beyond the last one: an old link, or a list that has become shorter."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient


def test_the_list_shows_its_last_page(client: TestClient) -> None:
    """It said that nothing is in this ledger yet."""
    whole, beyond = (client.get(f"/incidents?page={n}").text for n in (1, 7))
    listed = re.findall(r'<h2><a href="(/incidents/[^"]*)"', whole)
    assert listed and re.findall(r'<h2><a href="(/incidents/[^"]*)"', beyond) == listed
    assert "Nothing is in this ledger yet" not in beyond


def test_outlets_side_by_side_show_their_last_page(client: TestClient) -> None:
    whole, beyond = (client.get(f"/outlets?page={n}").text for n in (1, 7))
    rows = whole.partition('id="matrix"')[2]
    assert "<td" in rows and beyond.partition('id="matrix"')[2] == rows


@pytest.mark.parametrize(
    ("beyond", "first"),
    [
        ("/search?q=القصف&page=7", "/search?q=%D8%A7%D9%84%D9%82%D8%B5%D9%81"),
        ("/review?page=7", "/review?kind=statements"),
        ("/review?kind=pairs&page=7", "/review?kind=pairs"),
    ],
)
def test_what_is_not_counted_leads_to_its_first_page(
    client: TestClient, beyond: str, first: str
) -> None:
    """A search said that no report has these words, the queue that nothing waits."""
    page = client.get(beyond).text
    assert f'There is no such page. <a href="{first}">To the first page</a>' in page
    assert "No report has these words" not in page and "Nothing here waits" not in page
    assert 'class="pager"' not in page
    assert "There is no such page" not in client.get(first).text


def test_what_finds_nothing_says_so_on_every_page(client: TestClient) -> None:
    assert "No incident fits" in client.get("/incidents?place=nowhere&page=3").text
    assert "No report has these words" in client.get("/search?q=فيضان").text
