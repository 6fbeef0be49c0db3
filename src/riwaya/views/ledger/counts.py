"""What a ledger holds, in numbers."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS = {
    "reports": "reports",
    "replaced": "of them replaced by a later version",
    "outlets": "outlets",
    "statements": "statements",
    "tellings": "tellings (what one report says of one happening)",
    "incidents": "incidents",
    "happened": "of them said to have happened",
    "contested": "of them contested in some field",
    "judgements": "judgements",
}


def counts(stats: Mapping[str, int]) -> str:
    """One line a number, the number first."""
    width = max((len(str(n)) for n in stats.values()), default=1)
    return "".join(
        f"{n:>{width}} {_WORDS.get(name, name.replace('_', ' '))}\n" for name, n in stats.items()
    )
