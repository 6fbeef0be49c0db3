"""The joined particles a table's form may carry, so that a lookup needs one dictionary.

Takes: a form of a table. Gives: the keys under which it may stand in text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from riwaya.detection.letters import key

_PLAIN = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_DEFINITE = ("ال", "وال", "فال", "بال", "لل", "كال", "وبال", "ولل", "فلل", "وكال")


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a table's word: its key, what is joined before it, and how much of it."""

    key: str
    cut: int  # letters of the particles before the word and before its article
    conjoined: bool  # «و» or «ف» stands first
    preposition: str  # joined ب, ل or ك, or ""
    definite: bool


def forms(word: str, article: bool = True) -> Iterator[Form]:
    """The spellings of `word` with joined particles, and with the article where `article`."""
    plain = key(word)
    definite = plain.startswith("ال")
    for particles in _PLAIN:
        joined = _joined(particles, plain, definite)
        yield Form(joined, len(particles), *_parts(particles), definite)
    if article and not definite:
        for particles in _DEFINITE:
            cut = len(particles) - 2 if not particles.endswith("لل") else len(particles) - 1
            yield Form(particles + plain, cut, *_parts(particles[:cut]), True)


def _joined(particles: str, plain: str, definite: bool) -> str:
    if definite and particles.endswith("ل"):
        return particles + "ل" + plain[2:]
    return particles + plain


def _parts(particles: str) -> tuple[bool, str]:
    conjoined = particles[:1] in ("و", "ف") if particles else False
    return conjoined, particles[1:] if conjoined else particles
