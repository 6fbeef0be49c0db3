"""The ledger: what many reports say, kept in one database.

with Ledger("war.ledger") as ledger:
    lines = ledger.incidents(Filter(place="جاسم"))
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import copy
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from riwaya.ledger import (
    adding,
    between,
    compared,
    facets,
    kept,
    naming,
    network,
    own_outlets,
    private,
    queries,
    rereading,
    restricting,
    ruling,
    visits,
    who,
)
from riwaya.ledger.adding import Added, ReadAll, RestrictTo
from riwaya.ledger.between import Between
from riwaya.ledger.calling import Name
from riwaya.ledger.compared import Comparison
from riwaya.ledger.database import engine_of, reading, shown, writing
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.settle import rebuild
from riwaya.ledger.facets import Facets, Point
from riwaya.ledger.filters import Filter
from riwaya.ledger.kept import Kept
from riwaya.ledger.naming import Calls
from riwaya.ledger.network import Network
from riwaya.ledger.nouns import Heading, Incident
from riwaya.ledger.outlets import Outlets
from riwaya.ledger.own_outlets import Put
from riwaya.ledger.queries import Found, Line, Told
from riwaya.ledger.rereading import Reread
from riwaya.ledger.restricting import Purged
from riwaya.ledger.review import around, one, said
from riwaya.ledger.review.around import Near
from riwaya.ledger.review.described import Described, described
from riwaya.ledger.review.items import Item, Side, StatementItem
from riwaya.ledger.review.preview import Preview, preview
from riwaya.ledger.review.queue import Kind, queue
from riwaya.ledger.review.stands import Stands, stands
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.team.jobs import Jobs
from riwaya.ledger.visits import Validators, Visit
from riwaya.ledger.who import Person
from riwaya.lexicons import load
from riwaya.model import Arrival, Problem, Row

if TYPE_CHECKING:
    from riwaya.ledger.team.team import Team


class Ledger:
    """A ledger at a path (SQLite) or a PostgreSQL URL.

    `groups` are those whose restricted reports are seen; what follows from others is not.
    `lexicons` are folders of the user's own tables. Raises LedgerError, with a message for users.
    """

    def __init__(
        self, location: str | Path, *, create: bool = False, groups: Collection[str] = (),
        lexicons: tuple[Path, ...] = (),
    ) -> None:  # fmt: skip
        self.location = shown(str(location))
        self.groups = frozenset(groups)
        self._lexicons = lexicons
        self._ready: dict[str, tuple[list[Row], Rules]] = {}  # shared by all views of the ledger
        self._engine = engine_of(location, create=create)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.close()

    def viewed_by(self, groups: Collection[str]) -> Ledger:
        """The same ledger, open once, as who is of these groups sees it."""
        seen = copy(self)
        seen.groups = frozenset(groups)
        return seen

    @cached_property
    def team(self) -> Team:
        """Those who work on the ledger."""
        from riwaya.ledger.team.team import Team  # what it takes is for those who log in

        return Team(self._engine)

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    @property
    def jobs(self) -> Jobs:
        """What is to be read in the background."""
        return Jobs(self._engine)

    @property
    def _rules(self) -> Rules:
        """The tables, made ready; anew where another program changed the ledger's outlets."""
        with reading(self._engine) as connection:
            rows = own_outlets.own_outlets(connection)
            kept = self._ready.get("rules")
            if kept is None or kept[0] != rows:
                tables = load(*self._lexicons)
                kept = (rows, Rules.of(tables, connection, self._lexicons))
                self._ready["rules"] = kept
            return kept[1]

    def add(
        self, arrivals: Iterable[Arrival | Problem], read_all: ReadAll, *,
        restrict_to: RestrictTo | None = None,
    ) -> Iterator[Added | Problem]:  # fmt: skip
        """Adds reports, each with all that follows from it, or not at all; one result for each.

        What is new is seen by the group of `restrict_to` alone, from its first moment on.
        """
        return adding.add(self._engine, arrivals, read_all, self._rules, restrict_to)

    def rebuild(self) -> None:
        """Derives everything anew from what is kept; the result is the same."""
        with writing(self._engine) as connection:
            rebuild(connection, Rules.of(load(*self._lexicons), connection))

    def incidents(self, wanted: Filter | None = None) -> list[Line]:
        """The incidents that a filter lets through, the latest first."""
        with reading(self._engine) as connection:
            return queries.incidents(connection, wanted or Filter(), self.groups)

    def each_incident(self, wanted: Filter | None = None) -> Iterator[Line]:
        """The same one by one, for lists of any length."""
        with reading(self._engine) as connection:
            yield from queries.each_incident(connection, wanted or Filter(limit=None), self.groups)

    def headings(self, wanted: Filter | None = None) -> list[Heading]:
        """The same incidents without their accounts, as a page of a list shows them."""
        with reading(self._engine) as connection:
            return queries.headings(connection, wanted or Filter(), self.groups)

    def count(self, wanted: Filter | None = None) -> int:
        """How many incidents a filter lets through."""
        with reading(self._engine) as connection:
            return queries.count(connection, wanted or Filter(), self.groups)

    def incident(self, id: str) -> Incident:
        """An incident by its id, or by one that it had before. Raises NotFound."""
        with reading(self._engine) as connection:
            return queries.incident(connection, id, self.groups)

    def facets(self, wanted: Filter | None = None) -> Facets:
        """How many incidents of each kind a filter lets through."""
        with reading(self._engine) as connection:
            return facets.facets(connection, wanted or Filter(), self.groups)

    def points(self, wanted: Filter | None = None, *, most: int = 2000) -> Sequence[Point]:
        """The incidents of a filter that a map can show, the latest first."""
        with reading(self._engine) as connection:
            return facets.points(connection, wanted or Filter(), self.groups, most)

    def report(self, name: str) -> Kept:
        """A report with its latest reading, by its id. Raises NotFound."""
        with reading(self._engine) as connection:
            return kept.kept(connection, name, self.groups)

    def titles(self, names: Collection[str]) -> dict[str, kept.Titled]:
        """What some reports are called, by their ids; those not seen are left out."""
        with reading(self._engine) as connection:
            return kept.titles(connection, names, self.groups)

    def restricted(self, names: Collection[str]) -> frozenset[str]:
        """Those of some reports that are restricted to a group, by their ids."""
        with reading(self._engine) as connection:
            return private.restricted(connection, names, self.groups)

    def private_names(self, ids: Collection[str]) -> dict[str, private.Private]:
        """By incident, how the persons and places in it are called that no table lists."""
        with reading(self._engine) as connection:
            return private.private_names(connection, ids, self.groups)

    def most_told(self) -> str:
        """The id of the incident that most reports tell of. Raises NotFound where none is."""
        with reading(self._engine) as connection:
            return queries.most_told(connection, self.groups)

    def between(self, found: Incident) -> Between:
        """The relations of those in an incident, its causes and effects, as its reports say."""
        with reading(self._engine) as connection:
            return between.between(connection, found, self.groups, self._rules)

    def tellings_of(self, id: str) -> dict[str, str]:
        """The report of each telling of an incident, by the telling's key."""
        with reading(self._engine) as connection:
            return queries.tellings_of(connection, id, self.groups)

    def statement_keys(self, names: Collection[str]) -> dict[tuple[str, str], str]:
        """What `judge` takes for a statement, by its report and its id in the reading."""
        with reading(self._engine) as connection:
            return queries.statement_keys(connection, names, self.groups)

    def addresses_known(self, urls: Iterable[str]) -> set[str]:
        """Those of some addresses that a report has which this viewer sees."""
        with reading(self._engine) as connection:
            return visits.known(connection, urls, self.groups)

    def validators(self, url: str) -> Validators | None:
        """ETag and Last-Modified to ask a site with, where all of it is in the ledger."""
        with reading(self._engine) as connection:
            return visits.validators(connection, url, self.groups)

    def visited(self, visit: Visit) -> None:
        """Keeps where an address led and what its site said of its state."""
        with writing(self._engine) as connection:
            visits.keep_visit(connection, visit)

    def search(self, query: str, *, limit: int = 50, offset: int = 0) -> list[Found]:
        """The reports in which the words stand, in any form, the newest first."""
        with reading(self._engine) as connection:
            return queries.search(connection, query, self.groups, limit, offset)

    def who(self, name: str) -> list[Person]:
        """The people and groups of that name: names, relations, incidents, contested identity."""
        with reading(self._engine) as connection:
            return who.who(connection, name, self.groups, self._rules)

    def actor(self, handle: str) -> Person:
        """Whom a handle means. Raises NotFound."""
        with reading(self._engine) as connection:
            return who.of_handle(connection, handle, self.groups, self._rules)

    def named(self, name: str, *, most: int = 50) -> list[tuple[Name, ...]]:
        """All names of each person or group that `who` finds, without the rest: for lists."""
        with reading(self._engine) as connection:
            return who.named(connection, name, self.groups, most)

    def calls(self, handle: str) -> Calls:
        """What reports call whom a handle means, by kind, with their words."""
        with reading(self._engine) as connection:
            return naming.calls(connection, handle, self.groups, self._rules)

    def name_history(self, handle: str) -> list[Judgement]:
        """People's judgements on whether whom a handle means is another, in their order."""
        with reading(self._engine) as connection:
            return naming.history(connection, handle, self.groups)

    def network(self, wanted: Filter | None = None, *, most: int = 150) -> Network:
        """Deeds, relations and causes of a filter's latest incidents, as a graph."""
        with reading(self._engine) as connection:
            return network.network(connection, wanted or Filter(), self.groups, self._rules, most)

    def compared(self, wanted: Filter | None = None, *, most: int = 300) -> Comparison:
        """Which outlet tells what of a filter's latest incidents."""
        with reading(self._engine) as connection:
            return compared.compared(connection, wanted or Filter(), self.groups, most)

    def actors(self, most: int = 100) -> list[Name]:
        """Those whom most incidents are about; `reports` counts incidents."""
        with reading(self._engine) as connection:
            return who.most_told(connection, self.groups, most)

    def state(self) -> tuple[int, ...]:
        """Other numbers whenever something was added, judged, restricted or purged."""
        with reading(self._engine) as connection:
            return queries.state(connection)

    def stats(self) -> dict[str, int]:
        """How many reports, statements, incidents and so on the ledger shows."""
        with reading(self._engine) as connection:
            return queries.stats(connection, self.groups)

    @property
    def event_types(self) -> Sequence[str]:
        """The types that a statement of an event may have."""
        return tuple(self._rules.types.rows)

    @property
    def outlets(self) -> Outlets:
        """All outlets: those of the tables and the ledger's own, which win."""
        return self._rules.voices.outlets

    def outlets_told(self) -> list[Told]:
        """The outlets that reports name, those of most reports first."""
        with reading(self._engine) as connection:
            return queries.outlets_told(connection, self.groups)

    def own_outlets(self) -> list[Row]:
        """The rows of the ledger's own table of outlets."""
        with reading(self._engine) as connection:
            return own_outlets.own_outlets(connection)

    def put_outlets(self, rows: Sequence[Row]) -> Put:
        """Adds or replaces outlets of the ledger's own and derives everything anew."""
        with writing(self._engine) as connection:
            put = own_outlets.put_outlets(connection, rows)
            rebuild(connection, Rules.of(load(*self._lexicons), connection))
        return put

    def judge(self, judgement: Judgement) -> int:
        """Keeps a person's judgement, with all that follows; gives its number."""
        with writing(self._engine) as connection:
            return ruling.judge(connection, judgement, self.groups, self._rules)

    def undo(self, number: int, *, by: str, why: str, once: str | None = None) -> None:
        """Takes a judgement back; both stay on record."""
        with writing(self._engine) as connection:
            ruling.undo(connection, number, by, why, self.groups, self._rules, once)

    def preview(self, judgement: Judgement) -> Preview:
        """The incidents that a judgement would change, before and after; nothing is kept."""
        with writing(self._engine) as connection:
            return preview(connection, judgement, self.groups, self._rules)

    def judgements(self) -> list[Judgement]:
        """All judgements in the order in which they were made."""
        with reading(self._engine) as connection:
            return ruling.judgements_of(connection, self.groups)

    def judgement(self, number: int) -> Judgement:
        """A judgement by its number. Raises NotFound."""
        with reading(self._engine) as connection:
            return ruling.judgement_of(connection, number, self.groups)

    def judged(self, statements: Collection[str]) -> dict[str, tuple[Judgement, ...]]:
        """The judgements on each of some statements, the newest last, undone ones marked."""
        with reading(self._engine) as connection:
            return said.judged(connection, statements, self.groups)

    def decided(self, given: Iterable[Judgement]) -> dict[int, Described]:
        """What each of some judgements is on, in words, by their numbers."""
        with reading(self._engine) as connection:
            return described(connection, given, self.groups)

    def history(self, id: str) -> list[Judgement]:
        """All judgements that touch an incident, in their order. Raises NotFound."""
        with reading(self._engine) as connection:
            return said.history(connection, id, self.groups)

    def queue(
        self, wanted: Filter | None = None, kind: Kind = "statements", limit: int = 20,
        offset: int = 0, *, by: str,
    ) -> Sequence[Item]:  # fmt: skip
        """What a person should judge next, the most contested and the least certain first."""
        with reading(self._engine) as connection:
            return queue(
                connection, wanted or Filter(), kind, limit, offset, by, self.groups, self._rules
            )

    def statement(self, key: str) -> StatementItem:
        """The statement of an event that judgements of that key hang on. Raises NotFound."""
        with reading(self._engine) as connection:
            return one.statement(connection, key, self.groups, self._rules)

    def stands(self, key: str) -> Stands:
        """The incident that a statement is in now, and the other reports that tell of it."""
        with reading(self._engine) as connection:
            return stands(connection, key, self.groups)

    def near(self, id: str) -> list[Near]:
        """The incidents that one may be one with, the likeliest first."""
        with reading(self._engine) as connection:
            return around.near(connection, id, self.groups)

    def sides(self, id: str) -> list[Side]:
        """What an incident can be parted into: its tellings, by report."""
        with reading(self._engine) as connection:
            return around.sides(connection, id, self.groups)

    def restrict(self, report: str, group: str | None, *, by: str, why: str) -> None:
        """Shows a report, and what follows from it, to a group alone; None lifts it."""
        with writing(self._engine) as connection:
            restricting.restrict(connection, report, group, by, why, self._rules)

    def purge(self, report: str, *, by: str, why: str) -> Purged:
        """Takes a report out with everything of it; a tombstone says when, by whom and why."""
        with writing(self._engine) as connection:
            purged = restricting.purge(connection, report, by, why, self._rules)
        restricting.scrub(self._engine)
        return purged

    def reread(self, read_all: ReadAll) -> Iterator[Reread | Problem]:
        """Reads every report again, with another reader; says what changed."""
        return rereading.reread(self._engine, read_all, self._rules)
