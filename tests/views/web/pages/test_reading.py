"""The pages that are read: lists, an incident, a report, evidence, searches; without scripts."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote

from starlette.testclient import TestClient

from riwaya.ledger import Ledger


def _text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def _battle(client: TestClient) -> str:
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    return ledger.most_told()


def test_the_list_leads_with_its_facets_to_the_contested_incident(jasim_client: TestClient) -> None:
    page = jasim_client.get("/incidents").text
    contested = re.search(r'href="([^"]*standing=contested[^"]*)"', page)
    assert contested is not None
    narrowed = jasim_client.get(unescape(contested[1])).text
    total = int(re.search(r'<h1>Incidents <span class="num">(\d+)', narrowed)[1])  # type: ignore[index]
    assert total == narrowed.count('class="incident is-contested')
    assert f"/incidents/{_battle(jasim_client)}" in narrowed


def test_the_timeline_leads_to_its_month(jasim_client: TestClient) -> None:
    page = jasim_client.get("/incidents").text
    bar = re.search(
        r'<a href="([^"]+)" data-from="2022-10-01"[^>]*aria-label="2022-10: (\d+)"', page
    )
    assert bar is not None
    month = jasim_client.get(unescape(bar[1])).text
    found = re.search(r'<h1>Incidents <span class="num">(\d+)', month)
    assert found is not None and int(found[1]) >= int(bar[2])


def test_what_no_incident_fits_says_so(jasim_client: TestClient) -> None:
    assert "No incident fits" in jasim_client.get("/incidents?place=لا%20مكان").text


def test_a_wrong_filter_is_told_plainly(client: TestClient) -> None:
    for query in ("since=gestern", "page=0", "bbox=1,2,3", "happened=maybe", "review=x", "page=-1"):
        answer = client.get(f"/incidents?{query}")
        assert answer.status_code == 400, query
        assert 'class="notice"' in answer.text


def test_an_incident_has_a_column_for_each_source_and_its_evidence(
    jasim_client: TestClient,
) -> None:
    ledger: Ledger = jasim_client.app.state.ledger  # type: ignore[attr-defined]
    found = ledger.incident(_battle(jasim_client))
    page = jasim_client.get(f"/incidents/{found.id}").text
    table = page[page.index('<table class="accounts">') : page.index("</table>")]
    head = table[: table.index("</thead>")]
    assert head.count('<th scope="col">') == 1 + len(found.accounts)
    for account in found.accounts:
        assert account.source.name in _text(head)
    links = {unescape(h) for h in re.findall(r'href="(/evidence[^"]+)"', table)}
    assert len(links) > 50
    for href in sorted(links)[::25]:
        shown = jasim_client.get(href)
        assert shown.status_code == 200
        assert "<mark>" in shown.text


def test_every_contested_field_is_marked_and_explained(jasim_client: TestClient) -> None:
    ledger: Ledger = jasim_client.app.state.ledger  # type: ignore[attr-defined]
    found = ledger.incident(_battle(jasim_client))
    page = jasim_client.get(f"/incidents/{found.id}").text
    contested = {f for f, s in found.standing.items() if s.standing == "contested"}
    assert set(re.findall(r'<tr id="field-(\w+)" class="is-contested">', page)) == contested
    assert page.count('class="because"') == len(contested) > 3


def test_evidence_is_the_words_of_the_report(client: TestClient) -> None:
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    (incident, *_) = [x.incident for x in ledger.incidents()]
    words = next(
        w for a in incident.accounts for s in a.fields.values() for v in s for w in v.words
    )
    query = f"report={words.report}&start={words.start}&end={words.end}&statement={words.statement}"
    page = client.get(f"/evidence?{query}").text
    assert f"<mark>{words.text}</mark>" in unescape(page)
    panel = client.get(f"/evidence?{query}", headers={"HX-Request": "true"}).text
    assert "<html" not in panel and f"<mark>{words.text}</mark>" in unescape(panel)


def test_a_report_shows_its_text_whole_with_its_statements(client: TestClient) -> None:
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    kept = ledger.report("hayan-1")
    page = client.get("/report?id=hayan-1").text
    body = page[page.index("data-source-text") :]
    body = body[body.index(">") + 1 : body.index("</div>")]
    assert unescape(re.sub(r"<[^>]+>", "", body)) == kept.reading.report.text
    for s in kept.reading.statements:
        assert f'id="s-{s.id}"' in page


def test_a_statement_and_its_words_point_at_each_other(client: TestClient) -> None:
    page = client.get("/report?id=hayan-1&statement=e1").text
    assert 'href="#s-e1"' in page and "#t-e1" in page and 'id="t-e1"' in page
    assert 'class="chosen" aria-current="true"' in page


def test_a_search_marks_what_it_found(client: TestClient) -> None:
    page = client.get("/search?q=القصف").text
    assert page.count('<p class="snippet"') >= 2
    assert "<mark>بقصف</mark>" in page


def test_a_search_that_makes_no_sense_is_told_plainly(client: TestClient) -> None:
    answer = client.get('/search?q="')
    assert answer.status_code in (200, 400)
    assert client.get("/search?q=حيان&page=0").status_code == 400


def test_what_is_not_there_is_told_plainly(client: TestClient) -> None:
    for path in (
        "/incidents/nothing",
        "/report?id=nothing",
        "/nowhere",
        "/evidence?report=x&start=0&end=1",
    ):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert 'class="notice"' in answer.text
    assert client.get("/evidence?report=hayan-1&start=5&end=2").status_code == 400
    assert client.get("/report").status_code == 422


def test_a_former_id_leads_to_its_incident(client: TestClient) -> None:
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    found = next(x.incident for x in ledger.incidents() if len(x.incident.reports) > 1)
    former = next(t for t in ledger.tellings_of(found.id) if t != found.id)
    page = client.get(f"/incidents/{quote(former)}").text
    assert f'<code dir="ltr">{former}</code>' in page


def test_links_to_reports_have_their_words_and_not_their_ids(client: TestClient) -> None:
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    found = next(x.incident for x in ledger.incidents() if len(x.incident.reports) > 1)
    pages = [client.get(f"/incidents/{found.id}"), client.get("/outlets")]
    for page in pages:
        said = re.sub(r"<[^>]+>", "", page.text)
        assert "شبكة وادي السماق" in said
        assert not [name for name in found.reports if name in said]


def test_a_report_without_a_title_is_headed_by_its_first_line(client: TestClient) -> None:
    page = client.get("/report?id=jasim-1").text
    heading = re.search("<h1[^>]*>(.*?)</h1>", page)
    assert heading and heading[1].startswith("اغتال مسلحون مجهولون")
    assert "قتلى بقصف على حيان" in client.get("/report?id=hayan-1").text


def test_what_a_printed_incident_rests_on_is_numbered_and_listed(client: TestClient) -> None:
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    found = next(x.incident for x in ledger.incidents() if len(x.incident.reports) > 1)
    page = client.get(f"/incidents/{found.id}").text
    main, _, listed = page.partition('class="print-only"')
    shown = set(map(int, re.findall(r'class="ev" data-evidence data-n="(\d+)"', main)))
    entries = re.findall(r'<li><span class="num">(\d+)</span>(.*?)</li>', listed, re.DOTALL)
    assert sorted(shown) == [int(n) for n, _ in entries] == list(range(1, len(entries) + 1))
    quoted = {unescape(re.sub("<[^>]+>", "", text)).partition(": ")[2] for _, text in entries}
    said = {w.text for a in found.accounts for f in a.fields.values() for v in f for w in v.words}
    assert said and said <= quoted
    assert all("2023-05-17" in text and "<q" in text for _, text in entries)


def test_those_in_an_incident_lead_to_their_own_page(client: TestClient) -> None:
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    found = next(x.incident for x in ledger.incidents() if len(x.incident.reports) > 1)
    head = client.get(f"/incidents/{found.id}").text.partition("</header>\n\n")[0]
    assert "/actor?handle=name" in head and "/actors?q=" not in head
    hrefs = set(re.findall(r'href="(/actor\?[^"]+)"', head))
    assert hrefs
    assert {client.get(unescape(href)).status_code for href in hrefs} == {200}
