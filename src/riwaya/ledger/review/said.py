"""Who judged what: of statements, of pairs of tellings, of names; and where two persons differ."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from riwaya.ledger.audiences import seen_by
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.verdicts import claims_of, holders
from riwaya.ledger.errors import NotFound
from riwaya.ledger.ruling import Judgement, made_of, of_rows
from riwaya.ledger.schema import incidents, judgements, members
from riwaya.ledger.values import asked, beside_of

Judged = tuple[Judgement, ...]


def differ(given: Iterable[Judgement]) -> bool:
    """Whether the last words of two persons on one thing differ; what was taken back is none."""
    last = last_words(given)
    said = {(j.decision, asked(j.value) if j.decision == "correct" else "") for j in last.values()}
    return len(said) > 1


def last_words(given: Iterable[Judgement]) -> dict[str, Judgement]:
    """What each person said last of one thing and did not take back, by who it is."""
    stands = [j for j in given if not j.undone and j.undoes is None]
    return {j.by: j for j in sorted(stands, key=lambda j: j.number or 0)}


def judged(
    connection: Connection, keys: Collection[str], groups: Collection[str]
) -> dict[str, Judged]:
    """The judgements on each of some statements, the newest last; undone ones are marked.

    Statements without any are not in it, nor those that a viewer may not see.
    """
    rows: list[Row[Any]] = []
    for chunk in in_chunks(sorted(set(keys))):
        on_them = (judgements.c.about == "statement") & judgements.c.one.in_(chunk)
        rows += connection.execute(select(judgements).where(on_them))
    found: dict[str, list[Judgement]] = {}
    for j in made_of(connection, sorted(rows, key=lambda r: int(r.id)), groups):
        if j.undoes is None:
            found.setdefault(j.one, []).append(j)
    return {key: tuple(said) for key, said in found.items()}


def judged_pairs(
    connection: Connection, tellings: Collection[str], groups: Collection[str]
) -> dict[tuple[str, str], Judged]:
    """The judgements on pairs of tellings of which one is among some; each pair in order."""
    claims = claims_of(connection, tellings) if is_any(connection, "incident") else {}
    rows = _rows(connection, "incident", claims)
    ends = {key for r in rows for key in (r.one, r.other) if key is not None}
    claims |= holders(connection, ends - claims.keys())
    found: dict[tuple[str, str], list[Judgement]] = {}
    for j in of_rows(connection, rows, groups):
        one, other = sorted((claims.get(j.one, ""), claims.get(j.other or "", "")))
        if j.undoes is None and one and one != other:
            found.setdefault((one, other), []).append(j)
    return {pair: tuple(said) for pair, said in found.items()}


def judged_names(
    connection: Connection, handles: Collection[str], groups: Collection[str]
) -> dict[tuple[str, str], Judged]:
    """The judgements on pairs of names of which one is among some; each pair in order."""
    found: dict[tuple[str, str], list[Judgement]] = {}
    for j in of_rows(connection, _rows(connection, "entity", handles), groups):
        if j.undoes is None and j.other is not None:
            found.setdefault((j.one, j.other), []).append(j)
    return {pair: tuple(said) for pair, said in found.items()}


def _rows(connection: Connection, about: str, keys: Collection[str]) -> list[Row[Any]]:
    """The rows of judgements on what has one of some keys, in their order."""
    found: dict[int, Row[Any]] = {}
    if not is_any(connection, about):
        return []
    for chunk in in_chunks(sorted(keys)):
        on_them = or_(judgements.c.one.in_(chunk), judgements.c.other.in_(chunk))
        of = select(judgements).where(judgements.c.about == about, on_them)
        found |= {r.id: r for r in connection.execute(of)}
    return [found[n] for n in sorted(found)]


def is_any(connection: Connection, about: str) -> bool:
    """Whether anything of that kind was judged."""
    of = select(judgements.c.id).where(judgements.c.about == about).limit(1)
    return connection.scalar(of) is not None


def settled(given: Iterable[Judgement], by: str) -> bool:
    """Whether a pair is done with for someone: they judged it, or others did and agree."""
    last = last_words(given)
    return bool(last) and (by in last or not differ(last.values()))


def history(connection: Connection, id: str, groups: Collection[str]) -> list[Judgement]:
    """All judgements that touch an incident, in their order, undone ones marked. Raises NotFound.

    On its statements, on statements that it had when they were judged, and on pairs of which its
    tellings are one; what takes these back is among them.
    """
    told = _tellings(connection, id, groups)
    claims = claims_of(connection, told)
    rows = {r.id: r for r in (
        *_rows(connection, "statement", claims), *_rows(connection, "incident", claims),
        *_once_in(connection, claims),
    )}  # fmt: skip
    first = {n for r in rows.values() if (n := beside_of(r.value)) is not None}
    rows |= _with_undone(connection, {*first, *rows})
    return made_of(connection, [rows[n] for n in sorted(rows)], groups)


def _tellings(connection: Connection, id: str, groups: Collection[str]) -> list[str]:
    t = incidents.c
    seen = seen_by(connection, groups)
    row = connection.scalar(select(t.row).where(t.id == id, seen))
    if row is None:
        held = holders(connection, [id]).get(id, id)
        of = select(members.c.incident).where(members.c.telling == held)
        row = connection.scalar(select(t.row).where(t.row.in_(of), seen))
    if row is None:
        raise NotFound(f"{id}: no such incident. riwaya incidents LEDGER lists them.")
    return list(connection.scalars(select(members.c.telling).where(members.c.incident == row)))


def _once_in(connection: Connection, claims: Mapping[str, str]) -> list[Row[Any]]:
    """Judgements on statements that were in an incident with one of some claims."""
    found: list[Row[Any]] = []
    for chunk in in_chunks(sorted(claims)):
        found += connection.execute(select(judgements).where(judgements.c.within.in_(chunk)))
    return found


def _with_undone(connection: Connection, numbers: Collection[int]) -> dict[int, Row[Any]]:
    """Judgements by their numbers, with what takes them back."""
    found: dict[int, Row[Any]] = {}
    for chunk in in_chunks(sorted(numbers)):
        on_them = or_(judgements.c.id.in_(chunk), judgements.c.undoes.in_(chunk))
        found |= {r.id: r for r in connection.execute(select(judgements).where(on_them))}
    return found
