"""What is known of tellings and their groups while some of them are grouped anew.

Tellings that people said are one are a unit: they are placed together, where the sharpest of them
is placed. A unit goes by its sharpest telling's key; one of whom nobody judged is a unit by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Protocol

from riwaya.ledger.features import Features
from riwaya.ledger.grouping import Verdicts, components, mean, sharpness, with_mates

Order = tuple[bool, bool, bool, bool, int, str]
Scored = Callable[[Features, Features], float | None]


class Around(Protocol):
    """What is known of tellings and their groups before anything changes."""

    def ties(self, keys: Collection[str]) -> dict[str, set[str]]:
        """The tellings that each one is tied to, as it is now."""

    @property
    def looks(self) -> Callable[[Collection[str]], dict[str, Features]]:
        """Gives their features as they are now; none of those that are no more."""

    def groups(self, keys: Collection[str]) -> dict[int, dict[str, float]]:
        """The groups that they were in: by number all members, each with its fit."""

    def verdicts(self, keys: Collection[str]) -> Verdicts:
        """What people decided of pairs of which one is among these."""


class GroupsSeen:
    """Units, their groups and ties, each asked for once; `placed` changes as units are placed."""

    def __init__(self, around: Around, score: Scored, out: Collection[str]) -> None:
        self._around, self._score = around, score
        self._out = frozenset(out)  # are in no group, whatever the ledger says
        self._ties: dict[str, set[str]] = {}  # of a unit: tellings
        self._apart: dict[str, set[str]] = {}  # of a telling: tellings
        self.looks: dict[str, Features] = {}
        self.unit: dict[str, str] = {}  # of a telling
        self.tellings: dict[str, list[str]] = {}  # of a unit, the sharpest first
        self.order: dict[str, Order] = {}  # of a unit
        self.placed: dict[str, int] = {}  # the group of a unit
        self.fits: dict[str, float] = {}  # of a unit, to its group
        self.groups: dict[int, set[str]] = {}  # units

    def see(self, keys: Collection[str]) -> None:
        """Has tellings at hand, their units, and all that is in their groups."""
        ask = {k for k in keys if k not in self.unit}
        members: dict[int, dict[str, float]] = {}
        while ask:
            ask, said = with_mates(ask, self._around.verdicts, self.unit)
            self._make_units(ask, said)
            rows = self._around.groups(ask - self._out)
            fresh = {n: found for n, found in rows.items() if n not in self.groups}
            members |= fresh
            ask = {k for found in fresh.values() for k in found} - self._out - self.unit.keys()
        for number, found in members.items():
            self.groups[number] = set()
            for key in found.keys() - self._out:
                unit = self.unit[key]
                self.groups[number].add(unit)
                self.placed[unit], self.fits[unit] = number, found[key]

    def tied(self, units: Collection[str]) -> set[str]:
        """The tellings that units are tied to."""
        self._tie(units)
        return set().union(*(self._ties[u] for u in units))

    def units_in_groups(self, keys: Collection[str]) -> set[str]:
        """The units of tellings that are in a group now."""
        self.see(keys)
        found = {self.unit[k] for k in keys if k in self.unit}
        return {u for u in found if u in self.placed}

    def sharper(self, unit: str, group: int) -> list[str]:
        """Those in a group that are placed before a unit."""
        order = self.order[unit]
        return [u for u in self.groups[group] if self.order[u] < order]

    def fit(self, unit: str, group: int) -> float:
        """How well a unit fits to those of a group before it; 0 where it must not join them."""
        before = self.sharper(unit, group)
        others = [k for u in before for k in self.tellings[u]]
        if not others or not self._is_tied(unit, before) or self._are_apart(unit, others):
            return 0.0
        looks = self.looks
        return max(
            mean([self._score(looks[key], looks[other]) for other in others])
            for key in self.tellings[unit]
        )

    def _is_tied(self, unit: str, others: Collection[str]) -> bool:
        if unit in self._ties:
            return any(not self._ties[unit].isdisjoint(self.tellings[o]) for o in others)
        self._tie(others)
        ours = self.tellings[unit]
        return any(not self._ties[o].isdisjoint(ours) for o in others)

    def _are_apart(self, unit: str, others: Collection[str]) -> bool:
        return any(
            not apart.isdisjoint(others)
            for key in self.tellings[unit] if (apart := self._apart.get(key))
        )  # fmt: skip

    def _tie(self, units: Collection[str]) -> None:
        missing = [u for u in units if u not in self._ties]
        if not missing:
            return
        found = self._around.ties([k for u in missing for k in self.tellings[u]])
        for unit in missing:
            ours = self.tellings[unit]
            self._ties[unit] = set().union(*(found.get(k, ()) for k in ours)).difference(ours)

    def _make_units(self, keys: set[str], said: Verdicts) -> None:
        for one, other in said.different:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)
        looks = self._around.looks(keys)
        self.looks |= looks
        together: dict[str, list[str]] = {}
        for key, unit in components(looks, said.same).items():
            together.setdefault(unit, []).append(key)
        for found in together.values():
            found.sort(key=lambda k: sharpness(looks[k]))
            head = found[0]
            self.tellings[head], self.order[head] = found, sharpness(looks[head])
            self.unit |= dict.fromkeys(found, head)
