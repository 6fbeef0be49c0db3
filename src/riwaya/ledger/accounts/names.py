"""When what is said of names contests what else is said of them."""

from __future__ import annotations

from collections.abc import Sequence

_KUNYAS = ("person:ابو", "person:ام")


def contest_names(one: Sequence[str], same: bool, other: Sequence[str], too: bool) -> bool:
    """Whether two joins of handles exclude each other: the one joins what the other parts, or
    they give one man two real names."""
    if set(one) == set(other):
        return same != too
    shared = set(one) & set(other)
    if not (same and too and len(shared) == 1):
        return False
    return all(is_real(h) for h in (set(one) | set(other)) - shared)


def is_real(handle: str) -> bool:
    """Whether a name is no kunya: of real names nobody has two."""
    return handle.startswith("person:") and not handle.startswith(_KUNYAS)
