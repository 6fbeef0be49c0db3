"""How the ledger's values are put in words; shared by its pages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from riwaya.ledger.nouns import Where
from riwaya.views.visible import one_line

Ends = tuple[int | None, int | None]
COUNTED_APART = "not all count the same people"
_WIDTH = 11
LONGEST = 800  # characters of a text that are quoted
GRADES = {
    "confirmed": "confirmed",
    "fair": "fair",
    "weak": "weak",
    "contested": "contested",
    "discounted": "discounted",
    "not_happened": "not said to have happened",
}


def labelled(label: str, said: str, *, indent: int = 2, width: int = _WIDTH) -> str:
    """A line with its label before it, the words made safe for a terminal."""
    return f"{' ' * indent}{label:<{width}} {one_line(said)}".rstrip()


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 report`, `2 reports`."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def days(earliest: date | None, latest: date | None) -> str:
    """`2022-10-14`, `2022-10-13 to 2022-10-17`, `day unknown`."""
    if earliest is None and latest is None:
        return "day unknown"
    if earliest == latest:
        return str(earliest)
    return f"{earliest or 'unknown'} to {latest or 'unknown'}"


def ends(toll: Ends | None) -> str:
    """`3`, `3 to 20`, `3 or more`, `up to 3`; nothing of none."""
    if toll is None or toll == (None, None):
        return ""
    low, high = toll
    if high is None:
        return f"{low} or more"
    if low is None:
        return f"up to {high}"
    return str(low) if low == high else f"{low} to {high}"


def place(where: Where | None) -> str:
    """`مدينة جاسم, درعا, SY (32.9947, 36.0603; exact)`; nothing of none."""
    if where is None:
        return ""
    parts = dict.fromkeys((where.name, where.district, where.admin, where.country))
    named = ", ".join(part for part in parts if part)
    if where.point is None:
        return f"{named} (no point)"
    return f"{named} ({where.point[0]:.4f}, {where.point[1]:.4f}; {where.precision})"


def listed(words: Iterable[str], most: int = 8) -> str:
    """`a; b; c`, of very many the first."""
    found = list(words)
    more = f"; and {len(found) - most} more" if len(found) > most else ""
    return "; ".join(found[:most]) + more


def named(report: str, outlet: str | None, published: date | None) -> str:
    """`jasim-03 (سانا, 2022-10-17)`."""
    about = ", ".join(part for part in (outlet, str(published) if published else None) if part)
    return f"{report} ({about})" if about else report


def excerpt(text: str) -> str:
    """A text on one line, of a very long one its beginning."""
    return one_line(text if len(text) <= LONGEST else f"{text[:LONGEST]} […]")
