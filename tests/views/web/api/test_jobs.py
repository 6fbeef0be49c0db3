"""Adding by programs: what they say of a file is kept with it."""

from __future__ import annotations

from datetime import date

from starlette.testclient import TestClient
from views.web.conftest import csrf_of


def test_files_keep_their_day_and_their_outlet(client: TestClient) -> None:
    """The day of publication was dropped on the way, and reports without one are dated by none."""
    given = {"outlet": "شبكة السهل", "published": "2023-05-06"}
    answer = client.post(
        "/api/v1/jobs/files", data=given, headers={"x-csrf-token": csrf_of(client)},
        files={"files": ("one.txt", "قُتل مدني في نوى.".encode())},
    )  # fmt: skip
    (number,) = answer.json()["jobs"]
    kept = client.get(f"/api/v1/jobs/{number}").json()
    assert {k: kept[k] for k in given} == given
    (job,) = client.app.state.ledger.jobs.listed()  # type: ignore[attr-defined]
    assert (job.published, job.outlet) == (date(2023, 5, 6), "شبكة السهل")


def test_a_day_that_is_none_is_refused(client: TestClient) -> None:
    answer = client.post(
        "/api/v1/jobs/files", data={"published": "2023-02-31"},
        headers={"x-csrf-token": csrf_of(client)}, files={"files": ("one.txt", b"x")},
    )  # fmt: skip
    assert (answer.status_code, answer.json()["ok"]) == (400, False)
