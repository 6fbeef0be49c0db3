"""Tellings as they were before something changed: they leave their groups, some to come back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from riwaya.ledger.derive.looks import Looks
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.told import ties_of
from riwaya.ledger.derive.verdicts import verdicts_on
from riwaya.ledger.features import Features
from riwaya.ledger.grouping import components, sharpness, with_mates
from riwaya.ledger.groups_seen import Order
from riwaya.ledger.growing import Left
from riwaya.ledger.schema import tellings


@dataclass(frozen=True, slots=True)
class Said:
    """What people said of a telling: those that are one with it, itself too; those that are not."""

    same: frozenset[str]
    apart: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Was:
    """A telling as it was. `order` is its unit's; both it and `look` may not be known any more."""

    look: Features | None
    order: Order | None
    ties: frozenset[str]
    said: Said


Were = Mapping[str, Was]


def of_reports(connection: Connection, ids: Collection[int]) -> dict[str, Was]:
    """The tellings of reports as they are now, and those that people said are one with them."""
    keys: set[str] = set()
    for chunk in in_chunks(ids):
        keys |= set(
            connection.scalars(select(tellings.c.key).where(tellings.c.report_id.in_(chunk)))
        )
    return of_tellings(connection, keys)


def of_tellings(connection: Connection, keys: Collection[str]) -> dict[str, Was]:
    """Tellings as they are now, and those that people said are one with them."""
    said = said_of(connection, keys)
    looks = Looks(connection).of(said)
    tied = ties_of(connection, said)
    order = {
        k: min(sharpness(looks[m]) for m in s.same if m in looks)
        for k, s in said.items() if k in looks
    }  # fmt: skip
    return {k: Was(looks[k], order[k], frozenset(tied[k]), said[k]) for k in order}


def renamed(connection: Connection, keys: Collection[str]) -> dict[str, Was]:
    """Tellings of people who are called otherwise by now: how they looked is not known."""
    tied = ties_of(connection, keys)
    return {k: Was(None, None, frozenset(t), Said(frozenset({k}))) for k, t in tied.items()}


def judged(
    connection: Connection, keys: Collection[str], *, at_last: bool = False
) -> dict[str, Was]:
    """Tellings that were just judged of, and all that are one with them or may have been.

    `at_last` where no judgement counted for any of them until now, as in a rebuild.
    """
    were = of_tellings(connection, keys)
    if at_last:
        return {k: replace(w, look=None, said=Said(frozenset({k}))) for k, w in were.items()}
    first = min((w.order for w in were.values() if w.order is not None), default=None)
    together = Said(frozenset(were))
    return {k: replace(w, look=None, order=first, said=together) for k, w in were.items()}


def left(were: Were, unmoved: Collection[str]) -> list[Left]:
    """Those who leave their groups."""
    return [Left(k, w.order, w.ties) for k, w in were.items() if k not in unmoved]


def said_of(connection: Connection, keys: Collection[str]) -> dict[str, Said]:
    """What people said of tellings, and of all that are one with them."""
    known, said = with_mates(keys, lambda ask: verdicts_on(connection, ask))
    apart: dict[str, set[str]] = {}
    for one, other in said.different:
        apart.setdefault(one, set()).add(other)
        apart.setdefault(other, set()).add(one)
    units: dict[str, set[str]] = {}
    unit = components(known, said.same)
    for key, head in unit.items():
        units.setdefault(head, set()).add(key)
    return {
        k: Said(frozenset(units[unit[k]]), frozenset(apart.get(k, ()))) for k in known
    }  # fmt: skip


def unmoved(
    were: Were, looks: Mapping[str, Features], tied: Mapping[str, Collection[str]],
    said: Mapping[str, Said],
) -> set[str]:  # fmt: skip
    """Those that look as they did, are tied as they were, and of whom is said what was said."""
    same = {
        k for k, w in were.items()
        if w.look is not None and k in said and w.look == looks.get(k)
        and w.ties == set(tied.get(k, ())) and w.said == said[k]
    }  # fmt: skip
    return {k for k in same if were[k].said.same <= same}


def parted(
    were: Were, tied: Mapping[str, Collection[str]], said: Mapping[str, Said]
) -> Iterable[set[str]]:
    """Tellings that hung together through one that is gone, or is not tied to them any more."""
    for key, was in were.items():
        before = (was.ties | was.said.same) - {key}
        if key not in said:
            yield set(before)
        elif lost := before - set(tied.get(key, ())) - said[key].same:
            yield {key, *lost}
