"""Figures against their floors and targets, as flat dicts: name to value between 0 and 1.

Names are `benchmark.part.measure`; of a `rate` lower is better, of all else higher.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

SLACK = 0.002  # a floor stands this far under what was measured
WELL_OVER = 0.01  # a figure this far over its floor calls for a higher one

Figures = dict[str, float]


def lower_is_better(name: str) -> bool:
    """Whether the figure of that name is the better the lower it is."""
    return name.endswith(".rate")


def ahead(name: str, figure: float, floor: float) -> float:
    """How much better the figure is than the floor; negative where it is worse."""
    return floor - figure if lower_is_better(name) else figure - floor


def compare(
    measured: Mapping[str, float], known: Mapping[str, float]
) -> tuple[list[str], list[str], list[str]]:
    """Names under their floor, names well over it, and floors that have no figure."""
    under, over = [], []
    for name in sorted(set(measured) & set(known)):
        # six decimals: what was stored and what is measured are binary fractions
        by = round(ahead(name, measured[name], known[name]), 6)
        if by < 0:
            under.append(name)
        elif by > WELL_OVER:
            over.append(name)
    return under, over, sorted(set(known) - set(measured))


def raised(known: Mapping[str, float], measured: Mapping[str, float]) -> Figures:
    """The floors with each raised to its figure, less SLACK; none falls."""
    new = dict(known)
    for name, figure in measured.items():
        floor = figure + SLACK if lower_is_better(name) else figure - SLACK
        floor = round(min(max(floor, 0.0), 1.0), 4)
        if name not in new or ahead(name, floor, new[name]) > 0:
            new[name] = floor
    return new


def load(path: Path) -> Figures:
    """The figures of a JSON file; none where it does not exist."""
    if not path.exists():
        return {}
    loaded: Figures = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def save(path: Path, figures: Mapping[str, float]) -> None:
    """Writes the figures, sorted, one a line, so that a diff shows what changed."""
    path.write_text(json.dumps(figures, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def table(
    measured: Mapping[str, float], known: Mapping[str, float], targets: Mapping[str, float]
) -> str:
    """A line for each figure with its floor, its target and what to make of them."""
    lines = [f"{'figure':38} {'now':>6} {'floor':>6} {'target':>6}"]
    for name in sorted(measured):
        floor, target = known.get(name), targets.get(name)
        notes = []
        if floor is not None and round(ahead(name, measured[name], floor), 6) < 0:
            notes.append("UNDER ITS FLOOR")
        if target is not None and ahead(name, measured[name], target) < 0:
            notes.append("short of its target")
        cells = f"{measured[name]:6.3f} {_cell(floor)} {_cell(target)}"
        lines.append(f"{name:38} {cells}  {', '.join(notes)}".rstrip())
    return "\n".join(lines)


def _cell(value: float | None) -> str:
    return f"{'-':>6}" if value is None else f"{value:6.3f}"
