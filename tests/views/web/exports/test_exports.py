"""Exports of a selection: tables, JSON lines and GeoJSON, whole or coarse."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from starlette.testclient import TestClient

from riwaya.ledger.nouns import Where
from riwaya.ledger.private import Private
from riwaya.views.web.exports.coarse import SOMEBODY, coarse_place, masked
from riwaya.views.web.exports.formats import COLUMNS
from riwaya.views.web.exports.routes import MOST

PRIVATE = ("سامر الخطيب", "أبو رعد")


def table(client: TestClient, query: str = "") -> list[dict[str, str]]:
    """The rows of the table of a selection."""
    answer = client.get(f"/export.csv{query}")
    assert answer.status_code == 200
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def lines(client: TestClient, query: str = "") -> list[dict[str, Any]]:
    """The objects of the JSON lines of a selection."""
    return [json.loads(line) for line in client.get(f"/export.jsonl{query}").text.splitlines()]


def test_a_table_has_a_row_for_each_incident(client: TestClient) -> None:
    given = client.get("/api/v1/incidents").json()["incidents"]
    rows = table(client)
    assert [r["id"] for r in rows] == [i["id"] for i in given]
    for row, incident in zip(rows, given, strict=True):
        assert tuple(row) == COLUMNS
        assert row["title"] == incident["title"] and row["grade"] == incident["grade"]
        assert row["report_ids"] == " | ".join(incident["reports"])
        assert row["killed_low"] == str((incident["killed"] or {"low": ""})["low"])
    (hayan,) = [r for r in rows if "hayan-1" in r["report_ids"]]
    assert hayan["precision"] and float(hayan["latitude"]) > 30
    assert "killed" in hayan["contested"].split(" | ")


def test_a_selection_is_exported_and_no_more(client: TestClient) -> None:
    (only,) = table(client, "?q=الخطيب")
    assert [x["id"] for x in lines(client, "?q=الخطيب")] == [only["id"]]
    assert table(client, "?place=لامكان") == []
    assert client.get("/export.csv?since=2023-02-31").status_code == 400
    assert client.get("/export.csv?q=-").status_code == 400


def test_the_file_is_named_after_the_day(client: TestClient) -> None:
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    for suffix in ("csv", "jsonl", "geojson"):
        for query, mark in (("", ""), ("?coarse=1", "-coarse")):
            named = client.get(f"/export.{suffix}{query}").headers["content-disposition"]
            assert named == f'attachment; filename="riwaya-{day}{mark}.{suffix}"'


def test_json_lines_have_the_accounts(client: TestClient) -> None:
    for found in lines(client):
        one = client.get(f"/api/v1/incidents/{found['id']}").json()
        assert found == {k: v for k, v in one.items() if k != "tellings"}


def test_geojson_has_a_feature_for_each_incident(client: TestClient) -> None:
    made = client.get("/export.geojson").json()
    assert made["type"] == "FeatureCollection"
    assert [f["id"] for f in made["features"]] == [x["id"] for x in lines(client)]
    for feature in made["features"]:
        place = feature["properties"]["place"]
        at = feature["geometry"]["coordinates"] if feature["geometry"] else [None, None]
        assert at == [place["longitude"], place["latitude"]]
    assert client.get("/export.geojson?place=لامكان").json()["features"] == []


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "geojson"])
def test_coarse_ones_name_no_private_person(client: TestClient, suffix: str) -> None:
    whole = client.get(f"/export.{suffix}").text
    coarse = client.get(f"/export.{suffix}?coarse=1").text
    assert all(name in whole for name in PRIVATE[:1])
    assert not [name for name in PRIVATE if name in coarse]
    assert SOMEBODY in coarse and "hayan-1" not in coarse
    assert "مسلحون مجهولون" in coarse  # groups keep their names
    assert "حيان" in whole and "حيان" not in coarse


def test_coarse_ones_have_no_sharp_point(jasim_client: TestClient) -> None:
    whole = {x["id"]: x["place"] for x in lines(jasim_client) if x["place"]}
    coarse = {x["id"]: x["place"] for x in lines(jasim_client, "?coarse=1") if x["place"]}
    assert whole.keys() == coarse.keys()
    assert any(p["precision"] == "exact" for p in whole.values())
    for id, place in coarse.items():
        assert place["precision"] not in ("exact", "near")
        for end in ("latitude", "longitude"):
            sharp = whole[id][end]
            assert place[end] == (None if sharp is None else round(sharp, 1))
    assert not [
        n for n in ("القرشي", "العراقي") if n in jasim_client.get("/export.csv?coarse=1").text
    ]


def test_a_fine_place_is_called_by_its_district() -> None:
    house = Where("منزل الشيخ", "منزل شيخ", None, 32.99, 36.06, "near", "SY", "درعا", "جاسم")
    assert coarse_place(house) == {
        "name": "جاسم", "latitude": 33.0, "longitude": 36.1, "precision": "district",
    }  # fmt: skip
    nowhere = coarse_place(Where("مزرعة سالم", "مزرعه سالم"))
    assert nowhere is not None and nowhere["name"] == ""
    assert coarse_place(None) is None


def test_a_name_inside_another_is_masked_too() -> None:
    private = Private({"أبو رعد", "سالم"}, {"بلدة حيان"})
    named = ["مجموعة أبو رعد", "سالم", "لواء سالمية", "أبو رعد", "بلدة حيان"]
    assert masked(named, private) == [f"مجموعة {SOMEBODY}", SOMEBODY, "لواء سالمية"]


def test_the_api_has_the_same_exports(client: TestClient) -> None:
    for suffix in ("csv", "jsonl", "geojson"):
        one = client.get(f"/export.{suffix}?coarse=1")
        other = client.get(f"/api/v1/export.{suffix}?coarse=1")
        assert (one.content, one.headers["content-type"]) == (
            other.content, other.headers["content-type"],
        )  # fmt: skip


def test_too_many_exports_at_once_are_put_off(client: TestClient) -> None:
    slots = client.app.state.exports  # type: ignore[attr-defined]
    for _ in range(MOST):
        assert slots.acquire(blocking=False)
    answer = client.get("/api/v1/export.csv")
    assert (answer.status_code, answer.json()["ok"]) == (503, False)
    for _ in range(MOST):
        slots.release()
    for _ in range(3 * MOST):  # each lets go of its place, also one that is refused
        assert client.get("/export.csv").status_code == 200
        assert client.get("/export.csv?q=-").status_code == 400


def test_no_title_of_a_coarse_one_has_a_private_name(jasim_client: TestClient) -> None:
    for found in lines(jasim_client, "?coarse=1"):
        assert re.split(" · ", found["title"])[0] == found["type"]
        assert set(found) >= {"id", "grade", "standing", "happened"}
        assert not {"accounts", "reasons", "standing_why", "grade_why", "parties"} & set(found)
