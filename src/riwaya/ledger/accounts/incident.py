"""An incident out of its tellings: accounts, standing, grade, and one line of what lists show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from riwaya.ledger.accounts import tolls
from riwaya.ledger.accounts.build import Setting, accounts, all_doers, done_to, is_named
from riwaya.ledger.accounts.grades import grade
from riwaya.ledger.accounts.identity import Joined, with_identity
from riwaya.ledger.accounts.standing import standings
from riwaya.ledger.claims import sharpness
from riwaya.ledger.nouns import Account, Claim, Incident, Party, ReportCard, Said, Telling, Where
from riwaya.ledger.types import IncidentTypes

Reasons = Mapping[str, tuple[str, ...]]
_Ends = tuple[int | None, int | None]


def incident(
    tellings: Sequence[Telling], cards: Mapping[int, ReportCard], given: Setting,
    reasons: Reasons, joined: Sequence[Joined] = (),
) -> Incident:  # fmt: skip
    """The incident that some tellings are about. The order of the tellings does not matter."""
    told = sorted(tellings, key=lambda t: t.key)
    where = _where(told)
    kind = _type(told, given.types)
    of_words = given.types[kind].klass == "word"
    given = replace(given, country=where.country if where else None, of_words=of_words)
    made = with_identity(accounts(told, cards, given), told, cards, given, joined)
    standing = standings(made)
    graded, why = grade(made, standing)
    earliest, latest = _days(told)
    claims = [c for t in told for c in t.claims if not c.rejected]
    return Incident(
        told[0].key, kind, graded != "not_happened", _title(kind, told, where, given), where,
        earliest, latest, _hull(made, "killed"), _hull(made, "wounded"),
        _shown(all_doers(told, cards, given)),
        _shown(p for c in claims if c.affirms for p in done_to(c, given)),
        standing, graded,
        dict(sorted(Counter(cards[t.report].name for t in told for _ in t.claims).items())),
        made, why, dict(sorted(reasons.items())),
        _handles(claims, given),
    )  # fmt: skip


def _handles(claims: Iterable[Claim], given: Setting) -> tuple[tuple[str, str], ...]:
    """Role and handle of everyone; whom words are about, where the incident is a deed, is found
    under it and is none of its victims."""
    found = set()
    for c in claims:
        target = "target" if done_to(c, given) else "addressed"
        for role, parties in (
            ("denier" if c.denies_agent else "agent", c.agents), (target, c.targets)
        ):  # fmt: skip
            found |= {(role, given.names.get(p.handle, p.handle)) for p in parties}
    return tuple(sorted(found))


def _where(told: Sequence[Telling]) -> Where | None:
    """The place that most tellings name, of the finest; a stated one before one beside."""
    votes: Counter[str] = Counter()
    best: dict[str, Where] = {}
    for t in told:
        if t.where is not None:
            name = t.where.id or t.where.key
            votes[name] += 1
            if name not in best or sharpness(t.where) < sharpness(best[name]):
                best[name] = t.where
    if not best:
        return None
    return min(best.values(), key=lambda p: (*_grain(p), -votes[p.id or p.key], p.key))


def _grain(p: Where) -> tuple[bool, bool]:
    off, _, fineness, _ = sharpness(p)
    return off, fineness > 1


def _type(told: Sequence[Telling], types: IncidentTypes) -> str:
    """The type that most tellings are led by; of equals the one of the higher rank."""
    votes = Counter(t.type for t in told)
    return min(votes, key=lambda t: (-votes[t] * types[t].rank, -types[t].rank, t))


def _days(told: Sequence[Telling]) -> tuple[date | None, date | None]:
    """The days of the most sharply dated tellings; without any, of their publication."""
    for dated in ("stated", "published"):
        spans = [(t.earliest, t.latest) for t in told if t.dated == dated]
        found = [(a, b) for a, b in spans if a and b]
        if not found:
            continue
        narrow = min((b - a).days for a, b in found)
        sharp = [(a, b) for a, b in found if (b - a).days <= max(narrow, 2)]
        return min(a for a, _ in sharp), max(b for _, b in sharp)
    return None, None


def _hull(made: Sequence[Account], field: str) -> _Ends | None:
    said = [s for a in made for s in a.fields.get(field, ())]
    counted = [s for s in said if not (s.vague and s.low == 1)]
    return tolls.hull((s.low, s.low if is_named(s) else s.high) for s in counted or said)


def _shown(parties: Iterable[Party]) -> tuple[str, ...]:
    """Names of parties, each once, those named most often first."""
    found = list(parties)
    votes = Counter(p.handle for p in found)
    named = {p.handle: p.called or p.name for p in reversed(found)}
    return tuple(named[h] for h in sorted(votes, key=lambda h: (-votes[h], h)))


def _title(kind: str, told: Sequence[Telling], where: Where | None, given: Setting) -> str:
    """The headline-like line of lists: the type, whom it was done to, where."""
    targets = _shown(
        p for t in told for c in t.claims if c.affirms for p in done_to(c, given)
        if p.form == "name" and p.kind != "place"
    )  # fmt: skip
    parts = [kind, targets[0] if targets else "", where.name if where else ""]
    return " · ".join(filter(None, parts))


__all__ = ["Said", "incident"]
