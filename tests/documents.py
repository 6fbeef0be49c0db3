"""Makes small documents for tests: PDF by hand, with a font that is only a table of letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

Run = tuple[float, float, Iterable[str]]  # x, y, and the glyphs from left to right
_BREAKS = set("اأإآدذرزوؤىةءﻻ")  # letters that do not join the next


def pdf(*pages: list[Run], letters: bool = True) -> bytes:
    """A PDF that shows glyphs; each is told by the text it stands for, of one letter or more.

    Without `letters` the font does not say what its glyphs stand for.
    """
    codes: dict[str, int] = {}
    streams = []
    for page in pages:
        shown = []
        for x, y, glyphs in page:
            cells = "".join(f"{codes.setdefault(glyph, len(codes) + 1):04X}" for glyph in glyphs)
            shown.append(f"BT /F 12 Tf {x} {y} Td <{cells}> Tj ET")
        streams.append("\n".join(shown))
    table = "".join(
        f"<{code:04X}> <{glyph.encode('utf-16-be').hex()}>\n" for glyph, code in codes.items()
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{table}endbfchar\nendcmap end end"
    )
    first = 6
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(pages)))
    unicode = "/ToUnicode 5 0 R" if letters else ""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        f"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H"
        f"/DescendantFonts[4 0 R]{unicode}>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/DW 500"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    ]
    for number, stream in enumerate(streams):
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {first + 2 * number + 1} 0 R>>"
        )
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
    made, places = "%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n"
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer<</Size {size}/Root 1 0 R>>\n"
    return (made + end + f"startxref\n{len(made)}\n%%EOF\n").encode("latin-1")


def seen(*words: str) -> list[str]:
    """The glyphs from left to right of Arabic words that are read from right to left.

    A word in Latin letters or figures stays as it is; `لا` is one glyph, as fonts have it.
    """
    glyphs: list[str] = []
    for word in reversed(words):
        glyphs += [*clusters(word)[::-1], " "] if word[0] > "\u0600" else [*word, " "]
    return glyphs[:-1]


def clusters(word: str) -> list[str]:
    """The letters of a word, `لا` as one."""
    found: list[str] = []
    for letter in word:
        if letter in "اأإآ" and found and found[-1] == "ل":
            found[-1] += letter
        else:
            found.append(letter)
    return found


@cache
def _forms() -> dict[tuple[str, str], str]:
    forms = {}
    for code in range(0xFE80, 0xFEFD):
        kind, *letters = unicodedata.decomposition(chr(code)).split()
        forms["".join(chr(int(letter, 16)) for letter in letters), kind] = chr(code)
    return forms


def shaped(word: str) -> str:
    """A word in presentation forms, in the order in which it is read."""
    letters, made, joined = clusters(word), "", False
    for at, letter in enumerate(letters):
        onward = at + 1 < len(letters) and letter[-1] not in _BREAKS and letters[at + 1] != "ء"
        kind = {(0, 0): "isolated", (0, 1): "initial", (1, 0): "final", (1, 1): "medial"}
        made += _forms().get((letter, f"<{kind[joined, onward]}>"), letter)
        joined = onward
    return made
