"""New tellings into the incidents that are there: only what they change is made anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select, update

from riwaya.ledger.derive import names, told
from riwaya.ledger.derive.incidents import replace_incidents
from riwaya.ledger.derive.looks import Looks
from riwaya.ledger.derive.meeting import Scores, scores
from riwaya.ledger.derive.rows import among, in_chunks, is_judged
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.verdicts import holders
from riwaya.ledger.features import Features
from riwaya.ledger.grouping import Group, Pair, components, sharpness
from riwaya.ledger.growing import Growing, Grown
from riwaya.ledger.likeness import likeness
from riwaya.ledger.schema import incidents, judgements, members, report_states, tellings, ties

_BEHIND = select(ties.c.one, ties.c.other).where(among(ties.c.one))
_BEFORE = select(ties.c.one, ties.c.other).where(among(ties.c.other))
_MEMBERS = select(members.c.incident, members.c.telling, members.c.fit).where(
    members.c.incident.in_(select(members.c.incident).where(among(members.c.telling)))
)


def grow(
    connection: Connection, fresh: Collection[str], pairs: Collection[Pair], looks: Looks,
    rules: Rules,
) -> bool:  # fmt: skip
    """Groups new tellings with those they are tied to. False, and nothing done, where that needs
    the whole of their components: where people judged of them, or not all may see them."""
    known = _components_of(connection, {k for pair in pairs for k in pair})
    label = {k: known.get(k, k) for k in {*known, *fresh}}
    whole = set(label.values())
    if _is_judged(connection, whole) or _is_restricted(connection, whole, fresh):
        return False
    now = components(whole, {(label[a], label[b]) for a, b in pairs})
    remembered = scores(rules)
    around = _Around(connection, looks, fresh, pairs)
    grown = Growing(around, remembered.score, rules.enough).take_in(fresh)
    stale = [n for n in grown.changed if n > 0]
    groups = [sorted(found) for n in sorted(grown.changed) if (found := grown.groups[n])]
    label |= _components_of(connection, {g[0] for g in groups} - label.keys())
    of = {g[0]: now.get(label[g[0]], label[g[0]]) for g in groups}
    made = [(of[g[0]], _group(g, grown, remembered, rules)) for g in groups]
    replace_incidents(connection, stale, made, looks, rules)
    _label(connection, now, fresh)
    return True


def _components_of(connection: Connection, keys: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for chunk in in_chunks(keys):
        of = select(tellings.c.key, tellings.c.component).where(tellings.c.key.in_(chunk))
        found |= {key: component for key, component in connection.execute(of)}
    return found


def _is_judged(connection: Connection, whole: Collection[str]) -> bool:
    """Whether people decided of any telling in some components whose incident it is of."""
    if not is_judged(connection):
        return False
    rows = connection.execute(
        select(judgements.c.one, judgements.c.other).where(judgements.c.about == "incident")
    ).all()
    keys = set(holders(connection, {key for row in rows for key in row if key}).values())
    return bool(keys) and not set(_components_of(connection, keys).values()).isdisjoint(whole)


def _is_restricted(connection: Connection, whole: Collection[str], fresh: Collection[str]) -> bool:
    """Whether some see more of some components than others do."""
    group = report_states.c.group
    if connection.scalar(select(group).where(group.isnot(None)).limit(1)) is None:
        return False
    new = told.load(connection, fresh)
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

    def __init__(
        self, connection: Connection, looks: Looks, fresh: Collection[str],
        pairs: Collection[Pair],
    ) -> None:  # fmt: skip
        self._connection = connection
        self.looks = looks.of
        self._known: dict[str, set[str]] = {k: set() for k in fresh}
        for one, other in pairs:
            for a, b in ((one, other), (other, one)):
                if a in self._known:
                    self._known[a].add(b)

    def ties(self, keys: Collection[str]) -> dict[str, set[str]]:
        """The tellings that each one is tied to."""
        found: dict[str, set[str]] = {k: self._known.get(k, set()) for k in keys}
        for chunk in in_chunks([k for k in keys if k not in self._known]):
            found |= {k: set() for k in chunk}
            for of, ours in ((_BEHIND, 0), (_BEFORE, 1)):
                for pair in self._connection.execute(of, {"some": chunk}):
                    found[pair[ours]].add(pair[1 - ours])
        return found

    def groups(self, keys: Collection[str]) -> dict[int, dict[str, float]]:
        """The groups that they are in: by number all members, each with its fit."""
        found: dict[int, dict[str, float]] = {}
        for chunk in in_chunks(keys):
            for number, key, fit in self._connection.execute(_MEMBERS, {"some": chunk}):
                found.setdefault(number, {})[key] = fit
        return found


def _group(found: Collection[str], grown: Grown, remembered: Scores, rules: Rules) -> Group:
    """A group as `grouping.group` makes it, with why each one came to it."""
    made = Group()
    looks = sorted((grown.looks[k] for k in found), key=sharpness)
    for n, f in enumerate(looks):
        made.fits[f.key] = grown.fits[f.key]
        scored = [(remembered.score(f, o), o) for o in looks[:n]]
        best = max((s for s, _ in scored if s is not None), default=None)
        if best is not None:
            made.reasons[f.key] = max(_reasons(f, (o for s, o in scored if s == best), rules))
    made.members = list(found)
    return made


def _reasons(f: Features, others: Iterable[Features], rules: Rules) -> Iterable[tuple[str, ...]]:
    for o in others:
        one, two = (f, o) if f.key < o.key else (o, f)
        like = likeness(one, two, rules.types, rules.weights)
        assert like is not None
        yield like.reasons


def _label(connection: Connection, now: dict[str, str], fresh: Collection[str]) -> None:
    """Names components that came together by their first key."""
    moved: dict[str, list[str]] = {}
    for before, component in now.items():
        if before != component:
            moved.setdefault(component, []).append(before)
    for component, all_before in moved.items():
        there = [c for c in all_before if c not in fresh]
        for table, labels in ((tellings, all_before), (incidents, there)):
            for chunk in in_chunks(labels):
                connection.execute(
                    update(table).where(table.c.component.in_(chunk)).values(component=component)
                )
