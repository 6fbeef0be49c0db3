"""The benchmark: what reading costs, beside the budgets of the design.

usage: bench.py [--articles N] [--strict]

Reads articles of about 1,100 words made of sentences of our own. The yardstick is folding the
text and scanning it once with an Aho-Corasick automaton of all trigger and actor forms: a ratio
to it can be compared between machines, articles a second cannot. `--strict` exits 1 where a
budget is missed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import ahocorasick

import parts
from articles import ROOT, articles
from riwaya.corpus.folding import fold
from riwaya.detection.forms import noun_forms, parse_phrase, verb_forms
from riwaya.lexicons import load
from riwaya.model import Reading, Report, Row
from riwaya.pipeline import read_report, reader
from riwaya.workers import read_all

MEMORY = """
import re, resource, sys
from pathlib import Path
from riwaya.cli import run
run(["read", sys.argv[1], "--format", "jsonl", "--output", sys.argv[2]])
status = Path("/proc/self/status")
if status.exists():  # Linux counts the memory of the parent into ru_maxrss
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) * 1024
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(peak / 1024 / 1024)
"""
Budget = tuple[float, bool]  # the bound, and whether more is better
BUDGETS: dict[str, Budget] = {
    "articles a second, one core": (40, True),
    "times the cost of fold and scan": (75, False),
    "share of times, numbers, names and places": (0.5, False),
    "two processes over one": (1.7, True),
    "riwaya --help, seconds": (0.3, False),
    "first reading, seconds": (1.0, False),
    "peak memory, MB": (200, False),
}


def automaton() -> ahocorasick.Automaton:
    """All forms of triggers and actors, each under itself."""
    made = ahocorasick.Automaton()
    for table, rows in load().tables.items():
        for row in rows:
            for word in _forms(table, row):
                made.add_word(word, word)
    made.make_automaton()
    return made


def _forms(table: str, row: Row) -> Iterator[str]:
    """The forms of a row of triggers or actors; none of another table's."""
    if table.startswith("actors"):
        yield from (name for name in (row["name"], *row.get("names", "").split("|")) if name)
    elif table == "triggers":
        first, rest = parse_phrase(row["lemma"])
        if row.get("root") and row.get("form"):
            yield from (word for word, _ in verb_forms(table, row, rest))
        else:
            yield from (word for word, _ in noun_forms(table, row, first, row.get("plural", "")))


def fold_and_scan(texts: list[str], scanner: ahocorasick.Automaton) -> float:
    """Seconds to fold all texts and go over every match."""
    start = time.perf_counter()
    for text in texts:
        for _ in scanner.iter(fold(text).text):
            pass
    return time.perf_counter() - start


def one_core(texts: list[str]) -> tuple[float, int]:
    """Seconds to read all texts in this process, and the event statements found."""
    made = reader()
    read_report(Report(texts[0], "warm"), made)
    start = time.perf_counter()
    readings = [read_report(Report(text, str(n)), made) for n, text in enumerate(texts)]
    seconds = time.perf_counter() - start
    return seconds, sum(s.kind == "event" for r in readings for s in r.statements)


def processes(texts: list[str], jobs: int) -> float:
    """Seconds to read all texts with so many processes, their start included."""
    start = time.perf_counter()
    items = (Report(text, str(n)) for n, text in enumerate(texts))
    read = sum(isinstance(result, Reading) for result in read_all(items, jobs=jobs))
    assert read == len(texts), "a report could not be read"
    return time.perf_counter() - start


def best(times: int, measured: Callable[[], float]) -> float:
    """The least of some measurements: what else the machine does only ever adds."""
    return min(measured() for _ in range(times))


def command(*arguments: str) -> float:
    """Seconds that a new process of the command line takes."""
    start = time.perf_counter()
    _python("-m", "riwaya", *arguments)
    return time.perf_counter() - start


def _python(*arguments: str) -> str:
    paths = os.pathsep.join(p for p in (str(ROOT / "src"), os.environ.get("PYTHONPATH")) if p)
    environment = os.environ | {"PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, *arguments], env=environment, stdout=subprocess.PIPE,
        encoding="utf-8", check=True,
    ).stdout  # fmt: skip


def peak_memory(texts: list[str]) -> float:
    """Megabytes at the most in a new process that reads the texts one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder, "reports")
        reports.mkdir()
        for number, text in enumerate(texts):
            (reports / f"{number}.txt").write_text(text, encoding="utf-8")
        return float(_python("-c", MEMORY, str(reports), str(Path(folder, "out.jsonl"))))


def measure(count: int) -> Iterator[tuple[str, float]]:
    """Each figure with its name in BUDGETS, as it is measured."""
    texts = articles(count)
    words = sum(len(text.split()) for text in texts)
    seconds, events = one_core(texts)
    print(f"{count} articles, {words / count:.0f} words and {events / count:.0f} events each\n")
    yield "articles a second, one core", count / seconds
    scanner = automaton()
    yield (
        "times the cost of fold and scan",
        seconds / best(3, lambda: fold_and_scan(texts, scanner)),
    )
    shares = parts.shares(texts[: max(count // 4, 2)])
    print("  ".join(f"{part} {share:.0%}" for part, share in shares.items()))
    yield "share of times, numbers, names and places", sum(shares.values())
    if (os.cpu_count() or 1) > 1:
        one, two = (best(2, lambda n=n: processes(texts, n)) for n in (1, 2))  # type: ignore[misc]
        yield "two processes over one", one / two
    yield "riwaya --help, seconds", best(5, lambda: command("--help"))
    demo = str(ROOT / "examples" / "demo.txt")
    yield "first reading, seconds", best(3, lambda: command("read", demo))
    if sys.platform != "win32":
        yield "peak memory, MB", peak_memory(texts[:50])


def main() -> int:
    """Prints each figure beside its budget; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, default=200, metavar="N")
    parser.add_argument("--strict", action="store_true", help="exit 1 where a budget is missed")
    arguments = parser.parse_args()
    missed = 0
    for name, figure in measure(max(arguments.articles, 2)):
        bound, more = BUDGETS[name]
        kept = figure >= bound if more else figure <= bound
        missed += not kept
        sign = "at least" if more else "at most"
        print(f"{name:42} {figure:8.2f}   {sign} {bound:<6g} {'' if kept else 'MISSED'}".rstrip())
    return 1 if missed and arguments.strict else 0


if __name__ == "__main__":
    sys.exit(main())
