"""JSON Lines: one reading a line, nothing left out and nothing changed."""

from __future__ import annotations

import json

from riwaya.model import Reading
from riwaya.records import record


def line(reading: Reading, *, with_text: bool = False) -> str:
    """The reading as one line of JSON with its line end; Arabic is written as it is.

    U+2028 and U+2029 are escaped, since some programs take them for line ends.
    """
    made = json.dumps(record(reading, with_text=with_text), ensure_ascii=False)
    return made.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"
