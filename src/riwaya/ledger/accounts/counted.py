"""Whom tolls count: two are set against each other only where they count the same people.

«60 of the one side» and «15 of the other» are two true numbers of one clash: neither contradicts
the other, nor bears it out. The range of the incident still goes over all accounts, as it does of
every field, and it says beside it that not all count the same people: a sum of what several
sources say would be a number that no source gives.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from riwaya.ledger.accounts.tolls import Range
from riwaya.ledger.nouns import Said
from riwaya.ledger.people import ARMED, CIVILIANS, IRREGULARS, SOLDIERS

_STATE = "state:"
_SIDE = ":"  # in the name of every side, and of no kind of people


def comparable(a: Said, b: Said) -> list[tuple[Range, Range]]:
    """The numbers of two tolls that are of the same people; none where they share nobody.

    Who counts nobody in particular counts everybody. Of groups that may be one («the armed» and
    «the soldiers») all are held against all.
    """
    whole = ((a.low, a.high), (b.low, b.high))
    if _everybody(a) or _everybody(b):
        return [whole]
    ours, theirs = ({who: (low, high) for who, low, high in said.counted} for said in (a, b))
    if shared := [(ours[who], theirs[who]) for who in ours if who in theirs]:
        return shared
    alike = [(one, other) for one in ours for other in theirs if _may_be_one(one, other)]
    if len(alike) == len(ours) * len(theirs):
        return [whole]
    return [(ours[one], theirs[other]) for one, other in alike]


def apart(said: Iterable[Said]) -> bool:
    """Whether some of several tolls share nobody whom they count."""
    return any(not comparable(a, b) for a, b in combinations(list(said), 2))


def _everybody(said: Said) -> bool:
    return not said.counted or any(not who for who, _, _ in said.counted)


def _may_be_one(one: str, other: str) -> bool:
    """Whether two groups of other names may be the same people."""
    for who, beside in ((one, other), (other, one)):
        if who == ARMED:
            return beside != CIVILIANS
        if who == SOLDIERS and beside.startswith(_STATE):
            return True
        if who == IRREGULARS and _SIDE in beside and not beside.startswith(_STATE):
            return True
    return False
