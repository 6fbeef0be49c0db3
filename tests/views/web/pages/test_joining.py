"""Joining and parting: shown before it is done, done as it was shown, taken back whole."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest
from ledger.ledger_helper import everything
from starlette.testclient import TestClient
from views.web.filling import form
from views.web.guard.members import Join

from riwaya.ledger import Ledger
from riwaya.ledger.review.items import NameItem
from riwaya.ledger.review.preview import Preview


def ledger_of(client: TestClient) -> Ledger:
    """The ledger behind a workspace."""
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    return ledger


def shown(client: TestClient, id: str, **query: str) -> str:
    """The page on which an incident is joined or parted."""
    answer = client.get(f"/incidents/{quote(id)}/join", params=query)
    assert answer.status_code == 200, answer.text
    return answer.text


def by_reports(ledger: Ledger) -> list[list[str]]:
    """The reports of each incident."""
    return sorted(sorted(line.incident.reports) for line in ledger.incidents())


def test_the_page_proposes_what_is_told_alike(jasim_client: TestClient) -> None:
    ledger = ledger_of(jasim_client)
    id = ledger.most_told()
    page = shown(jasim_client, id)
    assert ledger.near(id)
    for near in ledger.near(id):
        assert f"with={quote(near.incident.id)}" in page
    assert page.count('name="part"') == len(ledger.sides(id))


def test_another_incident_is_searched_for(client: TestClient) -> None:
    ledger = ledger_of(client)
    one, other = (x.incident for x in ledger.incidents()[:2])
    page = shown(client, one.id, since=str(other.latest), until=str(other.latest))
    assert f"with={quote(other.id)}" in page
    assert f"with={quote(one.id)}" not in page
    assert "No incident fits" in shown(client, one.id, place="بحر الرمال")


def test_a_preview_changes_nothing_and_says_what_joining_then_does(client: TestClient) -> None:
    ledger = ledger_of(client)
    one, other = (x.incident for x in ledger.incidents()[:2])
    before = everything(ledger)
    page = shown(client, one.id, **{"with": other.id})
    table = re.sub(
        "<[^>]+>", "", page.partition('class="plain change"')[2].partition("</table>")[0]
    )
    assert "إذاعة البيدر" in table and not [r for r in (*one.reports, *other.reports) if r in table]
    assert "Nothing is kept yet" in page
    assert everything(ledger) == before and ledger.judgements() == []
    sent = form(page, "/judge", about="incident", decision="same")
    assert sent.send(client).status_code == 400  # without a reason
    answer = sent.send(client, why="حادثة واحدة")
    joined = client.get(answer.headers["location"])
    assert joined.status_code == 200
    told = {*one.reports, *other.reports}
    assert sorted(told) in by_reports(ledger)
    assert all(f"/report?id={name}" in joined.text for name in told)
    assert "حادثة واحدة" in joined.text
    listed = joined.text.partition('id="history"')[2]
    assert "counted as one incident" in listed
    assert any(f"/report?id={name}" in listed for name in told)
    form(joined.text, "/undo").send(client, why="أخطأت")
    assert everything(ledger) == before


def test_a_part_is_shown_then_parted_then_taken_back(jasim_client: TestClient) -> None:
    ledger = ledger_of(jasim_client)
    id = ledger.most_told()
    whole = ledger.incident(id)
    report = ledger.sides(id)[-1].passage.report
    before = everything(ledger)
    page = shown(jasim_client, id, of=report)
    assert everything(ledger) == before
    sent = form(page, "/judge", decision="different")
    assert set(sent.fields["parts"]) == {
        s.telling for s in ledger.sides(id) if s.passage.report == report
    }
    answer = sent.send(jasim_client, why="حادثة أخرى")
    assert answer.status_code == 303
    left = jasim_client.get(answer.headers["location"]).text
    assert report not in ledger.incident(id).reports
    assert set(ledger.incident(id).reports) == set(whole.reports) - {report}
    part = ledger.incident(sent.fields["parts"][0]).id
    listed = left.partition('id="history"')[2]
    assert "parted from" in listed and f'href="/incidents/{part}"' in listed
    other = jasim_client.get(f"/incidents/{part}").text.partition('id="history"')[2]
    assert "parted from" in other and f'href="/incidents/{id}"' in other
    form(left, "/undo").send(jasim_client, why="أخطأت")
    assert everything(ledger) == before


def test_what_cannot_be_joined_or_parted_is_told(client: TestClient) -> None:
    (line, *_) = ledger_of(client).incidents()
    id = line.incident.id
    path = f"/incidents/{quote(id)}/join"
    assert client.get(path, params={"with": id}).status_code == 400
    assert client.get(path, params={"with": "0"}).status_code == 404
    assert client.get(path, params={"part": "0"}).status_code in (400, 404)
    every = [s.telling for s in ledger_of(client).sides(id)]
    assert client.get(path, params={"part": every}).status_code == 400
    assert client.get("/incidents/0/join").status_code == 404


def test_two_names_are_shown_side_by_side(jasim_client: TestClient) -> None:
    ledger = ledger_of(jasim_client)
    item: Any = ledger.queue(None, "names", 1, by="سلمى")[0]
    assert isinstance(item, NameItem)
    query = {"one": item.one.handle, "other": item.other.handle}
    before = everything(ledger)
    page = jasim_client.get("/actor/join", params=query).text
    assert everything(ledger) == before
    assert item.one.name in page and item.other.name in page
    assert "two persons now" in page
    sent = form(page, "/judge", about="entity", decision="same")
    assert sent.send(jasim_client, decision="same", why="رجل واحد").status_code == 303
    assert ledger.actor(item.one.handle).handle == ledger.actor(item.other.handle).handle
    history = jasim_client.get("/actor", params={"handle": item.one.handle}).text
    listed = history.partition('<ol class="history">')[2]
    assert "taken for one" in listed
    assert f"«{item.one.name}»" in listed and f"«{item.other.name}»" in listed
    assert "joined now" in jasim_client.get("/actor/join", params=query).text
    assert jasim_client.get("/actor/join", params={"one": "x", "other": "y"}).status_code == 404


def test_no_key_is_offered_where_none_works(jasim_client: TestClient) -> None:
    """The buttons of two names had the keycaps of the queue, whose keys do nothing there."""
    one, other = [name.handle for name in ledger_of(jasim_client).actors(2)]
    page = jasim_client.get("/actor/join", params={"one": one, "other": other}).text
    asked = page.partition("<main")[2].partition("</main>")[0]
    assert 'value="same"' in asked and "<kbd" not in asked
    assert "<kbd" in jasim_client.get("/review?kind=names").text.partition('class="queue"')[2]


def test_a_coder_may_not_join(join: Join) -> None:
    coder = join("ليان", "coder").client
    (line, *_) = ledger_of(coder).incidents()
    assert coder.get(f"/incidents/{quote(line.incident.id)}/join").status_code == 403
    assert coder.get("/actor/join", params={"one": "x", "other": "y"}).status_code == 403


@pytest.mark.parametrize("parts", [False, True])
def test_who_is_changed_unasked_is_named_above_the_table(
    jasim_client: TestClient, monkeypatch: pytest.MonkeyPatch, parts: bool
) -> None:
    ledger = ledger_of(jasim_client)
    one, other, third = (x.incident for x in ledger.incidents()[:3])
    query = {"part": ledger.sides(one.id)[0].telling} if parts else {"with": other.id}
    said = "goes to an incident that is there already" if parts else "A third incident is drawn in"
    monkeypatch.setattr(Ledger, "preview", lambda *_: Preview((one, other), (one,)))
    assert (said in shown(jasim_client, one.id, **query)) is parts
    before = (one, third) if parts else (one, other, third)
    monkeypatch.setattr(Ledger, "preview", lambda *_: Preview(before, (one,)))
    page = shown(jasim_client, one.id, **query)
    above = page.partition(said)[2].partition('class="plain change"')[0]
    assert f'href="/incidents/{third.id}"' in above
    assert page.count('data-side="Now') == len(before) * page.count('data-side="Then"')
