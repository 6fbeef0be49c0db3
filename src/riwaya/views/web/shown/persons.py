"""Someone across reports: names by kind, who is said to be whom, relations told by many once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from riwaya.ledger.accounts.identity import Joined
from riwaya.ledger.naming import KINDS, Call
from riwaya.ledger.nouns import Words
from riwaya.ledger.who import Person, Relation

Told = tuple[str, tuple[Words, ...]]
"""A source's name with its words."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names: who says that they are one, and who that they are not."""

    one: str
    other: str
    names: tuple[str, str]
    same: tuple[Told, ...]
    different: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation with all that state it; `denied` are those that deny it."""

    type: str
    subject: str
    object: str
    former: bool
    sources: tuple[Told, ...]
    denied: tuple[Told, ...]


def by_kind(calls: Sequence[Call]) -> list[tuple[str, tuple[Call, ...]]]:
    """What someone is called, by kind, kinds without any left out."""
    grouped = ((kind, tuple(c for c in calls if c.kind == kind)) for kind in KINDS)
    return [(kind, found) for kind, found in grouped if found]


def pairs(joins: Sequence[Joined]) -> list[Pair]:
    """The joins of names side by side, those over which sources part first."""
    found: dict[tuple[str, str], list[Joined]] = {}
    for j in joins:
        found.setdefault((j.one, j.other), []).append(j)
    made = [
        Pair(one, other, said[0].names, _told([j for j in said if j.same]),
             _told([j for j in said if not j.same]))
        for (one, other), said in found.items()
    ]  # fmt: skip
    return sorted(made, key=lambda p: (not (p.same and p.different), p.names))


def _told(said: Sequence[Joined]) -> tuple[Told, ...]:
    return _together((j.voice.name, j.words) for j in said)


def ties(person: Person) -> list[Tie]:
    """The relations of someone, each once, those of most sources first."""
    found: dict[tuple[str, str, str, bool], list[Relation]] = {}
    for r in person.relations:
        found.setdefault((r.type, r.subject, r.object, r.former), []).append(r)
    made = [
        Tie(*key, _sources(said, denied=False), _sources(said, denied=True))
        for key, said in found.items()
    ]
    return sorted(made, key=lambda t: (-len(t.sources), t.type, t.subject, t.object))


def _sources(said: Sequence[Relation], *, denied: bool) -> tuple[Told, ...]:
    return _together((r.source.name, r.words) for r in said if r.denied == denied)


def _together(said: Iterable[Told]) -> tuple[Told, ...]:
    """Sources, each once with all of its words."""
    found: dict[str, dict[Words, None]] = {}
    for name, words in said:
        found.setdefault(name, {}).update(dict.fromkeys(words))
    return tuple((name, tuple(words)) for name, words in found.items())
