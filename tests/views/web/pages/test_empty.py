"""A ledger in which nothing is: lists lead to adding reports, and there is nothing to take."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from views.web.conftest import client_on

LISTS = ("/incidents", "/review", "/network", "/outlets")


@pytest.mark.parametrize("path", LISTS)
def test_an_empty_ledger_leads_to_adding_reports(tmp_path: Path, path: str) -> None:
    """It was told to take away conditions that nobody had set."""
    with client_on(tmp_path / "new.ledger") as client:
        html = client.get(path).text
    assert 'Nothing is in this ledger yet. <a href="/add">Add reports</a>' in html
    assert "Take a condition away" not in html and "of this selection" not in html
    assert "/export." not in html and ">json</a>" not in html


@pytest.mark.parametrize("path", LISTS)
def test_a_selection_of_nothing_is_no_empty_ledger(client: TestClient, path: str) -> None:
    html = client.get(f"{path}?place=nowhere").text
    assert "Nothing is in this ledger yet" not in html
    assert "/export." not in html


def test_an_empty_queue_of_a_full_ledger_leads_to_another(client: TestClient) -> None:
    ledger = client.app.state.ledger  # type: ignore[attr-defined]
    assert ledger.queue(None, "names", 1, by="سلمى") == []
    html = client.get("/review?kind=names").text
    assert "Look at another queue." in html and "Take a condition away" not in html
