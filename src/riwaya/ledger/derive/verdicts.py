"""What people decided of which tellings are one incident."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.grouping import Pair, Verdicts
from riwaya.ledger.schema import blocks, judgements

_HAS = "has|"


def standing(rows: Iterable[Row[Any]]) -> list[Row[Any]]:
    """Of the judgements on one thing those that nobody took back, in their order."""
    given = sorted(rows, key=lambda r: int(r.id))
    undone = {r.undoes for r in given if r.undoes is not None}
    return [r for r in given if r.undoes is None and r.id not in undone]


def verdicts_on(connection: Connection, keys: Collection[str]) -> Verdicts:
    """The last word on each pair of tellings of which one is among the keys.

    A judgement hangs on claims, and so on the tellings that they are in now.
    """
    judged = judgements.c.about == "incident"
    if connection.scalar(select(judgements.c.id).where(judged).limit(1)) is None:
        return Verdicts()
    held = claims_of(connection, keys)
    rows: dict[int, Row[Any]] = {}
    for chunk in in_chunks(sorted(held)):
        on_them = or_(judgements.c.one.in_(chunk), judgements.c.other.in_(chunk))
        rows |= {r.id: r for r in connection.execute(select(judgements).where(judged, on_them))}
    held |= holders(connection, {k for r in rows.values() for k in (r.one, r.other)} - held.keys())
    last: dict[Pair, str] = {}
    for r in standing(rows.values()):
        one, other = sorted((held.get(r.one, ""), held.get(r.other, "")))
        if one and one != other:
            last[one, other] = r.decision
    return Verdicts(
        {pair for pair, said in last.items() if said == "same"},
        {pair for pair, said in last.items() if said == "different"},
    )


def judged(connection: Connection) -> dict[str, str]:
    """The claims that people decided of whose incident they are, each with its telling."""
    rows = connection.execute(
        select(judgements.c.one, judgements.c.other).where(judgements.c.about == "incident")
    ).all()
    return holders(connection, {key for row in rows for key in row if key})


def holding(claim: str) -> str:
    """The key under which the telling of a claim is found."""
    return f"{_HAS}{claim}"


def holders(connection: Connection, claims: Collection[str]) -> dict[str, str]:
    """The key of the telling that each of some claims is in now; not of those that are in none."""
    found: dict[str, str] = {}
    for chunk in in_chunks([holding(c) for c in claims]):
        of = select(blocks.c.block, blocks.c.telling).where(blocks.c.block.in_(chunk))
        for block, telling in connection.execute(of.order_by(blocks.c.telling.desc())):
            found[block.removeprefix(_HAS)] = telling
    return found


def claims_of(connection: Connection, tellings: Collection[str]) -> dict[str, str]:
    """The claims of some tellings, each with its telling."""
    found: dict[str, str] = {}
    for chunk in in_chunks(sorted(tellings)):
        of = select(blocks.c.block, blocks.c.telling).where(
            blocks.c.telling.in_(chunk), blocks.c.block.startswith(_HAS, autoescape=True)
        )
        for block, telling in connection.execute(of.order_by(blocks.c.telling.desc())):
            found[block.removeprefix(_HAS)] = telling
    return found
