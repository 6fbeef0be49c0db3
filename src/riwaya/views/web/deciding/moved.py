"""What a correction does beside what it says: its report may leave an incident, or come to one."""

from __future__ import annotations

from riwaya.ledger import Ledger
from riwaya.ledger.review.stands import Stands
from riwaya.ledger.ruling import Judgement


def before(ledger: Ledger, j: Judgement) -> Stands | None:
    """Where the statement stands that a judgement is to correct; None of any other judgement."""
    return ledger.stands(j.one) if j.about == "statement" and j.decision == "correct" else None


def moved(ledger: Ledger, j: Judgement, stood: Stands | None) -> Stands | None:
    """Where it stands after the judgement, if other reports tell of that than of where it stood."""
    if stood is None:
        return None
    now = ledger.stands(j.one)
    return None if now.beside == stood.beside else now
