"""Who asks, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.ledger.team.roles import RIGHTS, Right, Role

__all__ = ["Right", "Role", "Viewer"]


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks. `alone` is who works on a ledger of their own, and needs no account."""

    name: str
    role: Role
    groups: frozenset[str]
    csrf: str
    alone: bool = False
    rights: frozenset[Right] | None = None  # of a token, fewer than its account's
    by_token: bool = False

    def may(self, right: Right) -> bool:
        """Whether the viewer has a right."""
        return right in RIGHTS[self.role] and (self.rights is None or right in self.rights)
