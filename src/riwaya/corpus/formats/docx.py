"""Word documents: the text of paragraphs and tables in their order, as the reader sees it.

What was deleted under tracked changes is left out, what was inserted is in.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from riwaya.corpus.formats.file import File, Found, reading, whole
from riwaya.corpus.formats.packed import check_packed
from riwaya.corpus.jsonl import from_text
from riwaya.model import Arrival

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_TREE = 4  # times smaller XML has to be, since all of it is held as a tree
_UNSEEN = ("del", "moveFrom", "Fallback", "sectPr", "pPr", "rPr", "instrText", "delText")


def read_docx(file: File) -> Iterator[Found]:
    """The report of a document."""
    import docx

    raw = whole(file)
    check_packed(raw, "Word document (.docx)", file.largest, file.largest // _TREE)
    with reading("Word document", "Open it in a word processor and save it again as .docx"):
        body = docx.Document(io.BytesIO(raw)).element.body
        text = "\n".join(_blocks(body))
    report = replace(from_text(text, file.given), extractor=f"python-docx {docx.__version__}")
    yield file.where, Arrival(report, file.origin, raw, DOCX)


def _name(node: Any) -> str:
    """The local name of an element; none of comments, entities and instructions."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _blocks(node: Any) -> Iterator[str]:
    """The paragraphs and rows of tables below an element, in order."""
    for child in node:
        name = _name(child)
        if name == "p":
            yield "".join(_inline(child))
        elif name == "tbl":
            yield from map(_row, child.iterchildren(f"{_WORD}tr"))
        elif name and name not in _UNSEEN:
            yield from _blocks(child)


def _row(row: Any) -> str:
    """Cells side by side; one under the other where one of them has several paragraphs."""
    cells = ["\n".join(_blocks(cell)).strip() for cell in row.iter(f"{_WORD}tc") if _own(cell, row)]
    cells = [cell for cell in cells if cell]
    return ("\n" if any("\n" in cell for cell in cells) else "\t").join(cells)


def _own(cell: Any, row: Any) -> bool:
    """Whether a cell is of this row and not of a table inside one of its cells."""
    return next(cell.iterancestors(f"{_WORD}tr")) is row


def _inline(node: Any) -> Iterator[str]:
    """The pieces of text of a paragraph; those of a box of text in it on lines of their own."""
    for child in node:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name == "txbxContent":
            yield "\n" + "\n".join(_blocks(child)) + "\n"
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name and name not in _UNSEEN:
            yield from _inline(child)
