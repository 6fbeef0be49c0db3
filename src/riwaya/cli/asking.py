"""`riwaya who LEDGER NAME`, `riwaya search LEDGER TEXT`, `riwaya stats LEDGER`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from riwaya.cli.base import Usage
from riwaya.cli.opened import (
    AsJson,
    Groups,
    Lexicon,
    Limit,
    Location,
    Offset,
    bounds,
    opened,
    write,
)

_FOUND = 20


def who(
    ledger: Location,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, or words of it.")],
    lexicon: Lexicon = None,
    group: Groups = None,
    as_json: AsJson = False,
) -> int:
    """Says who a name is: other names and who joins them, relations, incidents."""
    if not name.strip():
        raise Usage("who: no name. Give the name of a person or group, in Arabic.")
    from riwaya.views.ledger.person import block
    from riwaya.views.ledger.record import line

    with opened(ledger, groups=group, lexicon=lexicon) as found:
        people = found.who(name)
    if as_json:
        status = write(f"{line(person)}\n" for person in people)
    elif people:
        status = write("\n".join(block(person) for person in people))
    else:
        status = write([f"No one of the name «{name}» is in this ledger.\n"])
    return status or (0 if people else 1)


def search(
    ledger: Location,
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT", help='Words in any form, "words in order", and -words that must not be.'
        ),
    ],
    limit: Limit = None,
    offset: Offset = 0,
    group: Groups = None,
    as_json: AsJson = False,
) -> int:
    """Finds reports by their words, in any form, and the incidents that they tell of."""
    bounds(limit, offset)
    from riwaya.views.ledger.found import BOLD, BRACKETS, block, heading
    from riwaya.views.ledger.record import line

    with opened(ledger, groups=group) as opened_ledger:
        found = opened_ledger.search(text, limit=limit or _FOUND, offset=offset)
    if as_json:
        return write(f"{line(report)}\n" for report in found)
    marks = BOLD if sys.stdout.isatty() else BRACKETS
    blocks = (f"\n{block(report, marks)}" for report in found)
    return write([f"{heading(len(found), offset)}\n", *blocks])


def stats(ledger: Location, group: Groups = None, as_json: AsJson = False) -> int:
    """Says how much a ledger holds."""
    from riwaya.views.ledger.counts import counts
    from riwaya.views.ledger.record import line

    with opened(ledger, groups=group) as found:
        numbers = found.stats()
    return write([f"{line(numbers)}\n" if as_json else counts(numbers)])
