"""PDF: Arabic comes out as it is read, however the document holds it; scans are told."""

import io
from datetime import date
from pathlib import Path

import pypdf
import pytest
from arrivals import TEXT, Came, write
from documents import Run, pdf, seen, shaped
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.corpus import sources

WORDS = ("قتل", "25", "مدنيا", "في", "قصف", "على", "بلدة", "الأتارب", "خلال", "يوم", "10/3/2024")
LINE = " ".join(WORDS)
OTHER = ("وأعلن", "المرصد", "أن", "لا", "قتلى", "من", "الأطفال", "إلا", "اثنان")


def forms(*words: str) -> list[str]:
    return [shaped(word) if word[0] > "\u0600" else word for word in words]


def texts(folder: Path, *pages: list[Run]) -> list[str]:
    return Came(write(folder / "a.pdf", pdf(*pages))).texts


@pytest.mark.parametrize(
    "glyphs",
    [seen(*WORDS), seen(*forms(*WORDS)), list(LINE), list(" ".join(forms(*WORDS)))],
    ids=["as seen", "as seen in forms", "as read", "as read in forms"],
)
def test_one_line_however_it_is_held(tmp_path: Path, glyphs: list[str]) -> None:
    assert texts(tmp_path, [(50, 700, glyphs)]) == [LINE]


def test_a_document(tmp_path: Path) -> None:
    raw = pdf([(50, 700, seen(*WORDS)), (50, 680, seen(*OTHER))], [(50, 700, seen(*OTHER))])
    (arrival,) = Came(write(tmp_path / "halab.pdf", raw), published="2024-03-11").arrivals
    assert arrival.report.text == f"{LINE} {' '.join(OTHER)}\n\n{' '.join(OTHER)}"
    assert (arrival.report.id, arrival.origin) == ("halab", "halab.pdf")
    assert (arrival.raw, arrival.media_type) == (raw, "application/pdf")
    assert arrival.report.published == date(2024, 3, 11)
    assert (arrival.report.extractor or "").startswith("pypdf ")


@pytest.mark.parametrize(
    ("from_left", "read"),
    [
        (["ةباصإ و", " ", "25", " ", "لتق"], "قتل 25 و إصابة"),
        (["ايدنج", " ", "٢٥", " ", "لتق"], "قتل ٢٥ جنديا"),
        (["حيرج", " ", "1,250.5", " وأ ", "٣٫٥"], "٣٫٥ أو 1,250.5 جريح"),
        (["ريرقتلا", " %", "60", " يف"], "في 60% التقرير"),
        (["سمأ", " ", "Human Rights Watch", " ", "تلاق"], "قالت Human Rights Watch أمس"),
        (["ةرئاطلا", " ", "Su-24", " ", "تفصق"], "قصفت Su-24 الطائرة"),
        (["«بلح»", " (", "فير", ") ", "ةدلب"], "بلدة (ريف) «حلب»"),
        ([".", "ءاعبرألا", " - ", "سمأ"], "أمس - الأربعاء."),
    ],
)
def test_figures_names_and_brackets(tmp_path: Path, from_left: list[str], read: str) -> None:
    glyphs = list("".join(from_left))
    assert texts(tmp_path, [(50, 700, glyphs), (50, 600, seen(*OTHER))])[0].startswith(f"{read}\n")


def test_brackets_that_are_held_as_they_are_read(tmp_path: Path) -> None:
    glyphs = ["»", *"بلح", "«", " ", *seen(*OTHER)]  # as letters are, backwards and not mirrored
    assert texts(tmp_path, [(50, 700, glyphs)]) == [f"{' '.join(OTHER)} «حلب»"]


def test_pieces_of_a_line_are_put_side_by_side(tmp_path: Path) -> None:
    first, rest = seen(*OTHER[:4]), [*seen(*OTHER[4:]), " "]
    runs = [(300.0, 700.0, first), (100.0, 700.0, rest)]
    assert texts(tmp_path, runs) == [" ".join(OTHER)]
    assert texts(tmp_path, runs[::-1]) == [" ".join(OTHER)]


def test_lines_that_run_on_are_joined(tmp_path: Path) -> None:
    rows = [seen("خبر"), seen(*WORDS), seen(*OTHER, *OTHER[:3]), [".", *seen(*OTHER)], seen(*OTHER)]
    lines = [(50.0, 700.0 - 20 * n, glyphs) for n, glyphs in enumerate(rows)]
    title, first, second = texts(tmp_path, lines)[0].split("\n")
    assert title == "خبر"
    assert first == f"{LINE} {' '.join(OTHER)} {' '.join(OTHER[:3])} {' '.join(OTHER)}."
    assert second == " ".join(OTHER)


letters = st.text("ابتجحدرسعفقلمنهوي", min_size=1, max_size=7)
numbers = st.integers(0, 99999).map(str)


@settings(deadline=None, max_examples=40)
@given(words=st.lists(st.one_of(letters, letters, numbers), min_size=1, max_size=8))
def test_what_was_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    """A line among lines that show the order; numbers side by side keep the order of a line."""
    words = [a for a, b in zip(words, [*words[1:], "x"], strict=True) if not (a + b).isdigit()]
    folder = tmp_path_factory.mktemp("pdf")
    line = [(50.0, 700.0, seen(*OTHER)), (50.0, 650.0, seen("من", *words, "في"))]
    (text,) = texts(folder, line)
    assert text == f"{' '.join(OTHER)}\n{' '.join(['من', *words, 'في'])}"


def test_scans_and_fonts_that_do_not_tell_their_letters(tmp_path: Path) -> None:
    scan = Came(write(tmp_path / "a.pdf", pdf([])))
    assert "scan" in scan.problem.what and "OCR" in scan.problem.remedy
    mute = Came(write(tmp_path / "a.pdf", pdf([(50, 700, seen(*WORDS))], letters=False)))
    assert "no Arabic letters" in mute.problem.what


def encrypted(password: str) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(pdf([(50, 700, seen(*WORDS))])))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_encrypted(tmp_path: Path) -> None:
    assert Came(write(tmp_path / "a.pdf", encrypted(""))).texts == [LINE]
    assert "encrypted" in Came(write(tmp_path / "a.pdf", encrypted("secret"))).problem.what


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.7", TEXT.encode(), b"%PDF-1.7\n" + b"\xff" * 999])
def test_broken(tmp_path: Path, raw: bytes) -> None:
    path = write(tmp_path / "a.pdf", raw)
    came = Came(path)
    assert came.problem.where == str(path)
    assert came.arrivals == []


def test_cut_off(tmp_path: Path) -> None:
    raw = pdf([(50, 700, seen(*WORDS))], [(50, 700, seen(*OTHER))])
    for size in range(0, len(raw), len(raw) // 12):
        came = Came(write(tmp_path / "a.pdf", raw[:size]))
        assert len(came.problems) + len(came.arrivals) == 1


def test_too_much_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST", 100_000)
    writer = pypdf.PdfWriter()
    page = pypdf.PdfReader(io.BytesIO(pdf([(50, 700, seen(*(WORDS * 60)))]))).pages[0]
    for _ in range(50):
        writer.add_page(page)
    writer.compress_identical_objects()
    out = io.BytesIO()
    writer.write(out)
    raw = out.getvalue()
    assert len(raw) < 100_000
    came = Came(write(tmp_path / "a.pdf", raw))
    assert "larger than" in came.problem.what
