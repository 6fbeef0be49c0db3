"""JSON lines, packed by gzip or not: one report a line, read one after the other."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from riwaya.corpus.encoding import DecodingError, decode
from riwaya.corpus.formats.file import File, Found, all_of, too_large
from riwaya.corpus.formats.gunzip import MAGIC, Gunzipped
from riwaya.corpus.jsonl import Rejected, from_line
from riwaya.model import Arrival, Problem

JSON = "application/json"
_WIDE = re.compile(rb"\xff\xfe|\xfe\xff|.{0,3}\x00", re.DOTALL)


def read_lines(file: File) -> Iterator[Found]:
    """The reports of a file of JSON lines; of a file in UTF-16 all at once."""
    with file.path.open("rb") as stream:
        if stream.peek(2)[:2] != MAGIC:
            yield from _stream(stream, file)
            return
        packed = Gunzipped(stream)
        yield from _stream(io.BufferedReader(packed, 1 << 16), file)
        if packed.broken:
            yield (
                file.where,
                Problem(
                    file.where,
                    f"the file breaks off: {packed.broken}",
                    "What came before is read; get the file again",
                ),
            )


def decoded_lines(text: str, file: File) -> Iterator[Found]:
    """The reports of JSON lines that are decoded already."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _line(line, line.encode("utf-8", "surrogatepass"), number, file)


def _stream(stream: io.BufferedReader, file: File) -> Iterator[Found]:
    if _WIDE.match(stream.peek(4)[:4]):
        yield from decoded_lines(decode(all_of(stream, file.largest)), file)
        return
    number, none = 0, True
    while raw := stream.readline(file.largest + 1):
        number += 1
        place = f"{file.where}:{number}"
        if len(raw) > file.largest:
            none = False
            yield place, too_large(file.largest).problem(place)
            _skip_line(stream, raw, file.largest)
            continue
        if not raw.strip():
            continue
        none = False
        try:
            line = decode(raw)
        except DecodingError as error:
            yield place, Problem(place, error.what, error.remedy)
            continue
        yield _line(line, raw.rstrip(b"\r\n"), number, file)
    if none:
        yield (
            file.where,
            Problem(file.where, "the file is empty", "Write one JSON object on each line"),
        )


def _skip_line(stream: BinaryIO, raw: bytes, largest: int) -> None:
    while raw and not raw.endswith(b"\n"):
        raw = stream.readline(min(largest, 1 << 20) + 1)


def _line(line: str, raw: bytes, number: int, file: File) -> Found:
    place = f"{file.where}:{number}"
    try:
        report = from_line(line, file.own(number))
    except Rejected as error:
        return place, error.problem(place)
    return place, Arrival(report, f"{file.origin}:{number}", raw, JSON)
