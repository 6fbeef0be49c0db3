"""What comes out: a reading as JSON Lines, as a table, as a graph, as text for people.

Takes: readings.
Gives: text in one of the formats; each can be made again from the readings at any time.
Never: decides what a reading says, or keeps anything.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from riwaya.model import Reading

FORMATS = ("text", "jsonl", "csv", "dot")


@dataclass(frozen=True, slots=True)
class View:
    """A format: what the output begins with, and what each reading adds to it."""

    opening: str
    render: Callable[[Reading], str]


def view(name: str, *, with_text: bool = False) -> View:
    """The format of that name (one of FORMATS); KeyError for any other.

    `with_text` puts the report's text into each JSON line.
    """
    from riwaya.views import dot, jsonl, table, text

    return {
        "text": View("", text.block),
        "jsonl": View("", lambda reading: jsonl.line(reading, with_text=with_text)),
        "csv": View(table.header(), table.rows),
        "dot": View("", dot.graph),
    }[name]
