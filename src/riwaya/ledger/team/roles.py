"""What each role may do, and the groups of an account as they are kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from riwaya.ledger.errors import LedgerError

Role = Literal["reader", "coder", "reviewer", "admin"]
Right = Literal["read", "add", "judge", "join", "restrict", "purge", "accounts"]
Scope = Literal["read", "judge", "add"]

ROLES: tuple[Role, ...] = get_args(Role)
"""From the one that may do least."""
SCOPES: tuple[Scope, ...] = get_args(Scope)

_CODER = frozenset[Right]({"read", "add", "judge"})
_REVIEWER = _CODER | frozenset[Right]({"join", "restrict"})
RIGHTS: dict[Role, frozenset[Right]] = {
    "reader": frozenset({"read"}),
    "coder": _CODER,
    "reviewer": _REVIEWER,
    "admin": _REVIEWER | frozenset[Right]({"purge", "accounts"}),
}
"""What each role may do: judge statements; join and part incidents and entities; show a report to
a group alone; take one out for good; keep the accounts and look into the audit log."""


def role(given: str) -> Role:
    """A role by its name. Raises LedgerError."""
    if given not in ROLES:
        raise LedgerError(f"{given}: no such role. Give one of {', '.join(ROLES)}.")
    return given


def scopes_of(role: Role, wanted: Iterable[str]) -> frozenset[Scope]:
    """Those of a token's scopes that its account's role has still."""
    return frozenset(s for s in SCOPES if s in set(wanted) and s in RIGHTS[role])


def groups_kept(groups: Iterable[str]) -> str:
    """Groups as they are kept, one a line. Raises LedgerError where one is no name."""
    names = sorted({g.strip() for g in groups})
    for name in names:
        if not name or not name.isprintable():
            raise LedgerError(f"{name!r}: no name of a group. Give one line of text.")
    return "\n".join(names)


def groups_of(kept: str) -> frozenset[str]:
    """The groups of an account as it is kept."""
    return frozenset(kept.splitlines())
