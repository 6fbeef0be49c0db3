"""`riwaya ledger rebuild | reread`: the care of a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from riwaya.cli.base import say
from riwaya.cli.opened import AsJson, Jobs, Lexicon, Location, Tagger, opened, processes, write
from riwaya.cli.reading import reads_all

if TYPE_CHECKING:
    from riwaya.ledger import Ledger
    from riwaya.ledger.adding import ReadAll

app = typer.Typer(name="ledger", help="Derives a ledger anew, or reads its reports again.")


@app.command()
def rebuild(ledger: Location, lexicon: Lexicon = None, as_json: AsJson = False) -> int:
    """Derives incidents, accounts and all else anew from what is kept; the result is the same."""
    from riwaya.views.ledger.counts import counts
    from riwaya.views.ledger.record import line

    with opened(ledger, lexicon=lexicon) as found:
        found.rebuild()
        numbers = found.stats()
    return write([f"{line(numbers)}\n" if as_json else f"Derived anew.\n{counts(numbers)}"])


@app.command()
def reread(
    ledger: Location,
    jobs: Jobs = 1,
    lexicon: Lexicon = None,
    tagger: Tagger = None,
    as_json: AsJson = False,
) -> int:
    """Reads every report again, as after an update; says what changed, and what hangs loose."""
    read_all = reads_all(processes(jobs), lexicon, tagger)
    problems: list[str] = []
    with opened(ledger, lexicon=lexicon) as found:
        status = write(_reread(found, read_all, as_json, problems))
    return status or (1 if problems else 0)


def _reread(ledger: Ledger, read_all: ReadAll, as_json: bool, problems: list[str]) -> Iterator[str]:
    from riwaya.model import Problem
    from riwaya.views.ledger.additions import reread as changed
    from riwaya.views.ledger.decisions import block
    from riwaya.views.ledger.record import line
    from riwaya.views.ledger.said import count

    number, loose = 0, set[int]()
    for result in ledger.reread(read_all):
        if isinstance(result, Problem):
            problems.append(result.where)
            say(f"riwaya: {result}")
            continue
        number += 1
        loose.update(result.loose)
        yield f"{line(result) if as_json else changed(result)}\n"
    if as_json:
        return
    yield f"{count(number, 'report')} read differently.\n"
    left = [j for j in ledger.judgements() if j.number in loose and not j.undone]
    if left:
        hang = f"{count(len(left), 'judgement')} left without what it judges"
        yield f"\n{hang}: it is not read any more.\n"
    for j in left:
        yield f"\n{block(j)}"
