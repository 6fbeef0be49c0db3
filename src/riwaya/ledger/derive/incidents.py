"""The incidents of components: grouped, weighed, written; once for each audience that differs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from sqlalchemy import Connection, delete, insert, select

from riwaya.ledger.accounts.build import Setting
from riwaya.ledger.accounts.identity import Joined
from riwaya.ledger.accounts.incident import incident
from riwaya.ledger.bodies import INCIDENT
from riwaya.ledger.derive import names, states, told
from riwaya.ledger.derive.looks import Looks
from riwaya.ledger.derive.meeting import scores
from riwaya.ledger.derive.rows import add_rows, in_chunks
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.errors import LedgerError
from riwaya.ledger.features import features
from riwaya.ledger.grouping import Group, Pair, Verdicts, components, group, remembering
from riwaya.ledger.handles import bare_key
from riwaya.ledger.likeness import Likeness, likeness
from riwaya.ledger.nouns import Incident, ReportCard, Telling, Where
from riwaya.ledger.schema import incident_actors, incidents, members

_MOST_GROUPS = 6  # of restricted reports in one component, for which all audiences are made
_LATE = date.max


@dataclass(frozen=True, slots=True)
class _Known:
    """What the incidents of some components are made of."""

    by_key: Mapping[str, Telling]
    cards: Mapping[int, ReportCard]
    copies: Mapping[int, frozenset[int]]
    joined: Sequence[Joined]
    tied: Mapping[str, Collection[Pair]]  # by each key of a pair
    judged: Verdicts


def make_incidents(
    connection: Connection, stale: Collection[str], together: Mapping[str, Sequence[str]],
    tied: Collection[Pair], judged: Verdicts, rules: Rules,
) -> None:  # fmt: skip
    """Replaces the incidents of stale components by those of the components as they are now."""
    _forget(connection, stale)
    by_key = told.load(connection, [k for found in together.values() for k in found])
    reports = {t.report for t in by_key.values()}
    known = _Known(
        by_key, told.cards_of(connection, reports), states.copies_of(connection, reports),
        names.joins_of(connection, reports), _by_key(tied), judged,
    )  # fmt: skip
    called = names.joined_names(connection, told.handles_of(by_key.values()))
    stated = _stated_for_few(connection, called)
    for component, found in sorted(together.items()):
        for audience, hidden in _audiences(_groups_of(found, known, called, stated)):
            visible = [k for k in found if known.cards[by_key[k].report].group not in hidden]
            if not visible:
                continue
            seen = called
            if hidden:
                handles = told.handles_of(by_key[k] for k in visible)
                seen = names.joined_names(connection, handles, hidden)
            for g in _grouped(visible, known, seen, rules, whole=not hidden):
                _write(connection, g, component, audience, known, seen, rules)


def replace_incidents(
    connection: Connection, stale: Collection[int], made: Collection[tuple[str, Group]],
    looks: Looks, rules: Rules,
) -> None:  # fmt: skip
    """Replaces incidents, by their rows, by these groups, each with its component; all see them."""
    _forget_rows(connection, stale)
    by_key = told.load(connection, [k for _, g in made for k in g.members])
    reports = {t.report for t in by_key.values()}
    known = _Known(
        by_key, told.cards_of(connection, reports), looks.copies(reports),
        names.joins_of(connection, reports), {}, Verdicts(),
    )  # fmt: skip
    called = looks.called(told.handles_of(by_key.values()))
    for component, g in made:
        _write(connection, g, component, "", known, called, rules)


def _by_key(pairs: Collection[Pair]) -> dict[str, list[Pair]]:
    found: dict[str, list[Pair]] = {}
    for pair in pairs:
        for key in pair:
            found.setdefault(key, []).append(pair)
    return found


def _stated_for_few(connection: Connection, called: Mapping[str, str]) -> dict[str, set[str]]:
    """The groups to whom alone reports say of someone who he is, by the first of his handles."""
    found: dict[str, set[str]] = {}
    for one, _, held in names.restricted_joins(connection, called):
        found.setdefault(called[one], set()).add(held)
    return found


def _groups_of(
    found: Sequence[str], known: _Known, called: Mapping[str, str],
    stated: Mapping[str, Collection[str]],
) -> list[str]:  # fmt: skip
    """The groups that see more of a component than others do."""
    told_to = {known.cards[known.by_key[k].report].group for k in found}
    if stated:
        for handle in told.handles_of(known.by_key[k] for k in found):
            told_to.update(stated.get(called[handle], ()))
    return sorted(g for g in told_to if g is not None)


def _forget(connection: Connection, stale: Collection[str]) -> None:
    for chunk in in_chunks(sorted(stale)):
        rows = list(
            connection.scalars(select(incidents.c.row).where(incidents.c.component.in_(chunk)))
        )
        _forget_rows(connection, rows)


def _forget_rows(connection: Connection, rows: Collection[int]) -> None:
    for some in in_chunks(rows):
        connection.execute(delete(members).where(members.c.incident.in_(some)))
        connection.execute(delete(incident_actors).where(incident_actors.c.incident.in_(some)))
        connection.execute(delete(incidents).where(incidents.c.row.in_(some)))


def _audiences(groups: Sequence[str]) -> Iterable[tuple[str, frozenset[str]]]:
    """Who sees alike: `''` all; else `+a-b` who is of a and not of b; with the groups hidden."""
    if len(groups) > _MOST_GROUPS:
        raise LedgerError(
            f"reports restricted to more than {_MOST_GROUPS} groups tell of one happening "
            f"({', '.join(groups)}). Restrict them to fewer, larger groups."
        )
    for size in range(len(groups) + 1):
        for held in combinations(groups, size):
            audience = "".join(f"{'+' if g in held else '-'}{g}\n" for g in groups)
            yield audience, frozenset(groups) - set(held)


def _grouped(
    keys: Sequence[str], known: _Known, called: Mapping[str, str], rules: Rules, *, whole: bool
) -> Iterable[Group]:
    """The incidents among the tellings that an audience sees; hidden ones tie nothing together.

    `whole` where it sees all, so that ties are what they were found to be.
    """
    looks = {
        k: features(t, called, known.copies.get(t.report, frozenset()))
        for k in keys for t in [known.by_key[k]]
    }  # fmt: skip
    near = {pair for k in looks for pair in known.tied.get(k, ())}
    pairs = {(a, b) for a, b in near if a in looks and b in looks}
    if not whole:
        meet, said = scores(rules).meet, known.judged.same
        pairs = {(a, b) for a, b in pairs if (a, b) in said or meet(looks[a], looks[b]) is not None}

    def judge(a: str, b: str) -> Likeness | None:
        return likeness(looks[a], looks[b], rules.types, rules.weights)

    ask = remembering({}, judge)
    near_of: dict[str, set[str]] = {}
    for a, b in pairs:
        near_of.setdefault(a, set()).add(b)
        near_of.setdefault(b, set()).add(a)
    tied: dict[str, list[str]] = {}
    for key, component in components(looks, pairs).items():
        tied.setdefault(component, []).append(key)
    for found in tied.values():
        yield from group([looks[k] for k in found], ask, rules.enough, known.judged, near_of)


def _write(
    connection: Connection, g: Group, component: str, audience: str, known: _Known,
    called: Mapping[str, str], rules: Rules,
) -> None:  # fmt: skip
    tellings = [known.by_key[k] for k in g.members]
    told_in, cards, joined = _renumbered(tellings, _cards_of(tellings, known), known.joined)
    setting = Setting(rules.voices, called, None, rules.types, rules.people)
    made = incident(told_in, cards, setting, g.reasons, joined)
    row = {"component": component, "audience": audience, **_columns(made)}
    number = connection.execute(insert(incidents).returning(incidents.c.row), row).scalar_one()
    add_rows(connection, members, [
        {"telling": t.key, "incident": number, "report_id": t.report, "said": len(t.claims),
         "fit": g.fits[t.key]}
        for t in tellings
    ])  # fmt: skip
    add_rows(connection, incident_actors, [
        {"incident": number, "handle": handle, "role": role} for role, handle in made.handles
    ])  # fmt: skip


def _renumbered(
    tellings: Sequence[Telling], cards: Mapping[int, ReportCard], joined: Sequence[Joined]
) -> tuple[list[Telling], dict[int, ReportCard], list[Joined]]:
    """The same under numbers in the order of the reports' names: those of the database hang on
    which came first, and nothing of an incident may."""
    order = {n: rank for rank, n in enumerate(sorted(cards, key=lambda n: cards[n].name), 1)}
    return (
        [replace(t, report=order[t.report]) for t in tellings],
        {
            order[n]: replace(c, id=order[n], copy_of=order[c.copy_of] if c.copy_of else None)
            for n, c in cards.items()
        },
        [replace(j, report=order[j.report]) for j in joined if j.report in order],
    )


def _cards_of(tellings: Collection[Telling], known: _Known) -> dict[int, ReportCard]:
    """The cards of an incident's reports, each near copy with the earliest that it is one with.

    Copies that are no part of the incident, or hidden, do not count.
    """
    cards = {t.report: known.cards[t.report] for t in tellings}
    first: dict[int, int] = {}
    for number in sorted(cards, key=lambda n: (cards[n].published or _LATE, cards[n].name)):
        ask = [number]
        while ask:
            one = ask.pop()
            if one not in first:
                first[one] = number
                ask += [o for o in known.copies.get(one, ()) if o in cards]
    return {
        n: replace(card, copy_of=None if first[n] == n else first[n]) for n, card in cards.items()
    }  # fmt: skip


def _place_words(where: Where | None) -> str:
    """The names of a place, of its district and of its area, each word between blanks."""
    if where is None:
        return ""
    return " ".join(["", *(
        bare_key(n) + " |" for n in (where.name, where.district, where.admin) if n
    )])  # fmt: skip


def _columns(made: Incident) -> dict[str, object]:
    """What lists show and filters look at."""
    where = made.where
    killed, wounded = made.killed or (None, None), made.wounded or (None, None)
    contested = [f for f, s in made.standing.items() if s.standing == "contested"]
    return {
        "id": made.id, "type": made.type, "happened": int(made.happened), "title": made.title,
        "place": where.name if where else None, "place_words": _place_words(where),
        "latitude": where.latitude if where else None,
        "longitude": where.longitude if where else None,
        "precision": where.precision if where else None,
        "country": where.country if where else None,
        "earliest": made.earliest, "latest": made.latest,
        "killed_low": killed[0], "killed_high": killed[1],
        "wounded_low": wounded[0], "wounded_high": wounded[1],
        "grade": made.grade, "contested": f",{','.join(contested)}," if contested else "",
        "reports": len(made.reports), "body": INCIDENT.dump_json(made).decode(),
    }  # fmt: skip
