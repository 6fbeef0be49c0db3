"""Groups of tellings that take new ones in and let others go: the result is that of grouping all.

`grouping.group` asks the tellings one after the other, the sharpest first; what one joins hangs
on those before it alone. So after a change only those behind it are asked again that are tied to
a group which is not what it was, and of these only what can have changed. What people judged of
counts as it does there: those who are one are placed together, see `groups_seen`.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection
from dataclasses import dataclass, field

from riwaya.ledger.features import Features
from riwaya.ledger.groups_seen import Around, GroupsSeen, Order, Scored


@dataclass(frozen=True, slots=True)
class Left:
    """A telling that leaves its group: it is no more, looks otherwise, or was judged.

    `order` is its unit's before that, None where it is not known any more; `ties` are what it was
    tied to.
    """

    key: str
    order: Order | None
    ties: frozenset[str]


@dataclass(slots=True)
class _Asked:
    """Why one is asked again: groups that changed; all of them where `anew`."""

    groups: set[int] = field(default_factory=set)
    anew: bool = False


@dataclass(slots=True)
class Grown:
    """What became of groups: by number the members, in the order in which they joined."""

    groups: dict[int, list[str]]
    changed: set[int]
    fits: dict[str, float]  # of each telling
    looks: dict[str, Features]


class Growing:
    """Takes tellings in, one after the other in the order of their sharpness."""

    def __init__(self, around: Around, score: Scored, enough: float) -> None:
        self._around, self._score, self._enough = around, score, enough
        self._seen = GroupsSeen(around, score, ())
        self._changed: set[int] = set()
        self._asked: dict[str, _Asked] = {}
        self._waiting: list[tuple[Order, str]] = []

    def take_in(
        self, fresh: Collection[str], left: Collection[Left] = (), touched: Collection[str] = ()
    ) -> Grown:
        """Groups those that are fresh, and anew whom they and those who left move.

        The groups of `touched` ones count as changed. Who is one with somebody that is fresh or
        left has to be among them, too.
        """
        seen = self._seen = GroupsSeen(self._around, self._score, {*fresh, *(x.key for x in left)})
        seen.see([*fresh, *touched])
        self._changed |= {seen.placed[u] for u in seen.units_in_groups(touched)}
        self._leave({x.key: x for x in left})
        for unit in {seen.unit[k] for k in fresh}:
            self._ask(unit, None)
        while self._waiting:
            _, unit = heapq.heappop(self._waiting)
            self._place(unit, self._asked.pop(unit))
        groups = {n: self._joined(n) for n in self._changed}
        fits = {k: seen.fits[seen.unit[k]] for found in groups.values() for k in found}
        return Grown(groups, self._changed, fits, seen.looks)

    def _joined(self, group: int) -> list[str]:
        seen = self._seen
        units = sorted(seen.groups[group], key=lambda u: seen.order[u])
        return [k for u in units for k in seen.tellings[u]]

    def _leave(self, left: dict[str, Left]) -> None:
        """Has all asked again that those who left were tied to, and their groups."""
        seen = self._seen
        for number, members in sorted(self._around.groups(left).items()):
            seen.see(members.keys() - left.keys())
            rest = seen.groups.setdefault(number, set())
            self._changed.add(number)
            gone = [left[k] for k in members if k in left]
            tied = seen.tied(rest).union(*(x.ties for x in gone)) - left.keys()
            orders = [x.order for x in gone if x.order is not None]
            first = min(orders) if len(orders) == len(gone) else None
            founded = first is None or all(seen.order[u] > first for u in rest)
            for unit in seen.units_in_groups(tied) | rest:
                if first is None or seen.order[unit] > first:
                    self._ask(unit, number, anew=founded and unit in rest)

    def _place(self, unit: str, asked: _Asked) -> None:
        """Puts one where it belongs now."""
        seen = self._seen
        before = seen.placed.get(unit)
        fit, group = self._best(unit, before, asked)
        founds = before is not None and not seen.sharper(unit, before)
        if fit < self._enough:
            fit, group = 0.0, before if founds else None
        if before is not None and group == before:
            if fit != seen.fits[unit]:
                seen.fits[unit] = fit
                self._changed.add(before)
            elif before in asked.groups:
                self._changed.add(before)
            return
        if group is None:
            group = min((0, *seen.groups)) - 1
            seen.groups[group] = set()
        seen.fits[unit] = fit
        if before is not None:
            self._tell_others(before, unit, anew=founds)
            seen.groups[before].remove(unit)
        seen.groups[group].add(unit)
        seen.placed[unit] = group
        self._tell_others(group, unit, anew=False)

    def _best(self, unit: str, before: int | None, asked: _Asked) -> tuple[float, int | None]:
        """The best fit and its group; of equal ones that which was opened first."""
        if not asked.anew and before is not None:
            seen = self._seen
            kept = seen.fits[unit]
            stays = not seen.sharper(unit, before)
            if before in asked.groups and not stays:
                fit = seen.fit(unit, before)
                if fit < kept:
                    return self._of_all(unit)
                kept = fit
            elif stays and kept >= self._enough:
                return self._of_all(unit)
            others = self._of_some(unit, asked.groups - {before})
            if kept < self._enough:
                return others
            return min((others, (kept, before)), key=self._rank)
        return self._of_all(unit)

    def _of_all(self, unit: str) -> tuple[float, int | None]:
        seen = self._seen
        near = seen.units_in_groups(seen.tied({unit}))
        order = seen.order
        return self._of_some(unit, {seen.placed[u] for u in near if order[u] < order[unit]})

    def _of_some(self, unit: str, groups: Collection[int]) -> tuple[float, int | None]:
        found: list[tuple[float, int | None]] = [(self._seen.fit(unit, n), n) for n in groups]
        return min(found, key=self._rank, default=(0.0, None))

    def _rank(self, found: tuple[float, int | None]) -> tuple[float, Order | None]:
        fit, group = found
        if group is None or fit < self._enough:
            return 0.0, None  # equal to all others that are not enough
        return -fit, min(self._seen.order[u] for u in self._seen.groups[group])

    def _tell_others(self, group: int, unit: str, *, anew: bool) -> None:
        """Has all behind a unit asked again that are tied to its group."""
        seen = self._seen
        self._changed.add(group)
        members = seen.groups[group]
        order = seen.order[unit]
        for other in seen.units_in_groups(seen.tied(members)) | members:
            if other != unit and seen.order[other] > order:
                self._ask(other, group, anew=anew and other in members)

    def _ask(self, unit: str, group: int | None, *, anew: bool = False) -> None:
        asked = self._asked.get(unit)
        if asked is None:
            asked = self._asked[unit] = _Asked()
            heapq.heappush(self._waiting, (self._seen.order[unit], unit))
        if group is not None:
            asked.groups.add(group)
        asked.anew = asked.anew or anew
