"""The benchmark of the ledger: pages, searches, adding and rebuilding, beside the budgets.

usage: bench_ledger.py [--statements N] [--on sqlite,postgresql] [--strict]

Reports with readings are made (`made_readings.py`), kept in bulk, and all that follows is rebuilt
at three sizes; then the largest is asked, takes new reports in, and is judged of. `--strict`
exits 1 where a budget is missed. PostgreSQL is a server of the benchmark's own; without one it is
passed over.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

from made_readings import STATEMENTS_A_REPORT, readings
from riwaya.ledger import Ledger, keeping
from riwaya.ledger.database import writing
from riwaya.ledger.filters import Filter
from riwaya.ledger.nouns import Incident
from riwaya.ledger.ruling import Judgement
from riwaya.model import Arrival, Problem, Reading, Report

ROOT = Path(__file__).resolve().parent.parent

_BATCH = 1000
_TIMES, _NEW = 100, 200  # of each question; reports added to the full ledger
_DECIDED = 40  # incidents of which something is decided
_SIZES = (9, 3, 1)  # shares of the reports at which all is rebuilt
_NEAR_LINEAR = 1.5  # times the cost of a report at the smallest size
BUDGETS = {"incident": 50.0, "search": 100.0, "add": 20.0}
"""Milliseconds; the median keeps them, the 95th percentile is shown."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured: median and 95th percentile in milliseconds."""

    name: str
    middle: float
    high: float
    budget: float | None = None

    def shown(self) -> str:
        """A line of the table."""
        bound = "" if self.budget is None else f"   at most {self.budget:g}"
        missed = " MISSED" if self.missed else ""
        return f"  {self.name:34} {self.middle:9.1f} {self.high:9.1f}{bound}{missed}"

    @property
    def missed(self) -> bool:
        """Whether the median is over its budget."""
        return self.budget is not None and self.middle > self.budget


