"""The words that a value rests on, with some text around them."""

from __future__ import annotations

from riwaya.views.web.guard.refusals import Refused
from riwaya.views.web.shown.marked import WINDOW

_AROUND = 320  # code points of the text on both sides of evidence


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where a text is shown around words of it, whole words alone.

    Raises Refused where these are no words of it.
    """
    if not 0 <= start < end <= len(text) or end - start > WINDOW:
        raise Refused(400, "These are no words of this report. Open it and look there.")
    first, last = max(start - _AROUND, 0), min(end + _AROUND, len(text))
    while first > 0 and first < start and not text[first - 1].isspace():
        first += 1
    while last < len(text) and last > end and not text[last].isspace():
        last -= 1
    return first, last
