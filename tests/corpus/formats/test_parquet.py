"""Parquet: rows as JSON lines, in batches; broken files and missing libraries are told."""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from arrivals import PAGE, TEXT, Came, write

from riwaya.corpus import sources


def table(path: Path, columns: dict[str, list[Any]], **how: Any) -> Path:
    pq.write_table(pa.table(columns), path, **how)
    return path


def test_rows(tmp_path: Path) -> None:
    path = table(
        tmp_path / "day.parquet",
        {
            "id": ["a", None, None],
            "text": [TEXT, None, f"{TEXT} 3"],
            "html": [None, PAGE, None],
            "outlet": ["سبأ", None, None],
            "published": [datetime(2024, 3, 10, 8), None, None],
            "other": [{"x": 1}, None, None],
        },
    )
    first, second, third = Came(path, published="2024-01-02", outlet="المسار").arrivals
    assert (first.report.id, first.report.outlet) == ("a", "سبأ")
    assert first.report.published == date(2024, 3, 10)
    assert (first.origin, first.raw) == ("day.parquet:1", None)
    assert second.report.text.startswith("هجوم في أبين")
    assert (second.raw, second.media_type) == (PAGE.encode(), "text/html")
    assert (third.report.id, third.report.text) == ("day:3", f"{TEXT} 3")
    assert (third.report.published, third.report.outlet) == (date(2024, 1, 2), "المسار")


def test_as_json_lines(tmp_path: Path) -> None:
    rows = [{"text": f"{TEXT} {n}", "title": f"خبر {n}", "published": "2024-03-10"} for n in "123"]
    packed = table(tmp_path / "a.parquet", {name: [r[name] for r in rows] for name in rows[0]})
    plain = write(tmp_path / "a.jsonl", "\n".join(map(json.dumps, rows)))
    assert [a.report for a in Came(packed).arrivals] == [a.report for a in Came(plain).arrivals]


def test_a_bad_row_names_itself(tmp_path: Path) -> None:
    columns = {"text": [TEXT, None, "none", TEXT], "published": [None, None, None, "March"]}
    path = table(tmp_path / "a.parquet", columns, row_group_size=2)
    came = Came(path)
    assert [a.report.id for a in came.arrivals] == ["a:1"]
    assert [p.where for p in came.problems] == [f"{path}:{n}" for n in (2, 3, 4)]


def test_many_groups_and_batches(tmp_path: Path) -> None:
    texts = [f"{TEXT} {n}" for n in range(3000)]
    came = Came(table(tmp_path / "a.parquet", {"text": texts}, row_group_size=1300))
    assert came.texts == texts


def test_one_long_text_in_many_rows_is_not_unfolded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "LARGEST", 100_000)
    long = pa.array([TEXT * 20_000]).dictionary_encode()
    rows = pa.DictionaryArray.from_arrays(pa.array([0] * 200, pa.int32()), long.dictionary)
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": rows}), path)
    came = Came(path)
    assert came.arrivals == []
    assert {"MB" in problem.what for problem in came.problems} == {True}


@pytest.mark.parametrize("raw", [b"", b"PAR1", b"PAR1" * 100, TEXT.encode()])
def test_broken(tmp_path: Path, raw: bytes) -> None:
    assert "cannot be read" in Came(write(tmp_path / "a.parquet", raw)).problem.what


def test_damaged_inside(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", {"text": [f"{TEXT} {n}" for n in range(900)]})
    raw = bytearray(path.read_bytes())
    raw[200:2000] = b"\xff" * 1800
    assert Came(write(path, bytes(raw))).problems


def test_no_rows_and_no_text(tmp_path: Path) -> None:
    assert "text or html" in Came(table(tmp_path / "a.parquet", {"x": [1]})).problem.what
    none = table(tmp_path / "b.parquet", {"text": pa.array([], pa.string())})
    assert "no rows" in Came(none).problem.what


def test_without_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = table(tmp_path / "a.parquet", {"text": [TEXT]})
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    assert "riwaya[parquet]" in Came(path).problem.remedy
