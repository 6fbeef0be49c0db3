"""What a job has brought so far: counts, problems, the first reports; bounded, whatever comes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from riwaya.ledger.adding import Added
from riwaya.model import Problem

MOST_PROBLEMS = 200  # lines that are kept
MOST_REPORTS = 50  # ids that are kept


@dataclass
class Brought:
    """How many reports were new and known, and what went wrong.

    A job that was broken off goes through everything again: `before` is how many reports it is
    still to find that were new then, and that are not counted twice.
    """

    new: int = 0
    known: int = 0
    problems: list[str] = field(default_factory=list)
    more: int = 0  # problems that are not kept
    reports: list[str] = field(default_factory=list)
    before: int = 0

    @classmethod
    def resumed(cls, new: int, reports: Iterable[str]) -> Brought:
        """What a job has brought that begins anew, after `new` reports and those ids."""
        return cls(new=new, before=new, reports=list(reports))

    @property
    def is_full(self) -> bool:
        """Whether no more ids are kept."""
        return len(self.reports) >= MOST_REPORTS

    @property
    def told(self) -> list[str]:
        """The problems, one a line; behind the first ones how many more there were."""
        return [*self.problems, *([f"and {self.more} more"] if self.more else [])]

    def passed(self) -> None:
        """An address that the ledger has, and that was not fetched."""
        self._again()

    def count(self, result: Added | Problem, *, named: bool = True) -> None:
        """What became of one report; its id is kept where it may be `named`."""
        if isinstance(result, Problem):
            self.wrong(str(result))
            return
        if result.new:
            self.new += 1
        else:
            self._again()
        if named and not self.is_full and result.report not in self.reports:
            self.reports.append(result.report)

    def wrong(self, line: str) -> None:
        """A problem, in one line."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(line)
        else:
            self.more += 1

    def _again(self) -> None:
        if self.before:
            self.before -= 1
        else:
            self.known += 1
