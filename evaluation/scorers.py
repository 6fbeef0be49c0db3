"""The scorers of `../shared/evaluation`, run as programs, and their figures as one flat dict."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks import Benchmark

SOURCES = Path(__file__).resolve().parent.parent / "src"
_MENTIONS = re.compile(r"(\w+) +P ([\d.]+) +R ([\d.]+) +F1 ([\d.]+)")
_SHARES = re.compile(r"(times|numbers) +([\d.]+) of \d+")


def score(benchmark: Benchmark, readings: Path, folder: Path) -> dict[str, float]:
    """The figures of one benchmark's readings, named `benchmark.part.measure`."""
    gold = str(benchmark.gold)
    if benchmark.scorer == "score":
        table = json.loads(_run(folder / "score.py", gold, str(readings), "--json"))
        return from_score(benchmark.name, table)
    if benchmark.scorer == "gsr":
        table = json.loads(_run(folder / "score_gsr.py", gold, str(readings), "--json"))
        return from_gsr(benchmark.name, table)
    printed = _run(folder / "score_mentions.py", gold, str(readings))
    return from_mentions(benchmark.name, printed)


def times_and_numbers(shared: Path) -> dict[str, float]:
    """The shares of times and of numbers that are found right; none where the cases are absent."""
    times, numbers = (shared / "benchmarks" / f"{n}_dev.jsonl" for n in ("times", "numbers"))
    if not (times.is_file() and numbers.is_file()):
        return {}
    printed = _run(shared / "evaluation" / "score_times_numbers.py", str(times), str(numbers))
    return {f"{name}.right": share for name, share in shares_in(printed).items()}


def shares_in(printed: str) -> dict[str, float]:
    """The shares that score_times_numbers.py prints, by «times» and «numbers»."""
    return {name: float(share) for name, share in _SHARES.findall(printed)}


def from_score(name: str, table: dict[str, Any]) -> dict[str, float]:
    """What score.py prints: F1 of each part, accuracy of realis, rate of false_actual."""
    figures = {}
    for part, row in table.items():
        for measure in ("f1", "accuracy", "rate"):
            if row.get(measure) is not None:
                figures[f"{name}.{part}.{measure}"] = float(row[measure])
    return figures


def from_gsr(name: str, table: dict[str, Any]) -> dict[str, float]:
    """What score_gsr.py prints: detection and spans, for each class of event.

    `difficult_actual.rate` is the share of «difficult no» sentences reported as actual events.
    """
    figures = {}
    for kind, result in table.items():
        detection, spans = result["detection"], result["spans"]["all with spans"]
        figures[f"{name}.{kind}.recall"] = detection["vs easy no"]["R"]
        figures[f"{name}.{kind}.f1_all"] = detection["vs easy+difficult no"]["F1"]
        figures[f"{name}.{kind}.f1_easy"] = detection["vs easy no"]["F1"]
        figures[f"{name}.{kind}.difficult_actual.rate"] = _difficult(detection)
        for role in ("agent", "target", "trigger"):
            figures[f"{name}.{kind}.{role}"] = spans[role]["F1"] or 0.0
    return figures


def _difficult(detection: dict[str, Any]) -> float:
    both, easy = detection["vs easy+difficult no"], detection["vs easy no"]
    return float((both["FP"] - easy["FP"]) / ((both["neg"] - easy["neg"]) or 1))


def from_mentions(name: str, printed: str) -> dict[str, float]:
    """What score_mentions.py prints: a line for each kind."""
    found = _MENTIONS.findall(printed)
    return {f"{name}.{kind}.f1": float(f1) for kind, _, _, f1 in found}


def _run(script: Path, *arguments: str) -> str:
    """What a scorer prints; SystemExit with its words where it fails."""
    paths = [str(SOURCES), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(path for path in paths if path),
        "PYTHONIOENCODING": "utf-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, str(script), *arguments],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"gate: {script.name} failed:\n{done.stderr.strip()}")
    return done.stdout
