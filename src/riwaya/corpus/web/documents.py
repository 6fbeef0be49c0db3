"""Documents that come over the network, read as those in files are."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from riwaya.corpus.formats import READERS, File
from riwaya.corpus.jsonl import Given, Rejected
from riwaya.corpus.sources import LARGEST
from riwaya.corpus.web.arrive import DOCX, PDF
from riwaya.model import Arrival, Report

_SUFFIXES = {PDF: ".pdf", DOCX: ".docx"}


def document(body: bytes, media_type: str, given: Given) -> Report:
    """The report of a PDF or Word document. Raises Rejected."""
    suffix = _SUFFIXES[media_type]
    with TemporaryDirectory(prefix="riwaya-") as folder:
        path = Path(folder, f"document{suffix}")
        path.write_bytes(body)
        for _, found in READERS[suffix](File(path, given.id, given.id, given, LARGEST)):
            if isinstance(found, Arrival):
                return found.report
    raise Rejected("the document holds no report", "Open it and look what it is")
