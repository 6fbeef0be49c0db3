"""One incident as exports have it: all that is known, or coarse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from typing import Any

from riwaya.ledger import Ledger
from riwaya.ledger.filters import Filter
from riwaya.ledger.nouns import Incident
from riwaya.views.ledger.record import incident_record
from riwaya.views.web.exports.coarse import coarse_record

_AT_ONCE = 100  # incidents whose persons are asked for together
Record = dict[str, Any]


def records(ledger: Ledger, wanted: Filter, coarse: bool) -> Iterator[tuple[Incident, Record]]:
    """Each incident of a selection with what an export says of it, the latest first."""
    each = (line.incident for line in ledger.each_incident(wanted))
    if not coarse:
        yield from ((i, whole(i)) for i in each)
        return
    for some in _in_chunks(each):
        private = ledger.private_names([i.id for i in some])
        yield from ((i, coarse_record(heading_record(i), i, private[i.id])) for i in some)


def whole(i: Incident) -> Record:
    """An incident with its accounts, the reasons for its grade and for what its reports are in."""
    return {**without_accounts(i), "accounts": [asdict(a) for a in i.accounts]}


def without_accounts(i: Incident) -> Record:
    """The same without the accounts."""
    return {
        **heading_record(i),
        "grade_why": i.grade_why,
        "standing_why": {field: s.why for field, s in i.standing.items()},
        "reasons": {telling: list(why) for telling, why in i.reasons.items()},
        "parties": [{"role": role, "handle": handle} for role, handle in i.handles],
    }


def heading_record(i: Incident) -> Record:
    """What lists give of an incident; its place with the areas that it is in."""
    made = {**incident_record(i), "happened": i.happened}
    if i.where is not None:
        within = {"district": i.where.district, "admin": i.where.admin, "country": i.where.country}
        made["place"] = {**made["place"], **within}
    return made


def _in_chunks(each: Iterable[Incident]) -> Iterator[list[Incident]]:
    left = iter(each)
    while some := list(islice(left, _AT_ONCE)):
        yield some
