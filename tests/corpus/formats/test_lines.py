"""JSON lines packed by gzip, and what an arrival keeps of a line."""

import gzip
import json
from pathlib import Path

import pytest
from arrivals import PAGE, TEXT, Came, write
from hypothesis import given
from hypothesis import strategies as st

from riwaya.corpus import sources
from riwaya.corpus.formats.gunzip import Gunzipped


def lines(count: int) -> bytes:
    rows = [{"text": f"{TEXT} {n}", "outlet": "سبأ"} for n in range(1, count + 1)]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def test_a_line_is_kept_as_it_was(tmp_path: Path) -> None:
    raw = lines(2)
    for name, content in (("day.jsonl", raw), ("day.jsonl.gz", gzip.compress(raw))):
        came = Came(write(tmp_path / name, content))
        assert [a.report.id for a in came.arrivals] == ["day:1", "day:2"]
        assert [a.origin for a in came.arrivals] == [f"{name}:1", f"{name}:2"]
        assert [a.raw for a in came.arrivals] == raw.splitlines()
        assert {a.media_type for a in came.arrivals} == {"application/json"}
        assert came.arrivals[0].raw_sha256


def test_a_page_alone_keeps_its_bytes(tmp_path: Path) -> None:
    (arrival,) = Came(write(tmp_path / "p.html", PAGE.encode("cp1256"))).arrivals
    assert (arrival.raw, arrival.media_type) == (PAGE.encode("cp1256"), "text/html")
    assert (arrival.origin, arrival.fetched) == ("p.html", None)


def test_origins_in_a_folder_are_relative_to_it(tmp_path: Path) -> None:
    write(tmp_path / "2024" / "march" / "a.txt", TEXT)
    (arrival,) = Came(tmp_path).arrivals
    assert (arrival.origin, arrival.report.id) == ("2024/march/a.txt", "a")


def test_a_cut_gzip_gives_what_came_before(tmp_path: Path) -> None:
    packed = gzip.compress(lines(400))
    came = Came(write(tmp_path / "a.jsonl.gz", packed[: len(packed) // 2]))
    assert len(came.arrivals) > 50
    assert came.texts[0] == f"{TEXT} 1"
    assert "cut off" in came.problems[-1].what


def test_a_gzip_bomb_is_read_in_small_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "LARGEST", 100_000)
    bomb = b'{"text": "' + b"a" * 50_000_000 + b'"}\n'
    path = write(tmp_path / "a.jsonl.gz", gzip.compress(bomb + lines(1)))
    came = Came(path)
    assert "larger than" in came.problem.what
    assert came.problem.where == f"{path}:1"
    assert came.texts == [f"{TEXT} 1"]


@given(st.lists(st.binary(max_size=300), max_size=4), st.integers(1, 50))
def test_unpacking_gives_what_was_packed(members: list[bytes], size: int) -> None:
    import io

    packed = Gunzipped(io.BytesIO(b"".join(map(gzip.compress, members)) + b"\0" * 3))
    pieces = []
    while piece := packed.read(size):
        pieces.append(piece)
    assert b"".join(pieces) == b"".join(members)
    assert packed.broken is None
