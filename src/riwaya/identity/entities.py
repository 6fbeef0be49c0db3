"""Mentions of one person, group or place grouped: by listed name, by spelling, by short form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from riwaya.detection.text import Chunk, Text
from riwaya.model import Entity, EntityKind, Mention, MentionKind

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


def group_mentions(mentions: Mentions, text: Text) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """The report's entities, and the entity of every mention that has one."""
    groups: dict[tuple[str, ...], list[Mention]] = {}
    for m in mentions.found.values():
        if m.kind in _KINDS:
            groups.setdefault(_identity(m, mentions.chunks[m.id], text), []).append(m)
    _join_short_names(groups)
    entities: list[Entity] = []
    entity_of: dict[str, str] = {}
    for n, members in enumerate(groups.values(), 1):
        kind = _KINDS[members[0].kind]
        names = dict.fromkeys(
            m.text for m in sorted(members, key=lambda m: (m.form != "name", m.start))
        )
        entities.append(Entity(f"n{n}", kind, next(iter(names)), tuple(names)))
        entity_of.update((m.id, f"n{n}") for m in members)
    return tuple(entities), entity_of


def _identity(m: Mention, chunk: Chunk, text: Text) -> tuple[str, ...]:
    words = text.words[chunk.first : chunk.last]
    skip = chunk.start - words[0].start if words else 0
    spelling = tuple(w.key[skip:] if n == 0 else w.key for n, w in enumerate(words))
    kind = "place" if m.kind == "group" and chunk.acts else m.kind
    if chunk.proper and chunk.table.startswith("actors"):
        return ("actor", chunk.row["name"])
    if chunk.proper and chunk.row.get("iso"):
        return ("country", chunk.row["iso"])
    if kind == "place" and chunk.proper and chunk.klass in _SAME:
        first = chunk.head + 1 - chunk.first if chunk.rule == "place-head" else 0
        return (kind, *spelling[first:])
    if chunk.proper:
        return (kind, *_plain(spelling, kind))
    return (kind, m.id) if not chunk.definite else (kind, *spelling)


def _plain(spelling: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """Joined and split kunyas and servants' names alike; a kunya's case does not count."""
    if kind != "person":
        return spelling
    joined = "".join(spelling)
    for case in ("ابا", "ابي"):
        if joined.startswith(case):
            joined = "ابو" + joined[3:]
    return (joined,)


def _join_short_names(groups: dict[tuple[str, ...], list[Mention]]) -> None:
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
