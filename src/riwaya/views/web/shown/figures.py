"""Figures beside the words that they were read in: the same number is not written twice."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\d+(?:[,٬،.]\d{3})*(?!\d)")
"""In digits of either script, thousands set apart or not."""


def said_in(words: str, low: int | None, high: int | None) -> bool:
    """Whether words say both ends of a range in digits, so that the words alone are enough."""
    said = {int(re.sub(r"\D", "", n)) for n in _NUMBER.findall(words)}
    return low is not None and high is not None and said == {low, high}
