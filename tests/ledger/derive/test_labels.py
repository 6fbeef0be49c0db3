"""Components go by their first telling, however their ties come and go."""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, insert, select

from riwaya.ledger.database import writing
from riwaya.ledger.derive.labels import merge, part
from riwaya.ledger.grouping import components
from riwaya.ledger.schema import incidents, tellings, ties
from riwaya.ledger.store import Ledger


def _put(connection: Connection, keys: list[str]) -> None:
    """Tellings of one report, each an incident and a component by itself."""
    told = {"report_id": 1, "body": "{}", "look": "{}"}
    connection.execute(insert(tellings), [{**told, "key": k, "component": k} for k in keys])
    shown = dict.fromkeys(("type", "title", "grade", "body"), "") | {"happened": 1, "reports": 1}
    connection.execute(insert(incidents), [{**shown, "id": k, "component": k} for k in keys])


def _labels(connection: Connection) -> tuple[dict[str, str], dict[str, str]]:
    told = connection.execute(select(tellings.c.key, tellings.c.component))
    shown = connection.execute(select(incidents.c.id, incidents.c.component))
    return {k: label for k, label in told}, {k: label for k, label in shown}


@pytest.mark.parametrize("seed", range(15))
def test_labels_are_those_of_components_found_anew(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    keys = [f"{chance.getrandbits(32):08x}" for _ in range(chance.randint(2, 18))]
    every = list(combinations(sorted(keys), 2))
    pairs = set(chance.sample(every, min(len(every), chance.randint(1, 2 * len(keys)))))
    with (
        Ledger(tmp_path / "a.ledger", create=True) as ledger,
        writing(ledger._engine) as connection,
    ):
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        _put(connection, keys)
        _tie(connection, pairs)
        now = components(keys, pairs)
        merge(connection, now, ())
        assert _labels(connection) == (now, now)
        while keys and pairs:
            gone = chance.choice(keys) if chance.random() < 0.4 else None
            lost = (
                {p for p in pairs if gone in p} if gone
                else set(chance.sample(sorted(pairs), chance.randint(1, min(3, len(pairs)))))
            )  # fmt: skip
            before = components(keys, pairs)
            pairs -= lost
            _untie(connection, lost)
            apart = [set(p) for p in lost]
            if gone:
                keys.remove(gone)
                for table, column in ((tellings, tellings.c.key), (incidents, incidents.c.id)):
                    connection.execute(delete(table).where(column == gone))
                apart = [{k for p in lost for k in p} - {gone}]
            part(connection, apart, {before[k] for p in lost for k in p} | {gone or ""}, False)
            now = components(keys, pairs)
            assert _labels(connection) == (now, now)
        connection.rollback()


def _tie(connection: Connection, pairs: set[tuple[str, str]]) -> None:
    rows = [{"one": one, "other": other, "score": 3.0} for one, other in sorted(pairs)]
    connection.execute(insert(ties), rows)


def _untie(connection: Connection, pairs: set[tuple[str, str]]) -> None:
    for one, other in pairs:
        connection.execute(delete(ties).where(ties.c.one == one, ties.c.other == other))
