"""What a report is called where it is shown or linked to: never by its id, while it has words."""

from __future__ import annotations

from riwaya.model import Report

_LONGEST = 120  # characters of a first line


def heading(report: Report) -> str:
    """Its title, else the first line of its text, else its id."""
    return report.title or first_line(report.text) or report.id


def first_line(text: str) -> str:
    """The first line of a text that is not empty, cut at the end of a word where it is long."""
    return cut(next((" ".join(x.split()) for x in text.splitlines() if x.strip()), ""), _LONGEST)


def cut(text: str, longest: int) -> str:
    """A text of at most so many characters, cut at the end of a word where it is longer."""
    if len(text) <= longest:
        return text
    return text[:longest].rpartition(" ")[0] + " …" if " " in text[:longest] else text[:longest]
