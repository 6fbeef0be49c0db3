"""Word documents: what the reader sees, in order; bombs and broken ones are told."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from arrivals import TEXT, Came, write
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from riwaya.corpus import sources


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_body(xml: str) -> bytes:
    document = docx.Document()
    for number, node in enumerate(parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>")):
        document.element.body.insert(number, node)
    return saved(document)


def repacked(raw: bytes, name: str, content: bytes) -> bytes:
    """The document with a part replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


def test_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("هجوم في أبين", 1)
    document.add_paragraph(TEXT)
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ["البلدة", "القتلى", "مودية", "2"], strict=True):
        cell.text = words
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "داخلي"
    document.add_paragraph("انتهى.")
    raw = saved(document)
    (arrival,) = Came(write(tmp_path / "abyan.docx", raw), published="2024-03-10").arrivals
    assert arrival.report.text.split("\n") == [
        "هجوم في أبين", TEXT, "البلدة\tالقتلى", "مودية", "2", "داخلي", "انتهى.",
    ]  # fmt: skip
    assert (arrival.report.id, arrival.origin) == ("abyan", "abyan.docx")
    assert arrival.raw == raw
    assert arrival.media_type.endswith("wordprocessingml.document")
    assert (arrival.report.extractor or "").startswith("python-docx ")


def test_tracked_changes_boxes_and_controls(tmp_path: Path) -> None:
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>".format
    raw = with_body(
        f"<w:p>{run('قتل ')}<w:del><w:r><w:delText>ثلاثة</w:delText></w:r></w:del>"
        f"<w:ins>{run('أربعة')}</w:ins><w:hyperlink>{run(' جنود')}</w:hyperlink></w:p>"
        f"<w:sdt><w:sdtContent><w:p>{run('في أبين')}</w:p></w:sdtContent></w:sdt>"
        f"<w:p><w:r><w:t>أول</w:t><w:br/><w:t>ثان</w:t></w:r></w:p>"
    )
    assert Came(write(tmp_path / "a.docx", raw)).texts == [
        "قتل أربعة جنود\nفي أبين\nأول\nثان\n"[:-1]
    ]


def test_entities_are_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret", "كلمة السر")
    raw = with_body(f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>")
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        body = archive.read("word/document.xml").decode()
    head = f'<!DOCTYPE x [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "ضعف">]>'
    at = body.index("<w:document")
    body = body[:at] + head + body[at:].replace("اليمن.", "اليمن.&x;&y;")
    came = Came(write(tmp_path / "a.docx", repacked(raw, "word/document.xml", body.encode())))
    assert "السر" not in "".join(came.texts) + "".join(map(str, came.problems))


@pytest.mark.parametrize("name", ["word/document.xml", "word/media/image1.png"])
def test_a_bomb_is_not_unpacked(tmp_path: Path, name: str) -> None:
    raw = repacked(saved(docx.Document()), name, b" " * 300_000_000)
    assert len(raw) < 1_000_000
    assert "unpacks to" in Came(write(tmp_path / "a.docx", raw)).problem.what


def test_too_large_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST", 100_000)
    document = docx.Document()
    for number in range(2000):
        document.add_paragraph(f"{TEXT} {number}")
    assert "unpacks to" in Came(write(tmp_path / "a.docx", saved(document))).problem.what


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"", "damaged"), (b"PK\x03\x04" + b"x" * 90, "damaged"), (TEXT.encode(), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "encrypted"),
        (repacked(saved(docx.Document()), "word/document.xml", b"<w:broken"), "cannot be read"),
        (saved(docx.Document()), "empty"),
    ],
)  # fmt: skip
def test_bad_documents(tmp_path: Path, raw: bytes, what: str) -> None:
    path = write(tmp_path / "a.docx", raw)
    came = Came(path)
    assert what in came.problem.what
    assert came.problem.where == str(path)


def test_cut_off(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(TEXT)
    raw = saved(document)
    for size in range(0, len(raw), len(raw) // 9):
        assert Came(write(tmp_path / "a.docx", raw[:size])).problem.remedy


def test_a_lock_file_of_a_word_processor_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "~$a.docx", b"\x05user")
    write(tmp_path / "b.txt", TEXT)
    assert Came(tmp_path).problems == []
