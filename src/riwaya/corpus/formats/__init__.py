"""Files of every kind as reports and addresses: one reader for each kind, by the file's suffix."""

from riwaya.corpus.formats.docx import read_docx
from riwaya.corpus.formats.file import File, Found, Reader
from riwaya.corpus.formats.lines import read_lines
from riwaya.corpus.formats.parquet import read_parquet
from riwaya.corpus.formats.pdf import read_pdf
from riwaya.corpus.formats.sheets import read_separated, read_workbook
from riwaya.corpus.formats.single import read_page, read_text
from riwaya.corpus.formats.telegram import read_telegram
from riwaya.corpus.formats.warc import read_warc

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".html": read_page,
    ".htm": read_page,
    ".jsonl": read_lines,
    ".jsonl.gz": read_lines,
    ".json": read_telegram,
    ".warc": read_warc,
    ".warc.gz": read_warc,
    ".parquet": read_parquet,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".csv": read_separated,
    ".tsv": read_separated,
    ".xlsx": read_workbook,
}


def suffix_of(name: str) -> str | None:
    """The known suffix that a file's name ends in behind something, None where there is none."""
    lower = name.lower()
    known = [s for s in READERS if lower.endswith(s) and len(lower) > len(s)]
    return max(known, key=len, default=None)


__all__ = ["READERS", "File", "Found", "suffix_of"]
