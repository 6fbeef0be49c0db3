"""Rules that two mentions of a report are one person, group or place, one idea a file.

Each takes the mentions under their keys and what was joined before; it gives `Join`s with its
name. None of them joins what the report keeps apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from riwaya.detection.text import Chunk
from riwaya.identity.keys import Group, Grouping
from riwaya.model import Mention


@dataclass(frozen=True, slots=True)
class Join:
    """Two mentions that are one, the later one second, and the rule that says so."""

    one: str
    two: str
    rule: str


@dataclass(slots=True)
class Known:
    """A report's mentions by key, and the keys joined so far."""

    given: Grouping
    groups: Mapping[Group, list[Mention]]
    key_of: Mapping[str, Group]
    apart: set[frozenset[str]] = field(default_factory=set)  # pairs of mentions kept apart
    sentence: Mapping[int, int] = field(default_factory=dict)  # numbers by first words
    titles: Mapping[str, tuple[Chunk, ...]] = field(default_factory=dict)
    """The titled phrases around the name of each mention."""
    within: frozenset[str] = frozenset()  # mentions of a kind inside another one of it
    joined: set[frozenset[str]] = field(default_factory=set)  # pairs of mentions joined so far
    _parent: dict[Group, Group] = field(default_factory=dict)
    _order: dict[Group, int] = field(default_factory=dict)

    def root(self, key: Group) -> Group:
        """The key that stands for all that are joined with one."""
        while (up := self._parent.get(key, key)) != key:
            key = up
        return key

    def join(self, join: Join) -> bool:
        """Joins the keys of two mentions, unless the report keeps them apart; False for that."""
        one, two = self.root(self.key_of[join.one]), self.root(self.key_of[join.two])
        if one == two:
            return True
        if not self.may_be_one(one, two):
            return False
        first, second = sorted((one, two), key=self._rank)
        self._parent[second] = first
        return True

    def may_be_one(self, one: Group, two: Group) -> bool:
        """Whether nothing keeps the mentions of two roots apart."""
        for pair in self.apart:
            roots = {self.root(self.key_of[m]) for m in pair if m in self.key_of}
            if roots == {one, two}:
                return False
        return True

    def _rank(self, key: Group) -> int:
        if not self._order:
            self._order = {k: n for n, k in enumerate(self.groups)}
        return self._order[key]

    def roots(self, kind: str) -> Iterator[tuple[Group, list[Mention]]]:
        """What is one so far, of a kind of mention, with its mentions in order."""
        whole: dict[Group, list[Mention]] = {}
        for key, members in self.groups.items():
            if members[0].kind == kind:
                whole.setdefault(self.root(key), []).extend(members)
        for root, members in whole.items():
            yield root, sorted(members, key=lambda m: (m.start, m.end))


def all_joined(known: Known, joins: Iterable[Join]) -> list[Join]:
    """The joins of a rule that hold, each made as it comes."""
    made = []
    for join in joins:
        pair = frozenset((join.one, join.two))
        if pair not in known.joined and known.join(join):
            known.joined.add(pair)
            made.append(join)
    return made
