"""Who is said to bear a second name: «… المعروف باسم …», «… (قسد)», «…، في إشارة إلى …».

Takes: the noun phrases of a sentence, second names marked by their cues. Gives: pairs of noun
phrases that the text says are one, with the words that say so. Never: compares spellings.
"""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.detection.literals import QUOTES
from riwaya.detection.text import Announced, Chunk
from riwaya.frames.relations.subjects import bearer
from riwaya.frames.view import View

_BEING = 5  # words between a word of being and what it says
_FAR = 12  # words between a name and the cue of its second one
_CLOSE = frozenset(")]")
_POINTING = frozenset({"description", "abbreviation"})
_QUOTED = 3  # words of a second name that only its quotation marks announce
_KINDS = ("person", "group", "place")


@dataclass(frozen=True, slots=True)
class Alias:
    """Two noun phrases that the text calls one; `first` to `last` (exclusive) are the words that
    say so, `rule` is the kind of `alias_cues`, or how else it is said."""

    view: View
    named: Chunk
    second: Chunk
    first: int
    last: int
    rule: str


def find_aliases(views: list[View]) -> list[Alias]:
    """The second names that the sentences of a report give, in order."""
    found: list[Alias] = []
    before: View | None = None
    for v in views:
        for n, chunk in enumerate(list(v.chunks)):
            cue = chunk.announced
            if cue is not None and v.text.is_a("several_called", cue.first):
                found += _respective(v, n)
            elif cue is not None:
                named = _named(v, n, before)
                if named is not None:
                    second = _fit(chunk, named)
                    found.append(Alias(v, named, second, cue.first, cue.last, cue.kind))
                    found += _more(v, n, named)
            elif (called := _called(v, n)) is not None:
                found.append(Alias(v, called, chunk.best, chunk.first, chunk.first + 1, "called"))
            else:
                found += _bracketed(v, n) or _quoted(v, n) or _apposed(v, n)
        before = v
    return found


def _fit(second: Chunk, named: Chunk) -> Chunk:
    """The name in a second noun phrase; one that no table knows is of the kind of the first."""
    if second.rule == "second-name":
        second.kind, second.klass = named.kind, named.klass
    return second.best


def _named(v: View, n: int, before: View | None) -> Chunk | None:
    """Whose second name the noun phrase `n` is: the nearest phrase of its kind before the cue."""
    chunk, cue = v.chunks[n], v.chunks[n].announced
    if cue is None:
        return None
    for other in reversed(v.chunks[:n]):
        if other.last > cue.first and other.first >= cue.first:
            continue
        if cue.first - other.last > _FAR or _ended(v, other.last, cue.first):
            break
        if _may_be(other, chunk) and not _apart(v, other, cue):
            return other.best
    if cue.kind == "legal_name" and before is not None and not _any_before(v, n):
        return next((c.best for c in reversed(before.chunks) if _may_be(c, chunk)), None)
    return None


def _respective(v: View, n: int) -> list[Alias]:
    """«فلان وفلان، المعروفين بـ«أ» و«ب»»: each by his own, in order; as many as there are names."""
    cue = v.chunks[n].announced
    if cue is None:
        return []
    seconds = [c for c in v.chunks[n:] if c.kind == "person" and c.best.proper]
    names = [c for c in v.chunks[:n] if c.kind == "person" and c.best.proper]
    named = names[-2:]
    if len(named) != 2 or len(seconds) < 2:
        return []
    return [
        Alias(v, one.best, two.best, cue.first, cue.last, "respective")
        for one, two in zip(named, seconds, strict=False)
    ]


def _any_before(v: View, n: int) -> bool:
    return any(c.kind == "person" for c in v.chunks[:n])


def _may_be(named: Chunk, second: Chunk) -> bool:
    """Whether a noun phrase can bear the second name: of one kind, and one alone."""
    if named.kind != second.kind and second.rule != "second-name":
        return False
    if named.kind not in _KINDS or named.count is not None:
        return False
    return not (named.kind == "person" and named.number != "sg")


def _apart(v: View, named: Chunk, cue: Announced) -> bool:
    """«وهو», «أي» explain only what stands right before them."""
    if cue.kind not in _POINTING or v.text.is_a("itself", cue.last - 1):
        return False
    between = (v.text.words[j].text for j in range(named.last, cue.first))
    return any(word not in QUOTES and word not in "،,)]" for word in between)


def _ended(v: View, i: int, j: int) -> bool:
    return any(v.bounds.get(k) in ("stop", "contrast") for k in range(i, j))


