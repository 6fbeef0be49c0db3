"""`riwaya gazetteer add FILE` and `riwaya gazetteer find NAME`: places of the user's own."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.base import Usage, lexicon_folders, own_lexicon, unicode_output

if TYPE_CHECKING:
    from riwaya.identity.places import Place

app = typer.Typer(name="gazetteer", help="Adds places, and shows those of a name.")
_Lexicon = Annotated[
    list[str] | None,
    typer.Option("--lexicon", metavar="DIR", help="Your folder of tables; ~/.riwaya/lexicon."),
]


@app.command()
def add(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="GeoNames dump (.txt, .zip) or P-codes (.csv).")
    ],
    lexicon: _Lexicon = None,
) -> int:
    """Adds the places of a GeoNames country dump or of a CSV of P-codes to your tables."""
    from riwaya.identity.places.imports import ImportProblem, add_places
    from riwaya.lexicons import LexiconError

    if lexicon and len(lexicon) > 1:
        raise Usage("--lexicon: places are added to one folder. Give one.")
    folder = Path(lexicon[0]) if lexicon else own_lexicon()
    if folder.exists() and not folder.is_dir():
        raise Usage(f"--lexicon {folder}: is a file. Give a folder.")
    try:
        added = add_places(Path(file), folder)
    except (ImportProblem, LexiconError) as error:
        raise Usage(str(error)) from error
    unicode_output()
    typer.echo(f"{added.added} places added to {added.table} ({added.read} rows read).")
    if added.known:
        typer.echo(f"{added.known} were there already.")
    if added.pointless:
        typer.echo(f"{added.pointless} of those added have no coordinates.")
    if added.nameless:
        typer.echo(f"{added.nameless} have no Arabic name and were left out.")
    if added.bad:
        typer.echo(f"{added.bad} rows could not be read, the first: {added.first_bad}")
    return 1 if added.bad else 0


@app.command()
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A place's name, in Arabic.")],
    country: Annotated[
        str | None, typer.Option(metavar="XX", help="Only of this country (ISO code).")
    ] = None,
    lexicon: _Lexicon = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> int:
    """Shows every place that a name may mean, with its coordinates."""
    from riwaya.identity.places.search import find_places
    from riwaya.lexicons import LexiconError
    from riwaya.pipeline import reader

    try:
        gazetteer = reader(*lexicon_folders(lexicon or ())).gazetteer
    except LexiconError as error:
        raise Usage(f"--lexicon {error}") from error
    code = country.upper() if country else None
    named = find_places(name, gazetteer)
    found = [p for p in named if code in (None, p.country)]
    unicode_output()
    for place in found:
        typer.echo(json.dumps(asdict(place), ensure_ascii=False) if as_json else _line(place))
    if not found and named and not as_json:
        codes = ", ".join(sorted({p.country for p in named if p.country}))
        typer.echo(f"«{name}» is known in {codes}, not in {code}.")
    elif not found and not as_json:
        latin = (
            "" if any("\u0621" <= c <= "\u064a" for c in name) else " Give it in Arabic letters."
        )
        typer.echo(f"No place of the name «{name}» is known. Add one: docs/lexicons.md.{latin}")
    return 0 if found else 1


def _line(place: Place) -> str:
    within = "، ".join(filter(None, (place.district, place.admin)))
    where = (
        f"{place.point[0]:.4f} {place.point[1]:.4f} ±{place.accuracy:g} km"
        if place.point
        else "no point"
    )
    parts = (place.name, place.kind or place.level, within, place.country, where, place.id)
    return " · ".join(filter(None, parts))
