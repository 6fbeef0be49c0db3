"""Brings what is derived up to date with what is kept, for some reports or for all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, delete, select, text

from riwaya.ledger import keeping
from riwaya.ledger.derive import labels, leaving, names, states, told, unseen, verdicts
from riwaya.ledger.derive.grow import Change, grow
from riwaya.ledger.derive.incidents import make_incidents
from riwaya.ledger.derive.looks import Looks
from riwaya.ledger.derive.meeting import scores
from riwaya.ledger.derive.rows import add_rows, among, in_chunks
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.features import Features, sought
from riwaya.ledger.grouping import Pair, Verdicts, components
from riwaya.ledger.schema import DERIVED, blocks, reports, ties
from riwaya.ledger.search import index

_AT_ONCE = 500  # reports of a rebuild that are settled together
_STANDING = select(blocks.c.telling).where(among(blocks.c.block)).distinct()
_COUNTED = (0, 1, 10)  # runs of a rebuild before which tables are counted
_FEW = 8  # tellings whose candidates are looked up one by one


def settle(
    connection: Connection, ids: Collection[int], rules: Rules, *, new: bool = False
) -> None:  # fmt: skip
    """Derives anew what follows from these reports, and from nothing else.

    The result is that of `rebuild`, whichever reports came first. Of `new` ones nothing is
    derived yet.
    """
    whole = states.with_versions(connection, ids)
    old = whole - set(ids) if new else whole
    were = leaving.of_reports(connection, old)
    called = names.joined_by(connection, old)
    hidden = states.any_restricted(connection, old)
    standing = unseen.Standing.before(connection, old)
    names.forget(connection, old)
    touched = told.forget(connection, old)
    states.forget(connection, old)
    counting = states.refresh(connection, whole)
    fresh, joined = told.keep(connection, counting, rules)
    told.show(connection, fresh, rules)
    if hidden or (old and states.any_restricted(connection, whole)):
        renamed = set(names.joined_names(connection, {*called, *joined}))
    else:
        renamed = names.renamed_since(connection, called, joined, whole)
    renamed |= names.of_many(connection, standing.moved(connection, whole))
    _settle(connection, were, touched, set(fresh), renamed, rules)


def rename(connection: Connection, handles: Collection[str], rules: Rules) -> None:
    """Derives anew what hangs on names that were joined or parted."""
    _settle(connection, {}, set(), set(), set(names.joined_names(connection, handles)), rules)


def resettle(
    connection: Connection, ids: Collection[int], were: leaving.Were, touched: set[str],
    handles: set[str], rules: Rules,
) -> None:  # fmt: skip
    """Derives anew after a report was taken out, whose tellings `were`: what it touched, and its
    other versions."""
    renamed = set(names.joined_names(connection, handles)) if handles else set()
    _settle(connection, were, touched, set(), renamed, rules)
    settle(connection, ids, rules)


def _settle(
    connection: Connection, were: leaving.Were, touched: set[str], fresh: set[str],
    handles: set[str], rules: Rules, *, judged: bool = True,
) -> None:  # fmt: skip
    """Ties tellings that are fresh, or of people of these handles, and groups whom that moves."""
    renamed = _renamed(connection, handles) - fresh
    told_of = {*fresh, *renamed, *were}
    moving = _there(connection, leaving.said_of(connection, told_of)) if judged else fresh | renamed
    mates = moving - told_of
    were = {
        **{k: w for k, w in leaving.of_tellings(connection, mates).items() if k in mates},
        **leaving.renamed(connection, renamed - were.keys()), **were,
    }  # fmt: skip
    told.untie(connection, renamed)
    looks = Looks(connection)
    pairs = _tie(connection, fresh | renamed, looks, rules)
    change = Change(moving, fresh, fresh | renamed, pairs, touched, judged)
    if not grow(connection, change, were, looks, rules):
        found = {key for pair in pairs for key in pair}
        _regroup(connection, touched, moving | found, rules, judged=judged)


def regroup(
    connection: Connection, keys: Collection[str], rules: Rules, *, at_last: bool = False
) -> None:  # fmt: skip
    """Groups tellings anew, for what people decided of them; see `leaving.judged`."""
    were = leaving.judged(connection, keys, at_last=at_last)
    if not grow(connection, Change(set(were)), were, Looks(connection), rules):
        _regroup(connection, set(), set(were), rules)


def _make_found(connection: Connection, numbers: Collection[int]) -> None:
    r = reports.c
    words = select(r.id, r.outlet, r.text, r.published).where(r.id.in_(list(numbers)))
    for row in connection.execute(words).all():
        keeping.make_found(connection, row.id, row.outlet, row.text, row.published)


def rebuild(connection: Connection, rules: Rules) -> None:
    """Derives everything anew from what is kept, and has searches find it by today's stems."""
    for table in reversed(DERIVED):
        connection.execute(delete(table))
    index.clear(connection)
    made: list[list[str]] = []
    for chunk in _runs(list(connection.scalars(select(reports.c.id).order_by(reports.c.id)))):
        keys, _ = told.keep(connection, states.refresh(connection, chunk), rules)
        made.append(keys)
        _make_found(connection, chunk)
    for number, keys in enumerate(made):  # now all names are joined
        if number in _COUNTED:
            _count(connection)
        told.show(connection, keys, rules)
        _settle(connection, {}, set(), set(keys), set(), rules, judged=False)
    regroup(connection, set(verdicts.judged(connection).values()), rules, at_last=True)
    _count(connection)
    index.tidy(connection)