def figure(name: str, seconds: Iterable[float], budget: str | None = None) -> Figure:
    """The figure of some measurements."""
    took = sorted(s * 1000 for s in seconds)
    high = took[min(int(len(took) * 0.95), len(took) - 1)]
    return Figure(name, took[len(took) // 2], high, BUDGETS[budget] if budget else None)


def fill(ledger: Ledger, made: Iterator[Reading], count: int) -> int:
    """Keeps so many reports, without what follows; gives the number of their statements."""
    statements = 0
    while count > 0:
        some = list(islice(made, min(_BATCH, count)))
        with writing(ledger._engine) as connection:
            for reading in some:
                number = keeping.keep_report(connection, Arrival(reading.report, "made"))
                key = keeping.report_key(reading.report)
                keeping.keep_reading(connection, number, key, reading)
        statements += sum(len(r.statements) for r in some)
        count -= len(some)
    return statements


def rebuilds(ledger: Ledger, made: Iterator[Reading], reports: int) -> Iterator[Figure]:
    """Fills the ledger step by step; what rebuilding costs a report at each size."""
    there, statements, first = 0, 0, 0.0
    for share in _SIZES:
        size = reports // share
        start = time.perf_counter()
        statements += fill(ledger, made, size - there)
        there = size
        middle, own = time.perf_counter(), time.process_time()
        ledger.rebuild()
        end, own = time.perf_counter(), time.process_time() - own
        cost = (end - middle) / size * 1000
        first = first or cost
        print(
            f"  {size} reports, {statements} statements: kept in {middle - start:.0f} s, "
            f"rebuilt in {end - middle:.0f} s ({own:.0f} s of this process)", flush=True,
        )  # fmt: skip
        name = f"rebuild, a report of {size}"
        yield Figure(name, cost, cost, first * _NEAR_LINEAR if cost != first else None)


def questions(ledger: Ledger, chance: random.Random) -> Iterator[Figure]:
    """What asking costs."""
    ids = [line.incident.id for line in ledger.incidents(Filter(limit=20_000))]
    some = [chance.choice(ids) for _ in range(_TIMES)]
    yield figure("incident page", [timed(lambda i=i: ledger.incident(i)) for i in some], "incident")
    found = ledger.incidents(Filter(limit=2_000))
    largest = sorted(found, key=lambda x: -len(x.incident.reports))[:20]
    yield figure(
        "incident page, the largest",
        [timed(lambda i=i: ledger.incident(i.incident.id)) for i in largest], "incident",
    )  # fmt: skip
    place = next(x.incident.where.name for x in found if x.incident.where)
    actor = next(name for x in found for name in x.incident.agents)
    lists = {
        "list": Filter(), "list, of a place": Filter(place=place),
        "list, of a type, contested": Filter(type="airstrike", standing="contested:killed"),
        "list, of some days": Filter(since=found[-1].incident.latest, offset=50),
        "list, of an actor": Filter(actor=actor),
    }  # fmt: skip
    for name, wanted in lists.items():
        yield figure(name, [timed(lambda w=wanted: ledger.incidents(w)) for _ in range(10)])
    yield from searches(ledger)
    people = [n for x in found for n in x.incident.targets if len(n.split()) > 2][:20]
    yield figure("who, by name", [timed(lambda n=n: ledger.who(n)) for n in people])


def searches(ledger: Ledger) -> Iterator[Figure]:
    """What searching costs, for words that are common, rare, and beside each other."""
    text = ledger.search("مقتل", limit=1)[0].text.split()
    asked = {
        "search, a common word": ["مقتل"] * 20,
        "search, words of one report": text[20:60],
        "search, two words": [f"{a} {b}" for a, b in zip(text[20:40], text[40:60], strict=True)],
        "search, a phrase": [f'"{a} {b}"' for a, b in pairwise(text[20:61])],
        "search, a common phrase": ['"أسفر عن مقتل"'] * 10,
    }
    for name, queries in asked.items():
        words = [q for q in queries if any(c.isalpha() for c in q)]
        yield figure(name, [timed(lambda q=q: ledger.search(q)) for q in words], "search")


def adding(ledger: Ledger, made: Iterator[Reading]) -> Iterator[Figure]:
    """What adding a report to the full ledger costs, its commit included."""
    some = list(islice(made, _NEW + 10))
    by_id = {r.report.id: r for r in some}

    def read_all(items: Iterable[Report | Problem]) -> Iterator[Reading | Problem]:
        for item in items:
            yield by_id[item.id] if isinstance(item, Report) else item

    seconds: list[float] = []
    own: list[float] = []  # what of it is this process's, whatever else the machine does
    outcomes = ledger.add((Arrival(r.report, "made") for r in some), read_all)
    while True:
        start, before = time.perf_counter(), time.process_time()
        if next(outcomes, None) is None:
            break
        seconds.append(time.perf_counter() - start)
        own.append(time.process_time() - before)
    yield figure("add a report", seconds[10:], "add")
    yield figure("add a report, this process alone", own[10:])


def decisions(ledger: Ledger, chance: random.Random) -> Iterator[Figure]:
    """What a person's decisions cost, commits and taking back included; all are taken back."""
    lines = [x.incident for x in ledger.incidents(Filter(limit=5_000))]
    told = [i for i in lines if i.reasons.keys() - {i.id}]
    largest = sorted(told, key=lambda i: -len(i.reports))[:5]
    some = [*chance.sample(told, min(_DECIDED, len(told))), *largest]
    others = [_near(i, lines) for i in some]
    asked = {
        "reject a statement": [Judgement("statement", "reject", i.id, "b", "b") for i in some],
        "part a report off": [
            Judgement("incident", "different", i.id, "b", "b", max(i.reasons.keys() - {i.id}))
            for i in some
        ],
        "join two incidents": [
            Judgement("incident", "same", i.id, "b", "b", o.id)
            for i, o in zip(some, others, strict=True)
        ],
    }  # fmt: skip
    for name, wanted in asked.items():
        yield figure(f"preview: {name}", [timed(lambda j=j: ledger.preview(j)) for j in wanted])
        yield figure(name, [timed(lambda j=j: ledger.judge(j)) for j in wanted])
        last = [j.number or 0 for j in ledger.judgements()][-len(wanted) :]
        back = [timed(lambda n=n: ledger.undo(n, by="b", why="b")) for n in reversed(last)]
        yield figure("take it back", back)


def _near(i: Incident, lines: Sequence[Incident]) -> Incident:
    """The incident that is next to one in a list by days, of the same place where there is one."""
    at = lines.index(i)
    behind = [*lines[at + 1 :], *lines[:at]]
    name = i.where.name if i.where else None
    return next((o for o in behind if o.where and o.where.name == name), behind[0])


def timed(ask: Callable[[], object]) -> float:
    """Seconds that it takes."""
    start = time.perf_counter()
    ask()
    return time.perf_counter() - start


def measure(location: str, reports: int) -> int:
    """Prints the figures of a ledger at a location; gives how many budgets are missed."""
    made = readings(reports + _NEW + 10)
    missed = 0
    with Ledger(location, create=True) as ledger:
        costs = list(rebuilds(ledger, made, reports))
        print(f"  {'milliseconds':34} {'median':>9} {'95th':>9}")
        chance = random.Random(7)
        asked = (questions(ledger, chance), adding(ledger, made), decisions(ledger, chance))
        for part in (costs, *asked):
            for found in part:
                print(found.shown(), flush=True)
                missed += found.missed
    return missed


def main() -> int:
    """Measures on each database; gives the exit status."""
    sys.path.insert(0, str(ROOT / "tests"))
    import databases

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--statements", type=int, default=50_000, metavar="N")
    parser.add_argument("--on", default="sqlite,postgresql", help="databases, between commas")
    parser.add_argument("--strict", action="store_true", help="exit 1 where a budget is missed")
    arguments = parser.parse_args()
    reports = max(arguments.statements // STATEMENTS_A_REPORT, 90)
    missed = 0
    for name in arguments.on.split(","):
        print(f"\nledger on {name}", flush=True)
        with ExitStack() as stack:
            if name == "sqlite":
                folder = stack.enter_context(tempfile.TemporaryDirectory())
                missed += measure(str(Path(folder, "ledger")), reports)
                continue
            binaries = databases.binaries()
            if binaries is None:
                print(databases.MISSING)
                continue
            server = stack.enter_context(databases.cluster(binaries))
            missed += measure(stack.enter_context(server.database()), reports)
    return 1 if missed and arguments.strict else 0


if __name__ == "__main__":
    sys.exit(main())
