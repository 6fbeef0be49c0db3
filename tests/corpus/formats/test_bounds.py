"""A file of 500 MB of any kind is told from, not read whole; nor do names deceive."""

import tracemalloc
from pathlib import Path

import pytest
from arrivals import TEXT, Came, write

from riwaya.corpus import SUFFIXES, open_sources

OF_ONE = [".txt", ".html", ".htm", ".pdf", ".docx", ".xlsx", ".csv", ".tsv"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_five_hundred_megabytes(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    with path.open("wb") as stream:
        stream.truncate(500 * 1024 * 1024)
    tracemalloc.start()
    came = Came(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert came.arrivals == []
    assert came.problem.where.startswith(str(path))
    assert most < 300 * 1024 * 1024
    if suffix in OF_ONE:
        assert "larger than 64 MB" in came.problem.what
        assert most < 10 * 1024 * 1024


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "raw",
    [b"", b"\0" * 99, b"\xff" * 999, b"PK\x03\x04", b"%PDF-1.4", b"\x1f\x8b\x08\0", b"{" * 99],
)
def test_garbage_of_every_kind(tmp_path: Path, suffix: str, raw: bytes) -> None:
    good = write(tmp_path / "z.txt", TEXT)
    path = write(tmp_path / f"a{suffix}", raw)
    came = Came(path, good)
    assert came.texts == [TEXT]
    assert came.problems
    assert all(p.where.startswith(str(path)) and p.what and p.remedy for p in came.problems)


def test_a_suffix_in_capitals_and_of_two_parts(tmp_path: Path) -> None:
    assert Came(write(tmp_path / "A.TXT", TEXT)).texts == [TEXT]
    line = f'{{"text": "{TEXT}"}}'
    (arrival,) = Came(write(tmp_path / "day.1.JSONL", line)).arrivals
    assert arrival.report.id == "day.1:1"
    assert "unknown kind" in Came(write(tmp_path / "a.gz", b"\x1f\x8b")).problem.what


def test_arrivals_may_share_an_id_but_reports_to_read_do_not(tmp_path: Path) -> None:
    one, two = write(tmp_path / "x" / "a.txt", TEXT), write(tmp_path / "y" / "a.txt", TEXT)
    came = Came(one, two)
    assert [a.report.id for a in came.arrivals] == ["a", "a"]
    assert came.problems == []
    assert len(list(open_sources([str(one), str(two)]))) == 3
