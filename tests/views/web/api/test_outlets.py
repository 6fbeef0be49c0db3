"""Outlets over the API: the tolls of each against those of others, as the page has them."""

from __future__ import annotations

from urllib.parse import quote

from starlette.testclient import TestClient

from riwaya.ledger import Ledger


def test_tolls_against_others_are_those_of_the_page(jasim_client: TestClient) -> None:
    """They could be left empty without a test that failed."""
    ledger: Ledger = jasim_client.app.state.ledger  # type: ignore[attr-defined]
    given = {o["key"]: o for o in jasim_client.get("/api/v1/outlets").json()["outlets"]}
    page = jasim_client.get("/outlets").text
    assert any(o["tolls"] for o in given.values())
    for o in ledger.compared().outlets:
        wanted = [
            (end, x.incident, x.field, x.own, list(x.others), [w.report for w in x.words])
            for end, found in (("lowest", o.lowest), ("highest", o.highest)) for x in found
        ]  # fmt: skip
        assert wanted == [
            (t["end"], t["incident"], t["field"], t["own"], t["others"],
             [w["report"] for w in t["words"]])
            for t in given[o.key]["tolls"]
        ]  # fmt: skip
        for _, incident, field, own, _, _ in wanted:
            lead = f'href="/incidents/{incident}#field-{field}"'
            assert lead in page or f'href="/incidents/{quote(incident)}#field-{field}"' in page
            assert f'<bdi class="num">{own}</bdi>' in page
