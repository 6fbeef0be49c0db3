"""Words of parties for the other side: who is meant has to be somebody the tables know."""

from __future__ import annotations

import re
from datetime import date

from riwaya.detection.letters import key
from riwaya.lexicons import load

LEXICON = load()
ROWS = LEXICON.rows("party_words")


def test_who_is_meant_is_a_listed_actor_or_country() -> None:
    actors = {r["name"] for t in LEXICON.tables if t.startswith("actors") for r in LEXICON.rows(t)}
    known = actors | {r["name"] for r in LEXICON.rows("countries")}
    assert ROWS
    assert {r["who"] for r in ROWS} - known == set()


def test_countries_are_codes_and_days_are_days() -> None:
    for row in ROWS:
        assert re.fullmatch("[A-Z]{2}", row["country"]), row
        for day in (row["since"], row["until"]):
            assert not day or date.fromisoformat(day), row
        assert not (row["since"] and row["until"]) or row["since"] < row["until"], row


def test_no_row_says_twice_the_same() -> None:
    seen = [
        (key(form), r["country"], r["cue"], r["since"], r["until"])
        for r in ROWS
        for form in r["form"].split("|")
    ]
    assert [x for x in seen if seen.count(x) > 1] == []


def test_variants_of_a_name_are_no_other_name() -> None:
    rows = LEXICON.rows("name_variants")
    variants = [key(form) for r in rows for form in r["names"].split("|")]
    assert len(variants) == len(set(variants))
    assert not set(variants) & {key(r["name"]) for r in rows}
