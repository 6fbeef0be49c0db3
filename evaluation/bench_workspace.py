"""The benchmark of the workspace: what people wait for pages while twenty of them work at once.

usage: bench_workspace.py [--ledger FILE | --statements N] [--users N] [--seconds N] [--strict]

The workspace runs as `riwaya serve` on loopback, in a process of its own; the users are in this
one. Each opens a page, reads for five seconds, give or take, and opens another: lists with and
without filters, incidents, reports, searches. `--strict` exits 1 where a budget is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import httpx

from bench_ledger import fill
from made_readings import STATEMENTS_A_REPORT, readings
from riwaya.ledger import Ledger
from riwaya.ledger.filters import Filter

BUDGET = 200.0
"""Milliseconds within which 95 of 100 pages have to be there."""
_PAUSE = (3.0, 7.0)  # seconds between two clicks of one person, five on average
_KINDS = ("list", "incident", "report", "search")
_WARM = 2  # pages of each kind that are opened before anything is measured


@dataclass
class Known:
    """What there is to be opened: addresses of pages by their kind."""

    pages: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, location: str, chance: random.Random) -> Known:
        """A choice of what is in a ledger, the largest incidents among it."""
        with Ledger(location) as ledger:
            lines = [x.incident for x in ledger.incidents(Filter(limit=600))]
            lines += [x.incident for x in ledger.incidents(Filter(limit=200, offset=20_000))]
            largest = sorted(lines, key=lambda i: -len(i.reports))[:20]
            some = [*chance.sample(lines, min(200, len(lines))), *largest]
            words = ledger.search("مقتل", limit=1)[0].text.split()
        places = sorted({i.where.name for i in some if i.where})[:20]
        actors = sorted({n for i in some for n in i.agents})[:20]
        reports = sorted({r for i in some for r in i.reports})
        terms = ["مقتل", "قصف", *[w for w in words if w.isalpha()][:40]]
        lists: list[dict[str, str]] = [{}, {"page": "2"}, {"standing": "contested:killed"}]
        lists += [{"place": p} for p in places] + [{"actor": a} for a in actors]
        lists += [{"type": t} for t in sorted({i.type for i in some})]
        lists += [{"since": str(i.earliest), "until": str(i.latest)} for i in some[:10]]
        return cls({
            "list": [f"/incidents?{urlencode(q)}" for q in lists],
            "incident": [f"/incidents/{i.id}" for i in some],
            "report": [f"/report?{urlencode({'id': r})}" for r in reports],
            "search": [f"/search?{urlencode({'q': t})}" for t in terms],
        })  # fmt: skip


@contextmanager
def served(location: str) -> Iterator[str]:
    """The address of a workspace on a ledger, in a process of its own."""
    command = [sys.executable, "-m", "riwaya", "serve", location, "--port", "0", "--offline"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip().rstrip("/")
        finally:
            process.terminate()


async def work(base: str, known: Known, users: int, seconds: float) -> dict[str, list[float]]:
    """The milliseconds that each page took, by its kind."""
    took: dict[str, list[float]] = {kind: [] for kind in _KINDS}
    limits = httpx.Limits(max_connections=users * 2)
    async with httpx.AsyncClient(base_url=base, timeout=60, limits=limits) as client:
        for kind in _KINDS:
            for url in known.pages[kind][:_WARM]:
                (await client.get(url)).raise_for_status()
        until = time.perf_counter() + seconds

        async def one(number: int) -> None:
            chance = random.Random(number)
            await asyncio.sleep(chance.uniform(0, _PAUSE[1]))
            while time.perf_counter() < until:
                kind = chance.choice(_KINDS)
                start = time.perf_counter()
                answer = await client.get(chance.choice(known.pages[kind]))
                took[kind].append((time.perf_counter() - start) * 1000)
                answer.raise_for_status()
                await asyncio.sleep(chance.uniform(*_PAUSE))

        await asyncio.gather(*(one(n) for n in range(users)))
    return took


def report(took: dict[str, list[float]]) -> int:
    """Prints the figures; gives how many kinds of pages miss the budget."""
    print(f"  {'milliseconds':12} {'pages':>6} {'median':>8} {'95th':>8} {'worst':>8}")
    missed = 0
    for kind, found in took.items():
        ordered = sorted(found)
        high = ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)]
        late = high > BUDGET
        missed += late
        print(
            f"  {kind:12} {len(ordered):6} {ordered[len(ordered) // 2]:8.0f} {high:8.0f} "
            f"{ordered[-1]:8.0f}   at most {BUDGET:g}{' MISSED' if late else ''}"
        )
    return missed


def main() -> int:
    """Measures; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--ledger", metavar="FILE", help="one that is there already")
    parser.add_argument("--statements", type=int, default=10_000, metavar="N")
    parser.add_argument("--users", type=int, default=20, metavar="N")
    parser.add_argument("--seconds", type=float, default=60, metavar="N")
    parser.add_argument("--strict", action="store_true", help="exit 1 where a budget is missed")
    given = parser.parse_args()
    with ExitStack() as stack:
        location = given.ledger
        if location is None:
            location = str(Path(stack.enter_context(tempfile.TemporaryDirectory()), "ledger"))
            count = max(given.statements // STATEMENTS_A_REPORT, 90)
            with Ledger(location, create=True) as ledger:
                fill(ledger, readings(count), count)
                ledger.rebuild()
        with Ledger(location) as ledger:
            print(f"\nworkspace, {ledger.stats()['statements']} statements, {given.users} people")
        known = Known.of(location, random.Random(7))
        base = stack.enter_context(served(location))
        missed = report(asyncio.run(work(base, known, given.users, given.seconds)))
    return 1 if missed and given.strict else 0


if __name__ == "__main__":
    sys.exit(main())
