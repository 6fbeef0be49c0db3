"""Reading input: reports of every kind, one Problem for each bad input, never an exception."""

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from riwaya.corpus import open_sources, sources
from riwaya.corpus.sources import open_named
from riwaya.model import Arrival, Problem, Report

TEXT = "قتل جنديان في هجوم مسلح بمحافظة أبين جنوبي اليمن."
PAGE = (
    "<html><head><title>هجوم في أبين</title><meta charset='utf-8'>"
    "<meta property='article:published_time' content='2024-03-10'>"
    "<meta property='og:site_name' content='المسار'></head><body><article><h1>هجوم في أبين</h1>"
    + "".join(f"<p>{TEXT} وأصيب {n} آخرون بجروح متفاوتة في الاشتباكات.</p>" for n in range(3, 9))
    + "</article></body></html>"
)


def read(*arguments: object, stdin: bytes | None = None, **known: str) -> list[Report | Problem]:
    stream = io.BytesIO(stdin) if stdin is not None else None
    return list(open_sources(map(str, arguments), stdin=stream, **known))  # type: ignore[arg-type]


def reports(found: list[Report | Problem]) -> list[Report]:
    return [item for item in found if isinstance(item, Report)]


def only_problem(found: list[Report | Problem]) -> Problem:
    assert len(found) == 1
    assert isinstance(found[0], Problem)
    assert found[0].where and found[0].what and found[0].remedy
    return found[0]


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_text_file(tmp_path: Path) -> None:
    path = write(tmp_path / "abyan.txt", f"\ufeff{TEXT}\r\n{TEXT}\r")
    (report,) = reports(read(path, published="2024-03-10", outlet="المسار"))
    assert report == Report(f"{TEXT}\n{TEXT}\n", "abyan", date(2024, 3, 10), "المسار")


def test_json_lines(tmp_path: Path) -> None:
    lines = [
        {"id": "a", "text": TEXT, "published": "2024-03-10T08:00:00Z", "outlet": "سبأ"},
        {"text": TEXT, "title": "هجوم في أبين", "url": "https://example.org/1"},
        {"id": 7, "text": f"هجوم في أبين\n{TEXT}", "title": "هجوم في أبين"},
    ]
    path = write(tmp_path / "day.jsonl", "\n".join(json.dumps(line) for line in lines))
    first, second, third = reports(read(path))
    assert (first.id, first.published, first.outlet) == ("a", date(2024, 3, 10), "سبأ")
    assert (second.id, second.text) == ("day:2", f"هجوم في أبين\n{TEXT}")
    assert (third.id, third.text) == ("7", f"هجوم في أبين\n{TEXT}")


def test_page_alone_and_in_a_line(tmp_path: Path) -> None:
    page = write(tmp_path / "p.html", PAGE.encode("cp1256"))
    line = write(tmp_path / "l.jsonl", json.dumps({"html": PAGE, "outlet": "سبأ"}))
    alone, inside = reports(read(page, line))
    assert alone.text.startswith("هجوم في أبين\nقتل جنديان")
    assert (alone.published, alone.outlet) == (date(2024, 3, 10), "المسار")
    assert (alone.extractor or "").startswith("trafilatura ")
    assert (inside.id, inside.outlet, inside.text) == ("l:1", "سبأ", alone.text)


@pytest.mark.parametrize(
    ("content", "name"),
    [(TEXT, "stdin"), (PAGE, "stdin"), (json.dumps({"text": TEXT}), "stdin:1")],
)
def test_standard_input(content: str, name: str) -> None:
    (report,) = reports(read("-", stdin=content.encode()))
    assert report.id == name
    assert TEXT in report.text


