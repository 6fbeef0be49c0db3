"""Pages in Arabic on what was wrong with what was given, and on what was done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from sites import Site, served
from starlette.testclient import TestClient
from views.web.conftest import client_on
from views.web.guard.members import Join

from riwaya.ledger import Ledger
from riwaya.ledger.team.brought import Brought
from riwaya.ledger.team.jobs import Kind
from riwaya.views.web.reader.settings import ReaderSettings
from riwaya.views.web.reader.work import reads_all, work

ARABIC = {"accept-language": "ar"}
JSON = "اكتب كائن JSON واحداً في كل سطر"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    with served(monkeypatch) as made:
        yield made


def _read(place: Path, kind: Kind, body: bytes, name: str) -> int:
    """Reads what is wrong; the number of its job."""
    settings = ReaderSettings(str(place), delay=0)
    with Ledger(place) as ledger:
        number = ledger.jobs.put(kind, body, account="سلمى", name=name)
        job = ledger.jobs.take()
        assert job is not None
        assert work(settings, job, reads_all(settings), lambda: False)
    return number


def _problems(page: str) -> str:
    found = re.search(r'<ul class="problems">.*?</ul>', page)
    assert found is not None
    return found[0]


def _words(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", "", html)).split())


@pytest.mark.parametrize(
    ("name", "body", "says"),
    [
        ("شهر أيار.jsonl", b'{"id": broken',
         f"شهر أيار.jsonl:1: صيغة JSON معطوبة (Expecting value). {JSON}"),
        ("list.exe", b"MZ", "list.exe: نوع الملف غير معروف (.exe). الأنواع المعروفة: .txt, .html"),
        ("none.jsonl", b"\n\n", f"none.jsonl: الملف فارغ. {JSON}"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_told_in_arabic(
    name: str, body: bytes, says: str, ledger_file: Path
) -> None:
    number = _read(ledger_file, "file", body, name)
    with client_on(ledger_file) as client:
        told = _problems(client.get(f"/add/{number}", headers=ARABIC).text)
        assert says in _words(told)
        assert '<bdi lang="ar" dir="rtl"><bdi>' in told
        english = _problems(client.get(f"/add/{number}").text)
        assert '<bdi lang="en" dir="ltr"><bdi>' in english
        (line,) = client.get(f"/api/v1/jobs/{number}", headers=ARABIC).json()["problems"]
        assert _words(english) == line


def test_an_address_without_a_page_is_told_in_arabic(site: Site, ledger_file: Path) -> None:
    number = _read(ledger_file, "address", f"{site.url}/404".encode(), f"{site.url}/404")
    with client_on(ledger_file) as client:
        told = _problems(client.get(f"/add/{number}", headers=ARABIC).text)
    assert _words(told) == (
        f"{site.url}/404: لا توجد هذه الصفحة في الموقع (404). تحقق من العنوان، أو ابحث عن الصفحة "
        "في أرشيف للويب"
    )
    assert f"<bdi>{site.url}/404</bdi>" in told


def test_names_are_no_markup_and_what_has_no_form_stays_english(client: TestClient) -> None:
    ledger: Ledger = client.app.state.ledger  # type: ignore[attr-defined]
    number = ledger.jobs.put("file", b"MZ", account="سلمى", name="<b>\u202ex")
    job = ledger.jobs.take()
    assert job is not None and job.id == number
    wrong = ["<b>\u202ex: the file is empty. Check the path", "<i>: the moon is full. Wait"]
    ledger.jobs.done(number, Brought(problems=wrong))
    told = _problems(client.get(f"/add/{number}", headers=ARABIC).text)
    assert "<bdi>&lt;b&gt;⟨RLO⟩x</bdi>: الملف فارغ. تحقق من المسار" in told
    assert '<bdi lang="en" dir="auto">&lt;i&gt;: the moon is full. Wait</bdi>' in told


def test_the_audit_log_is_told_in_arabic(join: Join) -> None:
    admin = join("مدير", "admin", "حمص")
    admin.team.make_token("مدير", "x", ["read"])
    admin.team.note("مدير", "read_restricted", "r-1", "by token; incident a:0-9:x")
    admin.team.note("مدير", "restrict", "r-1", "<b>")
    page = admin.client.get("/audit", headers=ARABIC).text
    words = _words(page)
    for told in (
        "من العنوان testclient", "الدور: مدير، المجموعات: حمص", "برمز وصول؛ الحادثة a:0-9:x",
        "للمجموعة: <b>", "رمز الوصول 1",
    ):  # fmt: skip
        assert told in words
    assert "للمجموعة: <bdi>&lt;b&gt;</bdi>" in page
    assert '<bdi lang="en"' not in page
