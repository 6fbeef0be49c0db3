"""The joined particles a table's form may carry, so that a lookup needs one dictionary.

Takes: a form of a table. Gives: the keys under which it may stand in text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from riwaya.detection.letters import key

_PLAIN = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_DEFINITE = ("ال", "وال", "فال", "بال", "لل", "كال", "وبال", "ولل", "فلل", "وكال")
_Particles = tuple[str, int, bool, str]  # written, how much is cut, conjoined, preposition


class Form(NamedTuple):
    """One spelling of a table's word: its key, what is joined before it, and how much of it."""

    key: str
    cut: int  # letters of the particles before the word and before its article
    conjoined: bool  # «و» or «ف» stands first
    preposition: str  # joined ب, ل or ك, or ""
    definite: bool


def _parts(particles: str, cut: int) -> _Particles:
    conjoined = particles[:1] in ("و", "ف") and cut > 0
    return particles, cut, conjoined, particles[conjoined:cut]


_BEFORE_PLAIN = tuple(_parts(p, len(p)) for p in _PLAIN)
_BEFORE_ARTICLE = tuple(_parts(p, len(p) - (1 if p.endswith("لل") else 2)) for p in _DEFINITE)
"""Particles with the article; «لل» has lost its alif, the others cover the whole article."""


def forms(word: str, article: bool = True) -> Iterator[Form]:
    """The spellings of `word` with joined particles, and with the article where `article`."""
    plain = key(word)
    if plain.startswith("ال"):
        bare = "ل" + plain[2:]
        for written, cut, conjoined, preposition in _BEFORE_PLAIN:
            after = bare if preposition == "ل" else plain
            yield Form(written + after, cut, conjoined, preposition, True)
        return
    for written, cut, conjoined, preposition in _BEFORE_PLAIN:
        yield Form(written + plain, cut, conjoined, preposition, False)
    if article:
        for written, cut, conjoined, preposition in _BEFORE_ARTICLE:
            yield Form(written + plain, cut, conjoined, preposition, True)


def readings(key: str) -> Iterator[tuple[str, Form]]:
    """The words whose `forms` are spelt so, if they exist: key of the word, and the form."""
    for written, cut, conjoined, preposition in _BEFORE_PLAIN:
        if not key.startswith(written):
            continue
        rest = key[len(written) :]
        if preposition == "ل" and rest.startswith("ل"):
            yield "ال" + rest[1:], Form(key, cut, conjoined, preposition, True)
        if not (preposition == "ل" and rest.startswith("ال")):
            yield rest, Form(key, cut, conjoined, preposition, rest.startswith("ال"))
    for written, cut, conjoined, preposition in _BEFORE_ARTICLE:
        rest = key[len(written) :]
        if key.startswith(written) and not rest.startswith("ال"):
            yield rest, Form(key, cut, conjoined, preposition, True)
