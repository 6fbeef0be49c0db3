"""Actors: found by name, shown with names, joins, relations and incidents, joined and parted."""

from __future__ import annotations

import re
from html import unescape

from starlette.testclient import TestClient
from views.web.filling import form, forms
from views.web.guard.members import Join

MAN, KUNYA = "person:سامرالخطيب", "person:ابورعد"


def _actor(client: TestClient, handle: str = MAN) -> str:
    answer = client.get("/actor", params={"handle": handle})
    assert answer.status_code == 200, answer.text
    return answer.text


def _links(html: str, path: str) -> list[str]:
    return [unescape(href) for href in re.findall(rf'href="({path}\?[^"]*)"', html)]


def test_those_most_told_of_lead_to_their_pages(client: TestClient) -> None:
    html = client.get("/actors").text
    links = _links(html, "/actor")
    assert len(links) == 2
    for href in links:
        assert client.get(href).status_code == 200


def test_a_name_that_one_has_leads_to_their_page(client: TestClient) -> None:
    for asked in ("سامر الخطيب", "ابو رعد", "الخطيب"):
        answer = client.get("/actors", params={"q": asked})
        assert answer.status_code == 303, asked
        assert "أبو رعد" in client.get(answer.headers["location"]).text


def test_names_that_several_have_are_listed_and_nobody_is_said_so(
    jasim_client: TestClient,
) -> None:
    html = jasim_client.get("/actors", params={"q": "القرشي"}).text
    assert len(set(_links(html, "/actor"))) > 1
    html = jasim_client.get("/actors", params={"q": "فلان الفلاني"}).text
    assert "Nobody in the reports is called so" in html


def test_an_actor_has_names_by_kind_with_the_words_they_rest_on(client: TestClient) -> None:
    html = _actor(client)
    for word in ("سامر الخطيب", "أبو رعد", "القيادي", "alias", "title"):
        assert word in html
    evidence = _links(html, "/evidence")
    assert evidence
    for href in evidence:
        assert client.get(href).status_code == 200, href


def test_an_actor_has_its_incidents_alone(client: TestClient) -> None:
    html = _actor(client)
    ids = set(re.findall(r'href="/incidents/([^"#?]+)"', html))
    listed = client.get("/api/v1/incidents", params={"handle": MAN}).json()
    assert ids == {i["id"] for i in listed["incidents"]}
    assert listed["total"] == 1 < client.get("/api/v1/incidents").json()["total"]
    mapped = client.get("/api/v1/map", params={"handle": KUNYA}).json()["features"]
    assert {f["properties"]["id"] for f in mapped} == ids


def test_a_person_parts_two_names_and_takes_it_back(client: TestClient) -> None:
    sent = form(_actor(client), "/judge", one=KUNYA, other=MAN)
    answer = sent.send(client, decision="different", why="رجلان لا رجل واحد")
    assert answer.status_code == 303
    assert client.get(answer.headers["location"]).status_code == 200
    html = _actor(client)
    assert "رجلان لا رجل واحد" in html
    assert "أبو رعد" not in html.partition('id="who"')[0]
    form(html, "/undo").send(client, why="تبيّن أنه هو")
    assert "أبو رعد" in _actor(client).partition('id="who"')[0]


def test_who_may_not_join_is_offered_no_form(join: Join) -> None:
    reader = join("هدى", "reader").client
    assert [f.action for f in forms(_actor(reader)) if f.action == "/judge"] == []


def test_a_handle_that_nobody_has_is_not_found(client: TestClient) -> None:
    for handle in ("person:لاأحد", "said:مسلحون", "x" * 400):
        assert client.get("/actor", params={"handle": handle}).status_code == 404, handle
    assert client.get("/actor", params={"handle": "\0"}).status_code == 400
    assert client.get("/actor").status_code == 422
    assert client.get("/api/v1/actor", params={"handle": "person:لاأحد"}).status_code == 404


def test_the_api_tells_what_the_page_shows(client: TestClient) -> None:
    found = client.get("/api/v1/actor", params={"handle": MAN}).json()
    assert {n["handle"] for n in found["person"]["names"]} == {MAN, KUNYA}
    assert {c["text"]: c["kind"] for c in found["calls"]}["أبو رعد"] == "alias"
    named = client.get("/api/v1/actors", params={"q": "سامر"}).json()
    assert [{n["handle"] for n in names} for names in named["actors"]] == [{MAN, KUNYA}]
    assert client.get("/api/v1/actors").json()["most_told"]


def test_contested_identity_is_shown_with_both_sources(jasim_client: TestClient) -> None:
    html = _actor(jasim_client, "person:ابوالحسنالهاشميالقرشي")
    assert "who this is, is contested" in html
    who = html.partition('id="who"')[2].partition('id="relations"')[0]
    assert len(_links(who, "/evidence")) > 2
    assert "data-graph" in html or "static/built" not in html
