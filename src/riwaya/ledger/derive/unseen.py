"""Names that stand in restricted reports alone: who does not see these is told of none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, exists, literal, select, true, union_all

from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.schema import names, report_states

_MOST = 100  # handles in one command


def alone(
    connection: Connection, handles: Collection[str], groups: Collection[str] | None = None,
    without: Collection[int] = (),
) -> set[str]:  # fmt: skip
    """Those of some handles that no report names but restricted ones, or those restricted to some
    `groups`; none where nothing is restricted. Reports that it is `without` name nobody."""
    group = report_states.c.group
    kept = group.isnot(None) if groups is None else group.in_(list(groups))
    restricted = select(report_states.c.report_id).where(kept).limit(1)
    if not handles or connection.scalar(restricted) is None:
        return set()
    held = exists().where(report_states.c.report_id == names.c.report_id, kept)
    return set(handles) - _named(connection, handles, ~held, without)


@dataclass(frozen=True, slots=True)
class Standing:
    """The handles that some reports named before they changed, and those that stood `apart`: in
    restricted reports alone."""

    named: set[str]
    apart: set[str]

    @classmethod
    def before(cls, connection: Connection, reports: Collection[int]) -> Standing:
        """As it is until these reports, which are kept, change."""
        named = _named_in(connection, reports)
        return cls(named, alone(connection, named))

    def moved(self, connection: Connection, reports: Collection[int]) -> set[str]:
        """The handles known before that stand in restricted reports alone only now, or no more,
        for what these reports are by now."""
        now = _named_in(connection, reports)
        apart = alone(connection, now - self.named, without=reports)
        were = self.apart | _named(connection, apart, true(), reports)
        return were ^ (alone(connection, now | self.named) - (apart - were))


def _named(
    connection: Connection, handles: Collection[str], seen: ColumnElement[bool],
    without: Collection[int],
) -> set[str]:  # fmt: skip
    """Those that a report names which is `seen`; of each one row is looked for by the index,
    however many reports name it."""
    if without:
        seen = and_(seen, names.c.report_id.not_in(list(without)))
    left, found = sorted(handles), set()
    for n in range(0, len(left), _MOST):
        each = (
            select(literal(h)).where(exists().where(names.c.handle == h, seen))
            for h in left[n : n + _MOST]
        )
        found |= set(connection.scalars(union_all(*each)))
    return found


def _named_in(connection: Connection, reports: Collection[int]) -> set[str]:
    found: set[str] = set()
    for chunk in in_chunks(reports):
        of = select(names.c.handle).where(names.c.report_id.in_(chunk)).distinct()
        found |= set(connection.scalars(of))
    return found
