"""Lines on problems in the language of who reads: what was given stays, character for character."""

from __future__ import annotations

import pytest

from riwaya.views.web.language import translations
from riwaya.views.web.shown.pieces import Piece, ours
from riwaya.views.web.shown.words import Words

ARABIC, ENGLISH = (Words(translations(code), code) for code in ("ar", "en"))


@pytest.mark.parametrize(
    ("line", "arabic"),
    [
        ("a.jsonl:3: broken JSON (Expecting value). Write one JSON object on each line",
         "a.jsonl:3: صيغة JSON معطوبة (Expecting value). اكتب كائن JSON واحداً في كل سطر"),
        ("a.csv:3: row 3, column «url» (A): «feed» is no address. Write it in full, as "
         "https://example.org/news/1",
         "a.csv:3: الصف 3، العمود «url» (A): «feed» ليس عنواناً. اكتبه كاملاً، مثل "
         "https://example.org/news/1"),
        ("a. b: c.exe: unknown kind of file (.exe). Known are .txt, .html",
         "a. b: c.exe: نوع الملف غير معروف (.exe). الأنواع المعروفة: .txt, .html"),
        ("https://a.example/: this is a site map, not a page. Give it as a site map of its own",
         "https://a.example/: المحتوى خريطة موقع، لا صفحة. أدخله وحده على أنه خريطة موقع"),
        ("https://a.example/: the site asks for fewer requests (429), for another 90 seconds. "
         "Try again after that",
         "https://a.example/: يطلب الموقع تقليل الطلبات (429)، والباقي بالثواني: 90. "
         "حاول مرة أخرى بعد ذلك"),
        ("https://a.example/: the site refuses to give it (403). It may block programs or your "
         "country. Save the page from a browser and give the file",
         "https://a.example/: يرفض الموقع إتاحة هذه الصفحة (403). ربما يحجب البرامج أو بلدك. "
         "احفظ الصفحة من متصفح وأضف الملف"),
        ("a.jsonl.gz: the file breaks off: it is cut off. What came before is read; get the file "
         "again",
         "a.jsonl.gz: ينقطع الملف: هو مبتور. قُرئ ما قبل ذلك؛ احصل على الملف من جديد"),
        ("pasted: the text is empty. Give the text of the report",
         "نص ملصق: النص فارغ. أدخل نص التقرير"),
        ("and 12 more", "والمزيد: 12"),
    ],
)  # fmt: skip
def test_a_line_is_told_in_arabic_and_in_english_as_it_is(line: str, arabic: str) -> None:
    told = ARABIC.problem(line)
    assert (told.text, told.known) == (arabic, True)
    same = ENGLISH.problem(line)
    assert (same.text, same.known) == (line, True)


@pytest.mark.parametrize("line", ["", "x", "a: b. c", "a.txt: the moon is full. Check the path"])
def test_a_line_without_a_form_stays_as_it_is(line: str) -> None:
    told = ARABIC.problem(line)
    assert (told.text, told.known) == (line, False)


def test_what_was_given_is_set_apart_and_what_a_library_says_is_english() -> None:
    line = "تقرير.pdf: the PDF cannot be read (PdfReadError). Print it to a new PDF, or save its "
    told = ARABIC.problem(line + "text as UTF-8")
    assert Piece("تقرير.pdf", apart=True) in told.pieces
    assert Piece("PdfReadError", apart=True, lang="en") in told.pieces
    assert [p.text for p in told.pieces if p.apart and not p.lang] == [
        "تقرير.pdf", "PDF", "PDF", "UTF-8",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("ابدأ العنوان بـ https://…", ["https://…"]),
        ("تحقق من قيمة --proxy ومن أن الوكيل يعمل", ["--proxy"]),
        ('ضع "text" أو "html" في كل كائن', ['"text"', '"html"']),
        ('اكتب {"id": …, "text": …}', ['{"id": …, "text": …}']),
        ("مستند Word (.docx)", ["Word", ".docx"]),
        ("مثل 2024-03-10", ["2024-03-10"]),
        ("أو مجلداً، أو - للإدخال القياسي", ["-"]),
        ("Check --proxy", []),
    ],
)
def test_latin_letters_in_an_arabic_text_are_set_apart(text: str, apart: list[str]) -> None:
    pieces = ours(text)
    assert "".join(p.text for p in pieces) == text
    assert [p.text for p in pieces if p.apart] == apart


def test_a_reason_of_reasons_without_end_is_told() -> None:
    deep = "could not be read (" * 5_000 + "x" + ")" * 5_000
    told = ARABIC.problem(f"r-1: {deep}. The other reports are read. Please tell us, with the text")
    assert told.known and told.text.startswith("r-1: تعذرت قراءته (تعذرت قراءته (could not")


def test_a_very_long_line_takes_no_time() -> None:
    for line in ("a: " * 20_000 + ". Try again later", "a. " * 20_000, ": x (" * 20_000):
        assert not ARABIC.problem(line).known
