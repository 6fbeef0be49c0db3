"""Of whom a post is said: the name in its phrase, the name it stands beside, else itself."""

from __future__ import annotations

from riwaya.detection.literals import QUOTES
from riwaya.detection.text import Chunk
from riwaya.frames.relations.ends import trailing
from riwaya.frames.view import View

_JOINED = 4  # noun phrases back from a joined noun to the one beside the name
_MARKS = QUOTES | frozenset("،,()–-")


def bearer(v: View, chunk: Chunk) -> list[Chunk]:
    """The people whom a noun phrase of a post or kin describes."""
    if chunk.name is not None:
        return [chunk.name]
    n = next((n for n, c in enumerate(v.chunks) if c is chunk), None)
    if n is None or chunk.kind != "person":
        return [chunk]
    if both := _both(v, n):
        return both
    if (before := _before(v, n) or _joined(v, n)) is not None:
        return [before]
    after = next((c for c in v.chunks[n + 1 : n + 3] if c.kind == "person"), None)
    if after is not None and chunk.definite and _named_behind(v, chunk, after):
        return [after.best]
    return [chunk]


def _before(v: View, n: int) -> Chunk | None:
    """The name that stands before a post, or that «وهو» before it takes up."""
    chunk = v.chunks[n]
    k = n - 1
    while k > 0 and (v.chunks[k].klass == "measure" or _origin(v, v.chunks[k])):
        k -= 1  # «فلان (٣٤ عاماً) عنصر في …», «فلان من بلدة كذا، أحد قادة …»
    for name in (trailing(v.chunks[k]), v.chunks[k].owner) if n else ():
        if name is not None and _beside(v, name, chunk):
            return name.best
    i = chunk.first - 1
    if i >= v.sentence.first and v.text.is_a("copula_pronoun", i) and not chunk.prep:
        people = [c for c in map(trailing, v.chunks[:n]) if c.kind == "person" and c.best.proper]
        return people[-1].best if people else None
    return None


def _joined(v: View, n: int) -> Chunk | None:
    """«فلان، المنشق عن كذا وابن عم …»: a second noun joined to the one beside a name."""
    chunk = v.chunks[n]
    if chunk.conj != "و" or chunk.pronoun or chunk.kind != "person":
        return None
    for k in range(n - 1, max(n - _JOINED, 0), -1):
        other = v.chunks[k]
        if any(j in v.trigger_at for j in range(other.last, chunk.first)):
            return None
        if other.kind == "person" and not other.proper and (name := _before(v, k)) is not None:
            return name
    return None


def _beside(v: View, name: Chunk, chunk: Chunk) -> bool:
    """«فلان، القيادي في …», «فلان (صهر …)», «كان فلان أحد قادة …», «فلان وهو قائد …»."""
    if name.kind != "person" or not name.best.proper or chunk.conj or chunk.prep:
        return False
    between = range(name.last, chunk.first)
    marks = [j for j in between if v.text.words[j].text in _MARKS]
    rest = [j for j in between if j not in marks and not _aside(v, j)]
    if any(not (v.text.is_a("copula", j) or v.text.is_a("formerly", j)) for j in rest):
        return False
    predicate = not v.text.words[chunk.first].key.startswith("ال")
    return bool(marks or rest) or _copula_before(v, name) or predicate


def _aside(v: View, j: int) -> bool:
    """Whether a word belongs to an age or to the place that somebody is of."""
    chunk = v.at.get(j)
    if chunk is None:
        return (
            v.text.is_a("from", j) and (place := v.at.get(j + 1)) is not None and _origin(v, place)
        )
    return chunk.klass == "measure" or _origin(v, chunk)


def _origin(v: View, chunk: Chunk) -> bool:
    i = chunk.first - 1
    return chunk.kind == "place" and i >= v.sentence.first and v.text.is_a("from", i)


def _copula_before(v: View, name: Chunk) -> bool:
    """«كان الأزوادي أحد قادة …»: a verb of being before the name makes the post a predicate."""
    return name.first > v.sentence.first and v.text.is_a("copula", name.first - 1)


def _named_behind(v: View, chunk: Chunk, name: Chunk) -> bool:
    """«القائد الميداني في الحركة، فلان الفلاني، …»: the name between two commas."""
    if not name.best.proper or name.conj or name.prep or name.pronoun:
        return False
    if name.first == chunk.last or _in_force(v, chunk.last, name.first):
        full = name.proper and name.last - name.first > 1
        return name.name is not None or full  # «رئيس أركان كذا الفريق فلان»
    between = [j for j in range(chunk.last, name.first) if j not in v.at]
    commas = [j for j in between if v.text.words[j].text in "،,"]
    if commas != [name.first - 1] or not all(
        j in commas or v.text.is_a("preposition", j) for j in between
    ):
        return False
    return name.last < v.sentence.last and v.text.words[name.last].text in "،,"


def _in_force(v: View, i: int, j: int) -> bool:
    """«قائد الفرقة كذا في الجيش العميد فلان»: the force stands between a post and the name."""
    force = v.at.get(i + 1)
    inside = v.text.words[i].key in v.text.roles["in"]
    return inside and force is not None and force.kind == "group" and force.last == j


def _both(v: View, n: int) -> list[Chunk]:
    """«فلان أو فلان، وكلاهما قيادي في …»: the two named before."""
    chunk = v.chunks[n]
    if chunk.first == v.sentence.first or not v.text.is_a("both", chunk.first - 1):
        return []
    people = [c.best for c in v.chunks[:n] if c.kind == "person" and c.best.proper]
    return people[-2:]