def _count(connection: Connection) -> None:
    """Lets PostgreSQL know how much there is; it would read whole tables for want of knowing."""
    if connection.dialect.name == "postgresql":
        for table in DERIVED:
            connection.execute(text(f"ANALYZE {table.name}"))


def _runs(ids: list[int]) -> Iterable[list[int]]:
    return (ids[n : n + _AT_ONCE] for n in range(0, len(ids), _AT_ONCE))


def _renamed(connection: Connection, handles: Collection[str]) -> set[str]:
    """Tellings of people whose names are joined, or joined no more: they look like others now."""
    found: set[str] = set()
    for chunk in in_chunks([told.called(h) for h in handles]):
        found |= set(connection.scalars(select(blocks.c.telling).where(blocks.c.block.in_(chunk))))
    return found


def _tie(
    connection: Connection, keys: Collection[str], looks: Looks, rules: Rules
) -> set[Pair]:  # fmt: skip
    """Ties tellings with all that they may be one with; gives the pairs."""
    ours = looks.of(keys)
    near = _candidates(connection, ours, looks, rules)
    theirs = looks.of({*ours, *(o for found in near.values() for o in found)})
    meet = scores(rules).meet
    found: dict[Pair, float] = {}
    for key, candidates in near.items():
        for other in candidates:
            pair = (key, other) if key < other else (other, key)
            if key != other and pair not in found:
                score = meet(theirs[key], theirs[other])
                if score is not None:
                    found[pair] = score
    add_rows(connection, ties, [
        {"one": one, "other": other, "score": score} for (one, other), score in found.items()
    ])  # fmt: skip
    return set(found)


def _candidates(
    connection: Connection, ours: Mapping[str, Features], looks: Looks, rules: Rules
) -> dict[str, set[str]]:
    """Those whom tellings seek, by the telling."""
    wanted: dict[str, set[str]] = {}
    for key, f in ours.items():
        joined = looks.one_with(f.victims)
        wanted[key] = sought(f, rules.types) | {f"who|{h}" for h in joined}
    if len(ours) <= _FEW:
        return {key: _standing(connection, under) for key, under in wanted.items()}
    there: dict[str, list[str]] = {}
    for chunk in in_chunks(sorted({block for under in wanted.values() for block in under})):
        of = select(blocks.c.block, blocks.c.telling).where(blocks.c.block.in_(chunk))
        for block, telling in connection.execute(of):
            there.setdefault(block, []).append(telling)
    return {
        key: {t for block in under for t in there.get(block, ())} for key, under in wanted.items()
    }


def _standing(connection: Connection, under: Collection[str]) -> set[str]:
    found: set[str] = set()
    for chunk in in_chunks(sorted(under)):
        found |= set(connection.scalars(_STANDING, {"some": chunk}))
    return found


def _regroup(
    connection: Connection, touched: set[str], keys: set[str], rules: Rules, *, judged: bool = True
) -> None:  # fmt: skip
    """Finds the components of tellings anew, and the incidents of each."""
    whole = touched | set(labels.labels_of(connection, keys).values())
    members = labels.members_of(connection, whole)
    said = verdicts.verdicts_on(connection, members) if judged else Verdicts()
    outside = {k for pair in said.same for k in pair} - set(members)
    if outside:
        whole |= set(labels.labels_of(connection, outside).values())
        members = labels.members_of(connection, whole)
        said = verdicts.verdicts_on(connection, members)
    pairs = labels.ties_among(connection, members.keys()) | set(said.same)
    fresh = components(members, pairs)
    labels.rename(connection, members, fresh)
    together: dict[str, list[str]] = {}
    for key, component in fresh.items():
        together.setdefault(component, []).append(key)
    make_incidents(connection, whole | set(together), together, pairs, said, rules)


def _there(connection: Connection, keys: Collection[str]) -> set[str]:
    """Those of some tellings that there are."""
    return set(labels.labels_of(connection, keys))
