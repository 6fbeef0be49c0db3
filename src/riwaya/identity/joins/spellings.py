"""Mentions with one key and other words: spellings of a name, names of a listed actor, a
government and its capital."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.identity.joins import Join, Known
from riwaya.identity.keys import Group
from riwaya.model import Mention


def spellings(known: Known) -> Iterator[Join]:
    """Each further wording of one key, joined to the first."""
    for key, members in known.groups.items():
        seen: dict[str, Mention] = {}
        for m in sorted(members, key=lambda m: (m.start, m.end)):
            wording = _wording(known, m)
            if wording in seen or (seen and _inside(m, seen)):
                continue
            if seen:
                first = next(iter(seen.values()))
                yield Join(first.id, m.id, _rule(key, m))
            seen[wording] = m


def _wording(known: Known, m: Mention) -> str:
    """A mention's words; those behind «لـ» as they are without it («لحركة» of «للحركة»)."""
    chunk = known.given.mentions.chunks[m.id]
    return f"ا{m.text}" if chunk.prep == "ل" and m.text.startswith("ل") else m.text


def _inside(m: Mention, seen: dict[str, Mention]) -> bool:
    """Whether a mention stands in another one: a name in its titled phrase."""
    return any((o.start <= m.start and m.end <= o.end) or (m.start <= o.start and o.end <= m.end)
               for o in seen.values())  # fmt: skip


def _rule(key: Group, m: Mention) -> str:
    if key[0] == "actor":
        return "synonym" if m.form == "name" else "its-men"
    if key[0] == "country":
        return "government"
    return "spelling"
