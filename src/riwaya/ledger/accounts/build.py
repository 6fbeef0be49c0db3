"""The accounts of one incident: claims by their source, the latest word of each, its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from riwaya.ledger.accounts import tolls
from riwaya.ledger.accounts.counted import apart
from riwaya.ledger.accounts.standing import CONTEST
from riwaya.ledger.accounts.voices import Voices
from riwaya.ledger.nouns import (
    Account,
    Carrier,
    Claim,
    Party,
    ReportCard,
    Said,
    Telling,
    Toll,
    Voice,
    Where,
    Words,
)
from riwaya.ledger.own_people import is_unsettled, told_name
from riwaya.ledger.people import PeopleKinds
from riwaya.ledger.types import IncidentTypes

_STAYS = ("credit", "identity")
"""Of these a later word takes nothing back: what a source is said to have claimed and denied
stands side by side, through whom each is told."""
_ONE_VALUE = ("killed", "wounded")
_OWNS = ("claim", "admit")  # acts in which a doer speaks of its own deed
_DOERS = ("person", "group", "place")
_NAMED = " named"
_FIRST = date.min
_YES = {"actual": "yes", "possible": "possible"}


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A claim, where it stands and whose it is."""

    claim: Claim
    report: ReportCard
    voice: Voice


@dataclass(frozen=True, slots=True)
class Setting:
    """What the accounts of an incident are made with."""

    voices: Voices
    names: Mapping[str, str]  # handles that statements join, by handle
    country: str | None
    types: IncidentTypes
    people: PeopleKinds
    of_words: bool = False  # the incident itself is one of words, as a threat is


def accounts(
    tellings: Sequence[Telling], cards: Mapping[int, ReportCard], given: Setting
) -> tuple[Account, ...]:
    """One account for each source, those told by most reports first."""
    made = [_account(spoken, given) for spoken in _by_voice(tellings, cards, given)]
    return tuple(sorted(made, key=lambda a: (-len(a.carriers), a.source.id)))


def _by_voice(
    tellings: Sequence[Telling], cards: Mapping[int, ReportCard], given: Setting
) -> list[list[_Spoken]]:
    by_voice: dict[str, list[_Spoken]] = {}
    for t in tellings:
        card = cards[t.report]
        for c in t.claims:
            if not c.rejected:
                voice = given.voices.of_claim(c, _original(card, c, cards), given.names)
                by_voice.setdefault(voice.id, []).append(_Spoken(c, card, voice))
    return [_named(spoken, given) for spoken in by_voice.values()]


def _named(spoken: list[_Spoken], given: Setting) -> list[_Spoken]:
    """The claims of one source, where it names a doer without groups that are told as somebody's
    own, nothing says whose («قواتها»): no doer beside the one whom it names."""
    if all(is_unsettled(p) for s in spoken if s.claim.affirms for p in doers(s.claim, given)):
        return spoken
    return [
        replace(s, claim=replace(
            s.claim, agents=tuple(p for p in s.claim.agents if not is_unsettled(p))
        )) if s.claim.affirms else s
        for s in spoken
    ]  # fmt: skip


def all_doers(
    tellings: Sequence[Telling], cards: Mapping[int, ReportCard], given: Setting
) -> Iterator[Party]:
    """Who the accounts say did it, once for each claim."""
    for spoken in _by_voice(tellings, cards, given):
        for s in spoken:
            if s.claim.affirms and not s.claim.denies_agent:
                yield from doers(s.claim, given)


def _original(card: ReportCard, claim: Claim, cards: Mapping[int, ReportCard]) -> ReportCard:
    """The report whose words these are: of a near copy the one that it copies."""
    return cards.get(card.copy_of or 0, card)


def _account(spoken: list[_Spoken], given: Setting) -> Account:
    by_report: dict[int, list[_Spoken]] = {}
    for s in spoken:
        by_report.setdefault(s.report.id, []).append(s)
    order = sorted(by_report.values(), key=lambda x: _when(x[0].report))
    fields: dict[str, tuple[Said, ...]] = {}
    before: dict[str, tuple[Said, ...]] = {}
    for said in order:
        for name, values in _fields(said, given).items():
            fields[name], gone = later_word(name, fields.get(name, ()), values)
            if gone:
                before[name] = (*before.get(name, ()), *gone)
    return Account(spoken[0].voice, tuple(_carriers(order)), fields, before)


def later_word(
    field: str, before: tuple[Said, ...], now: tuple[Said, ...]
) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    """What stands of a source's earlier and later word, and what is gone: what the later excludes.

    A later word that only says less takes nothing back.
    """
    exclude = CONTEST[field] if field not in _STAYS else _never
    gone = tuple(a for a in before if any(exclude(a, b) for b in now))
    kept = tuple(a for a in before if a not in gone)
    now = tuple(_united(v, kept) for v in now)
    if field in _ONE_VALUE and kept:
        others = tuple(v for v in kept if apart((v, *now)))
        firm = [v for v in (*now, *kept) if not v.vague and v not in others] or [*now]
        return (firm[0], *others), gone
    shown = {v.value for v in now}
    return (*now, *(a for a in kept if a.value not in shown)), gone


