"""The nouns of a graph: edges with the words that they rest on, and whom they lead to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from riwaya.ledger.nouns import Words

EdgeKind = Literal["deed", "relation", "cause", "identity"]
EndKind = Literal["person", "group", "place"]
_WORDS = 20  # that one edge keeps


@dataclass(frozen=True, slots=True)
class Edge:
    """A deed, a relation, a cause, or that two names are not one, with its evidence.

    `count` is of incidents for deeds and causes, of sources for others; 0 where a deed is only
    denied. `against` are the words of those who deny it.
    """

    source: str
    target: str
    kind: EdgeKind
    type: str
    realis: str
    former: bool
    count: int
    incidents: tuple[str, ...]
    sources: tuple[str, ...]
    deniers: tuple[str, ...]
    words: tuple[Words, ...]
    against: tuple[Words, ...]
    since: date | None
    until: date | None
    contested: bool

    @property
    def denied(self) -> bool:
        """Whether a source denies it."""
        return bool(self.deniers)


@dataclass(slots=True)
class Draft:
    """An edge that grows with each report that states or denies it."""

    incidents: dict[str, None] = field(default_factory=dict)
    sources: dict[str, None] = field(default_factory=dict)
    deniers: dict[str, None] = field(default_factory=dict)
    words: dict[Words, None] = field(default_factory=dict)
    against: dict[Words, None] = field(default_factory=dict)
    days: list[date] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    contested: bool = False

    def add(self, source: str, words: Iterable[Words], *, denied: bool = False) -> None:
        """One source more that states it, or denies it."""
        (self.deniers if denied else self.sources)[source] = None
        (self.against if denied else self.words).update(dict.fromkeys(words))

    def edge(
        self, source: str, target: str, kind: EdgeKind, type: str, *, count: int,
        realis: str = "actual", former: bool = False,
    ) -> Edge:  # fmt: skip
        """The edge as it is now."""
        return Edge(
            source, target, kind, type, realis, former, count, tuple(self.incidents),
            tuple(self.sources), tuple(self.deniers), tuple(self.words)[:_WORDS],
            tuple(self.against)[:_WORDS], min(self.days, default=None),
            max(self.days, default=None), self.contested,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class End:
    """How whom an edge leads to is called, as most reports have it, and what it is."""

    name: str
    kind: EndKind


class Ends:
    """Those whom edges lead to, by their handle."""

    def __init__(self) -> None:
        self._names: dict[str, Counter[str]] = {}
        self._kinds: dict[str, EndKind] = {}
        self._called: dict[str, str] = {}

    def add(self, id: str, name: str, kind: EndKind) -> None:
        """One mention more; without a name where a report tells of it by a description."""
        spelt = self._names.setdefault(id, Counter())
        if name:
            spelt[name] += 1
        self._kinds.setdefault(id, kind)

    def call(self, names: Mapping[str, str]) -> None:
        """Calls some by these names, whatever most mentions have."""
        self._called.update(names)

    @property
    def unnamed(self) -> list[str]:
        """Those of whom no mention has a name."""
        return [id for id, spelt in self._names.items() if not spelt and not _is_listed(id)]

    def __contains__(self, id: str) -> bool:
        return id in self._names

    @property
    def named(self) -> dict[str, End]:
        """All, each by the name it was given, else by the one that most mentions have; what the
        tables list by its main name."""
        return {
            id: End(self._called.get(id) or _name(id, spelt), self._kinds[id])
            for id, spelt in self._names.items()
        }  # fmt: skip


def _name(id: str, spelt: Counter[str]) -> str:
    if _is_listed(id) or not spelt:
        return id.partition(":")[2]
    return min(spelt, key=lambda n: (-spelt[n], len(n), n))


def _is_listed(id: str) -> bool:
    return id.startswith("actor:")
