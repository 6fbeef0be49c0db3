"""Relations inside a noun phrase: a post with what it is a post of, a fighter with his force."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from riwaya.detection.chunker import parse
from riwaya.detection.literals import QUOTES
from riwaya.detection.text import Chunk
from riwaya.frames.relations.ends import trailing
from riwaya.frames.relations.subjects import bearer
from riwaya.frames.ties import Tie, relation
from riwaya.frames.view import View

_MEMBERS = frozenset({"fighter", "soldier", "police", "official", "person", "victim", "detainee"})
_TABLES = frozenset({"people", "collectives", "function_words"})
_KIN = frozenset({"kin"})
_CROWDS = frozenset({"media", "crowd", "kin", "party", "civilian", "person"})
_FORCES = frozenset({"state_force", "rebel", "militia", "political", "force"})
_OFFICE = 4  # words of an office between its noun and the body
_TIED = frozenset({"victim", "detainee", "person", "official"})
"""Classes of people who belong to a group only where «من» or «في» says so."""


def owned(v: View) -> Iterator[Tie]:
    """The relations that the noun phrases of a sentence hold by themselves."""
    yield from _siblings(v)
    yield from _offices(v)
    yield from _parts(v)
    for chunk in v.chunks:
        for phrase in phrases(chunk):
            yield from _owned(v, phrase)


def phrases(chunk: Chunk) -> Iterator[Chunk]:
    """A noun phrase and those in it; what «أحد» picks from is the phrase itself."""
    yield chunk
    of = whole(chunk)
    for inner in (*of.inner, *([of.owner] if of.owner and not of.inner else [])):
        yield from phrases(inner)


def _siblings(v: View) -> Iterator[Tie]:
    """«الشقيقين عمر وعلي الدليمي»: two names behind a word for brothers or sisters."""
    for one, two in pairwise(v.chunks):
        i = one.first - 1
        pair = one.proper and two.proper and one.kind == two.kind == "person" and two.conj == "و"
        if pair and i >= v.sentence.first and v.text.is_a("siblings", i):
            yield relation("kin_of", v, one, two, (i, one.first), "owned-siblings")


def _parts(v: View) -> Iterator[Tie]:
    """«قائد اللواء 62 في الجيش»: a unit by its name, in the force that stands behind it."""
    for one, force in pairwise(v.chunks):
        i = one.last
        inside = i == force.first - 1 and (
            v.text.words[i].key in v.text.roles["in"] or v.text.is_a("from", i)
        )
        unit = trailing(one.owner or one)
        named = unit.kind == "group" and unit.rule == "unit-name" and unit.last == i
        if inside and named and force.proper and force.klass in _FORCES and is_body(force):
            yield relation("part_of", v, unit, force, (i, i + 1), "owned-part")


def _offices(v: View) -> Iterator[Tie]:
    """«مسؤول التموين في الحزب»: an office of any name, in the group that stands behind it."""
    for n, chunk in enumerate(v.chunks[:-1]):
        office = chunk.klass in ("official", "leader") and chunk.kind == "person"
        if not office or chunk.owner is not None or chunk.last - chunk.first > 1:
            continue
        body, i = v.chunks[n + 1], chunk.last
        gap = [j for j in range(i, body.first) if v.text.words[j].text not in QUOTES]
        if not 1 < len(gap) <= _OFFICE or v.text.words[gap[-1]].key not in v.text.roles["in"]:
            continue
        named = all(v.text.words[j].key.startswith("ال") for j in gap[:-1])
        if named and is_body(body):
            after = v.chunks[n + 2] if n + 2 < len(v.chunks) else None
            behind = after is not None and after.proper and after.kind == "person" and all(
                v.text.words[j].text in QUOTES for j in range(body.last, after.first)
            )  # fmt: skip
            who = after.best if behind and after is not None else chunk
            yield relation("leader_of", v, who, body, (chunk.head, body.first), "owned-office")


def whole(chunk: Chunk) -> Chunk:
    """Of «أحد أبرز قادة كذا» the phrase that «أحد» and «أبرز» pick from."""
    while chunk.rule == "ranged" and chunk.inner:
        chunk = chunk.inner[0]
    return chunk


def _owned(v: View, chunk: Chunk) -> Iterator[Tie]:
    of = whole(chunk)
    if of.table == "people" and any(
        h.form.pos == "phrase" and h.form.row["type"] != "member_of"
        for h in v.text.infos[of.head].of("relation_cues")
    ):
        return  # «الموالية لكذا»: a tie that `cued` states
    one = chunk.count is not None or (chunk.rule == "ranged" and chunk.number == "sg")
    kind = type_of(chunk if one else of)  # «أحد قادة كذا»
    owner = _owner(v, of, kind)
    if owner is None or not kind:
        return
    words = (chunk.head, max(chunk.head + 1, owner.first))
    for subject in bearer(v, chunk):
        yield relation(kind, v, subject, owner, words, f"owned-{kind.split('_')[0]}")


def type_of(chunk: Chunk) -> str:
    """The relation that a noun of people has to what it belongs to; empty for none."""
    several = chunk.number != "sg" and chunk.count is None
    if chunk.row.get("relation"):
        return "" if several and chunk.row["relation"] != "kin_of" else str(chunk.row["relation"])
    if chunk.table == "posts" or chunk.kind == "object" or chunk.proper or several:
        return ""
    if chunk.klass == "leader":
        return "leader_of"
    if chunk.klass in _KIN:
        return "kin_of"
    member = chunk.klass in _MEMBERS and chunk.table in _TABLES
    return "member_of" if member or (chunk.count is not None and chunk.kind == "group") else ""


def _owner(v: View, chunk: Chunk, kind: str) -> Chunk | None:
    """What a noun of people belongs to: a group, of kin a person; the body that its post names."""
    owner = chunk.owner
    if kind == "kin_of":
        if owner is None or owner.kind != "person" or owner.pronoun:
            return None
        nameless = chunk.name is None and owner.proper and owner.last - owner.first == 1
        return None if nameless and not chunk.definite else owner.best  # «ابن خلدون»
    if kind == "leader_of" and owner is not None and owner.klass == "area":
        return owner  # «آمر المنطقة العسكرية»: a command
    if owner is not None and owner.kind == "group":
        loose = kind == "member_of" and chunk.klass in _TIED and owner.first == chunk.head + 1
        return owner if is_body(owner) and not (loose and not owner.prep) else None
    return _body_in_post(v, chunk) if kind == "leader_of" else None


def is_body(chunk: Chunk) -> bool:
    """Whether a group is one that people lead and belong to: named or definite, no crowd."""
    if chunk.klass in _CROWDS or chunk.rule == "sides":
        return False
    if chunk.proper:
        return True
    crowd = chunk.table in ("people", "sources", "posts", "") or chunk.count is not None
    return chunk.kind == "group" and chunk.definite and not crowd and not chunk.pronoun


def _body_in_post(v: View, chunk: Chunk) -> Chunk | None:
    """«قائد شرطة كذا», «مدير أمن كذا»: the body that is the second word of the post itself."""
    first = chunk.head + 1
    if chunk.table != "posts" or " " not in str(chunk.row.get("post", "")):
        return None
    if first >= chunk.last or not _is_unit(v, first):
        return None
    found = parse(v.text, first, v.sentence.last)
    if found is not None and found.last >= chunk.last and is_body(found):
        return found
    words, last = v.text.words, chunk.owner.last if chunk.owner is not None else chunk.last
    if chunk.name is not None:
        last = min(last, chunk.name.first)
    if chunk.owner is None or last <= first:
        return None
    return Chunk(
        "group", first, last, words[first].start, words[last - 1].end, first, klass="body",
        definite=True, rule="body-in-post", owner=chunk.owner,
    )  # fmt: skip


def _is_unit(v: View, i: int) -> bool:
    return any(h.form.row["unit"] == "yes" for h in v.text.infos[i].of("collectives"))
