"""What tests of input formats need: texts of our own, and what comes of a file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from riwaya.corpus import open_arrivals
from riwaya.model import Address, Arrival, Problem

TEXT = "قتل جنديان في هجوم مسلح بمحافظة أبين جنوبي اليمن."
PAGE = (
    "<html><head><title>هجوم في أبين</title><meta charset='utf-8'></head><body><article>"
    + "".join(f"<p>{TEXT} وأصيب {n} آخرون بجروح متفاوتة في الاشتباكات.</p>" for n in range(3, 9))
    + "</article></body></html>"
)


class Came:
    """What came of some files, each kind by itself."""

    def __init__(self, *paths: object, **known: Any) -> None:
        self.skipped: Counter[str] = Counter()
        self.all = list(open_arrivals(map(str, paths), skipped=self.skipped, **known))
        self.arrivals = [item for item in self.all if isinstance(item, Arrival)]
        self.addresses = [item for item in self.all if isinstance(item, Address)]
        self.problems = [item for item in self.all if isinstance(item, Problem)]

    @property
    def texts(self) -> list[str]:
        """Of the reports, in order."""
        return [arrival.report.text for arrival in self.arrivals]

    @property
    def problem(self) -> Problem:
        """The only problem, whole."""
        (problem,) = self.problems
        assert problem.where and problem.what and problem.remedy
        return problem


def write(path: Path, content: str | bytes) -> Path:
    """Writes a file and gives its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
