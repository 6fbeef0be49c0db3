"""`riwaya gazetteer`: what it adds and shows, and what it says of files that hold no places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from riwaya.cli import run

Capture = pytest.CaptureFixture[str]
PCODES = (
    "admin1Name_ar,admin1Pcode,admin2Name_ar,admin2Pcode,admin3Name_ar,admin3Pcode,lat,lon\n"
    "حمص,SY04,الرستن,SY0402,تل الزنابق,SY040299,34.92,36.73\n"
)


@pytest.fixture
def pcodes(tmp_path: Path) -> Path:
    path = tmp_path / "syr.csv"
    path.write_text(PCODES, encoding="utf-8")
    return path


def test_places_added_are_found_and_read_of_themselves(
    pcodes: Path, tmp_path: Path, capsys: Capture
) -> None:
    assert run(["gazetteer", "find", "تل الزنابق"]) == 1
    assert "No place" in capsys.readouterr().out
    assert run(["gazetteer", "add", str(pcodes)]) == 0
    assert "1 places added" in capsys.readouterr().out
    assert run(["gazetteer", "find", "تل الزنابق"]) == 0
    assert "34.9200 36.7300" in capsys.readouterr().out
    report = tmp_path / "r.txt"
    report.write_text("قُتل مدني بقصف على تل الزنابق بريف حمص.", encoding="utf-8")
    assert run(["read", str(report), "-f", "jsonl"]) == 0
    places = [m["place"] for m in json.loads(capsys.readouterr().out)["mentions"] if "place" in m]
    assert ("pcode:SY040299", 34.92, 36.73) in {
        (p["id"], p["latitude"], p["longitude"]) for p in places
    }


def test_a_folder_of_ones_own(pcodes: Path, tmp_path: Path, capsys: Capture) -> None:
    own = tmp_path / "words"
    assert run(["gazetteer", "add", str(pcodes), "--lexicon", str(own)]) == 0
    assert run(["gazetteer", "add", str(pcodes), "--lexicon", str(own)]) == 0
    assert "1 were there already" in capsys.readouterr().out
    assert run(["gazetteer", "find", "تل الزنابق", "--lexicon", str(own), "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert (json.loads(line)["district"], json.loads(line)["country"]) == ("الرستن", "SY")


def test_candidates_of_one_country(capsys: Capture) -> None:
    assert run(["gazetteer", "find", "طرابلس", "--json"]) == 0
    countries = {json.loads(line)["country"] for line in capsys.readouterr().out.splitlines()}
    assert {"LB", "LY"} <= countries
    assert run(["gazetteer", "find", "طرابلس", "--json", "--country", "LB"]) == 0
    countries = {json.loads(line)["country"] for line in capsys.readouterr().out.splitlines()}
    assert countries == {"LB"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "no such file"),
        (b"", "is empty"),
        ("الاسم,الرمز\nأ,ب\n".encode(), "admin2Pcode"),
        (b"\xff\xfe\x00a,b\n\xc3\x28", "not UTF-8"),
        (b"PK\x05\x06" + bytes(18), "no .txt or .csv"),
    ],
)
def test_a_file_without_places_is_one_line(
    content: bytes | None, told: str, tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "places.csv"
    if content is not None:
        path.write_bytes(content)
    assert run(["gazetteer", "add", str(path)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("riwaya: ") and len(said.splitlines()) == 1
    assert told in said
    assert "places.csv" in said


def test_bad_rows_are_told_and_the_good_ones_added(pcodes: Path, capsys: Capture) -> None:
    bad = "حمص,SY04,الرستن,SY0402,تل كذا,SY040298,كذا,36\n"
    pcodes.write_text(PCODES + bad, encoding="utf-8")
    assert run(["gazetteer", "add", str(pcodes)]) == 1
    said = capsys.readouterr().out
    assert "1 places added" in said
    assert "syr.csv:3" in said


@pytest.mark.parametrize(
    ("name", "told"), [("", "No place"), ("  ", "No place"), ("؟", "No place")]
)
def test_no_name_is_no_error_of_ours(name: str, told: str, capsys: Capture) -> None:
    assert run(["gazetteer", "find", name]) == 1
    said = capsys.readouterr()
    assert told in said.out and said.err == ""


def test_a_name_known_elsewhere_says_where(capsys: Capture) -> None:
    assert run(["gazetteer", "find", "تل شهاب", "--country", "ye"]) == 1
    assert "known in SY, not in YE" in capsys.readouterr().out


def test_a_folder_is_no_file_of_places(tmp_path: Path, capsys: Capture) -> None:
    assert run(["gazetteer", "add", str(tmp_path)]) == 2
    assert "is a folder" in capsys.readouterr().err
