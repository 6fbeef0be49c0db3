"""Groups of tellings that take new ones in: the result is that of grouping all of them anew.

`grouping.group` asks the tellings one after the other, the sharpest first; what one joins hangs
on those before it alone. So with a new one only those behind it are asked again that are tied to
a group which is not what it was, and of these only what can have changed.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Protocol

from riwaya.ledger.features import Features
from riwaya.ledger.grouping import mean, sharpness

Order = tuple[bool, bool, bool, bool, int, str]
Scored = Callable[[Features, Features], float | None]


class Around(Protocol):
    """What is known of tellings and their groups before new ones come."""

    def ties(self, keys: Collection[str]) -> dict[str, set[str]]:
        """The tellings that each one is tied to."""

    @property
    def looks(self) -> Callable[[Collection[str]], dict[str, Features]]:
        """Gives their features."""

    def groups(self, keys: Collection[str]) -> dict[int, dict[str, float]]:
        """The groups that they are in: by number all members, each with its fit."""


@dataclass(slots=True)
class _Asked:
    """Why one is asked again: groups that changed; all of them where `anew`."""

    groups: set[int] = field(default_factory=set)
    anew: bool = False


@dataclass(slots=True)
class Grown:
    """What became of groups: by number the members, and the fit of each telling that was asked."""

    groups: dict[int, set[str]]
    changed: set[int]
    fits: dict[str, float]
    looks: dict[str, Features]


class Growing:
    """Takes new tellings in, one after the other in the order of their sharpness."""

    def __init__(self, around: Around, score: Scored, enough: float) -> None:
        self._around, self._score, self._enough = around, score, enough
        self._ties: dict[str, set[str]] = {}
        self._looks: dict[str, Features] = {}
        self._order: dict[str, Order] = {}
        self._of: dict[str, int] = {}
        self._groups: dict[int, set[str]] = {}
        self._fits: dict[str, float] = {}
        self._changed: set[int] = set()
        self._asked: dict[str, _Asked] = {}
        self._waiting: list[tuple[Order, str]] = []
        self._fresh: set[str] = set()

    def take_in(self, fresh: Collection[str]) -> Grown:
        """Groups them, and anew whom they move."""
        self._fresh = set(fresh)
        self._see(self._fresh)
        for key in self._fresh:
            self._ask(key, None)
        while self._waiting:
            _, key = heapq.heappop(self._waiting)
            self._place(key, self._asked.pop(key))
        self._see({k for n in self._changed for k in self._groups[n]})
        return Grown(self._groups, self._changed, self._fits, self._looks)

    def _place(self, key: str, asked: _Asked) -> None:
        """Puts one where it belongs now."""
        before = self._of.get(key)
        fit, group = self._best(key, before, asked)
        founds = before is not None and not self._sharper(key, before)
        if fit < self._enough:
            fit, group = 0.0, before if founds else None
        if before is not None and group == before:
            if fit != self._fits[key]:
                self._fits[key] = fit
                self._changed.add(before)
            elif before in asked.groups:
                self._changed.add(before)
            return
        if group is None:
            group = min((0, *self._groups)) - 1
            self._groups[group] = set()
        self._fits[key] = fit
        if before is not None:
            self._tell_others(before, key, anew=founds)
            self._groups[before].remove(key)
        self._groups[group].add(key)
        self._of[key] = group
        self._tell_others(group, key, anew=False)

    def _best(self, key: str, before: int | None, asked: _Asked) -> tuple[float, int | None]:
        """The best fit and its group; of equal ones that which was opened first."""
        if not asked.anew and before is not None:
            kept = self._fits[key]
            stays = not self._sharper(key, before)
            if before in asked.groups and not stays:
                fit = self._fit(key, before)
                if fit < kept:
                    return self._of_all(key)
                kept = fit
            elif stays and kept >= self._enough:
                return self._of_all(key)
            others = self._of_some(key, asked.groups - {before})
            if kept < self._enough:
                return others
            return min((others, (kept, before)), key=self._rank)
        return self._of_all(key)

    def _of_all(self, key: str) -> tuple[float, int | None]:
        self._tie({key})
        order = self._order
        near = {k for k in self._ties[key] if k in self._of or k not in self._fresh}
        self._see(near)
        tied = {self._of[k] for k in near if k in self._of and order[k] < order[key]}
        return self._of_some(key, tied)

    def _of_some(self, key: str, groups: Collection[int]) -> tuple[float, int | None]:
        found: list[tuple[float, int | None]] = [(self._fit(key, n), n) for n in groups]
        return min(found, key=self._rank, default=(0.0, None))

    def _rank(self, found: tuple[float, int | None]) -> tuple[float, Order | None]:
        fit, group = found
        if group is None or fit < self._enough:
            return 0.0, None  # equal to all others that are not enough
        return -fit, min(self._order[k] for k in self._groups[group])

    def _sharper(self, key: str, group: int) -> list[str]:
        order = self._order[key]
        return [k for k in self._groups[group] if self._order[k] < order]

    def _fit(self, key: str, group: int) -> float:
        sharper = self._sharper(key, group)
        if not self._is_tied(key, sharper):
            return 0.0
        self._see(sharper)
        look = self._looks[key]
        return mean([self._score(look, self._looks[k]) for k in sharper])

    def _is_tied(self, key: str, others: Collection[str]) -> bool:
        if key in self._ties:
            return not self._ties[key].isdisjoint(others)
        self._tie(others)
        return any(key in self._ties[k] for k in others)

    def _tell_others(self, group: int, key: str, *, anew: bool) -> None:
        """Has all behind a telling asked again that are tied to its group."""
        self._changed.add(group)
        members = self._groups[group]
        self._tie(members)
        tied = set().union(*(self._ties[k] for k in members)) - {key}
        tied = {k for k in tied if k not in self._fresh or k in self._of}
        self._see(tied)
        order = self._order[key]
        for k in tied:
            if self._order[k] > order:
                self._ask(k, group, anew=anew and k in members)

    def _ask(self, key: str, group: int | None, *, anew: bool = False) -> None:
        asked = self._asked.get(key)
        if asked is None:
            asked = self._asked[key] = _Asked()
            heapq.heappush(self._waiting, (self._order[key], key))
        if group is not None:
            asked.groups.add(group)
        asked.anew = asked.anew or anew

    def _tie(self, keys: Collection[str]) -> None:
        missing = [k for k in keys if k not in self._ties]
        if missing:
            found = self._around.ties(missing)
            self._ties |= {k: found.get(k, set()) for k in missing}

    def _see(self, keys: Collection[str]) -> None:
        """Has their features and groups at hand, and those of their groups' members."""
        missing = {k for k in keys if k not in self._looks}
        if not missing:
            return
        for number, members in self._around.groups(missing - self._fresh).items():
            if number not in self._groups:
                self._groups[number] = set(members)
                self._fits |= members
                self._of |= dict.fromkeys(members, number)
                missing |= members.keys() - self._looks.keys()
        found = self._around.looks(missing)
        self._looks |= found
        self._order |= {k: sharpness(f) for k, f in found.items()}
