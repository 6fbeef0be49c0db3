"""Files that are no ledger any more, or not yet; bad input among good."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from arrivals import PAGE, TEXT
from ledger.crash.conftest import Reports
from ledger.crash.contents import contents, url_of
from ledger.crash.driver import arrivals, outcomes
from sqlalchemy import create_engine, text

from riwaya.corpus.jsonl import Rejected
from riwaya.corpus.web.feeds import parse_feed
from riwaya.ledger import Ledger
from riwaya.ledger.adding import Added
from riwaya.ledger.errors import LedgerError
from riwaya.model import Problem, Reading, Report

_HUGE = 500 * 1024 * 1024


def test_a_ledger_of_a_newer_version(ledger_place: str, reports: Reports) -> None:
    with Ledger(ledger_place, create=True) as ledger:
        list(outcomes(ledger, [reports.of(2)], str(reports.readings)))
    engine = create_engine(url_of(ledger_place))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    before = contents(ledger_place)
    for create in (True, False):
        with pytest.raises(LedgerError, match=r"made by a newer Riwaya.*Update Riwaya"):
            Ledger(ledger_place, create=create)
    assert contents(ledger_place) == before


@pytest.mark.parametrize(
    ("part", "said"), [(0.5, "damaged. Restore it"), (0.97, "damaged"), (0.0001, "damaged")]
)
def test_a_file_that_was_cut_off(reports: Reports, tmp_path: Path, part: float, said: str) -> None:
    place = tmp_path / "war.ledger"
    with Ledger(place, create=True) as ledger:
        list(outcomes(ledger, [reports.of(6)], str(reports.readings)))
    left = place.read_bytes()
    left = left[: int(len(left) * part)]
    place.write_bytes(left)
    with pytest.raises(LedgerError, match=said) as told:
        Ledger(place, create=True)
    assert str(place) in str(told.value)
    assert place.read_bytes() == left


def test_pages_that_were_overwritten(reports: Reports, tmp_path: Path) -> None:
    place = tmp_path / "war.ledger"
    with Ledger(place, create=True) as ledger:
        list(outcomes(ledger, [reports.of(12)], str(reports.readings)))
    raw = bytearray(place.read_bytes())
    raw[4096 * 4 :] = b"\xff" * len(raw[4096 * 4 :])
    place.write_bytes(raw)
    with pytest.raises(LedgerError, match=r"damaged. Restore it"), Ledger(place) as ledger:
        ledger.incidents()
        ledger.stats()
        list(outcomes(ledger, [str(reports.source)], str(reports.readings)))


@pytest.mark.parametrize("content", [b"no database at all" * 99, b"%PDF-1.4"])
def test_a_file_that_never_was_a_ledger(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "notes.txt"
    place.write_bytes(content)
    with pytest.raises(LedgerError, match=r"notes\.txt: is no ledger"):
        Ledger(place, create=True)
    assert place.read_bytes() == content


def _read_all(items: Iterable[Report | Problem]) -> Iterator[Reading | Problem]:
    """Of readers the quickest: there is nothing in any report."""
    return (i if isinstance(i, Problem) else Reading(i, "fake", "1") for i in items)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(_HUGE)


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", b" " * 300_000_000)


def _broken_line(path: Path) -> None:
    lines = [json.dumps({"id": f"j{n}", "text": f"{TEXT} {n}"}) for n in range(3)]
    path.write_text("\n".join((lines[0], '{"id": "j9", "text": "cut', lines[1], lines[2])))


def _cut_warc(path: Path) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for n in range(3):
            import io

            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")])
            page = io.BytesIO(PAGE.replace("أبين", f"أبين {n}").encode())
            writer.write_record(writer.create_warc_record(
                f"https://site.example/{n}", "response", payload=page,
                http_headers=headers.__class__("200 OK", headers.headers, protocol="HTTP/1.1"),
            ))  # fmt: skip
    path.write_bytes(path.read_bytes()[:-200])


@pytest.mark.parametrize(
    ("name", "make", "where", "good"),
    [
        ("cut.warc.gz", _cut_warc, "cut.warc.gz", 2),
        ("bomb.docx", _bomb, "bomb.docx", 0),
        ("huge.txt", _sparse, "huge.txt", 0),
        ("huge.jsonl", _sparse, "huge.jsonl", 0),
        ("huge.warc.gz", _sparse, "huge.warc.gz", 0),
        ("lines.jsonl", _broken_line, "lines.jsonl:2", 3),
    ],
)
def test_bad_input_is_named_and_good_input_is_in(
    name: str, make: object, where: str, good: int, tmp_path: Path
) -> None:
    assert callable(make)
    folder = tmp_path / "in"
    folder.mkdir()
    make(folder / name)
    (folder / "a.txt").write_text(TEXT)
    (folder / "z.txt").write_text(f"{TEXT} وأصيب ثالث.")
    with Ledger(tmp_path / "war.ledger", create=True) as ledger:
        came = list(ledger.add(arrivals([str(folder)]), _read_all))
        (problem,) = [c for c in came if isinstance(c, Problem)]
        assert problem.where.startswith(str(folder / where))
        assert problem.what and problem.remedy
        assert "Traceback" not in str(problem) and "Error" not in str(problem)
        assert sum(isinstance(c, Added) and c.new for c in came) == good + 2
        assert ledger.stats()["reports"] == good + 2


def test_a_page_is_no_feed() -> None:
    """Feeds come over the network alone; the page says so before anything is added."""
    with pytest.raises(Rejected, match="feed") as told:
        parse_feed(PAGE.encode(), "https://site.example/feed.xml", "https://site.example/feed.xml")
    assert told.value.remedy


def test_a_failed_reading_takes_no_other_report_with_it(tmp_path: Path) -> None:
    """Problems of the input and of the reading in turn: each outcome is of its own report."""

    def read_all(items: Iterable[Report | Problem]) -> Iterator[Reading | Problem]:
        for item in items:
            if isinstance(item, Report) and item.id.endswith("3"):
                yield Problem(str(item.id), "could not be read", "Tell us")
            else:
                yield item if isinstance(item, Problem) else Reading(item, "fake", "1")

    lines = [json.dumps({"id": f"j{n}", "text": f"{TEXT} {n}"}) for n in range(60)]
    for n in range(0, 60, 4):
        lines[n] = "{"
    source = tmp_path / "lines.jsonl"
    source.write_text("\n".join(lines))
    for again in (False, True):
        with Ledger(tmp_path / "war.ledger", create=True) as ledger:
            came = [
                (c.where.removeprefix(f"{source}:"), None) if isinstance(c, Problem)
                else (c.report, c.new)
                for c in ledger.add(arrivals([str(source)]), read_all)
            ]  # fmt: skip
        assert came == [
            (str(n + 1), None) if n % 4 == 0 else (f"j{n}", None if n % 10 == 3 else not again)
            for n in range(60)
        ]
