"""`riwaya outlets LEDGER [import|export FILE]`: who publishes, as the ledger's user has it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.base import Usage
from riwaya.cli.opened import AsJson, Groups, Lexicon, Location, opened, write

if TYPE_CHECKING:
    from riwaya.ledger import Ledger


def outlets(
    ledger: Location,
    action: Annotated[
        str | None, typer.Argument(metavar="import|export", help="Without it: list.")
    ] = None,
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="A .csv or .tsv table.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Export the shipped outlets too, not only your own.")
    ] = False,
    lexicon: Lexicon = None,
    group: Groups = None,
    as_json: AsJson = False,
) -> int:
    """Lists the outlets of a ledger's reports; takes in or gives out its own table of outlets."""
    if action is not None and action not in ("import", "export"):
        raise Usage(f"outlets {action}: no such action. Give import FILE or export FILE.")
    if action is not None and file is None:
        raise Usage(f"outlets {action}: no file. Give a .csv or .tsv table.")
    if every and action != "export":
        raise Usage("--all is for export. Give export FILE.")
    if action is None or file is None:
        with opened(ledger, lexicon=lexicon, groups=group) as found:
            return write(_listed(found, as_json))
    if action == "import":
        return _import(ledger, Path(file), lexicon, as_json)
    return _export(ledger, Path(file), lexicon, every, as_json)


def _listed(ledger: Ledger, as_json: bool) -> Iterator[str]:
    from riwaya.ledger.outlets import name_key
    from riwaya.views.ledger.publishers import line
    from riwaya.views.ledger.record import line as record

    known = ledger.outlets
    own = {name_key(row["name"]) for row in ledger.own_outlets()}
    told = ledger.outlets_told()
    for t in told:
        outlet = known.find(t.name, t.url)
        mine = outlet is not None and name_key(outlet.name) in own
        if as_json:
            shown = {"name": t.name, "reports": t.reports, "outlet": outlet, "own": mine}
            yield f"{record(shown)}\n"
        else:
            yield f"{line(t.name, t.reports, outlet, own=mine)}\n"
    if not told and not as_json:
        yield "No report of this ledger names its outlet.\n"


def _import(ledger: str, path: Path, lexicon: list[str] | None, as_json: bool) -> int:
    from riwaya.cli.outlet_tables import read_outlets
    from riwaya.views.ledger.record import line
    from riwaya.views.ledger.said import count

    rows = read_outlets(path)
    with opened(ledger, lexicon=lexicon) as found:
        put = found.put_outlets(rows)
    if as_json:
        return write([f"{line(put)}\n"])
    done = f"{count(put.added, 'outlet')} added, {put.replaced} replaced"
    return write([f"{done}. The ledger was derived anew with them.\n"])


def _export(ledger: str, path: Path, lexicon: list[str] | None, every: bool, as_json: bool) -> int:
    from riwaya.cli.outlet_tables import rows_of, write_outlets
    from riwaya.views.ledger.record import line
    from riwaya.views.ledger.said import count

    with opened(ledger, lexicon=lexicon) as found:
        rows = rows_of(found.outlets) if every else found.own_outlets()
    write_outlets(path, rows)
    said = line({"written": len(rows)}) if as_json else f"{count(len(rows), 'outlet')} in {path}."
    return write([f"{said}\n"])
