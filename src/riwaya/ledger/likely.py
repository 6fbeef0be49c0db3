"""Names that look alike across reports: proposed to a person, joined by nobody.

Alike: one letter apart, or one name inside the other; with what else the two share.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from riwaya.ledger.audiences import hidden_reports, seen_by
from riwaya.ledger.handles import words_key
from riwaya.ledger.schema import incident_actors, incidents, name_words, names

_MOST = 12
_KUNYA = ("ابو", "ام")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Another name that may be the same one's; `why` says what speaks for it."""

    handle: str
    name: str
    why: tuple[str, ...]


def proposals(
    connection: Connection, handles: Collection[str], groups: Collection[str]
) -> list[Proposal]:
    """The names most like some handles of one entity, the likeliest first."""
    own = {h for h in handles if h.startswith("person:")}
    if not own:
        return []
    listed = select(names.c.name).where(
        names.c.handle.in_(own), names.c.report_id.not_in(hidden_reports(groups))
    )
    spelt = {tuple(words_key(n).split()) for n in connection.scalars(listed)}
    words = {w for name in spelt for w in name}
    near = (
        select(name_words.c.handle).where(name_words.c.word.in_(words))
        .group_by(name_words.c.handle).order_by(func.count().desc(), name_words.c.handle).limit(300)
    )  # fmt: skip
    others = [h for h in connection.scalars(near) if h.startswith("person:") and h not in handles]
    shown = (
        select(names.c.handle, names.c.name)
        .distinct()
        .where(names.c.handle.in_(others), names.c.report_id.not_in(hidden_reports(groups)))
    )
    best: dict[str, Proposal] = {}
    ours = _company(connection, own, groups)
    for handle, name in connection.execute(shown.order_by(names.c.handle, names.c.name)):
        why = _why(spelt, tuple(words_key(name).split()))
        if why and handle not in best:
            shared = bool(ours & _company(connection, {handle}, groups))
            best[handle] = Proposal(handle, name, (*why, *(("same incident",) if shared else ())))
    return sorted(best.values(), key=lambda p: (-len(p.why), p.handle))[:_MOST]


def _company(connection: Connection, handles: Collection[str], groups: Collection[str]) -> set[int]:
    of = (
        select(incident_actors.c.incident)
        .join(incidents, incidents.c.row == incident_actors.c.incident)
        .where(incident_actors.c.handle.in_(list(handles)), seen_by(connection, groups))
    )
    return set(connection.scalars(of.limit(500)))


def looks_like(one: str, other: str) -> bool:
    """Whether two names look alike, as they are written."""
    return bool(_why([tuple(words_key(one).split())], tuple(words_key(other).split())))


def _why(spelt: Collection[tuple[str, ...]], other: tuple[str, ...]) -> tuple[str, ...]:
    for name in sorted(spelt):
        one, two = set(name), set(other)
        if one == two:
            continue
        if (len(one & two) >= 2 and (one < two or two < one)) or _mistaken(name, other):
            return ("one name inside the other",)
        apart = [(a, b) for a, b in zip(name, other, strict=False) if a != b]
        if len(name) == len(other) > 1 and len(apart) == 1 and _one_letter(*apart[0]):
            return ("one letter apart",)
    return ()


def _mistaken(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the one is the other's kunya without its first word."""
    one, two = "".join(name), "".join(other)
    return one in _without_kunya(two) or two in _without_kunya(one)


def _without_kunya(name: str) -> set[str]:
    """The name after a kunya's first word, as it is mistaken for a name of its own."""
    return {name.removeprefix(k) for k in _KUNYA if name.startswith(k)}


def _one_letter(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 4:
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))
