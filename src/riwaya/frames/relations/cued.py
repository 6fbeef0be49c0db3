"""Relations that a word or phrase of `relation_cues` states between what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from riwaya.detection.analysis import Hit
from riwaya.detection.forms import RestWord
from riwaya.detection.letters import key
from riwaya.detection.text import Chunk
from riwaya.frames.relations.ends import KINDS, Side, behind
from riwaya.frames.relations.ends import before as ends_before
from riwaya.frames.relations.origins import moved
from riwaya.frames.relations.owned import phrases, type_of, whole
from riwaya.frames.relations.verbs import stated_by_verb
from riwaya.frames.ties import Tie, relation
from riwaya.frames.view import View
from riwaya.model import Row

_CLITICS = frozenset("بل")
_HELD = frozenset({"بيد", "في قبضه"})
_DEEDS = 7  # words before «بيد» in which a deed says how a place came into that hand


class Found(NamedTuple):
    """A cue over the words `first` to `last` (exclusive), and the clitic its second end bears."""

    first: int
    last: int
    row: Row
    hit: Hit
    clitics: frozenset[str] = frozenset()


def cued(v: View) -> Iterator[Tie]:
    """The relations of a sentence that its cues state."""
    before: tuple[Side, Tie] | None = None
    for i in range(v.sentence.first, v.sentence.last):
        found = [f for hit in v.text.infos[i].of("relation_cues") if (f := _at(v, i, hit))]
        for cue in sorted(found, key=lambda f: -f.last):
            verbal = cue.hit.form.pos == "verb"
            tie = stated_by_verb(v, i, cue.hit) if verbal else _phrased(v, cue, before)
            if tie is not None:
                far: Side = "subject" if cue.row["subject"] == "left" else "object"
                before = None if verbal else (far, tie)
                yield tie
                break


def _at(v: View, i: int, hit: Hit) -> Found | None:
    """A cue whose words stand from word `i` on; a clitic at its end stands on the next word."""
    form, split = hit.form, hit.split
    if form.pos == "verb":
        return Found(i, i + 1, form.row, hit)
    if split.prep or (split.cuts and len(split.stem) < 3):
        return None
    clitics = _clitics(hit)
    if not form.rest:
        return Found(i, i + 1, form.row, hit, clitics)
    last = _match(v, i, form.rest)
    return Found(i, last, form.row, hit, clitics) if last else None


def _match(v: View, i: int, rest: tuple[RestWord, ...]) -> int:
    """Where the words of a cue end, an adverb among them passed over; 0 where they do not stand."""
    j = i + 1
    for word in rest:
        if j < v.sentence.last and (v.text.is_a("formerly", j) or v.text.is_a("now", j)):
            j += 1
        if j >= v.sentence.last or v.text.words[j].key not in word.keys:
            return 0
        j += 1
    return j


@lru_cache(maxsize=4096)
def _lone(lemma: str) -> dict[tuple[str, int], frozenset[str]]:
    """The prepositions written on the word behind a cue, by its first word and how many it has."""
    found: dict[tuple[str, int], set[str]] = {}
    for variant in lemma.split("|"):
        words = variant.replace("ـ", "").split()
        if len(words) > 1 and words[-1] in _CLITICS:
            found.setdefault((key(words[0]), len(words) - 1), set()).add(words[-1])
    return {opening: frozenset(letters) for opening, letters in found.items()}


def _clitics(hit: Hit) -> frozenset[str]:
    """The prepositions that the word behind a cue must bear: «التابع ل»."""
    form = hit.form
    return _lone(form.row["lemma"]).get((key(hit.split.stem), 1 + len(form.rest)), frozenset())


def _phrased(v: View, cue: Found, before: tuple[Side, Tie] | None) -> Tie | None:
    """The relation of a fixed phrase: one end before it, the other right behind it."""
    row, kind = cue.row, cue.row["type"]
    far: Side = "subject" if row["subject"] == "left" else "object"
    near: Side = "object" if far == "subject" else "subject"
    if row[far] != "left" or _taken(v, cue) or _told(v, cue):
        return None
    kind, right = _right(v, cue, kind, near)
    if right is None:
        return None
    left = _joined(v, cue, before) or _left(v, cue, kind, far, right)
    if left is None or left.first == right.first:
        return None
    ends = {near: right, far: left}
    kind = _sharper(kind, cue, ends["subject"])
    return relation(kind, v, ends["subject"], ends["object"], (cue.first, cue.last), f"cued-{kind}")


def _left(v: View, cue: Found, kind: str, far: Side, right: Chunk) -> Chunk | None:
    """What stands before a cue; a successor is of the kind of whom he follows."""
    kinds = KINDS[kind][far]
    if kind == "succeeds":
        named = [c for c in v.chunks if c.last <= cue.first and c.kind == right.kind
                 and c.best.proper]  # fmt: skip
        return named[-1].best if named else ends_before(v, cue.first, kinds, touching=True)
    loose = kind == "leader_of" and far == "object"
    return ends_before(v, cue.first, kinds, touching=not loose)


def _joined(v: View, cue: Found, before: tuple[Side, Tie] | None) -> Chunk | None:
    """«… المنضوي تحت كذا والمدعوم من كذا»: both are said of one."""
    if before is None or cue.hit.split.conj != "و":
        return None
    side, tie = before
    ends = dict(tie.ends)
    other = ends["object" if side == "subject" else "subject"]
    near = isinstance(other, Chunk) and 0 <= cue.first - other.last <= 1
    left = ends[side]
    return left if near and isinstance(left, Chunk) else None


def _right(v: View, cue: Found, kind: str, side: Side) -> tuple[str, Chunk | None]:
    """What stands behind a cue; «من أبناء» of a tribe is membership, of a town origin."""
    genitive = cue.row[side] != "right"
    if genitive and not {"right", "genitive"} & set(cue.row[side].split("|")):
        return kind, None
    clitics = cue.clitics or (frozenset({"", "ل"}) if genitive else frozenset())
    i = cue.last
    if genitive and i < v.sentence.last and v.text.words[i].key.startswith("ال") and i not in v.at:
        i += 1  # «الخصم الأبرز لكذا»
    chunk = behind(v, i, KINDS[kind][side], clitics)
    if chunk is None and kind == "from":
        chunk = behind(v, cue.last, KINDS["member_of"][side])
        return (
            ("member_of", chunk) if chunk is not None and chunk.klass in _TRIBAL else (kind, None)
        )
    return kind, chunk


def _told(v: View, cue: Found) -> bool:
    """Whether a noun phrase around a cue says the same by itself («أحد قادة كذا», «شقيقه»)."""
    chunk = v.at.get(cue.first)
    for phrase in phrases(chunk) if chunk is not None else ():
        of = whole(phrase)
        covers = phrase.first <= cue.first < phrase.last
        kind = type_of(of)
        said = kind and (of.owner is not None or bool(of.pronoun))
        if kind == "kin_of" and cue.row["type"] == "from":
            continue  # «أحد أبناء مدينة كذا»
        if covers and said and of.head != cue.first:
            return True
    return False


_TRIBAL = frozenset({"tribe", "kin", "people"})


def _taken(v: View, cue: Found) -> bool:
    """«سقطت المدينة بيد كذا»: a deed, and no state that the sentence tells of."""
    town = cue.first + 1 < cue.last and v.text.infos[cue.first + 1].of("place_heads")
    if town and cue.row["type"] == "from" and moved(v, cue.first):
        return True  # «انسحب المقاتلون من بلدة كذا»
    if cue.first in v.trigger_at and v.trigger_at[cue.first].last > cue.first + 1:
        return True
    if " ".join(w.key for w in v.text.words[cue.first : cue.last]) not in _HELD:
        return False
    start = max(v.sentence.first, cue.first - _DEEDS)
    return any(j in v.trigger_at for j in range(start, cue.first))


def _sharper(kind: str, cue: Found, subject: Chunk) -> str:
    """«اللواء كذا التابع لكذا»: a unit of a force is part of it."""
    unit = subject.table.startswith("actors") or subject.rule == "unit-name"
    if kind == "affiliated_with" and subject.kind == "group" and "تابع ل" in cue.row["lemma"]:
        return "part_of" if unit or subject.klass == "force" else kind
    return kind
