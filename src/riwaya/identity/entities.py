"""Mentions of one person, group or place made an entity, each join with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from riwaya.detection.text import Chunk
from riwaya.frames.aliases import Alias
from riwaya.identity.joins import Join, Known, all_joined
from riwaya.identity.joins.descriptions import descriptions
from riwaya.identity.joins.short_names import short_names
from riwaya.identity.joins.spellings import spellings
from riwaya.identity.keys import Group, Grouping, Sides, key_of
from riwaya.model import Entity, EntityKind, Mention, MentionKind

_KINDS: Mapping[MentionKind, EntityKind] = {
    "person": "person", "group": "group", "place": "place", "object": "object",
}  # fmt: skip


def group_mentions(
    given: Grouping, aliases: Iterable[Alias], apart: Iterable[tuple[str, str]]
) -> tuple[tuple[Entity, ...], dict[str, str], list[Join]]:
    """The report's entities, the entity of every mention that has one, and the joins made.

    `apart` are pairs of mentions that the report says are two, as a man and his brother.
    """
    groups: dict[Group, list[Mention]] = {}
    keys: dict[str, Group] = {}
    for m in given.mentions.found.values():
        if m.kind in _KINDS:
            keys[m.id] = key_of(m, given)
            groups.setdefault(keys[m.id], []).append(m)
    pairs = {frozenset(pair) for pair in apart}
    _part(given, pairs, groups, keys)
    known = Known(
        given, groups, keys, pairs,
        {s.first: n for n, s in enumerate(given.text.sentences)}, _titles(given), _within(groups),
    )  # fmt: skip
    joins = all_joined(known, _stated(known, aliases))  # what is said goes before what is seen
    joins += all_joined(known, spellings(known))
    joins += all_joined(known, list(short_names(known)))
    joins += all_joined(known, descriptions(known))
    return *_entities(known, given.sides), joins


def _part(
    given: Grouping, apart: Iterable[frozenset[str]], groups: dict[Group, list[Mention]],
    keys: dict[str, Group],
) -> None:  # fmt: skip
    """Gives the later of two people of one key that are told apart a key of his own, with the
    titled phrase around his name: «أحمد سالم ونجله أحمد سالم»."""
    found, chunks = given.mentions.found, given.mentions.chunks
    for pair in apart:
        both = sorted((found[name] for name in pair if name in keys), key=lambda m: m.start)
        if len(both) != 2 or both[0].kind != "person" or keys[both[0].id] != keys[both[1].id]:
            continue
        later, old = both[1], keys[both[1].id]
        names = (chunks[m.id].name for m in groups[old])
        his = [
            m for m, name in zip(groups[old], names, strict=True)
            if m is later or (name is not None and given.mentions.id_of(name) == later.id)
        ]  # fmt: skip
        groups[old] = [m for m in groups[old] if m not in his]
        groups[(*old, later.id)] = his
        keys.update((m.id, (*old, later.id)) for m in his)


def _titles(given: Grouping) -> dict[str, tuple[Chunk, ...]]:
    """The titled phrases around each name."""
    found: dict[str, tuple[Chunk, ...]] = {}
    for chunk in given.mentions.chunks.values():
        inner = given.mentions.id_of(chunk.name) if chunk.name is not None else None
        if inner is not None:
            found[inner] = (*found.get(inner, ()), chunk)
    return found


def _within(groups: Mapping[Group, list[Mention]]) -> frozenset[str]:
    """Groups named inside the name of another («شورى كذا» in «مجلس شورى كذا»)."""
    every = [m for members in groups.values() for m in members if m.kind == "group"]
    ordered = sorted(every, key=lambda m: (m.start, -m.end))
    found: set[str] = set()
    reach, opened = -1, ""
    for m in ordered:
        if m.end <= reach and m.form == "name" and opened == "name":
            found.add(m.id)
        elif m.end > reach:
            reach, opened = m.end, m.form
    return frozenset(found)


def _stated(known: Known, aliases: Iterable[Alias]) -> Iterable[Join]:
    """What the text itself says is one."""
    for alias in aliases:
        ends = [known.given.mentions.id_of(c) for c in (alias.named, alias.second)]
        one, two = ends
        if one and two and one != two and one in known.key_of and two in known.key_of:
            yield Join(one, two, alias.rule)


def _entities(known: Known, sides: Sides) -> tuple[tuple[Entity, ...], dict[str, str]]:
    whole: dict[Group, list[Mention]] = {}
    for key, members in known.groups.items():
        whole.setdefault(known.root(key), []).extend(members)
    entities: list[Entity] = []
    entity_of: dict[str, str] = {}
    for n, members in enumerate(whole.values(), 1):
        keys = dict.fromkeys(known.key_of[m.id] for m in members)
        entities.append(_entity(f"n{n}", list(keys), members, known, sides))
        entity_of.update((m.id, f"n{n}") for m in members)
    return tuple(entities), entity_of


def _entity(
    name: str, keys: list[Group], members: list[Mention], known: Known, sides: Sides
) -> Entity:
    ordered = sorted(members, key=lambda m: (m.form != "name", m.start))
    spelt = dict.fromkeys(m.text for m in ordered)
    meant = next((m for key in keys if (m := _meant(key, members, known, sides))), None)
    english = sides.english.get(meant or "") or None
    return Entity(name, _KINDS[members[0].kind], next(iter(spelt)), tuple(spelt), meant, english)


def _meant(key: Group, members: list[Mention], known: Known, sides: Sides) -> str | None:
    """The listed actor that a key means; of a country its army where nothing else is named."""
    if key[0] == "actor":
        return key[1]
    if key[0] != "country":
        return None
    rows = {known.given.mentions.chunks[m.id].row.get("name", "") for m in members}
    if len(rows) == 1 and (only := next(iter(rows))) in sides.serves:
        return only
    return next((n for n, code in sides.codes.items() if code == key[1]), None)
