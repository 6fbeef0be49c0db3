"""The two ends of a relation around its cue, and what kinds of noun phrases they may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from riwaya.detection.chunker import parse
from riwaya.detection.literals import QUOTES
from riwaya.detection.text import Chunk
from riwaya.frames.view import View

Side = Literal["subject", "object"]
_BODY = frozenset({"group", "body"})
"""A group that people are of: no country that stands for its government."""
_GROUP, PLACES = frozenset({"group"}), frozenset({"place"})
_PERSON, _PEOPLE = frozenset({"person"}), frozenset({"person", "group", "quantity"})
KINDS: dict[str, dict[Side, frozenset[str]]] = {
    "member_of": {"subject": _PEOPLE, "object": _BODY},
    "leader_of": {"subject": _PERSON | {"quantity"}, "object": _BODY},
    "spokesperson_of": {"subject": _PEOPLE, "object": _BODY},
    "part_of": {"subject": _GROUP, "object": _BODY},
    "affiliated_with": {"subject": _PEOPLE, "object": _GROUP},
    "backed_by": {"subject": _GROUP, "object": _GROUP | _PERSON},
    "allied_with": {"subject": _GROUP, "object": _GROUP},
    "opposed_to": {"subject": _GROUP, "object": _GROUP},
    "controls": {"subject": _GROUP, "object": PLACES},
    "present_in": {"subject": _PEOPLE, "object": PLACES},
    "from": {"subject": _PEOPLE, "object": PLACES},
    "kin_of": {"subject": _PERSON, "object": _PERSON},
    "succeeds": {"subject": _PERSON | _GROUP, "object": _PERSON | _GROUP},
}
"""The kinds of mention at each end, as relation_types.tsv has them; a count is of people."""
_MARKS = QUOTES | frozenset("،,()–-")
_FAR = 10  # words between an end and its cue


def fits(chunk: Chunk, kinds: frozenset[str]) -> bool:
    """Whether a noun phrase is of one of the kinds; a country may stand for its government."""
    if chunk.rule == "sides" or chunk.klass in ("measure", "party"):
        return False
    if kinds == _PERSON | {"quantity"} and chunk.kind == "group":
        return chunk.count is not None
    state = chunk.acts or chunk.table == "countries"
    return chunk.kind in kinds or (state and "group" in kinds and "body" not in kinds)


def named(chunk: Chunk) -> Chunk:
    """The person whom a noun phrase names, with his title or as the owner of a body: «جثمان
    العميد فلان»; else the phrase."""
    if chunk.kind == "person" and chunk.name is None and not chunk.proper:
        owner = chunk.owner
        if chunk.klass == "victim" and owner is not None and owner.kind == "person":
            return owner.best
    return chunk.best if chunk.kind == "person" else chunk


def trailing(chunk: Chunk) -> Chunk:
    """The person's name that a noun phrase ends in («منزل فلان»); else the phrase."""
    for inner in (*chunk.inner, *([chunk.name] if chunk.name else [])):
        if inner.last == chunk.last:
            return trailing(inner)
    return chunk


def before(v: View, i: int, kinds: frozenset[str], *, touching: bool) -> Chunk | None:
    """The noun phrase before word `i` that a cue there qualifies.

    `touching`: nothing but marks, a verb of being and words for the past may stand between, or
    phrases of other kinds that belong to it («لواء كذا في درعا، التابع …»).
    """
    if i > v.sentence.first and v.text.is_a("copula_pronoun", i - 1):
        i -= 1  # «وهما من أهالي كذا», «وهو من أبناء كذا»: of a man rather than of a group
        one = v.text.words[i].key.endswith("هو")
        people = [c for c in map(trailing, v.chunks) if c.last <= i and c.kind == "person"]
        if one and "person" in kinds and any(c.best.proper for c in people):
            return [c.best for c in people if c.best.proper][-1]
    around = v.at.get(i)
    if around is not None and around.first < i:
        inside = _deepest(around, i, kinds)
        return _opening(v, inside, i) if inside is not None else None
    for chunk in reversed(v.chunks):
        if chunk.last > i:
            continue
        if i - chunk.last > _FAR or _ended(v, chunk.last, i):
            return None
        if touching and not _only_marks(v, chunk.last, i):
            return None
        last = trailing(chunk)
        placed = chunk.kind == "place" and bool(v.preposition(chunk))
        for found in (last, chunk):
            if fits(found, kinds) and not (placed and "group" in kinds):
                return topic(v, named(found), kinds)
        if touching and not v.preposition(chunk) and chunk.kind not in ("time", "place"):
            return None
    return None


