"""The table that searches look in, on SQLite (FTS5) and PostgreSQL (a `tsvector` under GIN).

Results come newest first by the day of publication, those of one day by their number and those
without a day last: a row's id is made of both, so a database finds the first ones first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Date,
    Index,
    Integer,
    Select,
    String,
    Table,
    Text,
    bindparam,
    cast,
    column,
    delete,
    event,
    func,
    insert,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from riwaya.ledger.schema import metadata
from riwaya.ledger.search import lexemes
from riwaya.ledger.search.query import Query, parse

KINDS = ("report", "incident", "entity")
"""What may be searched for, in the order of their numbers in ids. Add new ones at the end."""

_KEY_BITS, _DAY_BITS = 38, 22
_LAST_KEY = (1 << _KEY_BITS) - 1
_PAGE = 100  # rows of which phrases are checked at a time
_GROWTH = 8
_BATCH = 500

search_text = Table(
    "search_text", metadata,
    Column("id", Integer().with_variant(BigInteger(), "postgresql"), primary_key=True,
           autoincrement=False),
    Column("kind", String, nullable=False),
    Column("key", BigInteger, nullable=False),
    Column("published", Date),
    Column("words", Text().with_variant(TSVECTOR(), "postgresql"), nullable=False),
    Index("search_text_kind_key", "kind", "key", unique=True),
)  # fmt: skip
_words = table("search_words", column("rowid", Integer), column("search_words", Text))
_SQLITE = (
    "CREATE VIRTUAL TABLE search_words USING fts5"
    "(words, content='search_text', content_rowid='id', tokenize='ascii')",
    "CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN "
    "INSERT INTO search_words (rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN "
    "INSERT INTO search_words (search_words, rowid, words) "
    "VALUES ('delete', old.id, old.words); END",
)
_POSTGRESQL = (
    "CREATE INDEX search_text_words ON search_text USING gin (words)",
    # a third faster for phrases, a quarter larger
    "ALTER TABLE search_text ALTER COLUMN words SET STORAGE EXTERNAL",
)
_BY_DIALECT = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}


@event.listens_for(search_text, "after_create")
def _make_index(target: Table, connection: Connection, **_: Any) -> None:
    for statement in _BY_DIALECT[connection.dialect.name]:
        connection.exec_driver_sql(statement)


@event.listens_for(search_text, "before_drop")
def _drop_index(target: Table, connection: Connection, **_: Any) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("DROP TABLE IF EXISTS search_words")


def create(connection: Connection) -> None:
    """Makes the table and its index where they are missing, as `metadata.create_all` does."""
    search_text.create(connection, checkfirst=True)


def add(connection: Connection, kind: str, key: int, text: str, published: date | None) -> None:
    """Makes a text found under a kind of `KINDS` and a number; it replaces what was there.

    Raises ValueError for another kind or a number that is negative or has more than 38 bits.
    """
    row = {"id": _id(kind, key, published), "kind": kind, "key": key, "published": published}
    remove(connection, kind, key)
    places = lexemes.placed(text)
    if connection.dialect.name == "postgresql":
        words = cast(bindparam("words", type_=Text), TSVECTOR)
        indexed = lexemes.for_postgresql(places)
        connection.execute(insert(search_text).values(**row, words=words), {"words": indexed})
    else:
        connection.execute(insert(search_text), row | {"words": lexemes.for_sqlite(places)})


def remove(connection: Connection, kind: str, key: int) -> None:
    """Makes a text found no more; does nothing where there is none."""
    of_row = (search_text.c.kind == kind, search_text.c.key == key)
    connection.execute(delete(search_text).where(*of_row))


def clear(connection: Connection) -> None:
    """Makes nothing found: for what adds all texts again, as other stems ask for."""
    connection.execute(delete(search_text))


def find(
    connection: Connection, query: str, *, kind: str, limit: int = 50, offset: int = 0,
    hidden: Select[Any] | None = None,
) -> list[int]:  # fmt: skip
    """The numbers of the texts of a kind that match, newest first, but for the `hidden` ones.

    `hidden` selects numbers that are neither given nor counted. Raises `BadQuery`.
    """
    asked = parse(query)
    with _by_index(connection):
        if not lexemes.needs_check(asked):
            rows = _newest(_found(connection, asked, kind, hidden))
            found = connection.execute(rows.limit(limit).offset(offset))
            return [_key(row.id) for row in found]
        ids = _checked(connection, asked, kind, hidden)
        return [_key(i) for i in islice(ids, offset, offset + limit)]


def count(
    connection: Connection, query: str, *, kind: str, at_most: int = 10_000,
    hidden: Select[Any] | None = None,
) -> int:  # fmt: skip
    """How many texts match; counting ends at `at_most`. Raises `BadQuery`."""
    asked = parse(query)
    with _by_index(connection):
        if lexemes.needs_check(asked):
            return sum(1 for _ in islice(_checked(connection, asked, kind, hidden), at_most))
        found = _found(connection, asked, kind, hidden).limit(at_most).subquery()
        return connection.scalar(select(func.count()).select_from(found)) or 0


def tidy(connection: Connection) -> None:
    """Makes searches fast again after many texts were added; for the end of a rebuild."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT gin_clean_pending_list('search_text_words'::regclass)"))
        connection.execute(text("ANALYZE search_text"))
    else:
        connection.execute(text("INSERT INTO search_words (search_words) VALUES ('optimize')"))


