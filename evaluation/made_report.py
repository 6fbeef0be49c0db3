"""One made report of an incident, sentence by sentence, with what a reader would find in it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from made_words import Words
from riwaya.ledger.handles import words_key
from riwaya.model import (
    Entity,
    EntityKind,
    Figure,
    Link,
    Mention,
    PersonName,
    PlaceReference,
    Reading,
    Report,
    Role,
    RoleName,
    Span,
    Statement,
    TimeValue,
)

_LENGTH = 120  # words
_WORD = {
    "airstrike": "غارة جوية", "shelling": "قصف مدفعي", "clash": "اشتباكات", "bombing": "تفجير",
    "shooting": "إطلاق نار", "raid": "مداهمة", "killing": "مقتل", "injury": "إصابة",
    "demand": "طالب", "deployment": "انتشار",
}  # fmt: skip
Part = str | Mention
_Filled = Sequence[tuple[RoleName, Mention]]


@dataclass(frozen=True, slots=True)
class Town:
    """A place of the gazetteer, with the names of its quarters."""

    name: str
    id: str
    latitude: float
    longitude: float
    country: str
    admin: str
    district: str
    quarters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What happened."""

    day: date
    type: str
    town: Town
    quarter: str
    agent: str
    rival: str
    victims: tuple[str, ...]
    killed: int
    wounded: int
    leader: str


@dataclass(frozen=True, slots=True)
class Source:
    """Who tells it, when; who has the seed of another tells it in the other's words."""

    id: str
    outlet: str
    published: date
    seed: int


@dataclass(slots=True)
class _Draft:
    """A text that grows, and what is found in it."""

    text: str = ""
    mentions: list[Mention] = field(default_factory=list)
    entities: dict[tuple[str, str], Entity] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    open: list[Statement] = field(default_factory=list)  # of the sentence that is written
    begun: int = 0

    def write(self, words: str) -> Span:
        """Goes on with some words and a space; gives their span."""
        start = len(self.text)
        self.text += f"{words} "
        return Span(start, start + len(words), words)

    def end(self, mark: str = ".") -> None:
        """Ends the sentence; it is the evidence of what was stated in it."""
        self.text = f"{self.text.rstrip()}{mark} "
        end = len(self.text) - 1
        evidence = (Span(self.begun, end, self.text[self.begun : end]),)
        for s in self.open:
            self.statements.append(_with_evidence(s, evidence))
        self.open = []
        self.begun = len(self.text)

    def name(
        self, kind: EntityKind, words: str, *, meant: str | None = None,
        place: PlaceReference | None = None, form: str = "name",
    ) -> Mention:  # fmt: skip
        """Goes on with a mention of someone or something."""
        at = self.write(words)
        known = self.entities.get((kind, words))
        if known is None:
            known = Entity(f"n{len(self.entities) + 1}", kind, words, (words,), meant)
            self.entities[kind, words] = known
        name = None
        if kind == "person" and form == "name":
            parts = tuple(words.split())
            name = PersonName(words, words_key(words), given=parts[:-1], family=parts[-1])
        made = Mention(
            f"m{len(self.mentions) + 1}", kind, "name" if form == "name" else "nominal",
            at.start, at.end, words, known.id, place, name,
        )  # fmt: skip
        self.mentions.append(made)
        return made

    def event(self, kind: str, roles: _Filled = (), **more: object) -> Statement:
        """Goes on with the word of a deed, and states it."""
        return self.state("event", kind, self.write(_WORD[kind]), roles, **more)

    def state(
        self, kind: str, type: str, trigger: Span, roles: _Filled, **more: object
    ) -> Statement:
        """States something in this sentence."""
        number = len(self.statements) + len(self.open) + 1
        filled = tuple(Role(role, m.id) for role, m in roles)
        made = Statement(
            f"s{number}", kind, type, (), trigger, roles=filled, **more  # type: ignore[arg-type]
        )  # fmt: skip
        self.open.append(made)
        return made


def _with_evidence(s: Statement, evidence: tuple[Span, ...]) -> Statement:
    from dataclasses import replace

    return replace(s, evidence=evidence)


def reading(facts: Facts, source: Source, words: Words) -> Reading:
    """The report of a source on some facts, read."""
    chance = random.Random(source.seed)
    draft = _Draft()
    draft.write(source.outlet)
    day = _day(facts, chance)
    _headline(draft, facts, chance, day)
    _lead(draft, facts, chance, day)
    for victim in facts.victims:
        _victim(draft, facts, victim, chance)
    _background(draft, facts, chance)
    if chance.random() < 0.06:
        _denial(draft, facts)
    if chance.random() < 0.04:
        _alias(draft, facts, chance)
    while len(draft.text.split()) < _LENGTH:
        draft.write(words.sentence(chance))
    report = Report(
        draft.text.strip(), source.id, source.published, source.outlet,
        f"https://{words_key(source.outlet).replace(' ', '-')}.example/{source.id}",
    )  # fmt: skip
    entities = tuple(draft.entities.values())
    return Reading(report, "made", "1", tuple(draft.mentions), entities, tuple(draft.statements))


