"""The body of an answer, decompressed piece by piece and never more than is allowed."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from riwaya.corpus.web.errors import FetchError

_STEP = 1 << 16  # bytes that are decompressed at once
_GZIP = zlib.MAX_WBITS | 16
_SAVE = "Save the page from a browser and give the file"


def too_large(largest: int) -> FetchError:
    """More than is taken in."""
    return FetchError(
        f"larger than {largest / 1024 / 1024:.3g} MB", "Download it and give the file, if wanted"
    )


def read_body(pieces: Iterable[bytes], encoding: str, largest: int, *, cut: bool = False) -> bytes:
    """The decoded body, at most `largest` bytes; with `cut` the rest is left off.

    `encoding` is the header content-encoding. Raises FetchError for a larger, a broken or a
    strangely packed one.
    """
    names = [name.strip().lower() for name in encoding.split(",") if name.strip()]
    names = [name for name in names if name != "identity"]
    if names == []:
        decoded: Iterator[bytes] = iter(pieces)
    elif names in (["gzip"], ["x-gzip"]):
        decoded = inflate(pieces, _GZIP)
    elif names == ["deflate"]:
        decoded = _deflated(pieces)
    else:
        raise FetchError(f"packed in a way that was not asked for ({encoding[:40]})", _SAVE)
    body = bytearray()
    for piece in decoded:
        body += piece
        if len(body) > largest:
            if cut:
                return bytes(body[:largest])
            raise too_large(largest)
    return bytes(body)


def inflate(pieces: Iterable[bytes], window: int = _GZIP) -> Iterator[bytes]:
    """The bytes that are packed in `pieces`, in steps of 64 KB; several gzip members too.

    Raises FetchError for what is broken or cut off.
    """
    engine = zlib.decompressobj(window)
    begun = False
    for piece in pieces:
        waiting = piece
        while waiting:
            if engine.eof:
                if window != _GZIP or not waiting.startswith(b"\x1f"):
                    return  # padding behind the end
                engine = zlib.decompressobj(window)
            begun = True
            try:
                made = engine.decompress(waiting, _STEP)
            except zlib.error as error:
                raise FetchError("its packing (gzip) is broken", _SAVE) from error
            if made:
                yield made
            waiting = engine.unused_data if engine.eof else engine.unconsumed_tail
    if begun and not engine.eof:
        yield engine.flush()
    if begun and not engine.eof:
        raise FetchError("it breaks off before its end", "Try again later")


def _deflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """`deflate`, which half of the servers send with a zlib header and half without."""
    stream = iter(pieces)
    first = next((piece for piece in stream if piece), b"")
    zlib_header = len(first) > 1 and first[0] & 15 == 8 and int.from_bytes(first[:2]) % 31 == 0

    def all_of_it() -> Iterator[bytes]:
        yield first
        yield from stream

    return inflate(all_of_it(), zlib.MAX_WBITS if zlib_header else -zlib.MAX_WBITS)
