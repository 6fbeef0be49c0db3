"""Web archives (WARC): the pages and texts in them, up to where the archive breaks."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from riwaya.corpus.encoding import DecodingError, decode
from riwaya.corpus.formats.file import File, Found, too_large
from riwaya.corpus.formats.gunzip import MAGIC, Gunzipped
from riwaya.corpus.formats.single import HTML, TEXT
from riwaya.corpus.jsonl import Rejected, from_html, from_text
from riwaya.model import Arrival, Problem

_PAGES = (HTML, "application/xhtml+xml")
_PIECE = 1 << 16
_LONGEST_LINE = 1 << 18  # bytes of a line of the head of a record
_GET_AGAIN = "What came before is read; get the archive again"


class _Broken(Exception):
    """The archive cannot be read on inside a record; the message says why."""

    def __init__(self, why: str = "it is cut off") -> None:
        super().__init__(why)


def read_warc(file: File) -> Iterator[Found]:
    """One report for each page or plain text that was fetched with success (status 200)."""
    with file.path.open("rb") as stream:
        if stream.peek(2)[:2] != MAGIC:
            yield from _records(stream, file, None)
            return
        packed = Gunzipped(stream)
        yield from _records(io.BufferedReader(packed, _PIECE), file, packed)


def _records(stream: io.BufferedReader, file: File, packed: Gunzipped | None) -> Iterator[Found]:
    number, pages, why = 0, 0, ""
    try:
        for record in _archive(stream):
            found = _record(record, number + 1, file)
            _to_the_end(record)
            number += 1
            if found is not None:
                pages += 1
                yield found
    except _Broken as error:
        why = str(error)
    except Exception as error:  # warcio raises many kinds on what is no archive
        why = f"no record can be read there ({type(error).__name__})"
    if packed is not None and packed.broken:
        why = packed.broken
    if why:
        place = f"{file.where}#{number + 1}"
        yield place, Problem(place, f"the archive breaks off at this record: {why}", _GET_AGAIN)
    elif not pages:
        what = f"no page or text among the {number} records of the archive"
        yield file.where, Problem(file.where, what, "Give an archive with HTML or plain text in it")


def _archive(stream: io.BufferedReader) -> Iterator[Any]:
    from warcio.archiveiterator import ArchiveIterator

    class Quiet(ArchiveIterator):  # type: ignore[misc]
        INC_RECORD = ""  # which it would print

        def __init__(self, stream: io.BufferedReader) -> None:
            super().__init__(stream)
            self.reader.readline = partial(_header_line, self.reader.readline)

        def _next_record(self, next_line: Any) -> Any:
            try:
                return super()._next_record(next_line)
            except EOFError as error:
                if next_line:  # a record had begun
                    raise _Broken from error
                raise

    return iter(Quiet(stream))


def _header_line(readline: Callable[[int], bytes], length: int | None = None) -> bytes:
    """A line of the head of a record. Raises _Broken where it does not end."""
    line = readline(min(length or 2 * _LONGEST_LINE, 2 * _LONGEST_LINE))
    if len(line) > _LONGEST_LINE:
        raise _Broken("a line of its head has no end")
    return line


def _to_the_end(record: Any) -> None:
    """Reads what is left of a record. Raises _Broken where it is shorter than it says."""
    if not (record.rec_headers.get_header("Content-Length") or "").isdigit():
        raise _Broken
    while record.raw_stream.read(_PIECE):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise _Broken


def _record(record: Any, number: int, file: File) -> Found | None:
    media = _media_type(record)
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ") or None
    robots = url is not None and urlsplit(url).path == "/robots.txt"
    if media is None or robots:
        file.skipped["records that are no page or text"] += 1
        return None
    place = f"{file.where}#{number}"
    try:
        raw = _payload(record, file.largest)
        made = from_text if media == TEXT else from_html
        report = made(decode(raw), replace(file.own(number), url=url or file.given.url))
    except Rejected as error:
        return place, error.problem(place)
    except DecodingError as error:
        return place, Problem(place, error.what, error.remedy)
    fetched = _time(record.rec_headers.get_header("WARC-Date"))
    return place, Arrival(report, f"{file.origin}#{number}", raw, media, fetched)


def _media_type(record: Any) -> str | None:
    """Of a page or text that was fetched with success; None of everything else."""
    headers = record.rec_headers
    if record.rec_type == "response":
        if record.http_headers is None or record.http_headers.get_statuscode() != "200":
            return None
        headers = record.http_headers
    elif record.rec_type != "resource":
        return None
    media = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    return HTML if media in _PAGES else media if media == TEXT else None


def _payload(record: Any, largest: int) -> bytes:
    """The payload, unpacked. Raises Rejected beyond `largest` bytes."""
    stream, pieces, size = record.content_stream(), [], 0
    while piece := stream.read(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > largest:
            raise too_large(largest)
    return b"".join(pieces)


def _time(written: str | None) -> datetime | None:
    try:
        time = datetime.fromisoformat(written or "")
    except ValueError:
        return None
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
