"""Search: words of reports and names, found however they are spelt and whatever is joined to them.

Takes: texts under a kind and a number; queries as people type them.
Gives: the numbers of what matches, newest first, equal on SQLite and PostgreSQL; spans to mark.
Never: knows what the texts are about, or keeps them: it keeps their stems.
"""

from riwaya.ledger.search.index import (
    KINDS,
    add,
    clear,
    count,
    create,
    find,
    remove,
    search_text,
    tidy,
)
from riwaya.ledger.search.query import BadQuery, Query, highlight, parse
from riwaya.ledger.search.stems import Token, stems

__all__ = [
    "KINDS", "BadQuery", "Query", "Token", "add", "clear", "count", "create", "find",
    "highlight", "parse", "remove", "search_text", "stems", "tidy",
]  # fmt: skip
