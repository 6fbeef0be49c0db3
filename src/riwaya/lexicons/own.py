"""Tables of the user's own, checked against the shipped ones before anything is read with them.

Takes: the rows of a user's table and the shipped tables. Gives: rows with all columns.
Never: changes a cell, or lets a table through that would fail later without its name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from riwaya.model import Row

Tables = Mapping[str, tuple[Row, ...]]
_ACTORS = "actors"
_NUMBERS = ("latitude", "longitude", "accuracy", "population")
_VOCABULARY = {
    "actors": {"kind": ("actors_mashreq", "kind")},
    "villages": {"kind": ("villages", "kind")},
    "triggers": {"type": ("event_types", "type"), "frame": ("frames", "frame")},
    "relation_cues": {"type": ("relation_types", "type"), "pos": ("relation_cues", "pos")},
    "modality": {c: ("modality", c) for c in ("pos", "realis", "polarity", "negates")},
    "reporting": {c: ("reporting", c) for c in ("pos", "act", "speaker", "negates")},
    "cause_cues": {c: ("cause_cues", c) for c in ("relation", "other", "next", "takes")},
    **{t: {"kind": (t, "kind")} for t in ("alias_cues", "clause_words", "titles", "outlets")},
    "function_words": {"role": ("function_words", "role")},
    "posts": {"relation": ("posts", "relation")},
    "light_verbs": {"subject": ("light_verbs", "subject")},
}
"""For columns of a table, the table and column that hold what may stand there."""
_MOST = 30  # words of a vocabulary that a message lists


class OwnTableError(ValueError):
    """A user's table that cannot be used; the message names it, the row and the way out."""


def whole_rows(path: Path, rows: tuple[Row, ...], shipped: Tables) -> tuple[Row, ...]:
    """The rows of a user's table with every column of the shipped one, absent ones empty."""
    name = _ACTORS if path.stem.startswith(_ACTORS) else path.stem
    model = "actors_mashreq" if name == _ACTORS else name
    if model not in shipped:
        raise OwnTableError(
            f"{path}: no table of that name. Tables of actors begin with actors; the others are "
            "in docs/lexicons.md."
        )
    columns = tuple(shipped[model][0])
    for row in rows[:1]:
        _check_columns(path, tuple(row), columns)
    for row in rows:
        _check_cells(path, row, columns[0], _VOCABULARY.get(name, {}), shipped)
    return tuple({column: row.get(column, "") for column in columns} for row in rows)


def _check_columns(path: Path, given: tuple[str, ...], columns: tuple[str, ...]) -> None:
    if columns[0] not in given:
        raise OwnTableError(
            f"{path}: its first line names no column {columns[0]}. Give the columns, with tabs "
            f"between them: {' '.join(columns)}."
        )
    unknown = [c for c in given if c not in columns]
    if unknown:
        raise OwnTableError(
            f"{path}: unknown column {', '.join(unknown)}. Columns are {' '.join(columns)}."
        )


def _check_cells(
    path: Path, row: Row, first: str, vocabulary: Mapping[str, tuple[str, str]], shipped: Tables
) -> None:
    where = f"{path}: «{row[first]}»"
    for column in _NUMBERS:
        if row.get(column) and not re.fullmatch(r"-?\d+(\.\d+)?", row[column]):
            raise OwnTableError(f"{where}: {column} {row[column]} is no number. Write it as 35.8.")
    country = row.get("country", "")
    if country and not re.fullmatch("[A-Z]{2}", country):
        raise OwnTableError(f"{where}: country {country} is no code. Give two letters, as SY.")
    for column, (table, holds) in vocabulary.items():
        allowed = {r[holds] for r in shipped[table]}
        if row.get(column) and row[column] not in allowed:
            some = ", ".join(sorted(allowed)[:_MOST])
            raise OwnTableError(
                f"{where}: no {column} is called {row[column]}. Give one of {some}."
            )
