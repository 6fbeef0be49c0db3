"""Reports over the API: a window of the text with what was read in it, words of it, searches."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.testclient import TestClient
from told_ledger import HAYAN, HAYAN_2, JASIM, REPORTS

from riwaya.ledger import Ledger
from riwaya.ledger.ruling import Judgement


def report(client: TestClient, id: str) -> dict[str, Any]:
    """A report."""
    answer = client.get("/api/v1/report", params={"id": id})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_a_report_is_given_with_what_was_read_in_it(client: TestClient) -> None:
    for kept in REPORTS:
        found = report(client, str(kept["id"]))
        assert found["text"].endswith(str(kept["text"]))
        assert found["outlet"] == kept["outlet"] and found["published"] == kept["published"]
        assert (found["start"], found["end"]) == (0, found["length"]) == (0, len(found["text"]))
        assert found["statements"] and found["incidents"]
        for span in spans(found):
            assert found["text"][span["start"] : span["end"]] == span["text"]


def spans(found: dict[str, Any]) -> list[dict[str, Any]]:
    """All spans of mentions, triggers and evidence."""
    of = list(found["mentions"])
    for s in found["statements"]:
        of += [*([s["trigger"]] if s["trigger"] else []), *s["evidence"]]
    return of


def test_a_statement_can_be_judged_by_its_key(client: TestClient, ledger_file: Path) -> None:
    (first, *_) = report(client, JASIM)["statements"]
    with Ledger(ledger_file) as ledger:
        number = ledger.judge(Judgement("statement", "unsure", first["key"], "سلمى", "ask again"))
    (judgement,) = client.get("/api/v1/judgements").json()["judgements"]
    assert (judgement["number"], judgement["one"], judgement["decision"]) == (
        number, first["key"], "unsure",
    )  # fmt: skip


def test_judgements_come_newest_first_and_in_pages(client: TestClient, ledger_file: Path) -> None:
    keys = [s["key"] for s in report(client, HAYAN_2)["statements"]][:2]
    with Ledger(ledger_file) as ledger:
        made = [ledger.judge(Judgement("statement", "unsure", k, "سلمى", "why")) for k in keys]
        ledger.undo(made[0], by="سلمى", why="in haste")
    whole = client.get("/api/v1/judgements").json()
    assert whole["total"] == 3
    assert [j["undoes"] for j in whole["judgements"]] == [made[0], None, None]
    assert [j["undone"] for j in whole["judgements"]] == [False, False, True]
    second = client.get("/api/v1/judgements?page=2&limit=1").json()["judgements"]
    assert second == whole["judgements"][1:2]


def test_evidence_has_its_words_and_those_around(client: TestClient) -> None:
    given = client.get(f"/api/v1/evidence?report={HAYAN}&start=0&end=4").json()
    whole = report(client, HAYAN)["text"]
    assert (
        given["before"] + given["words"] + given["after"] == whole[given["first"] : given["last"]]
    )
    assert given["words"] == whole[:4]
    for start, end in ((4, 4), (5, 2), (0, 10_000)):
        wrong = client.get(f"/api/v1/evidence?report={HAYAN}&start={start}&end={end}")
        assert (wrong.status_code, wrong.json()["ok"]) == (400, False)


def test_a_search_marks_what_matched(client: TestClient) -> None:
    found = client.get("/api/v1/search", params={"q": "قصف"}).json()
    assert {f["report"] for f in found["found"]} == {HAYAN, HAYAN_2}
    for f in found["found"]:
        assert any(p["matched"] for s in f["snippets"] for p in s)
    first = client.get("/api/v1/search", params={"q": "قصف", "limit": 1}).json()
    second = client.get("/api/v1/search", params={"q": "قصف", "limit": 1, "page": 2}).json()
    assert (first["more"], second["more"]) == (True, False)
    assert [*first["found"], *second["found"]] == found["found"]


def test_the_numbers_of_the_ledger(client: TestClient) -> None:
    assert client.get("/api/v1/stats").json()["reports"] == len(REPORTS)


def test_what_is_not_there_is_not_found(client: TestClient) -> None:
    for path in ("/api/v1/report?id=x", "/api/v1/incidents/x", "/api/v1/nothing"):
        answer = client.get(path)
        assert (answer.status_code, answer.json()["ok"]) == (404, False)
