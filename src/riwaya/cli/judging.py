"""`riwaya judge`, `riwaya undo` and `riwaya judgements`: what people decide."""

from __future__ import annotations

from typing import Annotated

import typer

from riwaya.cli.base import Usage
from riwaya.cli.opened import AsJson, By, Groups, Lexicon, Location, Why, opened, write


def judge(
    ledger: Location,
    about: Annotated[str, typer.Argument(metavar="statement|incident|entity", help="On what.")],
    decision: Annotated[
        str,
        typer.Argument(
            metavar="DECISION",
            help="accept, reject, correct or unsure of a statement; same, different or unsure of "
            "two incidents or entities.",
        ),
    ],
    id: Annotated[str, typer.Argument(metavar="ID", help="As riwaya incident and who show it.")],
    by: By,
    why: Why,
    others: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID2",
            help="The other of two; of an incident that is split, the ids of all that leave it.",
        ),
    ] = None,
    set: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="KEY=VALUE",
            help="Of a correction, as killed=3-5, earliest=2022-10-14, place=NAME,LAT,LON or "
            "agents=25-33,40-48: where in the report their words stand.",
        ),
    ] = None,
    lexicon: Lexicon = None,
    group: Groups = None,
    as_json: AsJson = False,
) -> int:
    """Keeps a decision on a statement, or on whether two incidents or entities are one."""
    from riwaya.cli.values import values
    from riwaya.ledger.ruling import DECISIONS, Judgement
    from riwaya.views.ledger.record import line

    if about not in DECISIONS:
        raise Usage(f"judge {about}: on what? Give one of {', '.join(DECISIONS)}.")
    given_ids = others or []
    other, more = (given_ids[0] if given_ids else None), given_ids[1:]
    if about == "statement" and other is not None:
        raise Usage(f"judge statement: one statement at a time. Give {other} by itself.")
    if more and (about, decision) != ("incident", "different"):
        raise Usage(f"judge {about} {decision}: two at a time. Give {more[0]} by itself.")
    if set and decision != "correct":
        raise Usage("--set is for corrections. Give the decision correct.")
    parts = tuple(given_ids) if more else ()
    other = None if parts else other
    given = Judgement(about, decision, id, by, why, other, values(set or []), parts=parts)
    with opened(ledger, lexicon=lexicon, groups=group) as found:
        number = found.judge(given)
    if as_json:
        return write([f"{line({'judgement': number})}\n"])
    return write(
        [f"Judgement {number} is kept. To take it back: riwaya undo {ledger} {number} --by --why\n"]
    )


def undo(
    ledger: Location,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="Of a judgement.")],
    by: By,
    why: Why,
    lexicon: Lexicon = None,
    group: Groups = None,
    as_json: AsJson = False,
) -> int:
    """Takes a judgement back; both stay on record."""
    from riwaya.views.ledger.record import line

    with opened(ledger, lexicon=lexicon, groups=group) as found:
        found.undo(number, by=by, why=why)
    said = line({"undone": number}) if as_json else f"Judgement {number} is taken back."
    return write([f"{said}\n"])


def judgements(ledger: Location, group: Groups = None, as_json: AsJson = False) -> int:
    """Lists all judgements in the order in which they were made."""
    from riwaya.views.ledger.decisions import block
    from riwaya.views.ledger.record import line

    with opened(ledger, groups=group) as found:
        made = found.judgements()
    if as_json:
        return write(f"{line(j)}\n" for j in made)
    return write(["\n".join(block(j) for j in made) or "No judgements yet.\n"])
