"""Event words of a sentence: listed forms whose context allows them, traps left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from riwaya.detection.analysis import Hit
from riwaya.detection.forms import RestWord, parse_phrase
from riwaya.detection.letters import key
from riwaya.detection.text import Text
from riwaya.frames.frame_table import Frame
from riwaya.frames.view import Trigger, View
from riwaya.model import Lexicon

_GAP = 8
Traps = Mapping[str, Sequence[tuple[RestWord, ...]]]


def traps(lexicon: Lexicon) -> Traps:
    """Phrases in which event words tell of no event, by the key of their first word."""
    found: dict[str, list[tuple[RestWord, ...]]] = {}
    for row in lexicon.rows("event_traps"):
        first, rest = parse_phrase(row["phrase"])
        for choice in first.split("|"):
            found.setdefault(key(choice), []).append(rest)
    return found


def find_triggers(v: View, frames: Mapping[str, Frame], trapped: Traps) -> None:
    """Adds the sentence's triggers to its view, none overlapping another."""
    text = v.text
    blocked = _trapped(v, trapped)
    i = v.sentence.first
    while i < v.sentence.last:
        hits = text.infos[i].of("triggers")
        best = _best(v, i, hits, frames) if hits and i not in blocked else None
        if best is None:
            i += 1
            continue
        v.triggers.append(best)
        for j in range(best.first, best.last):
            if not best.between or not best.between[0] <= j < best.between[1]:
                v.trigger_at[j] = best
        i = best.between[0] if best.between else best.last


def _best(v: View, i: int, hits: tuple[Hit, ...], frames: Mapping[str, Frame]) -> Trigger | None:
    found: list[tuple[tuple[int, ...], Trigger]] = []
    for n, hit in enumerate(hits):
        if not _fits(v, i, hit):
            continue
        ends = match_rest(v, i, hit.form.rest)
        if ends is None:
            continue
        last, between = ends
        row = hit.form.row
        if not _context(v, i, last, hit):
            continue
        trigger = Trigger(i, last, hit, frames.get(row["frame"], frames[""]), row["type"], between)
        rank = (-len(hit.form.rest), hit.split.cuts, -len(row["context"]), n)
        found.append((rank, trigger))
    if not found:
        return None
    return min(found, key=lambda x: x[0])[1]


def _fits(v: View, i: int, hit: Hit) -> bool:
    """Whether the word, as cut, can be this form here."""
    form, split = hit.form, hit.split
    if i in v.trigger_at:
        return False
    chunk = v.at.get(i)
    if chunk is None:
        return True
    if chunk.proper and chunk.name is None or chunk.kind in ("time", "place"):
        return False
    if chunk.name and chunk.name.first <= i < chunk.name.last:
        return False
    for part in chunk.inner:
        if part.proper and part.first <= i < part.last:
            return False
    if form.pos == "verb":
        return chunk.first == i and chunk.last == i + 1 and chunk.table in ("given_names", "family_names", "")
    return split.cuts <= 2


def match_rest(v: View, i: int, rest: Sequence[RestWord]) -> tuple[int, tuple[int, int] | None] | None:
    """Where a phrase that opens at `i` ends, and its gap; None where it does not stand here."""
    j = i + 1
    between: tuple[int, int] | None = None
    for word in rest:
        k = _find(v, j, word)
        if k is None:
            return None
        if k > j:
            between = (j, k)
        j = k + 1
    return j, between


def _find(v: View, j: int, word: RestWord) -> int | None:
    reach = j + (_GAP if word.gap else 1)
    for k in range(j, min(reach, v.sentence.last)):
        if _same(v.text, k, word):
            return k
        if v.bounds.get(k) in ("stop", "that"):
            return None
    return None


def _same(text: Text, k: int, word: RestWord) -> bool:
    found = text.words[k].key
    if found in word.keys:
        return True
    if found.startswith("ال") and found[2:] in word.keys:
        return True
    if found.endswith("ا") and found[:-1] in word.keys:
        return True
    if word.pronoun:
        return any(found.startswith(k2[:-1] if k2.endswith("ه") else k2) and 0 < len(found) - len(k2) + 1 <= 4 for k2 in word.keys)
    return False


