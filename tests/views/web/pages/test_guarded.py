"""Restricting and purging a report by its page's forms, by whom and to whom it is shown."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient
from told_ledger import JASIM
from views.web.filling import form
from views.web.guard.members import Join

from riwaya.ledger import Ledger
from riwaya.ledger.database import reading
from riwaya.ledger.schema import reports
from riwaya.ledger.team.brought import Brought


def _page(client: TestClient, name: str = JASIM) -> str:
    return client.get("/report", params={"id": name}).text


def test_a_report_is_restricted_and_shown_to_all_again(join: Join) -> None:
    one, two = join("رنا", "reviewer", "حمص"), join("فارس", "reviewer")
    sent = form(_page(one.client), "/restrict")
    answer = sent.send(one.client, group="حمص", why="حماية الشاهد")
    assert answer.headers["location"] == f"/report?id={JASIM}"
    assert two.client.get("/report", params={"id": JASIM}).status_code == 404
    assert two.send("/restrict", report=JASIM, group="", why="لا").status_code == 404
    assert "حمص" in _page(one.client)
    form(_page(one.client), "/restrict").send(one.client, group="", why="زال الخطر")
    assert two.client.get("/report", params={"id": JASIM}).status_code == 200
    acts = [(e.act, e.of) for e in one.team.audit() if e.act == "restrict"]
    assert acts == [("restrict", JASIM)] * 2


def test_who_works_alone_is_told_how_to_see_what_they_restricted(
    workspace: Callable[..., TestClient],
) -> None:
    client = workspace(groups=frozenset({"إدلب"}))
    sent = form(_page(client), "/restrict")
    answer = sent.send(client, group="حمص", why="حماية الشاهد")
    assert answer.status_code == 200
    assert "riwaya serve LEDGER --group &#39;إدلب&#39; --group &#39;حمص&#39;" in answer.text
    assert JASIM not in answer.text  # it is named by its words
    assert "اغتال مسلحون" in answer.text
    assert client.get("/report", params={"id": JASIM}).status_code == 404
    assert workspace(groups=frozenset({"حمص"})).get("/report", params={"id": JASIM}).is_success


def test_a_member_restricts_to_groups_of_their_own_only(join: Join) -> None:
    one = join("رنا", "reviewer", "حمص", "إدلب")
    offered = re.search(r'<select name="group">.*?</select>', _page(one.client))
    assert offered and re.findall('value="([^"]*)"', offered[0]) == ["", "إدلب", "حمص"]
    answer = one.send("/restrict", report=JASIM, group="حلب", why="حماية الشاهد")
    assert answer.status_code == 403
    assert "groups of your own" in answer.text
    assert join("فارس", "reader").client.get("/report", params={"id": JASIM}).status_code == 200


def test_restricting_needs_a_reason_and_a_name(client: TestClient) -> None:
    sent = form(_page(client), "/restrict")
    assert sent.send(client, group="حمص").status_code == 400
    assert sent.send(client, group="a\nb", why="حماية").status_code == 400
    assert client.get("/report", params={"id": JASIM}).status_code == 200


def test_a_purge_is_confirmed_by_the_id(client: TestClient) -> None:
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    sent = form(_page(client), "/purge")
    assert sent.send(client, confirm="jasim", why="خطر").status_code == 400
    assert sent.send(client, confirm=JASIM, why="").status_code == 400
    assert ledger.stats()["reports"] == 3
    assert sent.send(client, confirm=JASIM, why="خطر").status_code == 303
    assert client.get("/report", params={"id": JASIM}).status_code == 404
    assert ledger.stats()["reports"] == 2


def test_only_an_administrator_purges(join: Join) -> None:
    reviewer, admin = join("رنا"), join("سلمى", "admin")
    sent = {"report": JASIM, "confirm": JASIM, "why": "خطر"}
    assert reviewer.send("/purge", **sent).status_code == 403
    assert admin.send("/purge", **sent).status_code == 303
    assert [(e.account, e.of) for e in admin.team.audit() if e.act == "purge"] == [("سلمى", JASIM)]


def test_what_brought_a_report_follows_it_to_its_group(join: Join) -> None:
    """A title stayed on the page of jobs after its report was restricted."""
    boss = join("هدى", "admin", "شهود")
    other = join("جاد", "admin")
    ledger: Ledger = boss.client.app.state.ledger  # type: ignore[attr-defined]
    number = ledger.jobs.put("text", b"...", account="هدى", name="شهادة من السوق")
    ledger.jobs.take()
    ledger.jobs.done(number, Brought(new=1, reports=["hayan-1"]))
    assert "شهادة من السوق" in other.client.get("/add").text
    sent = boss.send("/restrict", report="hayan-1", group="شهود", why="خطر على الشاهد")
    assert sent.status_code == 303
    assert "شهادة من السوق" not in other.client.get("/add").text
    assert other.client.get(f"/add/{number}").status_code == 404
    assert "شهادة من السوق" in boss.client.get("/add").text


def test_a_purge_while_somebody_reads_is_on_record(
    join: Join, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was answered with 400, and no trace of it in the audit log."""
    monkeypatch.setattr("riwaya.ledger.database._WAIT", 200)
    boss = join("هدى", "admin")
    ledger: Ledger = boss.client.app.state.ledger  # type: ignore[attr-defined]
    with reading(ledger._engine) as connection:
        connection.execute(select(reports.c.id)).all()
        sent = boss.send("/purge", report="hayan-1", confirm="hayan-1", why="خطر")
    assert sent.status_code == 409
    assert boss.client.get("/report?id=hayan-1").status_code == 404
    (entry,) = [e for e in ledger.team.audit() if e.act == "purge"]
    assert (entry.of, entry.account) == ("hayan-1", "هدى")
