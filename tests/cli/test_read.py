"""The command line: what it writes, what it says of bad input, and its exit status."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from riwaya import __version__
from riwaya.cli import run

TEXT = "قُتل مدنيان وأصيب ثالث بقصف على بلدة حيان أمس، بحسب الدفاع المدني.\n"
ROOT = Path(__file__).parents[2]
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "hayan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def process(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        [sys.executable, "-m", "riwaya", *arguments],
        input=stdin,
        capture_output=True,
        env=environment,
        check=False,
        timeout=120,
    )


def one_problem(capsys: Capture) -> str:
    """What was said on standard error, which has to be one line and no traceback."""
    said = capsys.readouterr().err
    assert said.startswith("riwaya: ")
    assert said.endswith("\n")
    assert len(said.splitlines()) == 1
    assert "Traceback" not in said
    return said


def test_text_is_the_default(report: Path, capsys: Capture) -> None:
    assert run(["read", str(report), "--published", "2023-05-16"]) == 0
    said = capsys.readouterr()
    assert "2023-05-15" in said.out
    assert "killing «قُتل»" in said.out
    assert "evidence   «قُتل مدنيان" in said.out
    assert said.err == ""


def test_json_lines_with_and_without_the_text(report: Path, capsys: Capture) -> None:
    assert run(["read", str(report), "--format", "jsonl", "--outlet", "شبكة"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["document"]["id"], made["document"]["outlet"]) == ("hayan", "شبكة")
    assert "text" not in made["document"]
    assert run(["read", str(report), "-f", "jsonl", "--with-text"]) == 0
    assert json.loads(capsys.readouterr().out)["document"]["text"] == TEXT


def test_csv_opens_with_a_byte_order_mark_once(report: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(TEXT, encoding="utf-8")
    out = tmp_path / "out.csv"
    assert run(["read", str(report), str(other), "-f", "csv", "-o", str(out)]) == 0
    raw = out.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\xef\xbb\xbf") == 1
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert {row["document"] for row in rows} == {"hayan", "other"}
    assert all(row["evidence"] == TEXT.strip() for row in rows)


def test_dot_gives_a_graph_for_each_report(tmp_path: Path, capsys: Capture) -> None:
    texts = {
        "tied": "قُتل العقيد سامر الخطيب، قائد لواء الدروع، ما أدى إلى انسحاب اللواء.\n",
        "plain": TEXT,
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    paths = [str(tmp_path / f"{name}.txt") for name in texts]
    assert run(["read", *paths, "--format", "dot"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    tied, plain = said.out.split("digraph ")[1:]
    assert tied.startswith('"tied" {')
    assert 'label="leader of"' in tied
    assert "سامر الخطيب" in tied
    assert plain.startswith('"plain" {')
    out = tmp_path / "out.dot"
    assert run(["read", *paths, "-f", "dot", "-o", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == said.out


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz's dot is not installed")
def test_graphviz_draws_every_report_of_the_output(tmp_path: Path, capsys: Capture) -> None:
    text = 'قُتل العقيد سامر الخطيب، قائد كتيبة "رعد\\الجنوب"، في هيت.\n'
    lines = [json.dumps({"id": f'r"{n}\\', "text": text}) for n in range(3)]
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert run(["read", str(path), "-f", "dot"]) == 0
    made = capsys.readouterr().out
    done = subprocess.run(
        ["dot", "-Tsvg"], input=made.encode(), capture_output=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.count(b"</svg>") == 3


def test_jobs_change_nothing(report: Path, tmp_path: Path, capsys: Capture) -> None:
    lines = [json.dumps({"id": f"r{n}", "text": f"{TEXT} {n}"}) for n in range(12)]
    many = tmp_path / "many.jsonl"
    many.write_text("\n".join(lines), encoding="utf-8")
    assert run(["read", str(many), str(report), "-f", "jsonl"]) == 0
    alone = capsys.readouterr().out
    assert run(["read", str(many), str(report), "-f", "jsonl", "--jobs", "2"]) == 0
    assert capsys.readouterr().out == alone
    assert [json.loads(x)["document"]["id"] for x in alone.splitlines()][:2] == ["r0", "r1"]


def test_standard_input_and_arabic_under_an_ascii_locale() -> None:
    done = process("read", "-", stdin=TEXT.encode())
    assert done.returncode == 0
    assert "«قُتل»" in done.stdout.decode()


def test_the_users_own_tables_are_read(report: Path, tmp_path: Path, capsys: Capture) -> None:
    own = tmp_path / "own"
    own.mkdir()
    header = "name\tnames\tkind\tcountry\tenglish\tsource\n"
    (own / "actors_own.tsv").write_text(
        header + "الفيلق الوردي المجنح\t\trebel\tSY\tPink Winged Legion\tmade up\n",
        encoding="utf-8",
    )
    report.write_text("قصف الفيلق الوردي المجنح بلدة حيان.", encoding="utf-8")
    assert run(["read", str(report), "-f", "jsonl", "--lexicon", str(own)]) == 0
    mentions = json.loads(capsys.readouterr().out)["mentions"]
    assert ("group", "الفيلق الوردي المجنح") in {(m["kind"], m["text"]) for m in mentions}


def test_version_and_help(capsys: Capture) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"riwaya {__version__}\n"
    for arguments in (["--help"], ["read", "--help"], ["read", "-h"]):
        assert run(arguments) == 0
        assert "Usage: riwaya" in capsys.readouterr().out


BAD_FILES = {
    "missing.txt": (None, "no such file"),
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "latin.txt": (b"Nothing but English here.", "no Arabic letters"),
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "archive.txt": (b"PK\x03\x04" + bytes(200), "not text"),
    "unknown.txt": (bytes([0x81, 0x9D, 0xFF, 0xFE, 0xC3, 0x28]) * 50, "UTF-8"),
    "page.html": (b"<html><body></body></html>", "page.html"),
    "table.ods": (b"a", "unknown kind of file"),
    "table.xlsx": (b"a", "no workbook"),
    "broken.jsonl": (b'{"id": "a", "text": "\n', "broken.jsonl:1"),
    "list.jsonl": (b"[1, 2]\n", "list.jsonl:1"),
    "nested.jsonl": (b"[" * 100_000 + b"\n", "nested.jsonl:1"),
    "no_text.jsonl": (b'{"id": "a"}\n', "no_text.jsonl:1"),
    "date.jsonl": (
        json.dumps({"text": TEXT, "published": "2023-02-31"}).encode(),
        "date.jsonl:1",
    ),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_input_is_one_line_and_the_rest_is_written(
    name: str, tmp_path: Path, report: Path, capsys: Capture
) -> None:
    content, told = BAD_FILES[name]
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    out = tmp_path / "out.jsonl"
    assert run(["read", str(path), str(report), "-f", "jsonl", "-o", str(out)]) == 1
    said = one_problem(capsys)
    assert name in said
    assert told in said
    written = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [reading["document"]["id"] for reading in written] == ["hayan"]


def test_a_folder_without_reports(tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "none"
    folder.mkdir()
    assert run(["read", str(folder)]) == 1
    assert "no reports" in one_problem(capsys)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["read"],
        ["read", "--no-such-option"],
        ["no-such-command"],
        ["read", "IN", "--format", "pdf"],
        ["read", "IN", "--published", "yesterday"],
        ["read", "IN", "--published", "20230516"],
        ["read", "IN", "--jobs", "-1"],
        ["read", "IN", "--jobs", "many"],
        ["read", "IN", "--output", "FOLDER"],
        ["read", "IN", "--output", "FOLDER/none/out.csv"],
        ["read", "IN", "--output", "IN"],
        ["read", "IN", "--lexicon", "FOLDER/none"],
        ["read", "IN", "--lexicon", "FOLDER"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_one_line_with_a_way_out(
    arguments: list[str], report: Path, capsys: Capture
) -> None:
    given = [a.replace("IN", str(report)).replace("FOLDER", str(report.parent)) for a in arguments]
    assert run(given) == 2
    said = one_problem(capsys)
    assert any(way in said for way in ("Try", "See", "Give"))
    assert report.read_text(encoding="utf-8") == TEXT


def test_a_broken_table_names_its_file_and_line(
    report: Path, tmp_path: Path, capsys: Capture
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "regions.tsv").write_text("name\tsource\nأ\tب\tج\n", encoding="utf-8")
    assert run(["read", str(report), "--lexicon", str(own)]) == 2
    assert "regions.tsv:2" in one_problem(capsys)


@pytest.mark.parametrize("opening, closing", [("«(", ")»"), ('"[', ']"'), ("“{", "")])
def test_a_hundred_thousand_nested_quotes_and_brackets(
    opening: str, closing: str, tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "nested.txt"
    path.write_text("قُتل " + opening * 50_000 + " مدني " + closing * 50_000, encoding="utf-8")
    assert run(["read", str(path), "-f", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["document"]["id"] == "nested"


def test_halves_of_characters_do_not_stop_the_output(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "half.jsonl"
    path.write_text('{"id": "\\ud800", "text": "قُتل مدني \\udc00 في حيان."}\n', encoding="utf-8")
    assert run(["read", str(path), "-f", "jsonl", "-o", str(tmp_path / "o.jsonl")]) in (0, 1)
    for line in (tmp_path / "o.jsonl").read_text(encoding="utf-8").splitlines():
        json.loads(line)
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of a shell")
def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    lines = (json.dumps({"id": f"r{n}", "text": TEXT}) for n in range(300))
    path.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "riwaya", "read", str(path), "-f", "jsonl"]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as running:
        assert running.stdout and running.stderr
        running.stdout.read(10)
        running.stdout.close()
        said = running.stderr.read()
        assert running.wait(120) == 141
    assert said == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
def test_a_full_disk_is_one_line(report: Path, capsys: Capture) -> None:
    assert run(["read", str(report), "-o", "/dev/full"]) == 2
    assert "No space left" in one_problem(capsys)