def _more(v: View, n: int, named: Chunk) -> list[Alias]:
    """«الملقب بسيف بغداد وأبو فلان»: a kunya joined to a second name is a third."""
    found: list[Alias] = []
    for one, two in zip(v.chunks[n:], v.chunks[n + 1 :], strict=False):
        touches = two.first - one.last <= 1 and two.conj == "و"
        if not (touches and two.proper and two.kind == "person" and _kunya(v, two)):
            break
        cue = v.chunks[n].announced
        if cue is None or cue.kind == "description":
            break
        found.append(Alias(v, named, two.best, cue.first, cue.last, cue.kind))
    return found


def _kunya(v: View, chunk: Chunk) -> bool:
    word = v.text.words[chunk.first]
    key = word.key[chunk.start - word.start :]
    return any(key.startswith(kunya) for kunya in v.text.roles["kunya"])


def _called(v: View, n: int) -> Chunk | None:
    """«القيادي … المدعو أبو فلان»: a title that only says how someone is called."""
    chunk = v.chunks[n]
    if chunk.table != "titles" or chunk.name is None or n == 0:
        return None
    if not v.text.is_a("called", chunk.first):
        return None
    named = v.chunks[n - 1]
    near = all(v.text.words[j].text in "،," for j in range(named.last, chunk.first))
    return named.best if near and _may_be(named, chunk) and not chunk.conj else None


def _quoted(v: View, n: int) -> list[Alias]:
    """«علي حسين مواسي «جواد»»: right behind a name another one in quotation marks."""
    named, text, i = v.chunks[n], v.text, v.chunks[n].last
    if named.kind != "person" or not named.best.proper or named.best.rule == "second-name":
        return []
    if i >= v.sentence.last or text.words[i].text not in "«“":
        return []
    span = range(i + 1, min(i + 2 + _QUOTED, v.sentence.last))
    close = next((j for j in span if text.words[j].text in "»”"), 0)
    if close < i + 2 or text.words[i + 1].start == text.words[i].start:
        return []
    inside = [c for c in v.chunks if i < c.first < close]
    if inside and (len(inside) > 1 or inside[0].kind != "person"):
        return []
    if any(j in v.trigger_at for j in range(i + 1, close)):
        return []
    words = text.words
    second = inside[0].best if inside else Chunk(
        "person", i + 1, close, words[i + 1].start, words[close - 1].end, i + 1, proper=True,
        klass="person", definite=True, rule="second-name",
    )  # fmt: skip
    if not inside:
        v.chunks.insert(n + 1, second)
        v.at.update((j, second) for j in range(i + 1, close))
    return [Alias(v, named.best, second, i, close + 1, "quoted")]


def _bracketed(v: View, n: int) -> list[Alias]:
    """«قوات سوريا الديمقراطية (قسد)», «أحمد علي (أبو خالد)»: another name in brackets."""
    if n == 0:
        return []
    chunk, named = v.chunks[n], v.chunks[n - 1]
    text, i = v.text, v.chunks[n].first - 1
    if i < named.last or text.words[i].text not in "([" or chunk.last >= v.sentence.last:
        return []
    if any(text.words[j].text not in QUOTES for j in range(named.last, i)):
        return []
    j = chunk.last
    while j < v.sentence.last and (text.words[j].text in QUOTES or text.is_a("formerly", j)):
        j += 1
    closed = j < v.sentence.last and text.words[j].text in _CLOSE
    if not closed or not chunk.best.proper or not _may_be(named, chunk):
        return []
    if chunk.kind == "place" or (chunk.best.row.get("iso") and not named.acts):
        return []  # «في الشيخ مقصود (حلب)»: where it lies
    return [Alias(v, named.best, chunk.best, i, j + 1, "bracketed")]


def _apposed(v: View, n: int) -> list[Alias]:
    """«فلان، القيادي في كذا», «القيادي في كذا فلان الفلاني»: a post beside its bearer's name."""
    chunk = v.chunks[n]
    post = chunk.kind == "person" and not chunk.proper and chunk.name is None and chunk.definite
    if not post or chunk.pronoun or chunk.owner is None or chunk.klass == "kin":
        return []
    if chunk.row.get("relation") == "kin_of":
        return []
    if v.text.words[chunk.first].text.endswith("ا") or _predicate(v, chunk.first):
        return []
    who = bearer(v, chunk)
    if len(who) != 1 or who[0] is chunk or not who[0].proper:
        return []
    return [Alias(v, who[0], chunk, chunk.first, chunk.last, "apposition")]


def _predicate(v: View, i: int) -> bool:
    """«ليس فلان قائد الحركة», «لم يعد قائدها»: what a word of being says or denies of him."""
    being = ("not_being", "copula", "being", "was", "no_longer")
    near = range(max(v.sentence.first, i - _BEING), i)
    return any(v.text.is_a(role, k) for role in being for k in near)
