"""A large JSON object read piece by piece: its members, and those of one long list one by one."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

_PIECE = 1 << 16  # bytes read at a time
_DECODER = json.JSONDecoder(strict=False)
_NEAR = 16  # characters before the end of what is read that may be cut


class BrokenJson(ValueError):
    """What is no JSON object, or stops being one; the message says how."""


class Member(NamedTuple):
    """A member of the object; `source` is its text where it is an element of the long list."""

    name: str
    value: object
    source: str | None = None


def members(stream: BinaryIO, long: str, largest: int) -> Iterator[Member]:
    """The members in order; of the list named `long` its elements. Raises BrokenJson.

    `largest` bounds one value in characters.
    """
    text = _Text(stream, largest)
    text.expect("{")
    if text.skip("}"):
        return
    while True:
        name, _ = text.value()
        text.expect(":")
        if name == long and text.skip("["):
            if not text.skip("]"):
                while True:
                    yield Member(long, *text.value())
                    if not text.skip(","):
                        break
                text.expect("]")
        else:
            yield Member(str(name), text.value()[0])
        if not text.skip(","):
            break
    text.expect("}")


class _Text:
    """Decoded text with a place in it; more is read when it runs out."""

    def __init__(self, stream: BinaryIO, largest: int) -> None:
        self._stream = stream
        self._largest = largest
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._text = ""
        self._at = 0
        self._ended = False

    def _more(self) -> None:
        self._text = self._text[self._at :]
        self._at = 0
        raw = self._stream.read(max(_PIECE, len(self._text)))
        self._ended = not raw
        self._text += self._decoder.decode(raw, final=self._ended)

    def _next(self) -> str:
        """The next character that is no space, empty at the end."""
        while True:
            while self._at < len(self._text):
                if not self._text[self._at].isspace():
                    return self._text[self._at]
                self._at += 1
            if self._ended:
                return ""
            self._more()

    def skip(self, mark: str) -> bool:
        """Whether `mark` came next; it is behind us then."""
        if self._next() != mark:
            return False
        self._at += 1
        return True

    def expect(self, mark: str) -> None:
        """Goes behind `mark`. Raises BrokenJson where something else comes."""
        if not self.skip(mark):
            raise BrokenJson("the file is cut off" if not self._next() else f"«{mark}» is missing")

    def value(self) -> tuple[object, str]:
        """The next value and its text. Raises BrokenJson."""
        self._next()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                cut = error.msg.startswith("Unterminated") or error.pos >= len(self._text) - _NEAR
                if cut and self._ended:
                    raise BrokenJson("the file is cut off") from error
                if not cut:
                    raise BrokenJson(error.msg) from error
            except (ValueError, RecursionError) as error:
                raise BrokenJson(type(error).__name__) from error
            else:
                if end < len(self._text) or self._ended:
                    source, self._at = self._text[self._at : end], end
                    return value, source
            if len(self._text) - self._at > self._largest:
                raise BrokenJson(f"a value is larger than {self._largest // 1024 // 1024} MB")
            self._more()
