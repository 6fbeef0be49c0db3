"""The process that reads: what is pasted and uploaded, good and bad, by a real one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

import pytest
from views.web.reader.reader_helper import STRIKE, ended, lines, reading

from riwaya.ledger import Ledger, NotFound
from riwaya.views.web.reader.supervise import Reader

Running = tuple[Ledger, Reader]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with reading(tmp_path_factory.mktemp("read") / "a.ledger") as made:
        yield made


def _file(running: Running, name: str, body: bytes, group: str | None = None) -> int:
    ledger, reader = running
    number = ledger.jobs.put("file", body, account="سارة", name=name, group=group)
    reader.wake()
    return number


def test_a_text_that_is_pasted_is_one_report(running: Running) -> None:
    ledger, reader = running
    text = STRIKE.format(n=11)
    number = ledger.jobs.put(
        "text", text.encode(), account="سارة", outlet="شبكة", published=date(2023, 5, 16)
    )
    twice = ledger.jobs.put("text", text.encode(), account="سارة", outlet="شبكة")
    reader.wake()
    job, known = ended(ledger, number, twice)
    name = hashlib.sha256(text.encode()).hexdigest()[:16]
    assert (job.new, job.known, job.problems, job.reports) == (1, 0, (), (name,))
    assert (known.new, known.known, known.reports) == (0, 1, (name,))
    kept = ledger.report(name)
    report = kept.reading.report
    assert (report.text, report.outlet, report.published) == (text, "شبكة", date(2023, 5, 16))
    assert kept.origin == "pasted"


def test_a_pasted_text_may_have_a_title(running: Running) -> None:
    ledger, reader = running
    text = STRIKE.format(n=12)
    number = ledger.jobs.put("text", text.encode(), account="سارة", name="غارة على حيان")
    reader.wake()
    (job,) = ended(ledger, number)
    report = ledger.report(job.reports[0]).reading.report
    assert (report.title, report.text) == ("غارة على حيان", f"غارة على حيان\n{text}")


def test_a_good_file_and_bad_ones(running: Running) -> None:
    ledger, _ = running
    numbers = [
        _file(running, "good.jsonl", lines("g1", "g2") + b'\n{"id": broken\n'),
        _file(running, "picture.txt", bytes(range(256)) * 40),
        _file(running, "page.html", b"<html><body><h1>404</h1>not found</body></html>"),
        _file(running, "result.json", b'{"messages": [{'),
        _file(running, "report.pdf", b"%PDF-1.7 nothing"),
        _file(running, "programme.exe", b"MZ"),
        _file(running, "links.csv", b"url\nhttps://a.example/1\nhttps://a.example/2\n"),
    ]
    good, *bad = ended(ledger, *numbers)
    assert (good.new, good.reports) == (2, ("g1", "g2"))
    assert [p.split(": ")[0] for p in good.problems] == ["good.jsonl:3"]
    assert ledger.report("g1").origin == "good.jsonl:1"
    for job in bad:
        assert (job.new, job.known, len(job.problems)) == (0, 0, 1)
        assert job.problems[0].startswith(job.name)
        assert "riwaya-" not in job.problems[0]
    assert "no address is fetched here" in bad[-1].problems[0]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\x.txt/../../../tmp/evil.txt", "evil.txt"),
        ("C:\\x\\y.txt", "y.txt"),
        ("/etc/z\x00\u202e.txt", "z.txt"),
    ],
)
def test_a_files_name_is_no_path(given: str, name: str, running: Running) -> None:
    ledger, _ = running
    (job,) = ended(ledger, _file(running, given, STRIKE.format(n=20 + len(given)).encode()))
    assert job.name == name
    if name == "passwd":
        assert job.problems[0].startswith("passwd: unknown kind of file")
        return
    assert (job.new, job.problems, job.reports) == (1, (), (name.removesuffix(".txt"),))
    assert ledger.report(job.reports[0]).origin == name


def test_what_is_given_for_a_group_is_seen_by_it_alone(running: Running) -> None:
    ledger, _ = running
    body = STRIKE.format(n=97).encode()
    secret = _file(running, "secret.txt", body, group="a")
    (job,) = ended(ledger, secret)
    assert (job.new, job.reports) == (1, ("secret",))
    with pytest.raises(NotFound):
        ledger.report("secret")
    assert ledger.viewed_by({"a"}).report("secret").group == "a"
    again, among = ended(
        ledger, _file(running, "other.txt", body), _file(running, "other.txt", body, group="a")
    )
    assert (again.new, again.known, again.reports) == (0, 1, ())
    assert (among.new, among.known, among.reports) == (0, 1, ("secret",))
