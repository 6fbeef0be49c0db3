"""The gate: every figure that the benchmarks give, against the floor that it may not fall under.

usage: gate.py [--raise] [--only NAME]

Reads every benchmark once, runs the scorers of `../shared/evaluation` on the readings, and
compares with `floors.json` beside this file. Exit 1 where a figure is under its floor, or where
`../shared` is missing in CI (CI=true); without it elsewhere the gate says so and passes.
`--raise` raises the floors to what was measured; a floor never falls by it.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from functools import partial
from pathlib import Path

import benchmarks
import floors
import geocoding
import incidents
import ournames
import ownsets
import rules
import scorers
import tiesets

OWN_SETS = {
    "ourtimes": ownsets.times, "ourtimes2": partial(ownsets.times, name="times2"),
    "ourfigures": ownsets.figures, "ourfigures2": partial(ownsets.figures, name="figures2"),
    "ournames": ournames.names, "ourgroups": ournames.groups, "geocoding": geocoding.measure,
    **{f"our{part}": partial(measured, name=part)
       for name, measured in tiesets.MEASURES.items() for part in tiesets.parts(name)},
    **{f"incidents.{name}": partial(incidents.measure, name) for name in incidents.NAMES},
}  # fmt: skip
"""Sets of our own for what the shared gold does not score, by the first part of their figures."""
HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"


def measure(only: str | None) -> tuple[dict[str, float], int]:
    """Every figure of the benchmarks that are there, or of the one called `only`.

    The second value counts the reports that could not be read.
    """
    figures: dict[str, float] = {}
    unread = 0
    chosen = [b for b in benchmarks.present(SHARED, HERE / "own") if only in (None, b.name)]
    with tempfile.TemporaryDirectory() as folder:
        for benchmark in chosen:
            readings = Path(folder, f"{benchmark.name}.jsonl")
            unread += benchmarks.read(benchmark, readings)
            figures |= scorers.score(benchmark, readings, SHARED / "evaluation")
        if only in (None, "times", "numbers"):
            figures |= scorers.times_and_numbers(SHARED)
    for name, measured in OWN_SETS.items():
        if only in (None, name):
            figures |= measured()
    return figures, unread


def main() -> int:
    """Runs the gate; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--raise", dest="raising", action="store_true", help="raise the floors")
    parser.add_argument("--only", metavar="NAME", help="one benchmark: seed, challenge, gsr, …")
    arguments = parser.parse_args()
    if not (SHARED / "evaluation").is_dir():
        print("gate: ../shared is missing, so there is nothing to score with; skipped.")
        return 1 if os.environ.get("CI") == "true" else 0
    measured, unread = measure(arguments.only)
    known = floors.load(HERE / "floors.json")
    targets = floors.load(HERE / "targets.json")
    if arguments.only:
        known = {k: v for k, v in known.items() if k.split(".")[0] == arguments.only}
    if arguments.raising:
        known = floors.raised(known, measured)
        everything = floors.load(HERE / "floors.json") | known
        floors.save(HERE / "floors.json", everything)
    print(floors.table(measured, known, targets))
    under, over, missing = floors.compare(measured, known)
    for name in missing:
        print(f"gate: {name} has a floor and no figure")
    for name in under:
        print(f"gate: {name} is {measured[name]:.3f}, under its floor of {known[name]:.3f}")
    if over:
        print(f"gate: {len(over)} figures are well over their floors: make gate-raise")
    if unread:
        print(f"gate: {unread} reports could not be read")
    if under or missing or unread:
        return 1
    print(f"gate: {len(measured)} figures, none under its floor")
    return 0 if arguments.only else _population()


def _population() -> int:
    """Prints every rule with how often it fired and was right; 1 where one harms."""
    population = rules.judge(SHARED, HERE / "own")
    print()
    print(rules.table(population))
    harmful = [f"{aspect} {rule}" for (aspect, rule), r in population.items() if r.harms]
    for rule in harmful:
        print(f"gate: the rule {rule} is wrong more often than right")
    if not harmful:
        print(f"gate: {len(population)} rules, none of them wrong more often than right")
    return 1 if harmful else 0


if __name__ == "__main__":
    sys.exit(main())
