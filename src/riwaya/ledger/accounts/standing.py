"""Where each field of an incident stands: single, corroborated or contested.

Corroborated: two or more independent sources say it, none against. Contested: independent sources
exclude each other, or one denies. What is vaguer contests nothing that it contains: «local groups»
not «the 8th Brigade with local groups», October not 15 October, a town not one of its quarters.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

from riwaya.ledger.accounts import sides, tolls
from riwaya.ledger.accounts.counted import apart as counted_apart
from riwaya.ledger.accounts.counted import comparable
from riwaya.ledger.accounts.names import contest_names
from riwaya.ledger.accounts.voices import independent
from riwaya.ledger.nouns import Account, FieldStanding, Said, Where
from riwaya.ledger.spaces import NEAR, fine, holds, kilometres, same_place

Contest = Callable[[Said, Said], bool]


def _happened(a: Said, b: Said) -> bool:
    return {a.value, b.value} == {"yes", "no"}


def _parties(a: Said, b: Said) -> bool:
    return sides.contest(frozenset(a.sides), frozenset(b.sides))


def _people(a: Said, b: Said) -> bool:
    """Each names one person, and another one: a battle has many whom it was done to."""
    one, other = (frozenset(x for x in said.sides if x.startswith("person:")) for said in (a, b))
    return len(one) == len(other) == 1 and one != other


def _credit(a: Said, b: Said) -> bool:
    """Two who claim it; one who is credited and denies."""
    if a.denied != b.denied:
        return bool(set(a.sides) & set(b.sides))
    return not a.denied and _parties(a, b)


def _toll(a: Said, b: Said) -> bool:
    return any(tolls.contest(one, other) for one, other in comparable(a, b))


def _place(a: Said, b: Said) -> bool:
    one, other = a.where, b.where
    if one is None or other is None:
        return False
    if same_place(one, other) or holds(one, other) or holds(other, one):
        return False
    if fine(one) and fine(other):
        way = kilometres(one, other)
        return way is not None and way > NEAR
    return one.kind == other.kind == "quarter" and _part(one) != _part(other)


def _part(place: Where) -> str:
    """What of a quarter's name tells it from others: all but its generic word."""
    return " ".join(place.key.split()[1:]) or place.key


def _time(a: Said, b: Said) -> bool:
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    return a.latest < b.earliest or b.latest < a.earliest


def _identity(a: Said, b: Said) -> bool:
    return contest_names(a.sides, not a.denied, b.sides, not b.denied)


CONTEST: dict[str, Contest] = {
    "happened": _happened, "agent": _parties, "credit": _credit, "target": _people,
    "killed": _toll, "wounded": _toll, "place": _place, "time": _time, "identity": _identity,
}  # fmt: skip
"""For each field, whether two values of it exclude each other."""
_ANY = ("time", "place")
"""Fields of which a source may say several, and is contested only where none of them fits."""


def standings(accounts: Sequence[Account]) -> dict[str, FieldStanding]:
    """The standing of every field that an account speaks of."""
    made = {}
    for field, contest in CONTEST.items():
        told = [(a, a.fields[field]) for a in accounts if field in a.fields]
        if told:
            made[field] = _standing(field, told, contest)
            if contest is _toll:
                given = (s for _, said in told for s in said if not s.vague)
                made[field] = replace(made[field], apart=counted_apart(given))
    return made


def _standing(
    field: str, told: list[tuple[Account, tuple[Said, ...]]], contest: Contest
) -> FieldStanding:
    agreed: tuple[Account, Account] | None = None
    for (one, ours), (other, theirs) in combinations(told, 2):
        against = _against(field, ours, theirs, contest)
        if against is not None and (independent(one.source, other.source) or field == "credit"):
            a, b = against
            why = f"{one.source.name}: {a.value} · {other.source.name}: {b.value}"
            return FieldStanding("contested", why)
        if agreed is None and against is None and apart(one, other) and _agree(ours, theirs):
            agreed = (one, other)
    denied = [a.source.name for a, said in told if any(s.denied for s in said)]
    if denied and field != "credit":
        return FieldStanding("contested", f"{denied[0]}: no")
    if agreed is not None:
        names = f"{agreed[0].source.name} · {agreed[1].source.name}"
        return FieldStanding("corroborated", names)
    return FieldStanding("single", told[0][0].source.name)


def apart(one: Account, other: Account) -> bool:
    """Whether two sources speak for themselves, each in reports that the other is not all of."""
    return independent(one.source, other.source) and not _through(one, other)


def _through(one: Account, other: Account) -> bool:
    """Whether all that one of two says comes through the same reports as what the other says.

    An outlet that tells what its source told it is no second source.
    """
    a, b = ({c.report for c in account.carriers} for account in (one, other))
    return a == b


def _agree(ours: tuple[Said, ...], theirs: tuple[Said, ...]) -> bool:
    """Whether both say something firm, and of tolls of the same people; «more than 10» and «more
    than 40» are no one number."""
    return any(
        _firm(a) and _firm(b) and any(_one_number(*of) for of in comparable(a, b))
        for a in ours for b in theirs
    )  # fmt: skip


def _firm(said: Said) -> bool:
    return not said.vague and not said.denied


def _one_number(one: tolls.Range, other: tolls.Range) -> bool:
    opened = [low for low, high in (one, other) if low is not None and high is None]
    return len(opened) < 2 or len(set(opened)) == 1


def _against(
    field: str, ours: tuple[Said, ...], theirs: tuple[Said, ...], contest: Contest
) -> tuple[Said, Said] | None:
    pairs = [(a, b) for a in ours for b in theirs if contest(a, b)]
    if field in _ANY and len(pairs) < len(ours) * len(theirs) and field == "time":
        return None
    return pairs[0] if pairs else None
