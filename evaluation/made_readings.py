"""Reports with their readings, made without reading: what a ledger of many outlets holds.

Few cities have most incidents, and a long tail of villages has one now and then; an incident is
told by one to twelve outlets, some of them word by word after another. About eleven statements a
report. The same seed gives the same ones; all names and texts are made up.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, count

from made_report import Facts, Source, Town, reading
from made_words import Words
from riwaya.lexicons import load
from riwaya.model import Reading

STATEMENTS_A_REPORT = 11  # about
_FIRST = date(2021, 1, 1)
_INCIDENTS_A_DAY = 50
_COUNTRIES = ("SY", "IQ", "YE", "LY", "SD")
_TOWNS, _OUTLETS, _LEADERS, _ACTORS = 3000, 300, 60, 120
_QUARTERS = 40  # of a large town
_LARGE = 60  # towns with quarters
_REPORTS = (1,) * 6 + (2,) * 5 + (3,) * 4 + (4, 4, 5, 5, 6, 7, 8, 9, 10, 12)  # about four
_TYPES = ("airstrike", "shelling", "clash", "bombing", "shooting", "raid")
_OF_LEADERS, _RELAYED, _LATE = 0.01, 0.15, (0, 0, 0, 0, 1, 1, 2)
_VICTIMS = (0, 0, 0, 1, 1, 2, 3)


@dataclass(frozen=True, slots=True)
class World:
    """Where things happen, to whom, and who tells of them."""

    towns: tuple[Town, ...]
    sums: tuple[float, ...]  # of how often something happens there
    outlets: tuple[str, ...]
    actors: tuple[str, ...]
    leaders: tuple[str, ...]
    given: tuple[str, ...]
    families: tuple[str, ...]
    words: Words


def readings(reports: int, seed: int = 7) -> Iterator[Reading]:
    """So many readings, in the order of their publication."""
    chance = random.Random(seed)
    world = _world(seed)
    due: dict[date, list[tuple[Facts, Source]]] = {}
    numbers = count(1)
    made = 0
    for after in count():
        day = _FIRST + timedelta(after)
        for _ in range(_INCIDENTS_A_DAY):
            facts = _facts(day, world, chance)
            for source in _sources(facts, world, chance, numbers):
                due.setdefault(source.published, []).append((facts, source))
        for facts, source in due.pop(day, ()):
            yield reading(facts, source, world.words)
            made += 1
            if made == reports:
                return


def _world(seed: int) -> World:
    chance = random.Random(seed)
    lexicon = load()
    rows = [
        r for r in lexicon.rows("gazetteer")
        if r["country"] in _COUNTRIES and r["latitude"] and r["admin"]
    ]  # fmt: skip
    rows.sort(key=lambda r: (-int(r["population"] or 0), r["id"]))
    names = sorted({r["name"] for r in lexicon.rows("family_names")})
    chance.shuffle(names)
    rows = rows[:_TOWNS]
    towns = tuple(
        Town(
            r["name"], f"geonames:{r['id']}", float(r["latitude"]), float(r["longitude"]),
            r["country"], r["admin"], r["district"],
            tuple(chance.sample(names, _QUARTERS)) if n < _LARGE else (),
        )
        for n, r in enumerate(rows)
    )  # fmt: skip
    actors = [r["name"] for t in ("actors_mashreq", "actors_africa") for r in lexicon.rows(t)]
    given = tuple(sorted({r["name"] for r in lexicon.rows("given_names") if r["gender"] == "m"}))
    outlets = [r["name"] for r in lexicon.rows("outlets")]
    leaders = tuple(_name(given, tuple(names), chance) for _ in range(_LEADERS))
    sums = tuple(accumulate(1 / (n + 1) for n in range(len(towns))))
    return World(
        towns, sums, tuple(outlets[:_OUTLETS]), tuple(chance.sample(actors, _ACTORS)), leaders,
        given, tuple(names), Words(seed),
    )  # fmt: skip


def _name(given: tuple[str, ...], families: tuple[str, ...], chance: random.Random) -> str:
    return " ".join((*chance.choices(given[:400], k=2), _often(families, chance)))


def _often(items: tuple[str, ...], chance: random.Random) -> str:
    """One of them, the first ones most often."""
    return items[min(int(chance.paretovariate(0.5)) - 1, len(items) - 1)]


def _facts(day: date, world: World, chance: random.Random) -> Facts:
    (town,) = chance.choices(world.towns, cum_weights=world.sums)
    killed = min(int(chance.paretovariate(0.9)), 150)
    names = tuple(
        _name(world.given, world.families, chance)
        for _ in range(min(chance.choice(_VICTIMS), killed))
    )
    if chance.random() < _OF_LEADERS:
        names, killed = (_often(world.leaders, chance),), 1
    return Facts(
        day, chance.choice(_TYPES), town, chance.choice(town.quarters) if town.quarters else "",
        _often(world.actors, chance), chance.choice(world.actors), names, killed,
        min(int(chance.paretovariate(0.7)) - 1, 300), _often(world.leaders, chance),
    )  # fmt: skip


def _sources(
    facts: Facts, world: World, chance: random.Random, numbers: Iterator[int]
) -> Iterator[Source]:
    """Who tells of an incident: every outlet in its own words, or in those of the one before."""
    seed = chance.getrandbits(32)
    for outlet in chance.sample(world.outlets, chance.choice(_REPORTS)):
        relays = chance.random() < _RELAYED
        seed = seed if relays else chance.getrandbits(32)
        published = facts.day + timedelta(chance.choice(_LATE))
        yield Source(f"made-{next(numbers)}", outlet, published, seed)