@lru_cache(maxsize=4096)
def _conditions(context: str) -> tuple[tuple[str, frozenset[str]], ...]:
    found = []
    for part in context.split(";"):
        if ":" in part:
            name, value = part.strip().split(":", 1)
            found.append((name, frozenset(key(w.strip()) for w in value.split("|"))))
    return tuple(found)


def _context(v: View, i: int, last: int, hit: Hit) -> bool:
    context = hit.form.row["context"]
    if not context:
        return True
    return all(_holds(v, i, last, name, value, hit) for name, value in _conditions(context))


def _holds(v: View, i: int, last: int, name: str, value: frozenset[str], hit: Hit) -> bool:
    if name == "prep":
        return _prepositions_after(v, last, value)
    if name == "not":
        return not _near(v, i, value)
    if name == "tense":
        return hit.form.tense in value
    if name == "with":
        return _near(v, i, value)
    if name in ("object", "target"):
        return _argument_after(v, last, value)
    return True


def _prepositions_after(v: View, i: int, wanted: frozenset[str]) -> bool:
    """Whether one of the prepositions follows in the clause, as a word or written on one."""
    text = v.text
    for j in range(i, min(i + 12, v.sentence.last)):
        word = text.words[j].key
        if word in wanted:
            return True
        chunk = v.at.get(j)
        prep = chunk.prep if chunk and chunk.first == j else ""
        if prep and prep in wanted:
            return True
        if word[0] in wanted and len(word) > 3 and (word[1:3] == "ال" or word[:2] == "لل" or _cut_known(text, j, word[0])):
            return True
        if any(len(w) > 1 and word.startswith(w) and 0 < len(word) - len(w) <= 3 for w in wanted):
            return True
        if v.bounds.get(j) in ("stop", "that", "contrast", "coordinator"):
            return False
        if j in v.trigger_at and v.trigger_at[j].verbal:
            return False
    return False


def _cut_known(text: Text, j: int, prep: str) -> bool:
    return any(h.split.prep == prep for hits in text.infos[j].hits.values() for h in hits)


def _near(v: View, i: int, wanted: frozenset[str]) -> bool:
    first, last = max(v.sentence.first, i - 14), min(v.sentence.last, i + 15)
    for j in range(first, last):
        if j == i:
            continue
        word = v.text.words[j].key
        if word in wanted or _bare(word) in wanted:
            return True
    return False


@lru_cache(maxsize=1 << 16)
def _bare(word: str) -> str:
    for _ in range(2):
        if len(word) > 3 and word[0] in "وفبكل" and word[1:3] in ("ال", "لل"):
            word = word[1:]
    if word.startswith("لل") and len(word) > 4:
        return word[2:]
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


_KINDS = {"place": ("place",), "person": ("person", "group", "quantity"), "force": ("group", "object", "person"), "object": ("object",), "group": ("group",)}


def _argument_after(v: View, i: int, value: frozenset[str]) -> bool:
    kinds = {k for w in value for k in _KINDS.get(w, ())}
    for j in range(i, min(i + 8, v.sentence.last)):
        chunk = v.at.get(j)
        if chunk and chunk.first == j and (chunk.kind in kinds or (chunk.acts and "group" in kinds)):
            return True
        if v.bounds.get(j) in ("stop", "that"):
            break
    return bool(kinds & {"group", "person"}) and any(
        c.kind in kinds for c in v.chunks if i - 8 < c.first < i
    ) and "force" in value


def _trapped(v: View, trapped: Traps) -> set[int]:
    blocked: set[int] = set()
    text = v.text
    for i in range(v.sentence.first, v.sentence.last):
        word = text.words[i].key
        for form in {word, word[1:], _bare(word)}:
            for rest in trapped.get(form, ()):
                ends = match_rest(v, i, rest)
                if ends:
                    blocked.update(range(i, ends[0]))
    return blocked
