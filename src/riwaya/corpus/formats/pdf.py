"""PDF documents with a text layer: their text in the order in which it is read."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from riwaya.corpus.formats.file import File, Found, reading, too_large, whole
from riwaya.corpus.formats.pdf_letters import Letters
from riwaya.corpus.formats.pdf_order import in_reading_order, paragraphs
from riwaya.corpus.jsonl import Rejected, from_text
from riwaya.model import Arrival

PDF = "application/pdf"
_PAGES = 2000
_SAVE = "Print it to a new PDF, or save its text as UTF-8"


class _Piece(NamedTuple):
    """Text that the page shows in one go; `x` and `y` are in points."""

    text: str
    x: float
    y: float


def read_pdf(file: File) -> Iterator[Found]:
    """The report of a document. Raises Rejected for a scan and for one under a password."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    raw = whole(file)
    with reading("PDF", _SAVE):
        document = pypdf.PdfReader(io.BytesIO(raw))
        _unlock(document)
        if len(document.pages) > _PAGES:
            raise Rejected(
                f"the PDF has more than {_PAGES} pages", "Cut out the pages of each report"
            )
        letters = Letters()
        lines = list(_lines(document, letters, file.largest))
        text = "\n".join(paragraphs(in_reading_order(lines, letters.spread))).strip()
    if not text:
        raise Rejected(
            "the PDF has no text: it is a scan", "Put a text layer in by OCR, as ocrmypdf -l ara"
        )
    report = replace(from_text(text, file.given), extractor=f"pypdf {pypdf.__version__}")
    yield file.where, Arrival(report, file.origin, raw, PDF)


def _unlock(document: Any) -> None:
    """Opens what is encrypted without a password. Raises Rejected for what is not."""
    if not document.is_encrypted:
        return
    try:
        opened = document.decrypt("")
    except Exception:  # of an encryption that is unknown, or for which a library is not there
        opened = False
    if not opened:
        raise Rejected("the PDF is encrypted", "Take its password off (print it to a new PDF)")


def _lines(document: Any, letters: Letters, largest: int) -> Iterator[str]:
    """The lines of all pages, the characters of each from left to right as they are seen."""
    size = 0
    for page in document.pages:
        letters.mark(page)
        pieces: list[_Piece] = []
        page.extract_text(visitor_text=lambda *said, into=pieces: _take(into, *said))
        for line in _rows(pieces):
            size += len(line)
            if size > largest:
                raise too_large(largest)
            yield letters.single(line)
        yield ""


def _take(pieces: list[_Piece], text: str, cm: Any, tm: Any, *_: object) -> None:
    if text:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        pieces.append(_Piece(text, x, y))


def _rows(pieces: list[_Piece]) -> Iterator[str]:
    """Lines of text: the pieces between two line ends, from left to right."""
    row: list[_Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        row.append(piece._replace(text=first))
        for text in others:
            yield "".join(each.text for each in sorted(row, key=lambda each: each.x))
            row = [piece._replace(text=text)] if text else []
    if row:
        yield "".join(each.text for each in sorted(row, key=lambda each: each.x))
