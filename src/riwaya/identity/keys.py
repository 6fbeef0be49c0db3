"""What a mention is called by: mentions with equal keys are one person, group or place.

A listed name gives its row, a country or its army the country, a person's name its key, a
description its own words; an indefinite description is nobody else's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from riwaya.detection.letters import key
from riwaya.detection.text import Chunk, Text
from riwaya.identity.parties import Parties, Setting
from riwaya.model import Lexicon, Mention, PersonName, Row

if TYPE_CHECKING:
    from riwaya.frames.statements import Mentions

_SAME = frozenset({"place", "settlement", "admin", "natural"})
"""Classes of place phrases whose head adds nothing to the name («مدينة كذا» is «كذا»)."""
_MEN = frozenset({"fighter", "force", "soldier"})
"""Classes of a group's men, who are meant as the group («مقاتلو الحركة»)."""
Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """What is known of groups: English names of actors, codes of countries, parties' words."""

    english: Mapping[str, str]  # by an actor's main name
    codes: Mapping[str, str]  # by a country's main name
    capitals: Mapping[tuple[str, ...], str]  # codes of countries by the keys of a capital's words
    parties: Parties
    heads: frozenset[str]  # keys of words for kinds of groups («حركة», «كتائب»)
    serves: Mapping[str, str]  # codes of countries by the main name of their army or government


def sides(lexicon: Lexicon) -> Sides:
    """What the tables of a lexicon say of groups."""
    tables = [rows for name, rows in lexicon.tables.items() if name.startswith("actors")]
    english = {row["name"]: row.get("english", "") for rows in tables for row in rows}
    countries = lexicon.rows("countries")
    codes = {row["name"]: row["iso"] for row in countries}
    capitals = {_keys(c): r["iso"] for r in countries for c in r["capital"].split("|") if c}
    heads = {r["word"] for r in lexicon.rows("function_words") if r["role"] == "state_head"}
    serves = {r["name"]: r["country"] for rows in tables for r in rows if _serves(r, heads)}
    kinds = frozenset(
        key(f) for r in lexicon.rows("collectives") if r["unit"] == "yes"
        for f in r["forms"].split("|")
    )  # fmt: skip
    return Sides(english, codes, capitals, Parties(lexicon.rows("party_words")), kinds, serves)


def _serves(row: Row, heads: set[str]) -> bool:
    """Whether a listed actor is a country's army or government as a whole («الجيش الصومالي»)."""
    first, _, rest = row["name"].removeprefix("قوات ").partition(" ")
    whole = first in heads and rest.startswith("ال") and " " not in rest
    return whole and bool(row["country"]) and row["kind"] in ("state", "state_force")


def _keys(name: str) -> tuple[str, ...]:
    return tuple(map(key, name.split()))


@dataclass(frozen=True, slots=True)
class Grouping:
    """A report's mentions with what tells who is who among them."""

    mentions: Mentions
    text: Text
    names: Mapping[str, PersonName]
    sides: Sides
    setting: Setting


def key_of(m: Mention, given: Grouping) -> Group:
    """The key of a mention of a kind that has entities."""
    name = given.names.get(m.id)
    if name is not None:
        return ("person", name.key)  # titles or not
    chunk = given.mentions.chunks[m.id]
    meant = _stands_for(chunk, given.text)
    if meant is not chunk:
        inner = given.mentions.id_of(meant)
        return key_of(given.mentions.found[inner], given) if inner else _described(m, given)
    return _described(m, given)


def _stands_for(chunk: Chunk, text: Text) -> Chunk:
    """The name that a titled noun phrase ends in; the actor whose men, not counted, it names."""
    if chunk.name is not None and chunk.kind == "person":
        return chunk.name
    owner = chunk.owner
    if owner is None and chunk.rule == "institution" and chunk.inner:
        owner = chunk.inner[0]
    men = chunk.klass in _MEN and chunk.number == "pl" and chunk.count is None and chunk.definite
    mere = chunk.number == "sg" and text.is_a("mere_head", chunk.head)
    if owner is not None and owner.proper and owner.kind == "group" and mere and not owner.prep:
        return owner  # «تنظيم كذا»
    if men and owner is not None and owner.kind == "group" and owner.proper and not chunk.pronoun:
        return owner
    return chunk


def _described(m: Mention, given: Grouping) -> Group:
    chunk, text = given.mentions.chunks[m.id], given.text
    words = text.words[chunk.first : chunk.last]
    skip = chunk.start - words[0].start if words else 0
    spelling = tuple(w.key[skip:] if n == 0 else w.key for n, w in enumerate(words))
    kind = "place" if m.kind == "group" and chunk.acts else m.kind
    if chunk.rule == "party-word":
        return _side(spelling, given)
    if chunk.proper and chunk.table.startswith("actors"):
        serves = given.sides.serves.get(chunk.row["name"])
        return ("country", serves) if serves else ("actor", chunk.row["name"])
    capital = given.sides.capitals.get(spelling) if chunk.proper else None
    if capital is not None and (m.kind == "group" or chunk.table == "countries"):
        # where something happens the town, where somebody speaks or acts the government
        return ("country", capital) if m.kind == "group" else ("place", "".join(spelling))
    if chunk.proper and chunk.row.get("iso"):
        return ("country", chunk.row["iso"])
    if kind == "place" and chunk.proper and chunk.klass in _SAME:
        first = chunk.head + 1 - chunk.first if chunk.rule == "place-head" else 0
        return (kind, "".join(spelling[first:]))  # «كفر كلا» is «كفركلا»
    if chunk.proper:
        return (kind, "".join(spelling)) if kind == "place" else (kind, *spelling)
    return (kind, m.id) if not chunk.definite else (kind, *spelling)


def _side(spelling: tuple[str, ...], given: Grouping) -> Group:
    """Who a party's word means in this report; the word itself where that stays open."""
    word = " ".join(spelling)
    who = given.sides.parties.meant("ا" + word if word.startswith("ل") else word, given.setting)
    who = who or given.sides.parties.meant(word, given.setting)
    if who is None:
        return ("group", *spelling)
    code = given.sides.codes.get(who)
    return ("country", code) if code else ("actor", who)
