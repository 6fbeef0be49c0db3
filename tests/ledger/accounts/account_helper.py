"""Nouns of accounts, made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from riwaya.ledger.accounts.standing import standings
from riwaya.ledger.nouns import Account, Carrier, Claim, FieldStanding, Said, Toll, Voice, Where
from riwaya.model import Span

HERE = Span(0, 4, "قُتل")
PLAIN = Claim(
    "e1", "key:0-4:killing", "killing", "actual", "positive", None, (), (), (), (), (), "", None,
    None, HERE, (HERE,),
)  # fmt: skip
HAYYAN = Where("حيان", "حيان", "gn:1", 36.30, 37.00, "exact", "SY", "حلب")
NAWA = Where("نوى", "نوى", "gn:2", 32.89, 36.04, "exact", "SY", "درعا")
ALEPPO = Where("محافظة حلب", "حلب", "gn:3", 36.20, 37.16, "governorate", "SY", "حلب")


def claim(*tolls: Toll, **more: Any) -> Claim:
    """A killing with these tolls, changed as said."""
    return replace(PLAIN, tolls=tolls, **more)


def voice(id: str, **more: Any) -> Voice:
    """An outlet."""
    return Voice(id, id, "outlet", **more)


def account(source: Voice | str, **fields: Said | tuple[Said, ...]) -> Account:
    """What a source says, through a report of its own."""
    said = {name: v if isinstance(v, tuple) else (v,) for name, v in fields.items()}
    who = voice(source) if isinstance(source, str) else source
    return Account(who, (Carrier(f"r-{who.id}", who.name, None, ()),), said, {})


def toll(low: int | None, high: int | None = None) -> Said:
    """A toll."""
    top = low if high is None else high
    return Said(f"{low}–{top}", low=low, high=top)


def day(first: date, last: date | None = None) -> Said:
    """A time."""
    return Said(str(first), earliest=first, latest=last or first)


def where(place: Where) -> Said:
    """A place."""
    return Said(place.name, where=place)


def by(*sides: str, **more: Any) -> Said:
    """Doers of these sides."""
    return Said("، ".join(sides), sides, **more)


def standing(field: str, *accounts: Account) -> FieldStanding:
    """Where a field stands after these accounts, whichever comes first."""
    forth, back = standings(accounts)[field], standings(accounts[::-1])[field]
    assert forth.standing == back.standing
    return forth
