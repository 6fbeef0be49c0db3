"""How well reports come together in incidents: sets of our own in `incidents/`.

Each set has reports (`NAME.jsonl`) and gold (`NAME.gold.jsonl`: the incident of each report, its
place, the range of killed). A report belongs to the incident that holds most of its statements.
B-cubed F1 (Bagga and Baldwin 1998) is over reports; place and toll are over gold incidents, each
judged by the incident that holds most of its reports.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from riwaya.corpus import open_arrivals
from riwaya.identity.places.globe import distance
from riwaya.ledger import Ledger
from riwaya.ledger.filters import Filter
from riwaya.ledger.nouns import Incident
from riwaya.model import Arrival
from riwaya.workers import read_all

HERE = Path(__file__).resolve().parent / "incidents"
NAMES = ("mashreq", "south", "blind")
NEAR = 15.0  # kilometres
WIDER = 3  # by which our toll may be wider than the gold


@dataclass(frozen=True, slots=True)
class Gold:
    """What a set says of one report."""

    incident: str
    place: tuple[float, float]
    killed: tuple[int, int]


def measure(name: str) -> dict[str, float]:
    """The figures of one set."""
    gold = _gold(name)
    found = group(HERE / f"{name}.jsonl")
    return {f"incidents.{name}.{k}": v for k, v in figures(gold, found).items()}


def group(reports: Path) -> list[Incident]:
    """The incidents that a ledger makes of a file of reports."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger(Path(folder, "ledger"), create=True) as ledger,
    ):
        arrivals = (a for a in open_arrivals([str(reports)]) if isinstance(a, Arrival))
        for _ in ledger.add(arrivals, partial(read_all, jobs=2)):
            pass
        return [line.incident for line in ledger.incidents(Filter(limit=100_000))]


def _gold(name: str) -> dict[str, Gold]:
    lines = (HERE / f"{name}.gold.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return {
        r["id"]: Gold(r["incident"], (r["place"][0], r["place"][1]), tuple(r["killed"]))
        for r in rows
    }


def chosen(gold: Mapping[str, Gold], found: Sequence[Incident]) -> dict[str, str]:
    """The incident of each report: that with most of its statements; its own where it has none."""
    best: dict[str, tuple[int, str]] = {}
    for i in found:
        for report, said in i.reports.items():
            best[report] = max(best.get(report, (0, "")), (said, i.id))
    return {report: best.get(report, (0, f"none of {report}"))[1] for report in gold}


def figures(gold: Mapping[str, Gold], found: Sequence[Incident]) -> dict[str, float]:
    """B-cubed, and the shares of incidents whose place and toll are right."""
    ours = chosen(gold, found)
    theirs = {r: g.incident for r, g in gold.items()}
    precision, recall = bcubed(ours, theirs), bcubed(theirs, ours)
    by_id = {i.id: i for i in found}
    judged = [(g, by_id.get(id)) for g, id in _answers(gold, ours)]
    return {
        "bcubed": 2 * precision * recall / (precision + recall),
        "precision": precision, "recall": recall,
        "place.right": sum(_placed(g, i) for g, i in judged) / len(judged),
        "toll.right": sum(_counted(g, i) for g, i in judged) / len(judged),
    }  # fmt: skip


def bcubed(ours: Mapping[str, str], theirs: Mapping[str, str]) -> float:
    """The mean share of each report's group in `ours` that is of its group in `theirs`."""
    together: dict[str, list[str]] = {}
    for report, group_ in ours.items():
        together.setdefault(group_, []).append(report)
    shares = [
        sum(theirs[other] == theirs[r] for other in together[ours[r]]) / len(together[ours[r]])
        for r in ours
    ]
    return sum(shares) / len(shares)


def _answers(gold: Mapping[str, Gold], ours: Mapping[str, str]) -> Iterator[tuple[Gold, str]]:
    """Each gold incident with that of ours which holds most of its reports."""
    reports: dict[str, list[str]] = {}
    for report, g in gold.items():
        reports.setdefault(g.incident, []).append(report)
    for members in reports.values():
        votes = Counter(ours[r] for r in members)
        yield gold[members[0]], min(votes, key=lambda id: (-votes[id], id))


def _placed(gold: Gold, incident: Incident | None) -> bool:
    point = incident.where.point if incident and incident.where else None
    return point is not None and distance(point, gold.place) <= NEAR


def _counted(gold: Gold, incident: Incident | None) -> bool:
    low, high = (incident.killed if incident else None) or (0, 0)
    low = low or 0
    high = low if high is None else high
    overlaps = low <= gold.killed[1] and gold.killed[0] <= high
    return overlaps and (high - low) - (gold.killed[1] - gold.killed[0]) <= WIDER


if __name__ == "__main__":
    for asked in sys.argv[1:] or NAMES:
        for figure, value in measure(asked).items():
            print(f"{figure:40} {value:.3f}")
