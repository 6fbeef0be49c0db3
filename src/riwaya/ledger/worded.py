"""Whose names have some words, as far as a viewer sees the reports in which they stand."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, exists, func, select

from riwaya.ledger.audiences import hidden_reports
from riwaya.ledger.derive.rows import in_chunks
from riwaya.ledger.handles import words_key
from riwaya.ledger.schema import name_words, names


def handles_worded(
    connection: Connection, words: Collection[str], groups: Collection[str], most: int
) -> set[str]:
    """The handles of which every word stands in some name, at most so many.

    `name_words` has the words of all reports; those of hidden ones must lead nowhere.
    """
    seen = names.c.report_id.not_in(hidden_reports(groups))
    of = select(name_words.c.handle).where(
        name_words.c.word.in_(words), exists().where(names.c.handle == name_words.c.handle, seen)
    )
    of = of.group_by(name_words.c.handle).having(func.count() == len(words))
    found = set(connection.scalars(of.order_by(name_words.c.handle).limit(most)))
    if connection.scalar(hidden_reports(groups).limit(1)) is None:
        return found
    told: dict[str, set[str]] = {}
    for chunk in in_chunks(sorted(found)):
        spelt = select(names.c.handle, names.c.name).distinct()
        for r in connection.execute(spelt.where(names.c.handle.in_(chunk), seen)):
            told.setdefault(r.handle, set()).update(words_key(r.name).split())
    return {handle for handle, own in told.items() if own >= set(words)}
