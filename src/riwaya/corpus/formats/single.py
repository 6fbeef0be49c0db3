"""Files of one report: plain text and web pages."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.corpus.encoding import decode
from riwaya.corpus.formats.file import File, Found, whole
from riwaya.corpus.jsonl import from_html, from_text
from riwaya.model import Arrival

HTML, TEXT = "text/html", "text/plain"


def read_text(file: File) -> Iterator[Found]:
    """The text of a file in any encoding."""
    raw = whole(file)
    yield file.where, Arrival(from_text(decode(raw), file.given), file.origin, raw, TEXT)


def read_page(file: File) -> Iterator[Found]:
    """The article of a saved page."""
    raw = whole(file)
    yield file.where, Arrival(from_html(decode(raw), file.given), file.origin, raw, HTML)
