"""Events of a text in words, for tests that ask who did what to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import riwaya
from riwaya.model import RoleName, Statement

DAY = date(2023, 5, 16)


@dataclass(frozen=True, slots=True)
class Told:
    """One event statement, its fillers as the words of their mentions."""

    statement: Statement
    roles: dict[str, list[str]]
    counts: list[tuple[str, int | None, int | None]]
    time: str

    def who(self, role: RoleName) -> list[str]:
        """The fillers of a role in the order of the text's reading."""
        return self.roles.get(role, [])


def told(text: str) -> list[Told]:
    """All events of a text published on DAY."""
    reading = riwaya.read(text, published=DAY)
    words = {m.id: m.text for m in reading.mentions}
    found = []
    for statement in reading.statements:
        if statement.kind != "event":
            continue
        roles: dict[str, list[str]] = {}
        for role in statement.roles:
            if role.mention:
                roles.setdefault(role.role, []).append(words[role.mention])
        counts = [(f.kind, f.low, f.high) for f in statement.figures]
        when = statement.time.edtf if statement.time else ""
        found.append(Told(statement, roles, counts, when))
    return found


def one(text: str, kind: str) -> Told:
    """The only event of a type."""
    events = told(text)
    (found,) = [e for e in events if e.statement.type == kind] or [None]
    assert found is not None, [e.statement.type for e in events]
    return found
