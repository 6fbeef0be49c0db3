"""Integrity of the table of outlets, and what a user's own one may hold."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from riwaya.ledger.outlets import name_key
from riwaya.lexicons import LexiconError, load
from riwaya.model import Row

LEXICON = load()
ROWS = LEXICON.rows("outlets")
KINDS = {
    "agency", "television", "radio", "newspaper", "site", "monitor", "ngo", "page",
    "party_media", "ministry", "military",
}  # fmt: skip
SITE = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/[a-z0-9_.-]+)?")
SHARED = ("t.me", "x.com", "facebook.com", "youtube.com", "instagram.com")


def forms(row: Row) -> list[str]:
    """Every name of a row, the main name first."""
    return [row["name"], *(name for name in row["names"].split("|") if name)]


def sites(row: Row) -> list[str]:
    """Every site of a row."""
    return [site for site in row["sites"].split("|") if site]


def known() -> set[str]:
    """The main names of all actors and countries."""
    tables = [t for t in LEXICON.tables if t.startswith("actors_")] + ["countries"]
    return {row["name"] for table in tables for row in LEXICON.rows(table)}


def test_there_are_outlets_of_every_kind() -> None:
    assert len(ROWS) >= 260
    assert {row["kind"] for row in ROWS} == KINDS


def test_cells_are_of_their_vocabulary() -> None:
    for row in ROWS:
        assert row["name"] and row["source"], row
        assert re.search("[ء-ي]", row["name"]), row
        assert re.fullmatch("([A-Z]{2})?", row["country"]), row
        assert re.fullmatch("([a-z]+(_[a-z]+)*)?", row["side"]), row


def test_a_name_stands_once() -> None:
    counts = Counter(name_key(name) for row in ROWS for name in forms(row))
    assert [name for name, count in counts.items() if count > 1] == []
    assert all(len(name) > 1 for name in counts)


def test_names_are_clean() -> None:
    for row in ROWS:
        for name in forms(row):
            assert name == " ".join(name.split()), row
            assert "،" not in name and ";" not in name, row
        for column in ("names", "sites"):
            assert "" not in row[column].split("|")[1:], row


def test_sites_are_hosts_and_stand_once() -> None:
    every = [site for row in ROWS for site in sites(row)]
    assert [site for site, count in Counter(every).items() if count > 1] == []
    for site in every:
        assert SITE.fullmatch(site) and not site.startswith("www."), site
        assert site not in SHARED, site
        assert "/" not in site or site.startswith(SHARED), site


def test_what_it_relays_is_an_agency_of_the_table() -> None:
    agencies = {row["name"] for row in ROWS if row["kind"] == "agency"}
    relayed = {row["relays"] for row in ROWS} - {""}
    assert relayed
    assert relayed <= agencies


def test_whom_it_speaks_for_is_a_listed_actor_or_country() -> None:
    named = {row["actor"] for row in ROWS} - {""}
    assert len(named) > 50
    assert named - known() == set()


def test_ministries_and_armies_are_somebodys() -> None:
    for row in ROWS:
        if row["kind"] in ("ministry", "military", "party_media"):
            assert row["side"] not in ("", "independent"), row
        if row["side"] in ("", "independent"):
            assert not row["actor"] or row["kind"] in ("monitor", "ngo", "page"), row


def test_an_actor_speaks_with_one_side() -> None:
    by_actor: dict[str, set[str]] = {}
    for row in ROWS:
        if row["actor"]:
            by_actor.setdefault(row["actor"], set()).add(row["side"])
    assert {actor: s for actor, s in by_actor.items() if len(s) > 1} == {}


def own_table(folder: Path, kind: str) -> Path:
    """A folder with an outlet of the user's own."""
    text = f"name\tsites\tkind\nشبكة وادي السماق\tsamaq.example\t{kind}\n"
    (folder / "outlets.tsv").write_text(text, encoding="utf-8")
    return folder


def test_users_may_add_outlets(tmp_path: Path) -> None:
    row = load(own_table(tmp_path, "page")).rows("outlets")[-1]
    assert (row["name"], row["kind"], row["side"]) == ("شبكة وادي السماق", "page", "")


def test_a_kind_that_there_is_not_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"outlets\.tsv: .*no kind is called blog"):
        load(own_table(tmp_path, "blog"))
