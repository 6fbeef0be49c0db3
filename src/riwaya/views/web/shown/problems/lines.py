"""A line on a problem - where, what and what to do - taken apart and translated."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from riwaya.views.web.shown.pieces import Fill, Forms, Piece, Told, foreign, given
from riwaya.views.web.shown.problems.addresses import ADDRESSES
from riwaya.views.web.shown.problems.files import FILES
from riwaya.views.web.shown.problems.remedies import REMEDIES

PLACES = ("pasted", "what was given")
"""Where something was wrong that has no name of its own."""
MORE = "and {n} more"
"""What stands below the first problems of very many."""
_TRIED = 10  # places at which a line may part: names of files may have a colon or a stop in them
_WHATS = Forms((*FILES, *ADDRESSES))
_REMEDIES = Forms(REMEDIES)
_PLACES = Forms(PLACES)
_MORE = Forms((MORE,))
_Gettext = Callable[[str], str]


def problem(line: str, gettext: _Gettext, labels: Mapping[str, Fill]) -> Told:
    """A line as `str(Problem)` makes it; as it is where what it says has no form.

    `labels` give the words for a kind of file or of what an address holds (INPUTS).
    """
    fills = _with_reasons(gettext, labels)
    if more := _MORE.told(line, gettext, fills):
        return Told(tuple(more))
    for before, after in _parted(line, ". ", last=True):
        remedy = _REMEDIES.told(after, gettext, fills)
        for where, said in _parted(before, ": ") if remedy else ():
            if what := _WHATS.told(said, gettext, fills):
                place = _PLACES.told(where, gettext, {}) or given(where)
                return Told((*place, Piece(": "), *what, Piece(". "), *(remedy or ())))
    return Told((Piece(line),), known=False)


def _with_reasons(gettext: _Gettext, labels: Mapping[str, Fill]) -> Mapping[str, Fill]:
    """The labels, and what puts a problem or its reason that stands inside another: one deep, for
    what a library says may be a stranger's text."""
    innermost = {**labels, **dict.fromkeys(("what", "why", "error"), foreign)}

    def reason(said: str) -> list[Piece]:
        return _WHATS.told(said, gettext, innermost) or foreign(said)

    return {**innermost, "what": reason, "why": reason}


def _parted(line: str, mark: str, *, last: bool = False) -> Iterator[tuple[str, str]]:
    """The line in two at some marks, from left to right: the first ones, or the last ones."""
    places = [found.start() for found in re.finditer(re.escape(mark), line)]
    for at in places[-_TRIED:] if last else places[:_TRIED]:
        yield line[:at], line[at + len(mark) :]