def topic(v: View, chunk: Chunk, kinds: frozenset[str]) -> Chunk:
    """«…، وهي قوة حليفة لكذا»: of a noun behind «وهي» the one that «وهي» takes up."""
    i = chunk.first - 1
    state = chunk.kind == "person" and v.text.words[chunk.first].text.endswith("ا")
    taken_up = i >= v.sentence.first and v.text.is_a("copula_pronoun", i)
    if chunk.proper or not (taken_up or (state and not chunk.definite)):
        return chunk  # «ظهر فلان مقاتلا في …»
    earlier = (trailing(c) for c in reversed(v.chunks) if c.last <= i)
    return next((named(c) for c in earlier if fits(c, kinds) and c.proper), chunk)


def _deepest(chunk: Chunk | None, i: int, kinds: frozenset[str]) -> Chunk | None:
    """The innermost noun phrase of a kind that opens before word `i` and goes up to it."""
    if chunk is None or not chunk.first < i < chunk.last:
        return None
    for inner in (chunk.owner, *chunk.inner):
        if inner is not None and (found := _deepest(inner, i, kinds)):
            return found
    ending = next(
        (c for c in chunk.inner if c.last == i and fits(c, kinds) and not c.announced), None
    )
    return ending or (chunk if fits(chunk, kinds) else None)


def _opening(v: View, chunk: Chunk, i: int) -> Chunk:
    """The part of a noun phrase before word `i` («القوات» of «القوات المدعومة من كذا»)."""
    if chunk.last <= i:
        return named(chunk)
    while i > chunk.first + 1 and v.text.words[i - 1].text in _MARKS:
        i -= 1
    inner = [c for c in chunk.inner if c.last <= i]
    if chunk.name is not None and chunk.name.last <= i:
        return chunk.name
    return replace(chunk, last=i, end=v.text.words[i - 1].end, inner=inner, owner=None)


def _only_marks(v: View, i: int, j: int) -> bool:
    """Whether only marks, words of being, of the past, and phrases stand among the words."""
    return all(
        v.text.words[k].text in _MARKS or k in v.at or v.text.is_a("preposition", k)
        or v.text.words[k].key.startswith("ال")
        or any(v.text.is_a(r, k) for r in ("copula", "formerly", "relative", "past_auxiliary"))
        for k in range(i, j)
    )  # fmt: skip


def _ended(v: View, i: int, j: int) -> bool:
    return any(v.bounds.get(k) in ("stop", "contrast", "that") for k in range(i, j))


def behind(
    v: View, i: int, kinds: frozenset[str], clitics: frozenset[str] = frozenset()
) -> Chunk | None:
    """The noun phrase that opens at word `i`, or behind a mark there; with one of the clitics."""
    for chunk in _behind(v, i):
        if clitics and chunk.prep not in clitics:
            continue
        if fits(chunk, kinds):
            return named(chunk)
        if chunk.owner is not None and chunk.kind in ("object", "place") and "group" in kinds:
            return chunk.owner if fits(chunk.owner, kinds) else None
    return None


def _behind(v: View, i: int) -> Iterator[Chunk]:
    end = v.sentence.last
    for j in (i, i + 1):
        if j >= end:
            return
        chunk = v.at.get(j)
        if chunk is not None and (chunk.first == j or chunk.first == i - 1):
            yield chunk
        inner = parse(v.text, j, end) if chunk is None or chunk.first < j else None
        if inner is not None and inner.first == j:
            yield inner
        if v.text.words[j].text not in _MARKS and not v.text.is_a("each", j):
            return
