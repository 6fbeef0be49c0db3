"""Restricting and purging a report by its page's forms, by whom and to whom it is shown."""

from __future__ import annotations

import re
from collections.abc import Callable

from starlette.testclient import TestClient
from told_ledger import JASIM
from views.web.filling import form
from views.web.guard.members import Join

from riwaya.ledger import Ledger


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
