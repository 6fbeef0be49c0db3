"""The features of tellings as the ledger has them now: under joined names, with near copies."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from sqlalchemy import Connection, select

from riwaya.ledger.bodies import look_of
from riwaya.ledger.derive import names, states
from riwaya.ledger.derive.rows import among, in_chunks
from riwaya.ledger.features import Features, under
from riwaya.ledger.schema import tellings

_LOOKS = select(tellings.c.key, tellings.c.look).where(among(tellings.c.key))
Renamed = tuple[tuple[str, str], ...]


class Looks:
    """Features, names and copies, each asked for once while no name and no copy changes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._seen: dict[str, Features] = {}
        self._called: dict[str, str] = {}
        self._copies: dict[int, frozenset[int]] = {}

    def called(self, handles: Collection[str]) -> dict[str, str]:
        """The first handle of each one's entity, as `names.joined_names` gives it, and others'."""
        missing = {h for h in handles if h not in self._called}
        if missing:
            self._called |= {h: h for h in missing}
            self._called |= names.joined_names(self._connection, missing)
        return self._called

    def one_with(self, handles: Collection[str]) -> set[str]:
        """All handles of the entities that some handles are of."""
        called = self.called(handles)
        firsts = {called[h] for h in handles}
        return {h for h, first in called.items() if first in firsts}

    def copies(self, reports: Collection[int]) -> dict[int, frozenset[int]]:
        """The near copies of these reports, and of others."""
        missing = {r for r in reports if r not in self._copies}
        if missing:
            found = states.copies_of(self._connection, missing)
            self._copies |= {r: found.get(r, frozenset()) for r in missing}
        return self._copies

    def of(self, keys: Collection[str]) -> dict[str, Features]:
        """The features of tellings; what did not change is the same object as before."""
        missing = sorted(k for k in keys if k not in self._seen)
        if missing:
            self._see(missing)
        return {k: f for k in keys if (f := self._seen.get(k)) is not None}

    def _see(self, keys: list[str]) -> None:
        looks: dict[str, str] = {}
        for chunk in in_chunks(keys):
            looks |= {key: look for key, look in self._connection.execute(_LOOKS, {"some": chunk})}
        plain = {key: look_of(look) for key, look in looks.items()}
        handles = {key: f.agents | f.targets for key, f in plain.items()}
        called = self.called({h for found in handles.values() for h in found})
        copies = self.copies({f.report for f in plain.values()})
        for key, f in plain.items():
            renamed = tuple((h, called[h]) for h in sorted(handles[key]) if called[h] != h)
            near = copies[f.report]
            self._seen[key] = _under(looks[key], renamed, near) if renamed or near else f


@lru_cache(maxsize=16_000)
def _under(look: str, renamed: Renamed, copies: frozenset[int]) -> Features:
    return under(look_of(look), dict(renamed), copies)
