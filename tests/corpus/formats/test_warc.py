"""Web archives: pages and texts come out, everything else is counted, a break is told."""

import gzip
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from arrivals import PAGE, TEXT, Came, write
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from riwaya.corpus import sources

DAY = "2024-03-10T08:30:00Z"


def archive(*records: tuple[str, str, str, str, bytes], packed: bool = False) -> bytes:
    """Records as (kind, address, status, media type, payload)."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for kind, url, status, media, payload in records:
        headers = {"WARC-Date": DAY}
        if kind == "response":
            http = StatusAndHeaders(f"{status} X", [("Content-Type", media)], protocol="HTTP/1.1")
            made = writer.create_warc_record(
                url, kind, io.BytesIO(payload), http_headers=http, warc_headers_dict=headers
            )
        else:
            made = writer.create_warc_record(
                url, kind, io.BytesIO(payload), warc_content_type=media, warc_headers_dict=headers
            )
        writer.write_record(made)
    return out.getvalue()


def page(number: int, text: str = TEXT) -> tuple[str, str, str, str, bytes]:
    body = f"{text} {number}".encode()
    return "response", f"https://example.org/{number}", "200", "text/plain; charset=utf-8", body


@pytest.mark.parametrize("packed", [False, True])
def test_pages_and_texts(tmp_path: Path, packed: bool) -> None:
    raw = archive(
        ("response", "https://example.org/a", "200", "text/html", PAGE.encode("cp1256")),
        ("resource", "https://example.org/b", "", "text/plain", TEXT.encode()),
        ("response", "https://example.org/c", "301", "text/html", PAGE.encode()),
        ("response", "https://example.org/robots.txt", "200", "text/plain", b"User-agent: *"),
        ("response", "https://example.org/d.png", "200", "image/png", b"\x89PNG"),
        ("metadata", "https://example.org/a", "", "text/plain", TEXT.encode()),
        packed=packed,
    )
    name = "posts.warc.gz" if packed else "posts.warc"
    came = Came(write(tmp_path / name, raw), outlet="سبأ")
    first, second = came.arrivals
    assert came.problems == []
    assert came.skipped.total() == 4
    assert (first.report.id, first.origin, first.media_type) == (
        "posts:1",
        f"{name}#1",
        "text/html",
    )
    assert first.report.url == "https://example.org/a"
    assert first.report.text.startswith("هجوم في أبين\nقتل جنديان")
    assert first.raw == PAGE.encode("cp1256")
    assert first.fetched == datetime(2024, 3, 10, 8, 30, tzinfo=UTC)
    assert (second.report.text, second.report.outlet) == (TEXT, "سبأ")


def test_packed_as_one_stream(tmp_path: Path) -> None:
    raw = gzip.compress(archive(page(1), page(2), page(3)))
    assert len(Came(write(tmp_path / "a.warc.gz", raw)).arrivals) == 3


@pytest.mark.parametrize("packed", [False, True])
def test_cut_off_anywhere(tmp_path: Path, packed: bool) -> None:
    """Whatever byte it is cut at: all whole records before it, and the break at the next one."""
    one, two = archive(page(1), packed=packed), archive(page(1), page(2), packed=packed)
    raw = archive(page(1), page(2), page(3), packed=packed)
    for size in range(len(one) + 8, len(raw) - 8, 7):
        came = Came(write(tmp_path / "a.warc", raw[:size]))
        whole = 2 if size >= len(two) - 4 else 1  # an archive's last blank lines do not matter
        assert came.texts == [f"{TEXT} {n}" for n in range(1, len(came.texts) + 1)]
        if packed:  # all of a record may be there but for the end of its compression
            assert whole <= len(came.texts) <= whole + 1
        else:
            assert len(came.texts) == whole
        if abs(size - len(two)) > 8:
            assert came.problem.where.endswith(f"a.warc#{len(came.texts) + 1}")
            assert "breaks off" in came.problem.what


def test_damaged_in_the_middle(tmp_path: Path) -> None:
    one = archive(page(1), packed=True)
    raw = bytearray(archive(page(1), page(2), page(3), packed=True))
    raw[len(one) + 30 : len(one) + 60] = b"\xff" * 30
    came = Came(write(tmp_path / "a.warc.gz", bytes(raw)))
    assert came.texts == [f"{TEXT} 1"]
    assert came.problem.where.endswith("a.warc.gz#2")
    assert "damaged" in came.problem.what


def test_a_head_without_end(tmp_path: Path) -> None:
    raw = archive(page(1)) + b"WARC/1.0\r\nX: " + b"a" * 30_000_000
    came = Came(write(tmp_path / "a.warc", raw))
    assert came.texts == [f"{TEXT} 1"]
    assert came.problem.where.endswith("a.warc#2")


@pytest.mark.parametrize("raw", [b"", TEXT.encode() * 50, b"\x1f\x8b", b"WARC/1.0\r\n\r\n" * 9])
def test_no_archive(tmp_path: Path, raw: bytes) -> None:
    came = Came(write(tmp_path / "a.warc", raw))
    assert came.arrivals == []
    assert came.problem.where.startswith(str(tmp_path / "a.warc"))


def test_a_bad_page_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "LARGEST", 1000)
    records = [page(1), page(2, TEXT * 50), page(3, "nothing Arabic"), page(4)]
    came = Came(write(tmp_path / "a.warc", archive(*records)))
    assert [arrival.origin for arrival in came.arrivals] == ["a.warc#1", "a.warc#4"]
    larger, foreign = came.problems
    assert "larger than" in larger.what and larger.where.endswith("#2")
    assert "no Arabic" in foreign.what and foreign.where.endswith("#3")
