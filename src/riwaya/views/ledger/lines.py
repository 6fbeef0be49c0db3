"""A list of incidents: three lines each, the day first."""

from __future__ import annotations

from riwaya.ledger.nouns import Incident
from riwaya.views.ledger.said import COUNTED_APART, GRADES, Ends, count, days, ends, listed
from riwaya.views.visible import one_line


def heading(total: int, shown: int, offset: int) -> str:
    """How many there are and which of them follow."""
    if not total:
        return "No incident fits."
    if not shown:
        return f"{count(total, 'incident')}; none behind the first {offset}."
    return f"{count(total, 'incident')}; shown are {offset + 1} to {offset + shown}, latest first."


def block(i: Incident) -> str:
    """One incident: when and what; where it stands; its id."""
    first = one_line(f"{days(i.earliest, i.latest)} · {i.title.replace('_', ' ')}")
    return f"{first}\n  {one_line(_standing(i))}\n  id {one_line(i.id)}\n"


def _standing(i: Incident) -> str:
    contested = [f for f, s in i.standing.items() if s.standing == "contested"]
    tolls = (("killed", i.killed), ("wounded", i.wounded))
    parts = [
        f"grade {GRADES[i.grade]}",
        count(len(i.reports), "report"),
        *(f"{field} {_toll(i, field, of)}" for field, of in tolls if of),
        f"by {listed(i.agents, 3)}" if i.agents else "",
        f"sources part over {', '.join(contested)}" if contested else "",
    ]
    return " · ".join(filter(None, parts))


def _toll(i: Incident, field: str, toll: Ends) -> str:
    standing = i.standing.get(field)
    return f"{ends(toll)} ({COUNTED_APART})" if standing and standing.apart else ends(toll)
