"""The name that somebody is called by, where one name stands for all that reports give.

A name that a report says is the legal one; else a real name, one of several words before one of
one word, the one in most reports; else a kunya; else what a report says is another name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from riwaya.ledger.accounts.identity import Joined
from riwaya.ledger.accounts.names import is_real
from riwaya.ledger.audiences import hidden_groups, hidden_reports
from riwaya.ledger.derive.names import joined_names, joined_of
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.schema import joins, names

_LEGAL = "legal_name"
_OTHER = ("alias", "other_name", "former_name", "quoted", "called")
"""Rules by which a report says that the second of two names is no more than another one."""
_PERSON = "person:"


@dataclass(frozen=True, slots=True)
class Name:
    """One name: its handle, how it is written most often, in how many reports."""

    handle: str
    name: str
    kind: str
    reports: int


def in_order(found: Iterable[Name], said: Iterable[Joined]) -> list[Name]:
    """The names of one person or group, the one that it is called by first; `said` joins them."""
    rules: dict[str, set[str]] = {}
    for j in said:
        if j.same and j.second:
            rules.setdefault(j.second, set()).add(j.rule)
    return sorted(found, key=lambda n: (*_rank(n, rules.get(n.handle, set())), n.handle))


def _rank(n: Name, rules: Collection[str]) -> tuple[int, bool, int, int]:
    words = len(n.name.split())
    return _sort(n.handle, rules), words == 1, -n.reports, -words


def _sort(handle: str, rules: Collection[str]) -> int:
    if not handle.startswith(_PERSON):
        return 0
    if _LEGAL in rules:
        return 0
    if not is_real(handle):
        return 2
    return 3 if any(rule in _OTHER for rule in rules) else 1


def called_whole(
    connection: Connection, handles: Iterable[str], groups: Collection[str]
) -> dict[str, str]:
    """What each of the persons among some handles is called by, whichever of the names it is."""
    persons = {h for h in handles if h.startswith(_PERSON)}
    roots = joined_names(connection, persons, hidden_groups(connection, groups))
    together: dict[str, list[str]] = {}
    for handle in sorted({*persons, *roots}):
        together.setdefault(roots.get(handle, handle), []).append(handle)
    names = _called(connection, together, groups)
    return {h: names[root] for h in persons if (root := roots.get(h, h)) in names}


def _called(
    connection: Connection, together: Mapping[str, Collection[str]], groups: Collection[str]
) -> dict[str, str]:
    """The name of each person; `together` has all handles of each, by one of them."""
    handles = {h for found in together.values() for h in found}
    known = {n.handle: n for n in names_of(connection, handles, groups)}
    said: dict[str, list[Joined]] = {}
    several = {h for found in together.values() if len(found) > 1 for h in found}
    for j in joins_of(connection, several, groups):
        said.setdefault(j.second, []).append(j)
    made = {}
    for one, found in together.items():
        own = [j for h in found for j in said.get(h, ())]
        if order := in_order((known[h] for h in found if h in known), own):
            made[one] = order[0].name
    return made


def names_of(
    connection: Connection, handles: Collection[str], groups: Collection[str]
) -> list[Name]:
    """The name of each handle as reports write it most often, those in most reports first."""
    reports: dict[str, set[int]] = {}
    written: dict[str, dict[str, int]] = {}
    kinds: dict[str, str] = {}
    for chunk in in_chunks(sorted(handles)):
        of = select(names).where(
            names.c.handle.in_(chunk), names.c.report_id.not_in(hidden_reports(groups))
        )
        for r in connection.execute(of):
            reports.setdefault(r.handle, set()).add(r.report_id)
            spelt = written.setdefault(r.handle, {})
            spelt[r.name] = spelt.get(r.name, 0) + 1
            kinds[r.handle] = r.kind
    made = [
        Name(h, min(spelt, key=lambda n: (-spelt[n], len(n), n)), kinds[h], len(reports[h]))
        for h, spelt in written.items()
    ]
    return sorted(made, key=lambda n: (-n.reports, n.handle))


def joins_of(
    connection: Connection, handles: Collection[str], groups: Collection[str]
) -> list[Joined]:
    """What reports say joins or parts these handles from others, each word once."""
    found: dict[str, Joined] = {}
    for chunk in in_chunks(sorted(handles)):
        of = select(joins.c.body).where(
            or_(joins.c.one.in_(chunk), joins.c.other.in_(chunk)),
            joins.c.report_id.not_in(hidden_reports(groups)),
        )
        found |= {body: joined_of(body) for body in connection.scalars(of)}
    return sorted(
        found.values(), key=lambda j: (j.one, j.other, not j.same, [w.report for w in j.words])
    )
