"""Taggers of the user's: plug-ins that find names which no table or rule of ours knows.

A tagger is one function, `tag(text: str) -> Iterable[tuple[int, int, str]]`: for each name where
it starts and ends, in code points of the text given, and its kind, "person", "place" or "group".
A package offers it under the entry point group `riwaya.taggers`; its name there is that of
`riwaya read --tagger NAME`. The rules go first: a name of the tagger's is taken where they found
nothing.

Takes: a tagger's name, or a function, and texts. Gives: its names, checked.
Never: imports a tagger that was not asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib.metadata import entry_points
from typing import cast, get_args

from riwaya.model import NameKind, TaggedName

GROUP = "riwaya.taggers"
Tagger = Callable[[str], Iterable[tuple[int, int, str]]]
_KINDS = get_args(NameKind)


class TaggerError(Exception):
    """A tagger cannot be had, or what it gives is not what a tagger gives."""


def names() -> tuple[str, ...]:
    """The taggers that installed packages offer."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def load_tagger(name: str) -> Tagger:
    """The installed tagger of that name. Raises TaggerError where there is none that works."""
    found = [point for point in entry_points(group=GROUP) if point.name == name]
    if not found:
        offered = ", ".join(names())
        way = f"Give one of {offered}." if offered else "Install a package that offers one."
        raise TaggerError(f"{name}: no such tagger. {way}")
    try:
        tagger = found[0].load()
    except Exception as error:  # it is not our code: whatever it raises
        why = f"{type(error).__name__}: {error}"
        raise TaggerError(f"{name}: could not be loaded ({why}). Repair its package.") from error
    if not callable(tagger):
        raise TaggerError(f"{name}: is no function. A tagger takes a text and gives its names.")
    return cast(Tagger, tagger)


def tagged_names(tagger: Tagger, text: str) -> list[TaggedName]:
    """The names that a tagger finds in a text, empty ones left out.

    Raises TaggerError where the tagger fails, or gives a kind or a place that there is not.
    """
    found = []
    try:
        for start, end, kind in tagger(text):
            if kind not in _KINDS or not 0 <= start <= end <= len(text):
                raise TaggerError(
                    f"the tagger gave ({start}, {end}, {kind!r}): a tagger gives a start and an "
                    f"end within the text and one of {', '.join(_KINDS)}"
                )
            if start < end:
                found.append(TaggedName(start, end, cast(NameKind, kind)))
    except TaggerError:
        raise
    except Exception as error:  # it is not our code: whatever it raises
        raise TaggerError(f"the tagger failed ({type(error).__name__}: {error})") from error
    return found
