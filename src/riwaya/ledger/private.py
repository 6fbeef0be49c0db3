"""What leaves with no coarse export, and what is on record when read: names, restricted reports."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from riwaya.ledger.audiences import hidden_reports, seen_by
from riwaya.ledger.bodies import telling_of
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.nouns import Party
from riwaya.ledger.schema import incidents, members, report_states, reports, tellings

_LISTED = "actor:"  # how the handle of whom the tables list begins


@dataclass(slots=True)
class Private:
    """How the accounts of an incident call those in it who are in no table of actors."""

    persons: set[str] = field(default_factory=set)  # names and descriptions
    places: set[str] = field(default_factory=set)

    def add(self, party: Party) -> None:
        """Takes in how a claim calls someone; what the tables list is left out."""
        if not party.handle.startswith(_LISTED):
            into = {"person": self.persons, "place": self.places}.get(party.kind)
            if into is not None:
                into.update(filter(None, (party.name, party.called)))


def private_names(
    connection: Connection, ids: Collection[str], groups: Collection[str]
) -> dict[str, Private]:
    """The persons and places among those in some incidents, by the incident's id."""
    found = {id: Private() for id in ids}
    for chunk in in_chunks(found):
        of = (
            select(incidents.c.id, tellings.c.body)
            .join(members, members.c.incident == incidents.c.row)
            .join(tellings, tellings.c.key == members.c.telling)
            .where(incidents.c.id.in_(chunk), seen_by(connection, groups))
        )
        for id, body in connection.execute(of):
            for claim in telling_of(body).claims:
                for party in (*claim.agents, *claim.targets):
                    found[id].add(party)
    return found


def restricted(
    connection: Connection, names: Collection[str], groups: Collection[str]
) -> frozenset[str]:
    """Those of some reports that are restricted to a group, as far as a viewer sees them."""
    found: set[str] = set()
    for chunk in in_chunks(set(names)):
        of = (
            select(reports.c.name)
            .join(report_states, report_states.c.report_id == reports.c.id)
            .where(
                reports.c.name.in_(chunk), report_states.c.group.isnot(None),
                reports.c.id.not_in(hidden_reports(groups)),
            )
        )  # fmt: skip
        found |= set(connection.scalars(of))
    return frozenset(found)
