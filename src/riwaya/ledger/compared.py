"""Outlets side by side: which tells of what, whom it credits or blames, whose denials it carries.

An outlet omits an incident where no report of it in this ledger tells of it; no more is meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from sqlalchemy import Connection, select

from riwaya.ledger.accounts.counted import comparable
from riwaya.ledger.audiences import hidden_reports
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.filters import Filter
from riwaya.ledger.nouns import Account, Incident, Said, Words
from riwaya.ledger.queries import count, incidents
from riwaya.ledger.schema import reports

_ACTS = ("claims", "credits", "blames")
_TOLLS = ("killed", "wounded")
Act = Literal["claims", "credits", "blames", "denies"]


@dataclass(frozen=True, slots=True)
class Short:
    """An incident as a comparison names it; `contested` are fields."""

    id: str
    title: str
    earliest: date | None
    latest: date | None
    happened: bool
    contested: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """Whom an outlet has claim, credits, blames or lets deny: the words by the incident's id."""

    act: Act
    name: str
    incidents: dict[str, tuple[Words, ...]]


@dataclass(frozen=True, slots=True)
class Extreme:
    """A toll of an outlet below, or above, those of all others: its figure and theirs.

    «At least 35» is not below 45: it may be as many.
    """

    incident: str
    field: str
    own: int
    others: tuple[int, int]
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What an outlet's reports say of one incident; `contested` are fields it speaks of."""

    reports: tuple[str, ...]
    credit: tuple[tuple[Act, str, tuple[Words, ...]], ...]
    contested: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One outlet over all incidents of a selection; `cells` by the incident's id."""

    key: str
    name: str
    url: str | None
    reports: int
    cells: dict[str, Cell]
    namings: tuple[Naming, ...]
    lowest: tuple[Extreme, ...]
    highest: tuple[Extreme, ...]
    counted: int  # incidents for which it and another give a toll

    def by(self, act: Act) -> tuple[Naming, ...]:
        """Those whom it names in one act, the most often named first."""
        return tuple(n for n in self.namings if n.act == act)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outlets of a selection, those that tell most first; `total` incidents were found, those
    in `incidents` are looked at. `unnamed` reports have no outlet."""

    incidents: tuple[Short, ...]
    outlets: tuple[Compared, ...]
    total: int
    unnamed: int


@dataclass(slots=True)
class _Growing:
    """An outlet while incidents are looked through."""

    names: Counter[str] = field(default_factory=Counter)
    url: str | None = None
    reports: dict[str, None] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)
    namings: dict[tuple[Act, str], tuple[str, dict[str, tuple[Words, ...]]]] = field(
        default_factory=dict
    )
    lowest: list[Extreme] = field(default_factory=list)
    highest: list[Extreme] = field(default_factory=list)
    counted: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Outlet:
    key: str
    name: str
    url: str | None


@dataclass(frozen=True, slots=True)
class _Figure:
    """A toll of an outlet; without `high` it may be any that is not below `low`."""

    outlet: str
    low: int
    high: int | None
    words: tuple[Words, ...]
    said: Said

    @property
    def most(self) -> int:
        """The highest number that it names."""
        return self.low if self.high is None else self.high


def compared(
    connection: Connection, wanted: Filter, groups: Collection[str], most: int = 300
) -> Comparison:
    """The outlets of the latest incidents that a filter lets through, at most so many."""
    total = count(connection, wanted, groups)
    latest = replace(wanted, limit=most, offset=0)
    found = [x.incident for x in incidents(connection, latest, groups)]
    outlets = _outlets(connection, {name for i in found for name in i.reports}, groups)
    growing: dict[str, _Growing] = {}
    for i in found:
        _tell(i, outlets, growing)
        for toll in _TOLLS:
            _figures(i, toll, outlets, growing)
    made = [_made(key, g) for key, g in growing.items()]
    unnamed = {name for i in found for name in i.reports if name not in outlets}
    order = sorted(made, key=lambda o: (-len(o.cells), -o.reports, o.name))
    return Comparison(tuple(map(_short, found)), tuple(order), total, len(unnamed))


def _short(i: Incident) -> Short:
    against = tuple(f for f, s in i.standing.items() if s.standing == "contested")
    return Short(i.id, i.title, i.earliest, i.latest, i.happened, against)


def _outlets(
    connection: Connection, names: Collection[str], groups: Collection[str]
) -> dict[str, _Outlet]:
    """The outlet of each report that has one."""
    found: dict[str, _Outlet] = {}
    r = reports.c
    for chunk in in_chunks(sorted(names)):
        of = select(r.name, r.outlet, r.outlet_key, r.url).where(
            r.name.in_(chunk), r.outlet_key != "", r.id.not_in(hidden_reports(groups))
        )
        for row in connection.execute(of):
            found[row.name] = _Outlet(row.outlet_key, row.outlet, row.url)
    return found


def _tell(i: Incident, outlets: Mapping[str, _Outlet], growing: dict[str, _Growing]) -> None:
    """Adds what each outlet says of one incident."""
    by_outlet: dict[str, list[str]] = {}
    for report in i.reports:
        if (outlet := outlets.get(report)) is not None:
            by_outlet.setdefault(outlet.key, []).append(report)
            g = growing.setdefault(outlet.key, _Growing())
            if report not in g.reports:
                g.names[outlet.name] += 1
            g.reports[report] = None
            g.url = g.url or outlet.url
    for key, told in by_outlet.items():
        credit = _credit(i.accounts, set(told))
        for act, who, name, words in credit:
            near = growing[key].namings.setdefault((act, who), (name, {}))[1]
            near[i.id] = tuple(dict.fromkeys((*near.get(i.id, ()), *words)))
        shown = tuple((act, name, words) for act, _, name, words in credit)
        growing[key].cells[i.id] = Cell(tuple(told), shown, _contested(i, set(told)))


def _credit(
    accounts: Sequence[Account], told: Collection[str]
) -> list[tuple[Act, str, str, tuple[Words, ...]]]:
    """Who is named in which act in some reports: act, key, name, words."""
    found: dict[tuple[Act, str], tuple[str, dict[Words, None]]] = {}
    for a in accounts:
        for act, key, name, said in _named(a):
            words = [w for w in said.words if w.report in told]
            if words:
                found.setdefault((act, key), (name, {}))[1].update(dict.fromkeys(words))
    return [(act, key, name, tuple(words)) for (act, key), (name, words) in found.items()]


def _named(a: Account) -> Iterator[tuple[Act, str, str, Said]]:
    """Whom one account names in the credit; who denies, by the source that does."""
    for said in a.fields.get("credit", ()):
        act, _, name = said.value.partition(": ")
        if said.denied:
            yield "denies", a.source.id, a.source.name, said
        elif act in _ACTS:
            yield act, said.sides[0] if said.sides else name, name, said  # type: ignore[misc]
    for said in (*a.fields.get("happened", ()), *a.superseded.get("happened", ())):
        if said.denied:
            yield "denies", a.source.id, a.source.name, said


def _contested(i: Incident, told: Collection[str]) -> tuple[str, ...]:
    """The contested fields of which some reports speak."""
    spoken = {
        f for a in i.accounts for f, values in a.fields.items()
        if any(w.report in told for said in values for w in said.words)
    }  # fmt: skip
    return tuple(f for f, s in i.standing.items() if s.standing == "contested" and f in spoken)


def _figures(
    i: Incident, toll: str, outlets: Mapping[str, _Outlet], growing: Mapping[str, _Growing]
) -> None:
    """Adds which outlets give the lowest and the highest toll of one incident, of those that
    count the same people."""
    given: dict[str, list[_Figure]] = {}
    for f in _told_figures(i, toll, outlets):
        given.setdefault(f.outlet, []).append(f)
    for key, own in given.items():
        others = [f for other, fs in given.items() if other != key for f in fs]
        low, high = min(own, key=lambda f: f.low), max(own, key=lambda f: f.most)
        g = growing[key]
        for extreme, found, below in ((low, g.lowest, True), (high, g.highest, False)):
            beside = [f for f in others if comparable(extreme.said, f.said)]
            if not beside:
                continue
            g.counted.add(i.id)
            ends = (min(f.low for f in beside), max(f.most for f in beside))
            if _outside(extreme, beside, below=below):
                found.append(Extreme(i.id, toll, extreme.low, ends, extreme.words))


def _outside(one: _Figure, others: Sequence[_Figure], *, below: bool) -> bool:
    """Whether a figure is below, or above, all others; an open one is below none, and none above
    an open one."""
    if below:
        return one.high is not None and one.high < min(f.low for f in others)
    return one.low > max(f.most for f in others) and all(f.high is not None for f in others)


def _told_figures(i: Incident, toll: str, outlets: Mapping[str, _Outlet]) -> Iterator[_Figure]:
    for a in i.accounts:
        for said in (*a.superseded.get(toll, ()), *a.fields.get(toll, ())):
            low = said.low if said.low is not None else said.high
            if low is None or said.vague:
                continue
            by_outlet: dict[str, list[Words]] = {}
            for w in said.words:
                if (outlet := outlets.get(w.report)) is not None:
                    by_outlet.setdefault(outlet.key, []).append(w)
            for key, words in by_outlet.items():
                yield _Figure(key, low, said.high, tuple(words), said)


def _made(key: str, g: _Growing) -> Compared:
    name = min(g.names, key=lambda n: (-g.names[n], n))
    namings = sorted(
        (Naming(act, called, near) for (act, _), (called, near) in g.namings.items()),
        key=lambda n: (-len(n.incidents), n.name),
    )
    return Compared(
        key, name, g.url, len(g.reports), g.cells, tuple(namings), tuple(g.lowest),
        tuple(g.highest), len(g.counted),
    )  # fmt: skip
