"""Armed wings: every name is one of a table of actors, and no wing is its own movement."""

from __future__ import annotations

from riwaya.lexicons import load

WINGS = load().rows("wings")
ACTORS = {
    row["name"]: row["country"]
    for table, rows in load().tables.items() if table.startswith("actors_") for row in rows
}  # fmt: skip


def test_both_are_listed_actors() -> None:
    names = {row[column] for row in WINGS for column in ("name", "wing_of")}
    assert sorted(names - ACTORS.keys()) == []


def test_a_wing_is_one_of_one_movement() -> None:
    wings = {row["name"]: row["wing_of"] for row in WINGS}
    assert len(wings) == len(WINGS)
    for name in wings:
        seen = [name]
        while seen[-1] in wings:
            seen.append(wings[seen[-1]])
            assert seen[-1] not in seen[:-1], seen


def test_each_says_why() -> None:
    assert all(row["source"] for row in WINGS)
