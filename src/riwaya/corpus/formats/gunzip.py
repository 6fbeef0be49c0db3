"""Gzip as a stream that gives all that came before a break, and then says that it broke."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

MAGIC = b"\x1f\x8b"
_PIECE = 1 << 16  # bytes read at a time, packed


class Gunzipped(io.RawIOBase):
    """The unpacked bytes of a gzip stream of one or more members, no more than asked for.

    `broken` says after the end why it came too early, None where it is whole.
    """

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._left = b""
        self._member = zlib.decompressobj(31)
        self._begun = False  # inside a member
        self.broken: str | None = None

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """As `io.RawIOBase`; 0 at the end and at a break."""
        while self.broken is None:
            if not self._left:
                self._left = self._packed.read(_PIECE)
                if not self._left:
                    self.broken = "it is cut off" if self._begun else None
                    return 0
            piece = self._unpack(len(buffer))
            if piece:
                buffer[: len(piece)] = piece
                return len(piece)
        return 0

    def _unpack(self, most: int) -> bytes:
        """The next bytes; none where a member ended or more packed ones are needed."""
        if not self._begun:  # some writers fill up with zeros between and behind the members
            self._left = self._left.lstrip(b"\x00")
            self._begun = bool(self._left)
        try:
            piece = self._member.decompress(self._left, most)
        except zlib.error:
            self.broken = "its compression is damaged"
            return b""
        self._left = self._member.unconsumed_tail
        if self._member.eof:
            self._left = self._member.unused_data
            self._member = zlib.decompressobj(31)
            self._begun = False
        return piece