def test_folders_are_read_in_order_of_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", "sub/c.txt", ".hidden.txt", "note.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name, TEXT)
    assert [report.id for report in reports(read(tmp_path))] == ["a", "b", "c"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1256", "iso8859-6", "utf-8-sig"])
@pytest.mark.parametrize("suffix", ["txt", "jsonl"])
def test_encodings(tmp_path: Path, encoding: str, suffix: str) -> None:
    line = json.dumps({"text": TEXT}, ensure_ascii=False)
    content = TEXT if suffix == "txt" else f"{line}\n{line}\n"
    path = write(tmp_path / f"a.{suffix}", content.encode(encoding))
    assert {report.text for report in reports(read(path))} == {TEXT}


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\n", "empty"),
        ("a.txt", b"no Arabic here", "no Arabic letters"),
        ("a.txt", TEXT.encode().decode("cp1252", "replace").encode(), "garbled"),
        ("a.txt", b"%PDF-1.7 \x00\x01", "PDF"),
        ("a.txt", bytes(range(256)) * 9, "binary"),
        ("a.txt", "Привет, как дела у вас".encode("koi8-r"), "encoding is unknown"),
        ("a.doc", TEXT.encode(), "unknown kind of file"),
        ("a", TEXT.encode(), "unknown kind of file"),
        ("a.html", b"<html><title>404 Not Found</title><body>x</body></html>", "error message"),
        ("a.html", "<html><body><p>حلب</p></body></html>".encode(), "no Arabic article"),
        ("a.html", b"", "empty"),
        ("a.jsonl", b"", "empty"),
        ("a.jsonl", b"{broken", "broken JSON"),
        ("a.jsonl", b"[" * 100_000, "broken JSON"),
        ("a.jsonl", b"[1, 2]", "not a JSON object"),
        ("a.jsonl", b'{"id": "x"}', "no text"),
        ("a.jsonl", b'{"text": 5}', "not a string"),
        ("a.jsonl", b'{"text": ""}', "empty"),
        ("a.jsonl", json.dumps({"text": TEXT, "published": "March"}).encode(), "March"),
        ("a.jsonl", json.dumps({"text": TEXT, "published": "2024-02-31"}).encode(), "2024-02-31"),
    ],
)
def test_bad_files(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    path = write(tmp_path / name, content)
    problem = only_problem(read(path))
    assert problem.where.startswith(str(path))
    assert what in problem.what


def test_other_bad_inputs(tmp_path: Path) -> None:
    assert "no such file" in only_problem(read(tmp_path / "none.txt")).what
    assert "no reports" in only_problem(read(tmp_path)).what
    assert "no standard input" in only_problem(read("-")).what
    assert only_problem(read("a\0b.txt")).what
    assert ".jsonl" in only_problem(read(write(tmp_path / "a.xyz", TEXT))).remedy
    assert "not a day" in only_problem(read(tmp_path, published="yesterday")).what


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1799-12-31", "2201-01-01T00:00Z"])
def test_a_day_at_the_end_of_the_calendar_is_the_problem_of_its_line(
    tmp_path: Path, day: str
) -> None:
    """It was taken, and adding it to a ledger ended the whole run."""
    lines = [{"text": TEXT, "published": day}, {"text": TEXT, "published": "1982-02-02"}]
    path = write(tmp_path / "a.jsonl", "\n".join(map(json.dumps, lines)))
    problem, report = read(path)
    assert isinstance(problem, Problem) and isinstance(report, Report)
    assert (problem.where, report.id) == (f"{path}:1", "a:2")
    assert f"«{day[:10]}» is not in the years 1800 to 2200" in problem.what
    assert only_problem(read(path, published=day)).where == "published"
    on = date.fromisoformat(day[:10])
    assert only_problem(list(open_sources([str(path)], published=on))).where == "published"


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_page_that_claims_such_a_day_has_none(tmp_path: Path, day: str) -> None:
    path = write(tmp_path / "p.html", PAGE.replace("2024-03-10", day))
    (report,) = reports(read(path))
    assert report.published is None


def test_a_bad_line_names_itself_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = json.dumps({"text": TEXT})
    path = write(tmp_path / "a.jsonl", f"{good}\n\n{{bad\n{good}\n")
    found = read(path, tmp_path / "none.txt", path)
    assert next(item.where for item in found if isinstance(item, Problem)) == f"{path}:3"
    assert len(reports(found)) == 4


def test_a_taken_id_is_told_and_read(tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "text": TEXT})
    found = read(write(tmp_path / "a.jsonl", f"{line}\n{line}\n{line}"))
    assert [report.id for report in reports(found)] == ["a", "a-2", "a-3"]
    assert len(found) == 5


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST", 1000)
    assert "larger than" in only_problem(read(write(tmp_path / "a.txt", TEXT * 50))).what
    long, short = json.dumps({"text": TEXT * 50}), json.dumps({"text": "حلب"})
    found = read(write(tmp_path / "b.jsonl", f"{long}\n{short}\n"))
    assert isinstance(found[0], Problem)
    assert found[0].where.endswith("b.jsonl:1")
    assert [report.id for report in reports(found)] == ["b:2"]


@pytest.mark.parametrize("character", [b"\\ud800", b"\\u0000"])
def test_what_no_database_keeps_is_replaced(character: bytes, tmp_path: Path) -> None:
    line = b'{"text": "\\u062d%s", "title": "\\u062d%s"}' % (character, character)
    (report,) = reports(read(write(tmp_path / "a.jsonl", line)))
    assert (report.text, report.title) == ("ح\ufffd", "ح\ufffd")


def test_a_file_may_be_called_otherwise_than_its_path(tmp_path: Path) -> None:
    place = write(tmp_path / "file.jsonl", json.dumps({"text": TEXT}) + "\n{\n")
    arrival, problem = open_named(Path(place), "crawl of may.jsonl", outlet="شبكة")
    assert isinstance(arrival, Arrival)
    assert (arrival.report.id, arrival.report.outlet) == ("crawl of may:1", "شبكة")
    assert arrival.origin == "crawl of may.jsonl:1"
    assert only_problem([problem]).where == "crawl of may.jsonl:2"  # type: ignore[list-item]


@pytest.mark.parametrize("name", ["x.exe", "x", ".txt"])
def test_its_name_has_to_say_of_what_kind_it_is(name: str, tmp_path: Path) -> None:
    place = write(tmp_path / "file.jsonl", json.dumps({"text": TEXT}))
    found = list(open_named(Path(place), name))
    assert only_problem(found).where == name  # type: ignore[arg-type]


def test_a_line_of_ten_megabytes_is_read(tmp_path: Path) -> None:
    text = (TEXT + " ") * 110_000
    (report,) = reports(read(write(tmp_path / "a.txt", text)))
    assert len(report.text) == len(text)


def test_trafilatura_is_not_imported_before_a_page_comes() -> None:
    code = "import sys, riwaya.corpus; print('trafilatura' in sys.modules)"
    path = [str(Path(sources.__file__).parents[2])]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {path}; {code}"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "False"
