"""The queue: what waits, how an item shows its words, what is left when it is decided."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path
from urllib.parse import quote

import told_ledger
from starlette.testclient import TestClient
from views.web.conftest import client_on
from views.web.filling import form, forms
from views.web.guard.members import PASSWORD, Join, Member

from riwaya.ledger import Ledger
from riwaya.ledger.review.items import StatementItem
from riwaya.ledger.ruling import Judgement


def ledger_of(client: TestClient) -> Ledger:
    """The ledger behind a workspace."""
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    return ledger


def keys(html: str) -> list[str]:
    """The keys of the items of a page."""
    return [unescape(k) for k in re.findall(r'data-item [^>]*data-key="([^"]*)"', html)]


def test_statements_of_the_contested_incident_come_first(client: TestClient) -> None:
    page = client.get("/review").text
    ledger = ledger_of(client)
    wanted = [f"statement {i.statement}" for i in ledger.queue(None, "statements", 10, by="سلمى")]
    assert keys(page) == wanted
    first = ledger.statement(wanted[0].partition(" ")[2])
    assert first.contested


def test_the_words_shown_stand_where_the_page_says(client: TestClient) -> None:
    page = client.get("/review").text
    found = re.findall(r'data-source-text data-offset="(\d+)"[^>]*>(.*?)</div>', page)
    assert found
    texts = [r["text"] for r in told_ledger.REPORTS]
    for start, inside in found:
        own = re.sub(r"<span data-not-source>[^<]*</span>", "", inside)
        words = unescape(re.sub(r"<[^>]+>", "", own))
        assert any(str(t)[int(start) : int(start) + len(words)] == words for t in texts)


def test_what_is_decided_is_not_asked_again(client: TestClient) -> None:
    before = keys(client.get("/review").text)
    sent = form(client.get("/review").text, "/judge", decision="accept")
    answer = sent.send(client, decision="accept")
    assert answer.status_code == 303
    page = client.get(answer.headers["location"]).text
    assert "Saved as decision 1." in page
    assert keys(page) == before[1:]
    taken = form(page, "/undo").send(client)
    assert keys(client.get(taken.headers["location"]).text) == before


def test_one_statement_is_shown_whoever_judged_it(client: TestClient) -> None:
    ledger = ledger_of(client)
    (item,) = ledger.queue(None, "statements", 1, by="سلمى")
    assert isinstance(item, StatementItem)
    for by, decision in (("سلمى", "accept"), ("رنا", "reject")):
        ledger.judge(Judgement("statement", decision, item.statement, by, "قرأت"))
    page = client.get(f"/review?statement={quote(item.statement)}").text
    assert len(keys(page)) == 1
    assert page.count("reviewers differ") == 1
    assert "رنا" in page
    assert item.incident in unescape(client.get("/incidents?review=differ").text)
    history = client.get(f"/incidents/{item.incident}").text
    listed = history.partition('id="history"')[2]
    assert listed.count("reviewers differ") == 2
    assert "accepted" in listed and "rejected" in listed
    assert f"/report?id={item.passage.report}" in unescape(listed)
    assert f"«{item.passage.trigger.text}»" in listed


def test_an_incident_marks_the_cells_over_which_reviewers_differ(client: TestClient) -> None:
    ledger = ledger_of(client)
    (item,) = ledger.queue(None, "statements", 1, by="سلمى")
    assert isinstance(item, StatementItem)
    ledger.judge(Judgement("statement", "accept", item.statement, "سلمى", "قرأت"))
    assert "reviewers differ" not in client.get(f"/incidents/{item.incident}").text
    ledger.judge(Judgement("statement", "unsure", item.statement, "رنا", "لا أدري"))
    page = client.get(f"/incidents/{item.incident}").text
    head, _, rest = page.partition('id="accounts"')
    table = rest.partition("</table>")[0]
    assert head.count("reviewers differ over 1 statement") == 1
    cells = re.findall(r"<td [^>]*data-source.*?</td>", table, re.DOTALL)
    marked = [cell for cell in cells if "reviewers differ" in cell]
    assert marked and len(marked) < len(cells)
    assert all(f"statement={item.local}" in cell for cell in marked)


def test_the_queue_of_what_people_differ_on(client: TestClient) -> None:
    ledger = ledger_of(client)
    items = [
        i for i in ledger.queue(None, "statements", 4, by="سلمى") if isinstance(i, StatementItem)
    ]
    first, second, third, fourth = (i.statement for i in items)
    for key, by, decision in (
        (first, "سلمى", "accept"), (first, "رنا", "unsure"),  # one's own is among them
        (second, "سلمى", "accept"), (second, "رنا", "accept"),
        (third, "رنا", "accept"), (fourth, "رنا", "accept"), (fourth, "فارس", "reject"),
    ):  # fmt: skip
        ledger.judge(Judgement("statement", decision, key, by, f"قرار {by}"))
    page = client.get("/review?review=differ").text
    assert set(keys(page)) == {f"statement {first}", f"statement {fourth}"}
    shown = unescape(page)
    for said in ("قرار سلمى", "قرار رنا", "قرار فارس"):
        assert said in shown
    assert "Reviewers differ over these statements" in shown
    pages = [client.get(f"/review?review=differ&page={n}").text for n in (1, 2)]
    assert keys(pages[0]) and not keys(pages[1])


def test_a_queue_of_one_incident_alone(jasim_client: TestClient) -> None:
    id = ledger_of(jasim_client).most_told()
    page = jasim_client.get(f"/review?incident={quote(id)}").text
    assert keys(page)
    heads = re.findall(r'incident: <a href="/incidents/([^"]+)"', page)
    assert set(heads) == {id}


def test_pairs_and_names_ask_same_or_different(jasim_client: TestClient) -> None:
    for kind, about in (("pairs", "incident"), ("names", "entity")):
        page = jasim_client.get(f"/review?kind={kind}").text
        before = keys(page)
        assert before
        asked = form(page, "/judge", about=about, decision="different")
        assert asked.send(jasim_client, decision="unsure").status_code == 303
        assert before[0] not in keys(jasim_client.get(f"/review?kind={kind}").text)


def test_pages_go_on_where_the_one_before_ends(jasim_client: TestClient) -> None:
    first, second = (keys(jasim_client.get(f"/review?page={n}").text) for n in (1, 2))
    assert len(first) == 10
    assert second and not set(first) & set(second)


def test_what_is_no_queue_is_refused(client: TestClient) -> None:
    assert client.get("/review?kind=reports").status_code == 400
    assert client.get("/review?page=201").status_code == 400
    assert client.get("/review?incident=0").status_code == 404
    assert client.get("/review?statement=0").status_code == 404


def test_who_only_reads_gets_no_forms(join: Join) -> None:
    page = join("نادر", "reader").client.get("/review").text
    assert keys(page)
    assert "/judge" not in {f.action for f in forms(page)}
    assert "Deciding needs the role of a coder" in page


def test_a_coder_judges_statements_but_joins_nothing(jasim: Path, tmp_path: Path) -> None:
    with client_on(shutil.copy(jasim, tmp_path / "team.ledger"), team=True) as client:
        ledger_of(client).team.add("ليان", PASSWORD, "coder", by="test")
        coder = Member(client)
        coder.log_in("ليان")
        assert form(client.get("/review").text, "/judge", decision="accept")
        for kind, about in (("pairs", "incident"), ("names", "entity")):
            page = client.get(f"/review?kind={kind}").text
            shown = keys(page)
            assert shown and "/judge" not in {f.action for f in forms(page)}
            one, other = shown[0].split(" ")[1:3]
            sent = {"about": about, "decision": "same", "one": one, "other": other, "why": "واحد"}
            assert coder.send("/judge", **sent).status_code == 403
        assert ledger_of(client).judgements() == []


def test_who_looks_at_an_item_is_shown_to_others(join: Join) -> None:
    one, two = join("رنا"), join("فارس")
    key = keys(one.client.get("/review").text)[0]
    assert one.send("/hold", key=key).json() == {"held_by": None}
    assert two.send("/hold", key=key).json() == {"held_by": "رنا"}
    assert "رنا is reviewing this" in two.client.get("/review").text
    assert "is reviewing this" not in one.client.get("/review").text
    form(one.client.get("/review").text, "/judge", decision="accept").send(
        one.client, decision="accept"
    )
    assert two.send("/hold", key=key).json() == {"held_by": None}
