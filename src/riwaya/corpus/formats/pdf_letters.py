"""Arabic letters of a PDF under a mask while it is read, so that nobody turns them round.

A library that meets Arabic in a PDF guesses its order letter by letter, loses spaces and turns
figures and ligatures round. So the fonts' tables of letters are rewritten first: each Arabic
letter, and each ligature of several, becomes one character of the private use area.
"""

from __future__ import annotations

import re
from typing import Any

_BLOCKS = ((0x0600, 0x06FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF))
_FIRST = 0xE000  # of the private use area
_LIGATURES = 0xE800  # its part for ligatures
_LAST = 0xF8FF
_CODE = re.compile(rb"<\s*((?:[0-9A-Fa-f]{4}\s*)+)>")
_MAPS = re.compile(rb"(begin(bfchar|bfrange))(.*?)(end\2)", re.DOTALL)


def _shifts() -> dict[int, int]:
    shifts, to = {}, _FIRST
    for first, last in _BLOCKS:
        for code in range(first, last + 1):
            shifts[code] = to
            to += 1
    return shifts


_SHIFTS = _shifts()
_BACK = {to: chr(code) for code, to in _SHIFTS.items()}


class Letters:
    """The letters and ligatures of one document."""

    def __init__(self) -> None:
        self._ligatures: dict[tuple[int, ...], int] = {}
        self._spread: dict[int, str] = {}
        self._done: set[int] = set()

    def mark(self, holder: Any) -> None:
        """Masks the letters of the fonts of a page of pypdf, and of the forms on it, in memory."""
        resources = holder.get("/Resources")
        if resources is None or id(holder) in self._done:
            return
        self._done.add(id(holder))
        for font in _values(resources, "/Font"):
            self._mark_font(font)
        for form in _values(resources, "/XObject"):
            if form.get("/Subtype") == "/Form":
                self.mark(form)

    def single(self, text: str) -> str:
        """A text with its letters back, in the same order; a ligature stays one character."""
        return text.translate(_BACK)

    def spread(self, text: str) -> str:
        """A text with the letters of its ligatures."""
        return text.translate(self._spread)

    def _mark_font(self, font: Any) -> None:
        from pypdf.generic import DecodedStreamObject, NameObject

        if id(font) in self._done or font.get("/ToUnicode") is None:
            return
        self._done.add(id(font))
        table = font["/ToUnicode"].get_object()
        if not hasattr(table, "get_data"):
            return
        masked = DecodedStreamObject()
        masked.set_data(_MAPS.sub(self._map, table.get_data()))
        font[NameObject("/ToUnicode")] = masked

    def _map(self, part: re.Match[bytes]) -> bytes:
        """A part of a table: of pairs the second, of threes the third is a letter."""
        every = 2 if part[2] == b"bfchar" else 3
        at, inside = 0, False
        pieces: list[bytes] = []
        for token in re.findall(rb"<[^>]*>|\[|\]|[^<\[\]]+", part[3]):
            if token == b"[":
                inside = True
            elif token == b"]":
                inside, at = False, 0
            elif token.startswith(b"<"):
                letter = inside or at == every - 1
                at = at if inside else (at + 1) % every
                if letter and (every == 2 or inside or len(token.strip(b"<> ")) == 4):
                    token = _CODE.sub(self._letter, token)
            pieces.append(token)
        return part[1] + b"".join(pieces) + part[4]

    def _letter(self, hexadecimal: re.Match[bytes]) -> bytes:
        digits = b"".join(hexadecimal[1].split())
        codes = tuple(int(digits[at : at + 4], 16) for at in range(0, len(digits), 4))
        if not all(code in _SHIFTS for code in codes):
            return hexadecimal[0]
        if len(codes) == 1:
            return b"<%04X>" % _SHIFTS[codes[0]]
        mask = self._ligatures.setdefault(codes, _LIGATURES + len(self._ligatures))
        if mask > _LAST:
            return hexadecimal[0]
        self._spread[mask] = "".join(map(chr, codes))
        return b"<%04X>" % mask


def _values(resources: Any, kind: str) -> list[Any]:
    """The objects of a kind that resources name."""
    named = resources.get_object().get(kind)
    return [value.get_object() for value in named.get_object().values()] if named else []
