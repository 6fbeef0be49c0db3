"""Outlets side by side: counts that lead to what they count, a matrix of some, the same as JSON."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from starlette.testclient import TestClient
from views.web.filling import form
from views.web.guard.members import Join


def _json(client: TestClient, **query: str) -> dict[str, Any]:
    answer = client.get("/api/v1/outlets", params=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def _counts(html: str, name: str) -> list[tuple[str, int]]:
    found = re.findall(rf'<a class="num" href="(/incidents\?{name}=[^"]*)">(\d+)</a>', html)
    return [(unescape(href), int(n)) for href, n in found]


def test_each_count_leads_to_a_list_of_as_many(client: TestClient) -> None:
    html = client.get("/outlets").text
    told, omitted = _counts(html, "outlet"), _counts(html, "untold")
    assert (len(told), len(omitted)) == (2, 1)
    for href, n in (*told, *omitted):
        listed = client.get(f"/api/v1{href}").json()
        assert listed["total"] == n, href


def test_it_says_what_omitting_means(client: TestClient) -> None:
    assert "no report of it in this ledger tells of it" in client.get("/outlets").text


def test_whom_it_credits_and_lets_deny_leads_to_the_words(client: TestClient) -> None:
    html = client.get("/outlets").text
    assert "وزارة الدفاع السورية" in html
    evidence = {unescape(h) for h in re.findall(r'href="(/evidence[^"]*)"', html)}
    assert evidence
    for href in evidence:
        assert client.get(href).status_code == 200


def test_the_chosen_stand_side_by_side(client: TestClient) -> None:
    keys = [o["key"] for o in _json(client)["outlets"]]
    html = client.get("/outlets", params={"with": keys[1]}).text
    matrix = html.partition('id="matrix"')[2]
    assert matrix.count('<th scope="col">') == 2
    assert re.findall(r'name="with" value="([^"]*)" checked', html) == [keys[1]]
    everyone = client.get("/outlets", params={"with": [*keys, "nobody"]}).text
    assert everyone.partition('id="matrix"')[2].count('<th scope="col">') == 1 + len(keys)
    assert "omitted" in everyone


def test_none_chosen_is_not_six(client: TestClient) -> None:
    """Who took every outlet away and pressed the button had six again without a word."""
    html = client.get("/outlets").text
    table = form(html, "/outlets", by_hand="1")
    assert len(table.fields["with"]) == 2
    none = client.get("/outlets", params={**table.fields, "with": []}).text
    assert "No outlet is chosen" in none and '<table class="plain accounts matrix"' not in none
    assert 'name="with" value="' in none and " checked> <bdi>" not in none
    (one, _) = table.fields["with"]
    some = client.get("/outlets", params={**table.fields, "with": one}).text
    assert some.partition('id="matrix"')[2].count('<th scope="col">') == 2


def test_no_more_than_a_dozen_stand_side_by_side(jasim_client: TestClient) -> None:
    keys = [o["key"] for o in _json(jasim_client)["outlets"]]
    assert len(keys) > 12
    html = jasim_client.get("/outlets", params={"with": keys}).text
    assert html.partition('id="matrix"')[2].count('<th scope="col">') == 13
    assert "Only the first 12" in html


def test_the_api_counts_what_is_told_and_omitted(jasim_client: TestClient) -> None:
    found = _json(jasim_client)
    for o in found["outlets"]:
        assert len(o["told"]) + o["omitted"] == found["compared"] == len(found["incidents"])
        assert set(o["told"]) <= set(found["incidents"])
        for n in o["namings"]:
            assert set(n["incidents"]) <= set(o["told"])


def test_an_empty_selection_is_told_plainly(client: TestClient) -> None:
    html = client.get("/outlets", params={"place": "لا مكان"}).text
    assert "No report of this selection names its outlet" in html
    assert client.get("/outlets", params={"page": 7}).status_code == 200


def test_a_restricted_report_counts_for_its_group_alone(join: Join) -> None:
    one, two = join("رنا", "reviewer", "حمص").client, join("فارس", "reviewer").client
    one.app.state.ledger.restrict("hayan-1", "حمص", by="رنا", why="خطر")  # type: ignore[attr-defined]
    assert "شبكة وادي السماق" in one.get("/outlets").text
    assert "شبكة وادي السماق" not in two.get("/outlets").text
    assert len(_json(one)["outlets"]) == len(_json(two)["outlets"]) + 1
