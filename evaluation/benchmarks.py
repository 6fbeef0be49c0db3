"""The benchmarks as reports, and their readings as JSON Lines."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from riwaya.model import Problem, Report
from riwaya.views.jsonl import line
from riwaya.workers import read_all

Scorer = Literal["score", "gsr", "mentions"]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What to read, and the gold and the scorer that judge the readings."""

    name: str
    gold: Path
    scorer: Scorer


def present(shared: Path, own: Path) -> list[Benchmark]:
    """The benchmarks whose gold exists."""
    folder = shared / "benchmarks"
    known = [
        Benchmark("seed", shared / "seed" / "jasim.gold.json", "score"),
        Benchmark("challenge", folder / "challenge_dev", "score"),
        Benchmark("own", own, "score"),
        Benchmark("gsr", folder / "gsr_dev.json", "gsr"),
        Benchmark("names", folder / "names_dev.jsonl", "mentions"),
    ]
    return [b for b in known if b.gold.is_file() or any(b.gold.rglob("*.gold.json"))]


def reports(benchmark: Benchmark) -> Iterator[Report]:
    """The reports of a benchmark, each id once."""
    seen: set[str] = set()
    for item in _items(benchmark):
        if item["id"] not in seen:
            seen.add(item["id"])
            day = item.get("published")
            yield Report(item["text"], item["id"], date.fromisoformat(day) if day else None)


def _items(benchmark: Benchmark) -> Iterator[dict[str, str]]:
    gold = benchmark.gold
    if benchmark.scorer == "score":
        for path in sorted(gold.rglob("*.gold.json")) if gold.is_dir() else [gold]:
            yield json.loads(path.read_text(encoding="utf-8"))
    elif benchmark.scorer == "gsr":
        for sentences in json.loads(gold.read_text(encoding="utf-8")).values():
            yield from sentences
    else:
        for row in gold.read_text(encoding="utf-8").split("\n"):
            if row.strip():
                yield json.loads(row)


def read(benchmark: Benchmark, path: Path) -> int:
    """Writes the readings of a benchmark to a file; gives how many reports failed."""
    failed = 0
    jobs = min(2, os.cpu_count() or 1) if benchmark.scorer == "gsr" else 1
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for result in read_all(reports(benchmark), jobs=jobs):
            if isinstance(result, Problem):
                failed += 1
                print(f"{benchmark.name}: {result}", file=sys.stderr)
            else:
                out.write(line(result))
    return failed
