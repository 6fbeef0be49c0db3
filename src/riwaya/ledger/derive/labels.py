"""The names of components: each goes by its first telling, however it came together or apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, func, select, update

from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.derive.told import ties_of
from riwaya.ledger.derive.verdicts import verdicts_on
from riwaya.ledger.grouping import Pair, components
from riwaya.ledger.schema import incidents, tellings, ties

_ASIDE = "aside "  # before the first telling of what came off, while the rest is named anew


def labels_of(connection: Connection, keys: Collection[str]) -> dict[str, str]:
    """The component that each telling is in."""
    found: dict[str, str] = {}
    for chunk in in_chunks(keys):
        of = select(tellings.c.key, tellings.c.component).where(tellings.c.key.in_(chunk))
        found |= {key: component for key, component in connection.execute(of)}
    return found


def members_of(connection: Connection, labels: Collection[str]) -> dict[str, str]:
    """The component, as it was, of each telling of some components."""
    found: dict[str, str] = {}
    for chunk in in_chunks(labels):
        of = select(tellings.c.key, tellings.c.component).where(tellings.c.component.in_(chunk))
        found |= {key: component for key, component in connection.execute(of)}
    return found


def ties_among(connection: Connection, keys: Collection[str]) -> set[Pair]:
    """The ties between some tellings."""
    found: set[Pair] = set()
    for chunk in in_chunks(sorted(keys)):
        pairs = connection.execute(select(ties.c.one, ties.c.other).where(ties.c.one.in_(chunk)))
        found |= {(one, other) for one, other in pairs if other in keys}
    return found


def merge(connection: Connection, now: Mapping[str, str], fresh: Collection[str]) -> None:
    """Names components that came together by their first telling; no incident is of fresh ones."""
    moved = {before: label for before, label in now.items() if before != label}
    for label, all_before in _by_label(moved).items():
        there = [c for c in all_before if c not in fresh]
        for table, labels in ((tellings, all_before), (incidents, there)):
            for chunk in in_chunks(labels):
                connection.execute(
                    update(table).where(table.c.component.in_(chunk)).values(component=label)
                )


def part(
    connection: Connection, apart: Iterable[set[str]], labels: Collection[str], judged: bool
) -> None:
    """Names components anew that came apart, or whose first telling is gone.

    `apart` has tellings that may hang together no more, `labels` the components they were in.
    """
    moved: dict[str, str] = {}
    before = {*labels}
    for keys in _together(apart):
        there = labels_of(connection, keys)
        if len(there) > 1:
            before |= {*there.values()}
            for piece in Pieces(connection, there, judged).complete():
                moved |= dict.fromkeys(piece, min(piece))
    _move(connection, {key: _ASIDE + first for key, first in moved.items()})
    for label in sorted(before - _own(connection, before)):
        of = select(func.min(tellings.c.key)).where(tellings.c.component == label)
        first = connection.scalar(of)
        if first is not None:
            merge(connection, {label: first}, ())
    merge(connection, {_ASIDE + first: first for first in moved.values()}, ())


def _together(sets: Iterable[set[str]]) -> list[list[str]]:
    """The tellings of sets, those of sets that overlap in one list."""
    given = [sorted(keys) for keys in sets if keys]
    pairs = {(keys[0], other) for keys in given for other in keys}
    found: dict[str, list[str]] = {}
    for key, first in components({k for pair in pairs for k in pair}, pairs).items():
        found.setdefault(first, []).append(key)
    return list(found.values())


def _own(connection: Connection, labels: Collection[str]) -> set[str]:
    """The components that still have the telling they go by."""
    return {key for key, label in labels_of(connection, labels).items() if key == label}


def _move(connection: Connection, now: Mapping[str, str]) -> None:
    """Puts tellings into other components, and the incidents that go by them."""
    rename(connection, labels_of(connection, now), now)
    for label, keys in _by_label(now).items():
        for chunk in in_chunks(keys):
            of = update(incidents).where(incidents.c.id.in_(chunk))
            connection.execute(of.values(component=label))


class Pieces:
    """Tellings, each with what hangs on it, seen step by step from the smaller pieces on."""

    def __init__(self, connection: Connection, keys: Collection[str], judged: bool) -> None:
        self._connection, self._judged = connection, judged
        self._of = {k: k for k in keys}  # the piece of each telling that was seen
        self._members = {k: {k} for k in keys}
        self._ask = {k: {k} for k in keys}  # whose ties were not looked at yet, by the piece

    def complete(self) -> list[set[str]]:
        """The pieces that hang on none of the others, whole, but for the largest: it may go on."""
        while len(self._members) > 1:
            going_on = [piece for piece in self._members if self._ask[piece]]
            if len(going_on) < 2 and len(going_on) < len(self._members):
                break
            self._go_on(min(going_on, key=lambda piece: len(self._members[piece])))
        done = [m for piece, m in self._members.items() if not self._ask[piece]]
        return sorted(done, key=min) if len(self._members) > 1 else []

    def _go_on(self, piece: str) -> None:
        ask, self._ask[piece] = self._ask[piece], set()
        for others in self._next_to(ask).values():
            for other in others:
                theirs = self._of.get(other)
                if theirs is None:
                    self._of[other] = piece
                    self._members[piece].add(other)
                    self._ask[piece].add(other)
                elif theirs != piece:
                    piece = self._join(piece, theirs)

    def _join(self, one: str, other: str) -> str:
        small, large = sorted((one, other), key=lambda piece: len(self._members[piece]))
        moved = self._members.pop(small)
        self._of |= dict.fromkeys(moved, large)
        self._members[large] |= moved
        self._ask[large] |= self._ask.pop(small)
        return large

    def _next_to(self, keys: Collection[str]) -> dict[str, set[str]]:
        """The tellings that each is tied to, or one with by people's word."""
        found = ties_of(self._connection, keys)
        if self._judged:
            for one, other in verdicts_on(self._connection, keys).same:
                for a, b in ((one, other), (other, one)):
                    if a in found:
                        found[a].add(b)
        return found


def rename(connection: Connection, before: Mapping[str, str], now: Mapping[str, str]) -> None:
    """Writes the components of tellings that are in others now."""
    moved = {k: label for k, label in now.items() if before[k] != label}
    for label, keys in _by_label(moved).items():
        for chunk in in_chunks(keys):
            connection.execute(
                update(tellings).where(tellings.c.key.in_(chunk)).values(component=label)
            )


def _by_label(of: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, label in of.items():
        found.setdefault(label, []).append(key)
    return found