def _united(now: Said, before: tuple[Said, ...]) -> Said:
    """A value with all the words it rests on, those of reports that said it before among them."""
    words = [w for v in before if v.value == now.value for w in v.words]
    return replace(now, words=tuple(dict.fromkeys((*now.words, *words))))


def _never(a: Said, b: Said) -> bool:
    return False


def _when(card: ReportCard) -> tuple[date, str]:
    return card.published or _FIRST, card.name


def _carriers(order: list[list[_Spoken]]) -> Iterable[Carrier]:
    for said in order:
        chains = {tuple(link.name for link in s.claim.chain) for s in said}
        card = said[0].report
        longest = max(chains, key=lambda chain: (len(chain), chain))
        yield Carrier(card.name, card.outlet, card.published, longest)


def _fields(spoken: list[_Spoken], given: Setting) -> dict[str, tuple[Said, ...]]:
    """What one source says in one report, field by field."""
    made = {
        "happened": _happened(spoken, given),
        "agent": _parties(spoken, "agents", given),
        "credit": _credit(spoken, given),
        "target": _parties(spoken, "targets", given),
        "killed": _toll(spoken, "killed", given),
        "wounded": _toll(spoken, "wounded", given),
        "place": _place(spoken),
        "time": _time(spoken),
    }
    return {name: values for name, values in made.items() if values}


def _words(spoken: Iterable[_Spoken]) -> tuple[Words, ...]:
    return tuple(
        Words(s.report.name, e.start, e.end, e.text, s.claim.statement)
        for s in spoken for e in s.claim.evidence
    )  # fmt: skip


def _happened(spoken: list[_Spoken], given: Setting) -> tuple[Said, ...]:
    spoken = [s for s in spoken if not (s.claim.denies_agent or _denies_own(s, given))]
    # who denies a part, or that the deed is his own, says no more
    if not spoken:
        return ()
    denied = [s for s in spoken if s.claim.polarity == "negative" and not s.claim.affirms]
    affirmed = [s for s in spoken if s.claim.affirms]
    if affirmed:
        return (Said("yes", words=_words(affirmed)),)
    if denied and any(s.claim.realis == "actual" for s in denied):
        return (Said("no", denied=True, words=_words(denied)),)
    best = min(spoken, key=lambda s: (s.claim.realis != "possible", s.claim.realis))
    return (Said(_YES.get(best.claim.realis, best.claim.realis), words=_words([best])),)


def _parties(spoken: list[_Spoken], role: str, given: Setting) -> tuple[Said, ...]:
    """The doers, or those it was done to, whom a source names; one value, all its sides."""
    named: dict[str, list[tuple[Party, _Spoken]]] = {}
    for s in _deeds(spoken, given) if role == "agents" else spoken:
        if not s.claim.affirms or s.claim.negates == role.removesuffix("s"):
            continue
        for p in (doers if role == "agents" else done_to)(s.claim, given):
            handle = given.names.get(p.handle, p.handle)
            named.setdefault(handle, []).append((p, s))
    if not named:
        return ()
    first = [found[0][0] for found in named.values()]
    sides = {given.voices.sides.side(p, given.country) for p in first}
    definite = sorted(side for side in sides if side)
    value = "، ".join(dict.fromkeys(map(told_name, first)))
    words = tuple(w for found in named.values() for w in _named_words(found))
    return (Said(value, tuple(definite), vague=not definite, words=words),)


def _named_words(named: Iterable[tuple[Party, _Spoken]]) -> tuple[Words, ...]:
    """What parties of claims rest on: where a person found them, else the claims' evidence."""
    found: list[Words] = []
    for p, s in named:
        at = p.words
        found += (
            [Words(s.report.name, at.start, at.end, at.text, s.claim.statement)]
            if at is not None else _words([s])
        )  # fmt: skip
    return tuple(found)


def _deeds(spoken: list[_Spoken], given: Setting) -> list[_Spoken]:
    """The claims that name a doer; clashes, in which each side fights, where no others do."""
    done = [s for s in spoken if s.claim.type != "clash" and doers(s.claim, given)]
    return done or spoken


def done_to(claim: Claim, given: Setting) -> tuple[Party, ...]:
    """Whom a claim says it was done to; of words about it nobody: the accused was not struck."""
    words = given.types[claim.type].klass == "word" and not given.of_words
    return () if words else claim.targets


def doers(claim: Claim, given: Setting) -> tuple[Party, ...]:
    """Who a claim says did it: of words and findings nobody, and none who only tells or helps;
    a weapon whose owner is not named is nobody."""
    if not given.types.has_doers(claim.type):
        return ()
    sides = given.voices.sides
    return tuple(
        p for p in claim.agents
        if p.kind in _DOERS and not sides.stands_by(p) and not sides.is_bare_weapon(p)
    )  # fmt: skip


