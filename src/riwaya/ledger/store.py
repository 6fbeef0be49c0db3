"""The ledger: what many reports say, kept in one database.

with Ledger("war.ledger", create=True) as ledger:
    for outcome in ledger.add(arrivals, read_all):
        ...
    for line in ledger.incidents(Filter(place="جاسم")):
        ...
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType

from riwaya.ledger import (
    adding,
    own_outlets,
    queries,
    rereading,
    restricting,
    ruling,
    visits,
    who,
)
from riwaya.ledger.adding import Added, ReadAll
from riwaya.ledger.database import engine_of, reading, shown, writing
from riwaya.ledger.derive.rules import Rules
from riwaya.ledger.derive.settle import rebuild
from riwaya.ledger.nouns import Incident
from riwaya.ledger.outlets import Outlets
from riwaya.ledger.own_outlets import Put
from riwaya.ledger.queries import Filter, Found, Line, Told
from riwaya.ledger.rereading import Reread
from riwaya.ledger.restricting import Purged
from riwaya.ledger.ruling import Judgement
from riwaya.ledger.visits import Validators, Visit
from riwaya.ledger.who import Person
from riwaya.lexicons import load
from riwaya.model import Arrival, Problem, Row


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
        self._engine = engine_of(location, create=create)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.close()

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    @cached_property
    def _rules(self) -> Rules:
        with reading(self._engine) as connection:
            return Rules.of(load(*self._lexicons), connection)

    def add(
        self, arrivals: Iterable[Arrival | Problem], read_all: ReadAll
    ) -> Iterator[Added | Problem]:
        """Adds reports, each with all that follows from it, or not at all; one result for each."""
        return adding.add(self._engine, arrivals, read_all, self._rules)

    def rebuild(self) -> None:
        """Derives everything anew from what is kept; the result is the same."""
        with writing(self._engine) as connection:
            self.__dict__.pop("_rules", None)
            rebuild(connection, Rules.of(load(*self._lexicons), connection))

    def incidents(self, wanted: Filter | None = None) -> list[Line]:
        """The incidents that a filter lets through, the latest first."""
        with reading(self._engine) as connection:
            return queries.incidents(connection, wanted or Filter(), self.groups)

    def each_incident(self, wanted: Filter | None = None) -> Iterator[Line]:
        """The same one by one, for lists of any length."""
        with reading(self._engine) as connection:
            yield from queries.each_incident(connection, wanted or Filter(limit=None), self.groups)

    def count(self, wanted: Filter | None = None) -> int:
        """How many incidents a filter lets through."""
        with reading(self._engine) as connection:
            return queries.count(connection, wanted or Filter(), self.groups)

    def incident(self, id: str) -> Incident:
        """An incident by its id, or by one that it had before. Raises NotFound."""
        with reading(self._engine) as connection:
            return queries.incident(connection, id, self.groups)

    def most_told(self) -> str:
        """The id of the incident that most reports tell of. Raises NotFound where none is."""
        with reading(self._engine) as connection:
            return queries.most_told(connection, self.groups)

    def tellings_of(self, id: str) -> dict[str, str]:
        """The report of each telling of an incident, by the telling's key."""
        with reading(self._engine) as connection:
            return queries.tellings_of(connection, id, self.groups)

    def statement_keys(self, names: Collection[str]) -> dict[tuple[str, str], str]:
        """What `judge` takes for a statement, by its report and its id in the reading."""
        with reading(self._engine) as connection:
            return queries.statement_keys(connection, names, self.groups)

    def addresses_known(self, urls: Iterable[str]) -> set[str]:
        """Those of some addresses that a report of the ledger has."""
        with reading(self._engine) as connection:
            return visits.known(connection, urls)

    def validators(self, url: str) -> Validators | None:
        """ETag and Last-Modified to ask a site with, where all of it is in the ledger."""
        with reading(self._engine) as connection:
            return visits.validators(connection, url)

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

    def stats(self) -> dict[str, int]:
        """How many reports, statements, incidents and so on the ledger shows."""
        with reading(self._engine) as connection:
            return queries.stats(connection, self.groups)

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
            self.__dict__.pop("_rules", None)
            rebuild(connection, Rules.of(load(*self._lexicons), connection))
        return put

    def judge(self, judgement: Judgement) -> int:
        """Keeps a person's judgement, with all that follows; gives its number."""
        with writing(self._engine) as connection:
            return ruling.judge(connection, judgement, self.groups, self._rules)

    def undo(self, number: int, *, by: str, why: str) -> None:
        """Takes a judgement back; both stay on record."""
        with writing(self._engine) as connection:
            ruling.undo(connection, number, by, why, self.groups, self._rules)

    def judgements(self) -> list[Judgement]:
        """All judgements in the order in which they were made."""
        with reading(self._engine) as connection:
            return ruling.judgements_of(connection, self.groups)

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
