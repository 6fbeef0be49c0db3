"""A grade for an incident, after the way Airwars grades its own, by a rule that anyone can redo.

In this order, the first that holds:

not_happened  no source says that it was done: it was planned, threatened, averted or denied
discounted    every source that said so is denied by more independent sources than say so
contested     sources exclude each other on whether it happened or who did it
confirmed     a doer says so itself, and nobody says otherwise
fair          two or more independent sources say so
weak          one source says so, or several that are not independent
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.ledger.accounts.standing import apart
from riwaya.ledger.nouns import Account, FieldStanding, Grade


def grade(accounts: Sequence[Account], standing: Mapping[str, FieldStanding]) -> tuple[Grade, str]:
    """The grade and the reason for it."""
    yes = [a for a in accounts if _says(a, "yes")]
    no = [a for a in accounts if _says(a, "no")]
    if not yes:
        return "not_happened", "no source says that it was done"
    if _voices(no) > _voices(yes):
        return "discounted", f"{_names(no)} deny what {_names(yes)} say"
    for field in ("happened", "agent", "credit"):
        if field in standing and standing[field].standing == "contested":
            return "contested", f"{field}: {standing[field].why}"
    owners = [
        a for a in yes if any(c.value.startswith("claims") for c in a.fields.get("credit", ()))
    ]
    if owners:
        return "confirmed", f"{_names(owners)} say that they did it"
    if _voices(yes) > 1:
        return "fair", f"independent sources say so: {_names(yes)}"
    if len(yes) > 1:
        return "weak", f"no two independent sources say so: {_names(yes)}"
    return "weak", f"one source says so: {_names(yes)}"


def _says(account: Account, value: str) -> bool:
    return any(said.value == value for said in account.fields.get("happened", ()))


def _voices(accounts: Sequence[Account]) -> int:
    """How many independent sources there are among some."""
    found: list[Account] = []
    for a in accounts:
        if all(apart(a, b) for b in found):
            found.append(a)
    return len(found)


def _names(accounts: Sequence[Account]) -> str:
    names = [a.source.name for a in accounts]
    return "، ".join(names[:4]) + (" …" if len(names) > 4 else "")
