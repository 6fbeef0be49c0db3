"""An incident's accounts as a table: a row a field, a column a source; and who is credited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riwaya.ledger.nouns import Account, Incident, Said, Words
from riwaya.views.ledger.page import FIELDS

_ACTS = ("claims", "credits", "blames", "denies")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says of one field, and what it said before."""

    said: tuple[Said, ...]
    before: tuple[Said, ...]
    contested: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One field over all sources; `cells` are in the order of the columns."""

    field: str
    standing: str
    why: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is said to have done it, by an act: the sources that say so, with their words."""

    name: str
    by_act: dict[str, tuple[tuple[str, tuple[Words, ...]], ...]]


def rows(i: Incident, shown: Sequence[Account]) -> list[Row]:
    """The table's rows for some of its accounts; fields that none in it speaks of left out."""
    made = []
    for field in FIELDS:
        standing = i.standing.get(field)
        cells = tuple(_cell(a, field, standing is not None and standing.standing == "contested")
                      for a in shown)  # fmt: skip
        if any(a.fields.get(field) or a.superseded.get(field) for a in i.accounts):
            made.append(Row(
                field, standing.standing if standing else "", standing.why if standing else "",
                cells,
            ))  # fmt: skip
    return made


def _cell(account: Account, field: str, contested: bool) -> Cell:
    said = account.fields.get(field, ())
    return Cell(said, account.superseded.get(field, ()), contested and bool(said))


def credits_of(accounts: Sequence[Account]) -> list[Credit]:
    """Everyone whom a source credits or blames, who claims it or denies, most sources first."""
    found: dict[str, tuple[str, dict[str, dict[str, tuple[Words, ...]]]]] = {}
    for source, act, said in _credits(accounts):
        name = said.value.partition(": ")[2]
        key = said.sides[0] if said.sides else name
        by_act = found.setdefault(key, (name, {}))[1]
        sources = by_act.setdefault(act, {})
        sources[source] = sources.get(source, ()) + said.words
    made = [
        Credit(name, {act: tuple(by_act[act].items()) for act in _ACTS if act in by_act})
        for name, by_act in found.values()
    ]
    return sorted(made, key=lambda c: (-sum(map(len, c.by_act.values())), c.name))


def _credits(accounts: Sequence[Account]) -> Iterator[tuple[str, str, Said]]:
    for a in accounts:
        for said in a.fields.get("credit", ()):
            yield a.source.name, said.value.partition(": ")[0], said