def _day(facts: Facts, chance: random.Random) -> TimeValue | None:
    """The day as most reports state it."""
    if chance.random() < 0.3:
        return None
    return TimeValue(facts.day.isoformat(), facts.day, facts.day)


def _town(draft: _Draft, facts: Facts) -> Mention:
    t = facts.town
    place = PlaceReference(
        "exact", t.id, t.country, t.admin, t.latitude, t.longitude, t.name, t.district
    )
    return draft.name("place", t.name, place=place)


def _quarter(draft: _Draft, facts: Facts, chance: random.Random) -> Mention | None:
    if not facts.quarter or chance.random() < 0.3:
        return None
    t = facts.town
    place = PlaceReference("exact", None, t.country, t.admin)
    return draft.name("place", f"حي {facts.quarter}", place=place)


def _killed(facts: Facts, chance: random.Random) -> tuple[Figure, ...]:
    n = facts.killed + (chance.choice((-1, 0, 0, 0, 1)) if facts.killed > 4 else 0)
    return (Figure("killed", n, n),) if n > 0 and chance.random() < 0.8 else ()


def _headline(draft: _Draft, facts: Facts, chance: random.Random, day: TimeValue | None) -> None:
    found: list[tuple[RoleName, Mention]] = []
    trigger = draft.write(_WORD[facts.type])
    draft.write("على")
    quarter = _quarter(draft, facts, chance)
    found += [("place", quarter)] if quarter else []
    draft.write("في")
    found.append(("place", _town(draft, facts)))
    draft.state("event", facts.type, trigger, found, time=day)
    if facts.killed:
        draft.write("أسفر عن")
        draft.event("killing", [found[-1]], figures=_killed(facts, chance))
    draft.end("\n")


def _lead(draft: _Draft, facts: Facts, chance: random.Random, day: TimeValue | None) -> None:
    link: tuple[Link, ...] = ()
    if chance.random() < 0.5:
        who = draft.name("person", chance.choice(("مصدر محلي", "مصدر طبي", "شهود")), form="said")
        link = (Link("say", who.id),)
    agent = draft.name("group", facts.agent, meant=facts.agent)
    trigger = draft.write(f"نفذ {_WORD[facts.type]}")
    draft.write("استهدف")
    town = _town(draft, facts)
    target = draft.name("group", chance.choice(("مدنيين", "مقاتلين", "عائلة نازحة")), form="said")
    deed = draft.state(
        "event", facts.type, trigger, [("agent", agent), ("place", town)],
        time=day, attribution=link,
    )  # fmt: skip
    if facts.killed:
        killing = draft.event(
            "killing", [("target", target)], figures=_killed(facts, chance), attribution=link
        )
        ends = (Role("cause", statement=deed.id), Role("effect", statement=killing.id))
        number = len(draft.statements) + len(draft.open) + 1
        draft.open.append(
            Statement(f"s{number}", "cause", "because_of", (), trigger, roles=ends,
                      rules=("result",))
        )  # fmt: skip
    if facts.wounded:
        figures = (Figure("wounded", facts.wounded, facts.wounded),)
        draft.event("injury", [("place", town)], figures=figures, attribution=link)
    draft.end()


def _victim(draft: _Draft, facts: Facts, victim: str, chance: random.Random) -> None:
    at = draft.write("ومقتل")
    who = draft.name("person", victim)
    draft.write("في")
    town = _town(draft, facts)
    draft.state("event", "killing", at, [("target", who), ("place", town)])
    if chance.random() < 0.4:
        draft.write("وهو من أقارب")
        other = draft.name("group", f"آل {victim.split()[-1]}")
        draft.state("relation", "kin_of", at, [("subject", who), ("object", other)])
    draft.end()


def _background(draft: _Draft, facts: Facts, chance: random.Random) -> None:
    leader = draft.name("person", facts.leader)
    at = draft.write("قائد")
    group = draft.name("group", facts.agent, meant=facts.agent)
    draft.state("relation", "leader_of", at, [("subject", leader), ("object", group)])
    draft.end()
    rival = draft.name("group", facts.rival, meant=facts.rival)
    at = draft.write("تسيطر على")
    town = _town(draft, facts)
    draft.state("relation", "controls", at, [("subject", rival), ("object", town)])
    draft.event("demand", [("agent", rival)], realis="actual")
    if chance.random() < 0.6:
        draft.event("deployment", [("agent", rival), ("place", town)])
    draft.state("identity", "same_as", at, [("subject", group), ("object", rival)],
                rules=("takes-up",))  # fmt: skip
    draft.end()


def _denial(draft: _Draft, facts: Facts) -> None:
    agent = draft.name("group", facts.agent, meant=facts.agent)
    draft.write("نفى")
    draft.event(
        facts.type, [("agent", agent)], polarity="negative", negates="agent",
        attribution=(Link("deny", agent.id),),
    )  # fmt: skip
    draft.end()


def _alias(draft: _Draft, facts: Facts, chance: random.Random) -> None:
    kunya = f"أبو {facts.leader.split()[chance.randint(0, 1)]}"
    one = draft.name("person", kunya)
    at = draft.write("واسمه")
    other = draft.name("person", facts.leader)
    draft.state("identity", "same_as", at, [("subject", one), ("object", other)],
                rules=("legal_name",))  # fmt: skip
    draft.end()
