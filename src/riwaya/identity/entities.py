"""Mentions of one person, group or place grouped: by listed name, by spelling, by short form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from riwaya.detection.letters import key
from riwaya.detection.text import Text
from riwaya.identity.parties import Parties, Setting
from riwaya.model import Entity, EntityKind, Lexicon, Mention, MentionKind, PersonName

if TYPE_CHECKING:
    from riwaya.frames.statements import Mentions

_SAME = frozenset({"place", "settlement", "admin", "natural"})
"""Classes of place phrases whose head adds nothing to the name («مدينة كذا» is «كذا»)."""
_KINDS: dict[MentionKind, EntityKind] = {
    "person": "person",
    "group": "group",
    "place": "place",
    "object": "object",
}


Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """What is known of groups: English names of actors, codes of countries, parties' words."""

    english: Mapping[str, str]  # by an actor's main name
    codes: Mapping[str, str]  # by a country's main name
    capitals: Mapping[tuple[str, ...], str]  # codes of countries by the keys of a capital's words
    parties: Parties


def sides(lexicon: Lexicon) -> Sides:
    """What the tables of a lexicon say of groups."""
    tables = [rows for name, rows in lexicon.tables.items() if name.startswith("actors")]
    english = {row["name"]: row.get("english", "") for rows in tables for row in rows}
    countries = lexicon.rows("countries")
    codes = {row["name"]: row["iso"] for row in countries}
    capitals = {_keys(c): r["iso"] for r in countries for c in r["capital"].split("|") if c}
    return Sides(english, codes, capitals, Parties(lexicon.rows("party_words")))


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


def group_mentions(given: Grouping) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """The report's entities, and the entity of every mention that has one."""
    groups: dict[Group, list[Mention]] = {}
    for m in given.mentions.found.values():
        if m.kind in _KINDS:
            name = given.names.get(m.id)
            groups.setdefault(_identity(m, given) if name is None else _person(name), []).append(m)
    _join_short_names(groups)
    entities: list[Entity] = []
    entity_of: dict[str, str] = {}
    for n, (who, members) in enumerate(groups.items(), 1):
        entities.append(_entity(f"n{n}", who, members, given.sides))
        entity_of.update((m.id, f"n{n}") for m in members)
    return tuple(entities), entity_of


def _entity(name: str, who: Group, members: list[Mention], known: Sides) -> Entity:
    spelt = dict.fromkeys(
        m.text for m in sorted(members, key=lambda m: (m.form != "name", m.start))
    )
    meant = who[1] if who[0] == "actor" else None
    if who[0] == "country":
        meant = next((n for n, code in known.codes.items() if code == who[1]), None)
    english = known.english.get(meant or "") or None
    return Entity(name, _KINDS[members[0].kind], next(iter(spelt)), tuple(spelt), meant, english)


def _identity(m: Mention, given: Grouping) -> Group:
    chunk, text = given.mentions.chunks[m.id], given.text
    words = text.words[chunk.first : chunk.last]
    skip = chunk.start - words[0].start if words else 0
    spelling = tuple(w.key[skip:] if n == 0 else w.key for n, w in enumerate(words))
    kind = "place" if m.kind == "group" and chunk.acts else m.kind
    if chunk.rule == "party-word":
        return _side(spelling, given)
    if chunk.proper and chunk.table.startswith("actors"):
        return ("actor", chunk.row["name"])
    capital = given.sides.capitals.get(spelling) if chunk.proper else None
    if capital is not None and (m.kind == "group" or chunk.table == "countries"):
        # where something happens the town, where somebody speaks or acts the government
        return ("country", capital) if m.kind == "group" else ("place", *spelling)
    if chunk.proper and chunk.row.get("iso"):
        return ("country", chunk.row["iso"])
    if kind == "place" and chunk.proper and chunk.klass in _SAME:
        first = chunk.head + 1 - chunk.first if chunk.rule == "place-head" else 0
        return (kind, *spelling[first:])
    if chunk.proper:
        return (kind, *spelling)
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


def _person(name: PersonName) -> Group:
    """Equal spellings of a name are one man, titles or not."""
    return ("person", name.key)


def _join_short_names(groups: dict[Group, list[Mention]]) -> None:
    """A single name that ends or opens one fuller name of the report, and no other, is that one."""
    full = {k: v for k, v in groups.items() if k[0] == "person" and len(v[0].text.split()) > 1}
    for k, members in list(groups.items()):
        if k[0] != "person" or k in full or members[0].form != "name":
            continue
        short = k[1]
        fits = [
            f for f in full if len(short) > 3 and (f[1].endswith(short) or f[1].startswith(short))
        ]
        if len(fits) == 1:
            groups[fits[0]].extend(members)
            del groups[k]
