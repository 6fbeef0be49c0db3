"""What sources say of the names of those in an incident: who is who else, and who is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from riwaya.ledger.accounts.build import Setting
from riwaya.ledger.nouns import Account, Carrier, ReportCard, Said, Telling, Voice, Words


@dataclass(frozen=True, slots=True)
class Joined:
    """A report, or the source it names, says that two names are one, or that they are not."""

    one: str  # handles, in order
    other: str
    same: bool
    names: tuple[str, str]
    report: int
    voice: Voice
    words: tuple[Words, ...]
    rule: str
    second: str = ""
    """The handle of the name that the words give beside the other, as the legal one, an alias."""


def with_identity(
    made: tuple[Account, ...], told: Sequence[Telling], cards: Mapping[int, ReportCard],
    given: Setting, joined: Sequence[Joined],
) -> tuple[Account, ...]:  # fmt: skip
    """The accounts, with what their sources say of the names of whom it was done to.

    A source that says nothing else of the incident gets an account of its own.
    """
    people = {
        p.handle for t in told for c in t.claims for p in c.targets
        if p.kind == "person" and p.form == "name"
    }  # fmt: skip
    here = {t.report for t in told}
    by_voice: dict[str, list[Joined]] = {}
    for j in joined:
        if j.report in here and people & {j.one, j.other}:
            by_voice.setdefault(j.voice.id, []).append(j)
    accounts = {a.source.id: a for a in made}
    for voice, found in by_voice.items():
        said = tuple(_said(j) for j in sorted(found, key=lambda j: (j.one, j.other, j.report)))
        base = accounts.get(voice) or _silent(found[0], cards)
        accounts[voice] = replace(base, fields={**base.fields, "identity": said})
    return tuple(accounts.values())


def _said(j: Joined) -> Said:
    sign = "=" if j.same else "≠"
    return Said(
        f"{j.names[0]} {sign} {j.names[1]}", (j.one, j.other), denied=not j.same, words=j.words
    )


def _silent(j: Joined, cards: Mapping[int, ReportCard]) -> Account:
    card = cards[j.report]
    return Account(j.voice, (Carrier(card.name, card.outlet, card.published, ()),), {}, {})
