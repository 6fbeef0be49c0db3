"""Pages of other sites get no answer to time: only a link that somebody follows is served."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient


def _asked(site: str, mode: str, dest: str) -> dict[str, str]:
    return {"sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": dest}


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize(
    ("mode", "dest"),
    [("no-cors", "empty"), ("no-cors", "image"), ("cors", "empty"), ("navigate", "iframe")],
)
def test_what_another_site_asks_in_the_background_is_refused(
    client: TestClient, site: str, mode: str, dest: str
) -> None:
    for address in ("/search?q=حيان", "/network", "/api/v1/incidents", "/static/riwaya.css"):
        answer = client.get(address, headers=_asked(site, mode, dest))
        assert answer.status_code == 403, address
        assert "حيان" not in answer.text


def test_a_link_from_elsewhere_leads_in_but_not_to_what_costs_much(client: TestClient) -> None:
    followed = _asked("cross-site", "navigate", "document")
    assert client.get("/incidents", headers=followed).status_code == 200
    (incident,) = client.get("/api/v1/incidents?limit=1").json()["incidents"]
    for address in ("/export.csv", "/export.jsonl", f"/incidents/{incident['id']}/join"):
        assert client.get(address, headers=followed).status_code == 403, address
        assert client.get(address).status_code == 200, address


def test_the_workspaces_own_pages_are_served(client: TestClient) -> None:
    for site in ("same-origin", "none"):
        asked = _asked(site, "cors", "empty")
        assert client.get("/api/v1/incidents", headers=asked).status_code == 200
