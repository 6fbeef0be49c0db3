"""`riwaya restrict` and `riwaya purge`: reports that not all may see, or that must not be kept."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from riwaya.cli.base import Usage
from riwaya.cli.opened import AsJson, By, Lexicon, Location, Why, opened, write

_Report = Annotated[str, typer.Argument(metavar="REPORT", help="The report's id.")]


def restrict(
    ledger: Location,
    report: _Report,
    by: By,
    why: Why,
    to: Annotated[
        str | None, typer.Option("--to", metavar="GROUP", help="Who may see it still.")
    ] = None,
    lift: Annotated[bool, typer.Option("--lift", help="Show it to all again.")] = False,
    lexicon: Lexicon = None,
    as_json: AsJson = False,
) -> int:
    """Shows a report, and all that follows from it, to one group alone."""
    if (to is None) != lift:
        raise Usage("restrict: to whom? Give --to GROUP, or --lift.")
    _decided("restrict", by, why)
    from riwaya.views.ledger.record import line

    with opened(ledger, lexicon=lexicon) as found:
        found.restrict(report, to, by=by, why=why)
    if as_json:
        return write([f"{line({'report': report, 'group': to})}\n"])
    seen = "all see it again" if to is None else f"only {to} see it, with --group {to}"
    return write([f"{report}: {seen}. The restriction is kept on record.\n"])


def purge(
    ledger: Location,
    report: _Report,
    by: By,
    why: Why,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    lexicon: Lexicon = None,
    as_json: AsJson = False,
) -> int:
    """Takes a report out for good, with all that followed from it; a tombstone says why."""
    _decided("purge", by, why)
    if not yes:
        _asked(report)
    from riwaya.views.ledger.record import line

    with opened(ledger, lexicon=lexicon) as found:
        gone = found.purge(report, by=by, why=why)
    if as_json:
        return write([f"{line(gone)}\n"])
    from riwaya.views.ledger.said import count

    what = f"{count(gone.statements, 'statement')} and {count(gone.judgements, 'judgement')}"
    return write([f"{gone.report} is purged, with {what}. It is not added again.\n"])


def _decided(command: str, by: str, why: str) -> None:
    if not by.strip() or not why.strip():
        raise Usage(f"{command}: who decides, and why? Give --by and --why.")


def _asked(report: str) -> None:
    if not sys.stdin.isatty():
        raise Usage(f"purge: {report} would be gone for good. Give --yes if that is meant.")
    typer.confirm(f"{report} will be gone for good. Purge it?", abort=True, err=True)
