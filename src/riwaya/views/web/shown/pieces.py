"""A message in pieces, each of a direction of its own: what the program says, and what was given.

What was given - names of files, addresses, numbers, words of a report - is never translated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from riwaya.views.web.shown.forms import pattern

_ARABIC = re.compile("[\u0621-\u064a]")
# Latin letters and days inside an Arabic sentence, with the signs that belong to them.
_FOREIGN = re.compile(
    r'([-.{"]*[A-Za-z](?:[^\u0600-\u06ff«»()]*[A-Za-z0-9\]}"/…])?|\d{4}-\d\d-\d\d|@|(?<!\S)-(?!\S))'
)
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a message; those that are `apart` have a direction of their own.

    `lang` is the language where it is another one than the message's, empty where nobody knows.
    """

    text: str
    apart: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A message in its pieces; `known` says whether it is in the language of who reads."""

    pieces: tuple[Piece, ...]
    known: bool = True

    @property
    def text(self) -> str:
        """All of it without its parting."""
        return "".join(p.text for p in self.pieces)


Fill = Callable[[str], Iterable[Piece]]
"""What stands in a message for what stands in its original in this place."""


def given(text: str) -> list[Piece]:
    """What was given, as it is."""
    return [Piece(text, apart=True)]


def foreign(text: str) -> list[Piece]:
    """What a library says, or what has no translation."""
    return [Piece(text, apart=True, lang="en")]


def ours(text: str) -> list[Piece]:
    """Words of our own; of an Arabic text its words in Latin letters are set apart."""
    if not _ARABIC.search(text):
        return [Piece(text)]
    parts = _FOREIGN.split(text)
    return [Piece(p, apart=bool(n % 2)) for n, p in enumerate(parts) if p]


class Forms:
    """Messages by their forms, the first that fits counts; braces hold what differs."""

    def __init__(self, forms: Iterable[str]) -> None:
        listed = list(forms)
        self._plain = {form for form in listed if not _SLOT.search(form)}
        self._made = [(form, pattern(form)) for form in listed if form not in self._plain]

    def told(
        self, message: str, gettext: Callable[[str], str], fills: Mapping[str, Fill]
    ) -> list[Piece] | None:
        """A message in the catalogue's language; None where it has no form.

        What a slot of the form holds is put by the fill of that name, or as it was given.
        """
        if message in self._plain:
            return ours(gettext(message))
        for form, fits in self._made:
            found = fits.fullmatch(message)
            if found:
                return list(_filled(gettext(form), found.groupdict(), fills))
        return None


def _filled(form: str, held: Mapping[str, str], fills: Mapping[str, Fill]) -> Iterable[Piece]:
    arabic = _ARABIC.search(form)
    for n, part in enumerate(_SLOT.split(form)):
        if n % 2:
            yield from fills.get(part, given)(held[part])
        elif part:
            yield from ours(part) if arabic else [Piece(part)]
