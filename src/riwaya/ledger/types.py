"""How event types come together in incidents: the table `incident_types.tsv`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from riwaya.model import Row

DEATHS = frozenset({"killing", "assassination", "execution"})
"""Types that say that someone was killed, which happens to a person once."""
_FINDING = "body_found"


@dataclass(frozen=True, slots=True)
class TypeRow:
    """One type: its group, the other groups that may hold it, its rank, its class."""

    group: str
    also: frozenset[str]
    rank: int
    klass: str


@dataclass(frozen=True, slots=True)
class IncidentTypes:
    """All event types, and which of them may be told of one happening."""

    rows: Mapping[str, TypeRow]

    @classmethod
    def of(cls, table: Iterable[Row]) -> IncidentTypes:
        """From the rows of the table."""
        return cls({r["type"]: _row(r) for r in table})

    def __getitem__(self, event_type: str) -> TypeRow:
        return self.rows[event_type]

    def may_join(self, event_type: str, group: str) -> bool:
        """Whether a deed of this type may be part of a happening of that group."""
        row = self.rows[event_type]
        return group == row.group or group in row.also

    def meet(self, one: str, other: str) -> bool:
        """Whether deeds that two types lead may be one happening."""
        a, b = self.rows[one], self.rows[other]
        return a.group == b.group or b.group in a.also or a.group in b.also

    def has_doers(self, event_type: str) -> bool:
        """Whether an agent of this type did what an incident is about: not of words, nor of
        finding a body."""
        return self.rows[event_type].klass != "word" and event_type != _FINDING

    def leading(self, event_types: Iterable[str]) -> str:
        """The type of the highest rank; of several the first by name."""
        return min(event_types, key=lambda t: (-self.rows[t].rank, t))


def _row(row: Row) -> TypeRow:
    also = frozenset(filter(None, row["also"].split("|")))
    return TypeRow(row["group"], also, int(row["rank"]), row["class"])
