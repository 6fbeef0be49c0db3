"""Who did what to whom in incidents, as edges: one for each pair, kind of deed and realis.

Of several deeds of one pair in one incident the edge is of the kind that is told most often, of
equals a death.
Where a report names no one to whom it was done the edge leads to the incident itself; where it
names no doer it leads from there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from riwaya.ledger.accounts.build import Setting, doers
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.edges import Draft, Edge, EndKind, Ends
from riwaya.ledger.nouns import Claim, Party, ReportCard, Telling, Words
from riwaya.ledger.types import DEATHS

_CLASS = "class:"
_DESCRIBED = "said:"
_WORD = "word"  # class of types that are no deed: threats, statements, claims
_Pair = tuple[str, str, str]  # source, target, realis


@dataclass(frozen=True, slots=True)
class Happening:
    """An incident with its tellings, each with the card of its report."""

    id: str
    title: str
    type: str
    contested: frozenset[str]
    happened: bool
    country: str | None
    earliest: date | None
    latest: date | None
    reports: int
    told: tuple[tuple[Telling, ReportCard], ...]


@dataclass(slots=True)
class _Deed:
    """What one source says of one incident: from whom to whom; `sides` are the doers'."""

    source: str
    type: str
    words: tuple[Words, ...]
    realis: str
    denied: bool
    agents: dict[str, str] = field(default_factory=dict)  # id and side
    targets: tuple[str, ...] = ()


def deeds(
    found: Sequence[Happening], ends: Ends, called: Mapping[str, str], rules: Rules
) -> list[Edge]:
    """The deeds of incidents. Adds those whom they lead to; `called` are the joined handles."""
    drafts: dict[tuple[str, str, str, str], Draft] = {}
    for h in found:
        given = Setting(rules.voices, called, h.country, rules.types, rules.people)
        said = list(_said(h, ends, given))
        here = _pairs(h, [d for d in said if not d.denied])
        _deny(h, here, said)
        for (source, target, realis), draft in here.items():
            type = _leading(draft.types, rules) if draft.types else h.type
            whole = drafts.setdefault((source, target, realis, type), Draft())
            _merge(whole, draft, h, (source, target, realis))
    return [
        draft.edge(source, target, "deed", type, count=_count(draft), realis=realis)
        for (source, target, realis, type), draft in drafts.items()
    ]


def _leading(types: Sequence[str], rules: Rules) -> str:
    told = Counter(types)
    return min(told, key=lambda t: (-told[t], t not in DEATHS, -rules.types[t].rank, t))


def _count(draft: Draft) -> int:
    return len(draft.incidents) if draft.words else 0


def _said(h: Happening, ends: Ends, given: Setting) -> Iterator[_Deed]:
    for telling, card in h.told:
        for c in telling.claims:
            if c.rejected or given.types[c.type].klass == _WORD:
                continue
            denied = c.polarity == "negative" and (c.denies_agent or not c.affirms)
            words = tuple(Words(card.name, e.start, e.end, e.text, c.statement) for e in c.evidence)
            source = given.voices.of_claim(c, card, given.names).name
            targets = () if c.negates == "target" else _ids(c.targets, ends, given)
            yield _Deed(
                source, c.type, words, "actual" if c.affirms else c.realis, denied,
                _agents(c, ends, given), tuple(targets),
            )  # fmt: skip


def _agents(c: Claim, ends: Ends, given: Setting) -> dict[str, str]:
    found = {}
    for p in doers(c, given):
        for id in _ids([p], ends, given):
            found[id] = given.voices.sides.side(p, given.country) or id
    return found


def _ids(parties: Collection[Party], ends: Ends, given: Setting) -> list[str]:
    """Whom parties are: by name, else the group they belong to, else what kind of people."""
    found: dict[str, None] = {}
    for p in parties:
        if p.kind not in ("person", "group", "place"):
            continue
        handle = given.names.get(p.handle, p.handle)
        if not handle.startswith(_DESCRIBED):
            ends.add(handle, p.called or p.name, "place" if p.kind == "place" else _kind(handle))
        elif p.of:
            handle = given.names.get(p.of, p.of)
            ends.add(handle, "", _kind(handle))
        else:
            handle = given.voices.sides.side(p, given.country) or ""
            if not handle.startswith(_CLASS):
                continue
            ends.add(handle, p.name, "group")
        if not handle.startswith(_DESCRIBED):
            found[handle] = None
    return list(found)


def _kind(handle: str) -> EndKind:
    return "person" if handle.startswith("person:") else "group"


def _pairs(h: Happening, said: Sequence[_Deed]) -> dict[_Pair, Draft]:
    """The edges of one incident; one to or from it only where no fuller edge says as much."""
    made: dict[_Pair, Draft] = {}
    for d in said:
        pairs = [(a, t) for a in d.agents for t in d.targets if a != t]
        if not pairs:
            pairs = [*((a, h.id) for a in d.agents), *((h.id, t) for t in d.targets)]
        for source, target in pairs:
            draft = made.setdefault((source, target, d.realis), Draft())
            draft.add(d.source, d.words)
            draft.types.append(d.type)
    whole = {k for k in made if h.id not in k[:2]}
    done = {(end, realis) for *ends, realis in whole for end in ends}
    return {
        k: draft for k, draft in made.items()
        if k in whole or (k[1] if k[0] == h.id else k[0], k[2]) not in done
    }  # fmt: skip


def _deny(h: Happening, made: dict[_Pair, Draft], said: Sequence[_Deed]) -> None:
    """Has those deeds denied whose doer a source says it was not; all, where it names nobody."""
    sides = {id: side for d in said for id, side in d.agents.items()}
    for d in (d for d in said if d.denied):
        theirs = set(d.agents.values())
        near = [key for key in made if not theirs or sides.get(key[0]) in theirs]
        for key in near:
            made[key].add(d.source, d.words, denied=True)
        for agent in () if near else d.agents:
            alone = made.setdefault((agent, h.id, "actual"), Draft())
            alone.add(d.source, d.words, denied=True)


def _merge(whole: Draft, draft: Draft, h: Happening, key: _Pair) -> None:
    whole.incidents[h.id] = None
    for name in ("sources", "deniers", "words", "against"):
        getattr(whole, name).update(getattr(draft, name))
    whole.days += [d for d in (h.earliest, h.latest) if d is not None]
    at_stake = {"happened", *(["agent"] if key[0] != h.id else []),
                *(["target"] if key[1] != h.id else [])}  # fmt: skip
    whole.contested = whole.contested or bool(at_stake & h.contested) or bool(draft.against)
