"""Decisions sent by forms: kept once, by whom they may be made, corrected as the form says."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any
from urllib.parse import quote

import pytest
import told_ledger
from starlette.testclient import TestClient
from views.web.conftest import csrf_of
from views.web.filling import Form, form, forms
from views.web.guard.members import Join

from riwaya.ledger import Ledger
from riwaya.ledger.review.items import StatementItem
from riwaya.ledger.values import bare


def ledger_of(client: TestClient) -> Ledger:
    """The ledger behind a workspace."""
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    return ledger


def killing(client: TestClient, report: str = told_ledger.HAYAN) -> StatementItem:
    """The statement of a killing, with its day, that a report makes."""
    ledger = ledger_of(client)
    found = ledger.statement_keys([report]).values()
    of = (ledger.statement(k) for k in found if k.endswith((":killing", ":assassination")))
    return next(i for i in of if i.earliest is not None)


def wrong(html: str) -> set[str]:
    """The fields of a form beside which a page says what is wrong."""
    shown = re.findall(r'data-wrong="(\w*)"[^>]*role="alert">([^<]+)<', html)
    return {field for field, _ in shown}


def edit_form(client: TestClient, item: StatementItem) -> Form:
    """The form in which a statement is edited, as its page has it."""
    page = client.get(f"/review?statement={quote(item.statement)}").text
    return form(page, "/judge", decision="correct")


def judge_form(client: TestClient, item: StatementItem, decision: str) -> Form:
    """The form of another decision on it."""
    page = client.get(f"/review?statement={quote(item.statement)}").text
    return form(page, "/judge", decision=decision)


def test_a_form_sent_twice_counts_once(client: TestClient) -> None:
    item = killing(client)
    sent = judge_form(client, item, "accept")
    first, again = (sent.send(client, json=True, decision="accept").json() for _ in range(2))
    assert first["ok"] and first == again
    assert [j.decision for j in ledger_of(client).judgements()] == ["accept"]
    other = sent.send(client, json=True, decision="unsure")
    assert other.status_code == 400
    assert other.json()["ok"] is False
    undo = {"csrf": csrf_of(client), "once": "z1"}
    for _ in range(2):
        answer = client.post(first["undo_url"], data=undo, headers={"accept": "application/json"})
        assert answer.json()["ok"] is True
    assert [j.undoes for j in ledger_of(client).judgements()] == [None, first["judgement"]]


def test_an_edit_sent_twice_counts_once(client: TestClient) -> None:
    sent = edit_form(client, killing(client))
    answers = [sent.send(client, json=True, killed_low="1").json() for _ in range(2)]
    numbers = {answer["judgement"] for answer in answers}
    assert numbers == {1}


def test_a_rejection_needs_its_reason(client: TestClient) -> None:
    item = killing(client)
    sent = judge_form(client, item, "reject")
    assert sent.fields["why"] == ["words checked"]
    for why in ("words checked", "روجع النص", " "):
        answer = sent.send(client, decision="reject", why=why)
        assert answer.status_code == 400
        assert wrong(answer.text) == {"why"}
        assert sent.send(client, json=True, decision="reject", why=why).json()["fields"].keys() == {
            "why"
        }
    assert ledger_of(client).judgements() == []
    again = form(answer.text, "/judge", decision="reject")
    assert again.send(client, decision="reject", why="لا يقوله التقرير").status_code == 303
    assert killing(client).rejected


def test_one_field_for_the_reason_of_a_card(client: TestClient) -> None:
    page = client.get(f"/review?statement={quote(killing(client).statement)}").text
    (sent,) = [f for f in forms(page) if f.offers(decision="accept")]
    assert [value for _, value in sent.buttons] == ["accept", "unsure", "reject"]


@pytest.mark.parametrize(
    ("changed", "value"),
    [
        ({"type": "injury"}, {"type": "injury"}),
        ({"realis": "threatened"}, {"realis": "threatened"}),
        (
            {"polarity": "negative", "negates": "agent"},
            {"polarity": "negative", "negates": "agent"},
        ),
        ({"killed_low": "3", "killed_high": "5"}, {"killed": [3, 5]}),
        ({"killed_low": "٧", "killed_high": ""}, {"killed": [7, None]}),
        ({"latest": "2023-05-17"}, {"earliest": "2023-05-16", "latest": "2023-05-17"}),
        (
            {"place": "تل السماق", "latitude": "36.1", "longitude": "37.2"},
            {"place": {"name": "تل السماق", "latitude": 36.1, "longitude": 37.2}},
        ),
        ({"place": "مدينة نوى"}, {"place": {"name": "مدينة نوى"}}),
    ],
)  # fmt: skip
def test_an_edit_sets_what_was_changed_and_no_more(
    client: TestClient, changed: dict[str, str], value: dict[str, Any]
) -> None:
    sent = edit_form(client, killing(client))
    answer = sent.send(client, json=True, **changed)
    assert answer.json()["ok"] is True, answer.text
    (kept,) = ledger_of(client).judgements()
    assert (kept.decision, bare(kept.value)) == ("correct", value)


def test_an_edit_that_changes_nothing_is_refused(client: TestClient) -> None:
    assert edit_form(client, killing(client)).send(client).status_code == 400
    assert ledger_of(client).judgements() == []


def test_roles_are_words_of_the_report(client: TestClient) -> None:
    item = killing(client, told_ledger.JASIM)
    text = ledger_of(client).report(told_ledger.JASIM).reading.report.text
    start = text.index("أبو رعد")
    sent = edit_form(client, item)
    assert sent.fields["agents"] and sent.fields["targets"]
    answer = sent.send(client, json=True, agents=[f"{start}-{start + 7}"])
    assert answer.json()["ok"] is True, answer.text
    (kept,) = ledger_of(client).judgements()
    assert [p["text"] for p in kept.value["agents"]] == ["أبو رعد"]
    assert "targets" not in kept.value


def test_typed_words_are_found_in_any_spelling(client: TestClient) -> None:
    sent = edit_form(client, killing(client))
    answer = sent.send(client, json=True, agents=[], agents_words="لقوات النظام؛ بلده حيان")
    assert answer.json()["ok"] is True, answer.text
    (kept,) = ledger_of(client).judgements()
    assert {p["text"] for p in kept.value["agents"]} == {"لقوات النظام", "بلدة حيان"}


def test_words_that_are_not_there_are_told(client: TestClient) -> None:
    sent = edit_form(client, killing(client))
    answer = sent.send(client, json=True, agents_words="جيش الورد")
    assert answer.status_code == 400
    assert "جيش الورد" in answer.json()["message"]
    page = sent.send(client, agents_words="جيش الورد")
    assert page.status_code == 400 and "جيش الورد" in unescape(page.text)
    assert ledger_of(client).judgements() == []


def test_nobody_did_it_where_all_words_are_taken_away(client: TestClient) -> None:
    item = killing(client, told_ledger.JASIM)
    assert [f for f in item.fillers if f.role == "agent"]
    assert edit_form(client, item).send(client, json=True, agents=[]).json()["ok"] is True
    assert [j.value for j in ledger_of(client).judgements()] == [{"agents": []}]
    made = killing(client, told_ledger.JASIM)
    assert not [f for f in made.fillers if f.role == "agent"]


def test_a_second_edit_keeps_the_first(client: TestClient) -> None:
    item = killing(client, told_ledger.JASIM)
    edit_form(client, item).send(client, type="killing")
    edit_form(client, item).send(client, agents=[])
    edit_form(client, item).send(client, killed_low="9", killed_high="9")
    *_, last = ledger_of(client).judgements()
    assert last.value == {"type": "killing", "agents": [], "killed": [9, 9]}


def test_to_accept_what_was_corrected_is_to_say_the_same(join: Join) -> None:
    one, two = join("رنا").client, join("فارس").client
    item = killing(one)
    edit_form(one, item).send(one, killed_low="9", killed_high="9")
    judge_form(two, item, "accept").send(two, decision="accept")
    first, second = ledger_of(one).judgements()
    assert (second.by, second.decision, second.value) == ("فارس", "correct", first.value)
    page = one.get(f"/review?statement={quote(item.statement)}").text
    assert "reviewers differ" not in page
    assert [f.low for f in killing(one).fillers if f.role == "killed"] == [9]


@pytest.mark.parametrize(
    "broken",
    [
        {"was": "{"}, {"was": "[]"}, {"was": '{"fields": {}, "value": {"id": 1}}'},
        {"agents": ["a-b"]}, {"agents": ["5"]}, {"killed_low": "many"}, {"latest": "yesterday"},
        {"latitude": ""}, {"type": "party"}, {"one": "0"}, {"about": "report"},
        {"agents": ["0-999999"]}, {"killed_low": "9", "killed_high": "2"},
    ],
)  # fmt: skip
def test_what_is_no_edit_is_refused(client: TestClient, broken: dict[str, Any]) -> None:
    sent = edit_form(client, killing(client))
    answer = sent.send(client, json=True, **broken)
    assert answer.status_code in (400, 404)
    assert answer.json()["ok"] is False
    assert ledger_of(client).judgements() == []


FILLED: dict[str, Any] = {
    "type": "killing", "realis": "actual", "polarity": "positive", "negates": "",
    "killed": ["", ""], "wounded": ["", ""], "days": ["", ""], "place": ["", "", ""],
    "agents": [], "targets": [],
}  # fmt: skip


@pytest.mark.parametrize(
    "fields",
    [
        {"place": 5, "days": {}}, {"place": ["x"]}, {"place": [1, 2, 3]}, {"type": []},
        {"agents": [[0, 5]]}, {"killed": "99"}, {"days": None}, {"more": "x"},
        {"type": "a\0b"}, {"place": ["\ud800", "", ""]},
    ],
)  # fmt: skip
def test_a_form_that_was_never_filled_so_is_refused(
    client: TestClient, fields: dict[str, Any]
) -> None:
    """What a form says that it was filled with was taken as it came: an error of ours."""
    sent = edit_form(client, killing(client))
    for value in ({}, {"place": 1}):
        was = json.dumps({"fields": {**FILLED, **fields}, "value": value})
        for given in ({"was": was}, {"was": was, "decision": "accept"}):
            answer = sent.send(client, json=True, **given)
            assert (answer.status_code, answer.json()["ok"]) == (400, False)
    assert ledger_of(client).judgements() == []


def test_who_may_join_no_longer_does_not_take_it_back(join: Join) -> None:
    """Who was a reviewer once took own joins back, and so parted incidents as a coder."""
    rana = join("رنا", "reviewer")
    one, other = (x.incident.id for x in ledger_of(rana.client).incidents()[:2])
    sent = {"about": "incident", "decision": "same", "one": one, "other": other, "why": "w"}
    assert rana.send("/judge", **sent).status_code == 303
    rana.team.change("رنا", role="coder", by="test")
    rana.log_in("رنا")
    assert rana.send("/undo", number="1", why="w").status_code == 403
    rana.team.change("رنا", role="reviewer", by="test")
    rana.log_in("رنا")
    assert rana.send("/undo", number="1", why="w").status_code == 303


def test_who_may_take_back_what(join: Join) -> None:
    coder, other, reviewer = join("ليان", "coder"), join("فارس", "coder"), join("رنا")
    item = killing(coder.client)
    judge_form(coder.client, item, "accept").send(coder.client, decision="accept")
    assert other.send("/undo", number="1", why="لا").status_code == 403
    assert reviewer.send("/undo", number="1", why="راجعت").status_code == 303
    judge_form(coder.client, item, "accept").send(coder.client, decision="accept")
    assert coder.send("/undo", number="3", why="أخطأت").status_code == 303
    assert [j.undone for j in ledger_of(coder.client).judgements()] == [True, False, True, False]
    assert coder.send("/undo", number="99", why="لا").status_code == 404
    assert coder.send("/undo", number="x", why="لا").status_code == 400
    acts = [(e.account, e.act) for e in coder.team.audit() if e.act in ("judge", "undo")]
    assert acts == [("ليان", "undo"), ("ليان", "judge"), ("رنا", "undo"), ("ليان", "judge")]


def test_who_only_reads_decides_nothing(join: Join) -> None:
    reader = join("نادر", "reader")
    item = killing(reader.client)
    sent = {"about": "statement", "decision": "reject", "one": item.statement, "why": "لا"}
    assert reader.send("/judge", **sent).status_code == 403
    assert reader.send("/undo", number="1").status_code == 403
    assert reader.send("/hold", key="statement x").status_code == 403


def test_the_form_leads_nowhere_else(client: TestClient) -> None:
    sent = judge_form(client, killing(client), "accept")
    answer = sent.send(client, decision="accept", next="//evil.example/x")
    assert answer.headers["location"] == "/"


def test_another_name_alone_leaves_the_old_point(client: TestClient) -> None:
    item = killing(client)
    assert item.where is not None and item.where.point is not None
    edit_form(client, item).send(client, place="تل السماق")
    unknown = killing(client).where
    assert unknown is not None and item.where is not None
    assert (unknown.name, unknown.point, unknown.precision) == ("تل السماق", None, None)
    assert unknown.country == item.where.country
    edit_form(client, item).send(client, place="مدينة نوى")
    known = killing(client).where
    assert known is not None and known.point is not None
    assert (known.name, known.admin) == ("مدينة نوى", "درعا")


def test_a_point_from_the_map_keeps_the_name(client: TestClient) -> None:
    item = killing(client)
    edit_form(client, item).send(client, place="", latitude="36.33", longitude="37.03")
    where = killing(client).where
    assert where is not None and item.where is not None
    assert (where.name, where.point, where.precision) == (item.where.name, (36.33, 37.03), "exact")


_MISTAKES = [
    ({"earliest": "2023-05-20", "latest": "2023-05-17"}, "days", "The first day is after the last"),
    ({"earliest": "yesterday"}, "days", "A day is written"),
    ({"latest": "9999-12-31"}, "days", "in the years 1800 to 2200"),
    ({"killed_low": "9", "killed_high": "2"}, "killed", "The lowest number is above the highest"),
    ({"wounded_low": "many"}, "wounded", "written in digits"),
    ({"latitude": ""}, "place", "Give both latitude and longitude"),
    ({"latitude": "95"}, "place", "Latitude is -90 to 90"),
    ({"place": ""}, "place", "Give the name of the place"),
    ({"agents": ["0-999999"]}, "agents", "no words of the report"),
    ({"targets_words": "جيش الورد"}, "targets", "these words are not in the report"),
    ({}, "", "Nothing was changed"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "field", "message"), _MISTAKES)
def test_a_mistake_is_told_beside_its_field(
    client: TestClient, typed: dict[str, Any], field: str, message: str
) -> None:
    item = killing(client)
    answer = edit_form(client, item).send(client, why="راجعته", **typed)
    assert answer.status_code == 400
    assert wrong(answer.text) == {field}
    assert message in unescape(answer.text)
    again = form(answer.text, "/judge", decision="correct")
    assert again.fields["why"] == ["راجعته"]
    for name, value in typed.items():
        if isinstance(value, str):
            assert again.fields[name] == [value]
    told = edit_form(client, item).send(client, json=True, **typed).json()["fields"]
    assert told.keys() == {field} and message in told[field]
    assert ledger_of(client).judgements() == []


def test_two_mistakes_are_told_at_once_in_the_language_of_the_page(client: TestClient) -> None:
    client.cookies.set("riwaya_language", "ar")
    sent = edit_form(client, killing(client))
    answer = sent.send(client, killed_low="9", killed_high="2", latitude="", type="injury")
    assert wrong(answer.text) == {"killed", "place"}
    assert "The lowest" not in answer.text and "أدنى" in answer.text
    again = form(answer.text, "/judge", decision="correct")
    assert again.fields["type"] == ["injury"] and again.fields["killed_low"] == ["9"]
    assert "/judge" not in {f for x in forms(answer.text) for f in x.fields.get("next", [])}
    fixed = again.send(client, killed_low="2", killed_high="9", latitude="36.2")
    assert fixed.status_code == 303
    (kept,) = ledger_of(client).judgements()
    assert bare(kept.value).keys() == {"type", "killed", "place"}


def test_the_map_opens_where_the_incident_is(client: TestClient) -> None:
    item = killing(client)
    found = ledger_of(client).incident(item.incident).where
    assert found is not None
    page = client.get(f"/review?statement={quote(item.statement)}").text
    if "data-pick" in page:  # scripts are built
        assert f'data-lat="{found.latitude}" data-lon="{found.longitude}"' in page
    assert item.point == found.point


def test_a_refused_form_leads_back_to_the_queue(client: TestClient) -> None:
    queue = "/review?kind=statements&page=1"
    item = killing(client)
    answer = edit_form(client, item).send(client, next=queue, latitude="")
    again = form(answer.text, "/judge", decision="correct")
    assert again.fields["next"] == [queue]
    assert again.send(client, latitude="36.4").headers["location"].startswith(queue)
