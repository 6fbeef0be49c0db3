"""`riwaya incident LEDGER ID`: one incident with its accounts side by side."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.opened import AsJson, Groups, Location, opened, write

if TYPE_CHECKING:
    from collections.abc import Mapping

    from riwaya.ledger.nouns import Incident


def incident(
    ledger: Location,
    id: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="Its id; without one, what most reports tell of."),
    ] = None,
    group: Groups = None,
    as_json: AsJson = False,
) -> int:
    """Shows what each source says of an incident, field by field, with the words it rests on."""
    from riwaya.views.ledger.page import page
    from riwaya.views.ledger.record import line

    with opened(ledger, groups=group) as found:
        shown = found.incident(found.most_told() if id is None else id)
        tellings = found.tellings_of(shown.id)
        keys = found.statement_keys(list(shown.reports))
    if as_json:
        return write([f"{line(_whole(shown, tellings, keys))}\n"])
    return write([page(shown, tellings, keys)])


def _whole(
    shown: Incident, tellings: Mapping[str, str], keys: Mapping[tuple[str, str], str]
) -> dict[str, object]:
    """All of the incident, and what its parts are called by: tellings' reports, statements' ids."""
    said = {
        (w.report, w.statement)
        for account in shown.accounts
        for values in (*account.fields.values(), *account.superseded.values())
        for value in values
        for w in value.words
    }
    statements: dict[str, dict[str, str]] = {}
    for report, local in sorted(said & keys.keys()):
        statements.setdefault(report, {})[local] = keys[report, local]
    return {**asdict(shown), "tellings": dict(tellings), "statements": statements}
