"""Place phrases of a report taken apart: the name, its generic heads, what it is said to lie in.

Takes: the mentions and views of a report. Gives: a `Spot` for each place mention.
Never: chooses a place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from riwaya.detection.literals import QUOTES
from riwaya.detection.text import Chunk, Text
from riwaya.frames.view import View, wider
from riwaya.identity.places.gazetteer import Gazetteer, Place
from riwaya.model import Row

if TYPE_CHECKING:
    from riwaya.frames.statements import Mentions


_NOUNS = frozenset({"settlement", "admin", "quarter"})


@dataclass(slots=True)
class Spot:
    """One place mention: its innermost name, the generic heads over it, innermost last.

    `head` is the noun that says what the named place is («بلدة»); `within` are the spots that
    the report says it lies in, `shared` those of the place joined to it, which may be its own too,
    `beside` those it is measured from; `holds` lie in this one.
    """

    mention: str
    chunk: Chunk
    leaf: Chunk
    heads: tuple[Row, ...]
    head: Row | None
    candidates: tuple[Place, ...]
    keys: tuple[str, ...] = ()  # of the name
    within: list[Spot] = field(default_factory=list)
    shared: list[Spot] = field(default_factory=list)  # what the place joined to it lies in
    beside: list[Spot] = field(default_factory=list)
    holds: list[Spot] = field(default_factory=list)
    between: bool = False  # «على الطريق بين كذا وكذا»
    border: bool = False  # «على الحدود مع كذا»
    chosen: Place | None = None

    @property
    def generic(self) -> bool:
        """Whether its name is a generic noun alone («المدينة», «الحارة»)."""
        alone = self.leaf.last - self.leaf.first == 1 and not self.leaf.proper
        return alone and self.leaf.rule == "place-head" and self.leaf.klass in _NOUNS

    @property
    def moved(self) -> bool:
        """Whether the phrase means something beside the named place («شمالي كذا», «ريف كذا»)."""
        return self.leaf is not self.chunk


def spots(mentions: Mentions, views: list[View], text: Text, gazetteer: Gazetteer) -> list[Spot]:
    """The place mentions of a report in the order of the text, with their candidates."""
    found: dict[int, Spot] = {}
    for name, chunk in mentions.chunks.items():
        if chunk.kind == "place" and mentions.found[name].kind == "place":
            found[id(chunk)] = _spot(name, chunk, text, gazetteer)
    for v in views:
        _state(v, found)
    return sorted(found.values(), key=lambda s: s.chunk.start)


_PARTS = ("site", "district")  # levels at which a town's own part is called «مدينة كذا»


def _spot(mention: str, chunk: Chunk, text: Text, gazetteer: Gazetteer) -> Spot:
    heads: list[Row] = []
    leaf = chunk
    while True:
        head = _head(text, leaf)
        inner = next((c for c in leaf.inner if c.kind == "place"), None)
        if inner is None or leaf.rule == "place-listed":
            break
        if head is not None:
            heads.append(head)
        leaf = inner
    whole = _keys(text, leaf, leaf.first)
    if head is None and all(p.level in _PARTS for p in gazetteer.named(whole)):
        head = _opening_head(text, leaf) if leaf.last - leaf.first > 1 else None
    if head is None:
        found, keys = gazetteer.spelt(whole), whole
    else:
        found, keys = _headed(text, leaf, whole, gazetteer)
    border = any(text.is_a("border", i) for i in range(chunk.first, chunk.last))
    return Spot(mention, chunk, leaf, tuple(heads), head, found, tuple(keys), border=border)


def _head(text: Text, chunk: Chunk) -> Row | None:
    return _opening_head(text, chunk) if chunk.rule == "place-head" else None


def _opening_head(text: Text, chunk: Chunk) -> Row | None:
    """The generic noun that a place's phrase opens with, its name behind it."""
    hits = [h for h in text.infos[chunk.head].of("place_heads") if not h.split.article]
    return hits[0].form.row if hits else None


def _headed(
    text: Text, chunk: Chunk, whole: list[str], gazetteer: Gazetteer
) -> tuple[tuple[Place, ...], list[str]]:
    """Places called by the whole phrase («جبل الزاوية») and by the name behind its head."""
    named = gazetteer.named(whole)
    first = chunk.head + 1
    while first < chunk.last:
        name = _keys(text, chunk, first)
        second = first + 1 < chunk.last and _is_head(text, first)
        for last in range(len(name), int(second), -1):
            if part := gazetteer.spelt(name[:last]):
                return tuple(dict.fromkeys((*named, *part))), name[:last]
        if not second:
            break
        first += 1  # «سوق مدينة كذا»: a second generic noun is no name by itself
    return named, whole


def _is_head(text: Text, i: int) -> bool:
    return any(not h.split.article for h in text.infos[i].of("place_heads"))


def _keys(text: Text, chunk: Chunk, first: int) -> list[str]:
    """The spelling keys of a phrase's words from `first` on, clitics and quotes left out."""
    words = [w for w in text.words[first : chunk.last] if w.text not in QUOTES]
    keys = [w.key for w in words]
    if first == chunk.first and keys:
        keys[0] = (
            keys[0][chunk.start - words[0].start :] if chunk.start > words[0].start else keys[0]
        )
        if words[0].key.startswith("لل", chunk.start - words[0].start - 1) and chunk.prep == "ل":
            keys[0] = "ا" + keys[0]
    return [k for k in keys if k]


def _state(v: View, found: dict[int, Spot]) -> None:
    """Notes what each place of a sentence is said to lie in; places joined by «و» share it."""
    places = [c for c in v.chunks if c.kind == "place" and id(c) in found]
    for chunk in places:
        spot = found[id(chunk)]
        spot.between = chunk.first > v.sentence.first and v.text.is_a("between", chunk.first - 1)
        inside = wider(v, chunk)
        if inside is None or id(inside) not in found or spot.border or _goes_to(v, inside, chunk):
            continue
        measured = chunk.rule == "place-direction" and not _large(spot)
        (found[id(inside)].beside if measured else found[id(inside)].within).append(spot)
    for before, after in reversed(list(pairwise(places))):
        if after.conj and after.first - before.last <= 1:
            one, two = found[id(before)], found[id(after)]
            two.between = two.between or one.between
            if not one.within:
                one.shared += two.within + two.shared
    for chunk in places:
        _share(found, found[id(chunk)], chunk)


def _large(spot: Spot) -> bool:
    """Whether it is no town but an area, a part of which a direction means («شمالي سوريا»)."""
    return bool(spot.candidates) and all(
        c.level in ("country", "region", "governorate") for c in spot.candidates
    )


def _goes_to(v: View, inside: Chunk, chunk: Chunk) -> bool:
    """Whether a preposition of movement stands between («من كذا إلى كذا»)."""
    between = range(inside.last, chunk.first)
    return any(
        v.text.is_a("preposition", i) and v.text.words[i].key not in v.text.roles["in"]
        for i in between
    )


def _share(found: dict[int, Spot], spot: Spot, chunk: Chunk) -> None:
    """What holds of a phrase holds of the place named inside it."""
    for outer in (*spot.within, *spot.shared):
        outer.holds.append(spot)
    for inner in chunk.inner:
        if id(inner) in found:
            other = found[id(inner)]
            other.within += spot.within
            other.shared += spot.shared
            other.beside += spot.beside
            other.holds += spot.holds
            other.between = other.between or spot.between
            _share(found, other, inner)
