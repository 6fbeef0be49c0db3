"""What goes wrong behind a page is told without what is nobody's business."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from riwaya.ledger import Ledger


def test_a_database_that_fails_is_not_named_and_says_that_nothing_was_kept(
    client: TestClient, ledger_file: Path
) -> None:
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    ledger.close()
    ledger_file.write_bytes(b"no database at all" * 1000)
    for address in ("/incidents", "/api/v1/incidents", "/report?id=hayan-1"):
        answer = client.get(address)
        assert answer.status_code == 503, address
        assert str(ledger_file) not in answer.text and ledger_file.name not in answer.text
        assert "try again" in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]