def _id(kind: str, key: int, published: date | None) -> int:
    if not 0 <= key <= _LAST_KEY:
        raise ValueError(f"{key} cannot be the number of a text: it has more than {_KEY_BITS} bits")
    day = published.toordinal() if published else 0
    return _ids(kind)[0] + (day << _KEY_BITS) + _LAST_KEY - key


def _key(row: int) -> int:
    """The number of a text from the id of its row."""
    return _LAST_KEY - (row & _LAST_KEY)


def _ids(kind: str) -> tuple[int, int]:
    """The least and the greatest id of a kind."""
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is not among {', '.join(KINDS)}")
    first = KINDS.index(kind) << (_DAY_BITS + _KEY_BITS)
    return first, first + (1 << (_DAY_BITS + _KEY_BITS)) - 1


@contextmanager
def _by_index(connection: Connection) -> Iterator[None]:
    """Has PostgreSQL ask the index, not row by row: it takes no account of how large rows are."""
    if connection.dialect.name != "postgresql":
        yield
        return
    connection.execute(text("SET LOCAL enable_seqscan = off"))
    yield
    connection.execute(text("SET LOCAL enable_seqscan = on"))


def _found(
    connection: Connection, query: Query, kind: str, hidden: Select[Any] | None,
    below: int | None = None,
) -> Select[Any]:  # fmt: skip
    """The ids, up to `below`, of the rows that the index finds."""
    first, last = _ids(kind)
    if connection.dialect.name == "postgresql":
        rows, at, found = _by_words(query)
    else:
        rows, at = search_text.c, _words.c.rowid
        found = select(at.label("id"))
        found = found.where(_words.c.search_words.op("MATCH")(lexemes.match(query)))
    found = found.where(at.between(first, last if below is None else below - 1))
    if hidden is None:
        return found
    if connection.dialect.name != "postgresql":
        found = found.select_from(_words.join(search_text, rows.id == at))
    return found.where(rows.key.not_in(hidden))


def _by_words(query: Query) -> tuple[Any, ColumnElement[int], Select[Any]]:
    """All that match on PostgreSQL, found by their words alone.

    Left to choose, it would read rows by id, hoping to meet many that match.
    """
    rows = search_text.c
    matching = rows.words.op("@@", is_comparison=True)(_tsquery(query))
    all_found = select(rows.id, rows.key).where(matching).cte("found").prefix_with("MATERIALIZED")
    return all_found.c, all_found.c.id, select(all_found.c.id)


def _tsquery(query: Query) -> ColumnElement[Any]:
    return cast(bindparam(None, lexemes.tsquery(query), type_=Text), TSQUERY)


def _newest(found: Select[Any]) -> Select[Any]:
    """The found ids, the first ones first."""
    return found.order_by(found.selected_columns[0].desc())


def _checked(
    connection: Connection, query: Query, kind: str, hidden: Select[Any] | None
) -> Iterator[int]:
    """The ids of the rows in which the phrases stand too, read in pages that grow."""
    exactly = connection.dialect.name == "postgresql"
    loosely = lexemes.loose(query) if exactly else query
    holding = _holding_exactly(query) if exactly else _holding(query)
    size, below = _PAGE, None
    while True:
        page = _newest(_found(connection, loosely, kind, hidden, below)).limit(size)
        ids = connection.scalars(page).all()
        for first in range(0, len(ids), _BATCH):
            yield from holding(connection, ids[first : first + _BATCH])
        if len(ids) < size:
            return
        size, below = size * _GROWTH, ids[-1]


_Holding = Callable[[Connection, Sequence[int]], Iterator[int]]


def _holding(query: Query) -> _Holding:
    """Which of some rows hold the phrases, on SQLite."""
    patterns = lexemes.checks(query)
    rows = search_text.c

    def hold(connection: Connection, ids: Sequence[int]) -> Iterator[int]:
        of_ids = select(rows.id, rows.words).where(rows.id.in_(ids)).order_by(rows.id.desc())
        for row in connection.execute(of_ids):
            if lexemes.checked(patterns, row.words):
                yield row.id

    return hold


def _holding_exactly(query: Query) -> _Holding:
    """Which of some rows hold the phrases, on PostgreSQL."""
    rows = search_text.c
    holds = func.ts_match_vq(rows.words, _tsquery(query))  # as «@@», but asks no index

    def hold(connection: Connection, ids: Sequence[int]) -> Iterator[int]:
        of_ids = select(rows.id).where(rows.id.in_(ids), holds).order_by(rows.id.desc())
        yield from connection.scalars(of_ids)

    return hold
