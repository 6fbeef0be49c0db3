"""Tellings into the incidents that are there, and out of them: only what changes is made anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from riwaya.ledger.derive import labels, leaving, names, told
from riwaya.ledger.derive.incidents import replace_incidents
from riwaya.ledger.derive.looks import Looks
from riwaya.ledger.derive.meeting import Scores, scores
from riwaya.ledger.derive.rows import among, in_chunks
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.verdicts import verdicts_on
from riwaya.ledger.features import Features
from riwaya.ledger.grouping import Group, Pair, Verdicts, components
from riwaya.ledger.growing import Growing, Grown
from riwaya.ledger.likeness import likeness
from riwaya.ledger.schema import incidents, members, report_states

_MEMBERS = select(members.c.incident, members.c.telling, members.c.fit).where(
    members.c.incident.in_(select(members.c.incident).where(among(members.c.telling)))
)


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to tellings: those `fresh` have new words, those `tied` new ties in `pairs`.

    All that are fresh, tied or one with them by people's word are `moving`; `touched` are the
    components of those that are no more.
    """

    moving: Collection[str]
    fresh: Collection[str] = ()
    tied: Collection[str] = ()
    pairs: Collection[Pair] = ()
    touched: Collection[str] = ()
    judged: bool = True  # False while a rebuild does not look at what people judged yet


def grow(
    connection: Connection, change: Change, were: leaving.Were, looks: Looks, rules: Rules
) -> bool:  # fmt: skip
    """Groups tellings with those they are tied to, and anew whom they or those who left move.

    `were` has the moving ones that there were before, and those that are no more. False, and
    nothing done, where that needs the whole of their components: not all see the same.
    """
    said = leaving.said_of(connection, change.moving) if change.judged else {
        k: leaving.Said(frozenset({k})) for k in change.moving
    }  # fmt: skip
    pairs = {*change.pairs, *(tuple(sorted((k, o))) for k, s in said.items() for o in s.same - {k})}
    label = labels.labels_of(connection, {*said, *were, *(k for pair in pairs for k in pair)})
    whole = {*label.values(), *change.touched}
    if _is_restricted(connection, whole, change.moving):
        return False
    now = components(whole, {(label[a], label[b]) for a, b in pairs})
    around = _Around(connection, looks, change)
    tied = around.ties(list(said))
    unmoved = leaving.unmoved(were, looks.of(said), tied, said)
    remembered = scores(rules)
    grown = Growing(around, remembered.score, rules.enough).take_in(
        said.keys() - unmoved, leaving.left(were, unmoved), unmoved & {*change.fresh}
    )
    _write(connection, grown, now, label, looks, rules)
    labels.merge(connection, now, set(change.fresh))
    if were:
        apart = leaving.parted(were, tied, said)
        labels.part(connection, apart, {*change.touched, *label.values()}, change.judged)
    return True


def _write(
    connection: Connection, grown: Grown, now: dict[str, str], label: dict[str, str], looks: Looks,
    rules: Rules,
) -> None:  # fmt: skip
    stale = [n for n in grown.changed if n > 0]
    groups = [found for n in sorted(grown.changed) if (found := grown.groups[n])]
    firsts = {min(found) for found in groups}
    label = label | labels.labels_of(connection, firsts - label.keys())
    remembered = scores(rules)
    made = [
        (now.get(of := label[min(found)], of), _group(found, grown, remembered, rules))
        for found in sorted(groups, key=min)
    ]  # fmt: skip
    replace_incidents(connection, stale, made, looks, rules)


def _is_restricted(connection: Connection, whole: Collection[str], moving: Collection[str]) -> bool:
    """Whether some see more of some components than others do."""
    group = report_states.c.group
    restricted = connection.scalar(select(group).where(group.isnot(None)).limit(1))
    parted = connection.scalar(select(incidents.c.row).where(incidents.c.audience > "").limit(1))
    if restricted is None and parted is None:  # the last restriction may just have been lifted
        return False
    new = told.load(connection, moving)
    cards = told.cards_of(connection, {t.report for t in new.values()})
    if any(card.group for card in cards.values()):
        return True
    if any(names.restricted_joins(connection, names.joined_names(
        connection, told.handles_of(new.values())
    ))):  # fmt: skip
        return True
    for chunk in in_chunks(whole):
        of = select(incidents.c.row).where(
            incidents.c.component.in_(chunk), incidents.c.audience != ""
        )
        if connection.scalar(of.limit(1)) is not None:
            return True
    return False


class _Around:
    """What the ledger has of tellings and their groups."""

    def __init__(self, connection: Connection, looks: Looks, change: Change) -> None:
        self._connection = connection
        self._judged = change.judged
        self.looks = looks.of
        self._known: dict[str, set[str]] = {k: set() for k in change.tied}
        for one, other in change.pairs:
            for a, b in ((one, other), (other, one)):
                if a in self._known:
                    self._known[a].add(b)

    def ties(self, keys: Collection[str]) -> dict[str, set[str]]:
        """The tellings that each one is tied to."""
        found = {k: t for k in keys if (t := self._known.get(k)) is not None}
        return found | told.ties_of(self._connection, [k for k in keys if k not in found])

    def groups(self, keys: Collection[str]) -> dict[int, dict[str, float]]:
        """The groups that they are in: by number all members, each with its fit."""
        found: dict[int, dict[str, float]] = {}
        for chunk in in_chunks(keys):
            for number, key, fit in self._connection.execute(_MEMBERS, {"some": chunk}):
                found.setdefault(number, {})[key] = fit
        return found

    def verdicts(self, keys: Collection[str]) -> Verdicts:
        """What people decided of pairs of which one is among these."""
        return verdicts_on(self._connection, keys) if self._judged else Verdicts()


def _group(found: list[str], grown: Grown, remembered: Scores, rules: Rules) -> Group:
    """A group as `grouping.group` makes it, with why each one came to it."""
    made = Group()
    looks = [grown.looks[k] for k in found]
    for n, f in enumerate(looks):
        made.fits[f.key] = grown.fits[f.key]
        scored = [(remembered.score(f, o), o) for o in looks[:n]]
        best = max((s for s, _ in scored if s is not None), default=None)
        if best is not None:
            made.reasons[f.key] = max(_reasons(f, (o for s, o in scored if s == best), rules))
    made.members = sorted(found)
    return made


def _reasons(f: Features, others: Iterable[Features], rules: Rules) -> Iterable[tuple[str, ...]]:
    for o in others:
        one, two = (f, o) if f.key < o.key else (o, f)
        like = likeness(one, two, rules.types, rules.weights)
        assert like is not None
        yield like.reasons