def _credit(spoken: list[_Spoken], given: Setting) -> tuple[Said, ...]:
    """Who claims it, whom the source credits or blames, who denies a part in it."""
    found: dict[tuple[str, str], tuple[Said, list[tuple[Party, _Spoken]]]] = {}
    for s in _deeds(spoken, given):
        for p in doers(s.claim, given):
            act = _act(s, p, given)
            side = given.voices.sides.side(p, given.country)
            value = f"{act}: {p.called or p.name}"
            said = Said(value, (side,) if side else (), denied=act == "denies", vague=not side)
            found.setdefault((act, side or p.handle), (said, []))[1].append((p, s))
    for of in [of for act, of in found if act == "claims"]:
        found.pop(("denies", of), None)  # who claims a strike denies but a part of it
    return tuple(
        Said(v.value, v.sides, vague=v.vague, denied=v.denied, words=_named_words(rests))
        for v, rests in found.values()
    )


def _denies_own(s: _Spoken, given: Setting) -> bool:
    """«نفت القوات أن تكون قد قصفت السوق»: others may have done it."""
    return (
        not s.claim.affirms
        and s.claim.polarity == "negative"
        and any(_is_own(s, p, given) or _speaks_for(s, p, given) for p in doers(s.claim, given))
    )


def _is_own(s: _Spoken, p: Party, given: Setting) -> bool:
    """Whether a doer is who speaks, or of the side that does."""
    handle = given.names.get(p.handle, p.handle)
    side = given.voices.sides.side(p, given.country)
    if s.voice.id.startswith("actor:"):
        speaker = Party(s.voice.id, s.voice.name, "group", "name")
        if handle == s.voice.id or (
            side and side == given.voices.sides.side(speaker, given.country)
        ):
            return True
    return bool(side and side == s.voice.side)


def _speaks_for(s: _Spoken, p: Party, given: Setting) -> bool:
    """Whether the last of a chain is a doer, speaks in its name («المتحدث باسم الحركة»), or is
    whose it is («نفت الحركة أن يكون مقاتلوها»)."""
    if not s.claim.chain:
        return False
    last = s.claim.chain[-1]
    speaker = given.names.get(last.handle, last.handle)
    whose = {given.names.get(h, h) for h in (p.handle, p.of) if h}
    return speaker in whose or last.name.endswith(f" {p.name}")


def _act(s: _Spoken, p: Party, given: Setting) -> str:
    c = s.claim
    if c.polarity == "negative":
        return "denies"
    last = c.chain[-1].act if c.chain else "say"
    if _is_own(s, p, given) or last in _OWNS:
        return "claims"
    return "blames" if last == "accuse" else "credits"


def _toll(spoken: list[_Spoken], kind: str, given: Setting) -> tuple[Said, ...]:
    told = tolls.count([s.claim for s in spoken], kind)
    if told is None:
        return ()
    counted = {c.statement for c in told.claims}
    rests = [s for s in spoken if s.claim.statement in counted]
    vague = told.named or (told.low == 1 and told.high is None)
    shown = f"{told.low}{_NAMED}" if told.named else _range(told.low, told.high)
    return (
        Said(shown, low=told.low, high=told.high, vague=vague, words=_words(rests),
             counted=tuple((_whom(t, given), t.low, t.high) for t in told.tolls)),
    )  # fmt: skip


def _whom(t: Toll, given: Setting) -> str:
    """Whom a figure counts: the side of a group, else a kind of people, else everybody."""
    if ":" in t.group:
        handle = given.names.get(t.group, t.group)
        party = Party(handle, t.counted, "group", "name")
        return given.voices.sides.side(party, given.country) or handle
    return given.people.whom(t.counted, t.group)


def is_named(said: Said) -> bool:
    """Whether a toll is of victims by name alone: as many are told of, if there are no more."""
    return said.value.endswith(_NAMED)


def _range(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low)
    return f"{low}–{'' if high is None else high}"


def _place(spoken: list[_Spoken]) -> tuple[Said, ...]:
    """Every place that it states, the sharpest first, and the parts of a town among them."""
    found: dict[str, tuple[Where, list[_Spoken]]] = {}
    for s in spoken:
        for p in s.claim.places:
            found.setdefault(p.id or p.key, (p, []))[1].append(s)
    return tuple(Said(p.name, where=p, words=_words(rests)) for p, rests in found.values())


def _time(spoken: list[_Spoken]) -> tuple[Said, ...]:
    stated = [s for s in spoken if s.claim.earliest and s.claim.latest]
    found: dict[str, list[_Spoken]] = {}
    for s in stated:
        found.setdefault(s.claim.edtf, []).append(s)
    return tuple(
        Said(edtf, earliest=rests[0].claim.earliest, latest=rests[0].claim.latest,
             words=_words(rests))
        for edtf, rests in found.items()
    )  # fmt: skip
