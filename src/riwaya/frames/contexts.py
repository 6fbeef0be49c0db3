"""Whether a listed event word stands in the context its row asks for (column `context`)."""

from __future__ import annotations

from functools import lru_cache

from riwaya.detection.analysis import Hit
from riwaya.detection.letters import key
from riwaya.detection.text import Chunk, Text
from riwaya.detection.tokens import Word
from riwaya.frames.bare_words import bare_forms
from riwaya.frames.view import View
from riwaya.model import Row

Condition = tuple[str, frozenset[str], tuple[tuple[str, ...], ...]]

_WINDOW = 14
_CLASS_WINDOW = 10
_BACK = 60
_ARMED = frozenset(
    {"state_force", "rebel", "militia", "force", "fighter", "soldier", "police", "weapon_system"}
)
_CLASSES = {
    "force": _ARMED,
    "power": frozenset(
        {"state", "country", "political", "international", "body", "official", "leader"}
    ),
    "people": frozenset(
        {
            "civilian",
            "person",
            "worker",
            "kin",
            "crowd",
            "victim",
            "detainee",
            "protester",
            "missing",
        }
    ),
    "civilian": frozenset({"civilian", "person", "worker", "kin", "crowd"}),
    "protester": frozenset({"protester"}),
    "detainee": frozenset({"detainee"}),
    "victim": frozenset({"victim"}),
    "leader": frozenset({"leader", "official"}),
    "weapon": frozenset({"weapon", "weapon_system"}),
    "vehicle": frozenset({"vehicle"}),
    "building": frozenset({"building", "infrastructure"}),
    "goods": frozenset({"goods"}),
}
_KINDS = {
    "place": ("place",),
    "person": ("person", "group", "quantity"),
    "object": ("object",),
    "group": ("group",),
    "name": ("person",),
}
_TARGET_KINDS = {
    **_KINDS,
    "person": ("person", "group", "quantity"),
    "force": ("group", "object", "person"),
}
_HUMAN = frozenset({"people", "civilian", "force", "name", "detainee", "person"})
_VIOLENT = frozenset({
    "clash", "attack", "killing", "injury", "assassination", "execution", "shooting", "shelling",
    "airstrike", "bombing", "suicide_bombing", "ambush", "abduction", "arrest", "torture", "raid",
    "siege", "destruction", "displacement",
})  # fmt: skip


def context_holds(v: View, first: int, last: int, hit: Hit) -> bool:
    """Whether all conditions of a row hold for its word at `first` (phrase up to `last`)."""
    context = hit.form.row["context"]
    return not context or all(_holds(v, first, last, c, hit) for c in _conditions(context))


@lru_cache(maxsize=4096)
def weight(context: str) -> int:
    """How much a row's context asks for: what a word acts on counts double, exclusions nothing."""
    names = [name for name, _, _ in _conditions(context)]
    asked = [n for n in names if not n.startswith("no")]
    return len(asked) + sum(n in ("object", "direct", "subject", "target", "back") for n in asked)


@lru_cache(maxsize=4096)
def _conditions(context: str) -> tuple[Condition, ...]:
    """Name, single words and classes (`@force`), and values of several words of each condition."""
    found: list[Condition] = []
    for part in context.split(";"):
        name, colon, value = part.strip().partition(":")
        if not colon:
            continue
        values = [v.strip() for v in value.split("|")]
        single = frozenset(v if v.startswith("@") else key(v) for v in values if " " not in v)
        several = tuple(tuple(key(w) for w in v.split()) for v in values if " " in v)
        found.append((name, single, several))
    return tuple(found)


def _holds(v: View, first: int, last: int, condition: Condition, hit: Hit) -> bool:
    name, value, several = condition
    if name == "prep":
        return _preposition_after(v, last, value)
    if name == "with":
        return _near(v, first, last, value, several, hit)
    if name == "not":
        return not _near(v, first, last, value, several, hit)
    if name == "tense":
        return hit.form.tense in value
    if name == "number":
        return hit.form.number in value
    if name == "object":
        return _object(v, last, value, hit)
    if name == "target":
        return _acted_on(v, last, value)
    if name == "subject":
        return _subject(v, first, value)
    if name == "direct":
        return (bool(hit.split.pronoun) and not _HUMAN.isdisjoint(value)) or _direct(v, last, value)
    if name in ("next", "notnext", "previous", "notprevious"):
        return _beside(v, last if name.endswith("next") else first - 1, value) != name.startswith(
            "not"
        )
    if name == "then":
        return _opens_with(v, last, value)
    if name == "article":
        return hit.split.article == ("yes" in value)
    if name == "noprep":
        return hit.split.prep not in value
    if name == "back":
        return hit.split.article and _told_before(v, first, value)
    return True


def is_of(chunk: Chunk, name: str) -> bool:
    """Whether a noun phrase is of a class of conditions (force, people, place, vehicle …)."""
    kinds = _KINDS.get(name)
    if kinds is not None:
        if chunk.kind in kinds:
            return name != "name" or chunk.proper
        return False
    klasses = _CLASSES.get(name, frozenset())
    if chunk.klass in klasses:
        return True
    return name == "power" and chunk.acts


def _object(v: View, i: int, value: frozenset[str], hit: Hit) -> bool:
    """Whether what is acted on, up to eight words on in the clause, is of one of the classes."""
    if hit.split.pronoun and "person" in value:
        return True
    for j in range(i, min(i + 8, v.sentence.last)):
        chunk = v.at.get(j)
        if chunk and chunk.first == j and any(_is_or_holds(chunk, name) for name in value):
            return True
        if chunk and any(c.first == j and is_of(c, name) for c in chunk.inner for name in value):
            return True
        if v.bounds.get(j) in ("stop", "that"):
            break
    return False


def _is_or_holds(chunk: Chunk, name: str) -> bool:
    return is_of(chunk, name) or (
        chunk.kind == "quantity" and any(is_of(c, name) for c in chunk.inner)
    )


def _subject(v: View, first: int, value: frozenset[str]) -> bool:
    """Whether the bare noun phrase after the word, else the last before it, is of a class."""
    for j in range(first + 1, min(first + 4, v.sentence.last)):
        chunk = v.at.get(j)
        if chunk is None and v.text.is_a("preposition", j):
            break
        if chunk is None:
            continue
        if chunk.head == first and chunk.owner is not None:
            chunk = chunk.owner
        if chunk.kind == "time" and not chunk.prep:
            continue
        governed = chunk.prep or (chunk.first > first + 1 and v.preposition(chunk))
        if governed or chunk.klass in ("compass", "near"):
            break
        return any(_is_or_holds(chunk, name) for name in value)
    before = [c for c in v.chunks if first - 8 <= c.first and c.last <= first and c.kind != "time"]
    bare = [c for c in before if not v.preposition(c)] or before
    return bool(bare) and any(_is_or_holds(bare[-1], name) for name in value)


def _direct(v: View, i: int, value: frozenset[str]) -> bool:
    """Whether one of the first two bare noun phrases after the word is of one of the classes."""
    seen = 0
    for j in range(i, min(i + 9, v.sentence.last)):
        chunk = v.at.get(j)
        if v.bounds.get(j) in ("stop", "that") or (chunk is None and _is_verb(v.text, j)):
            break
        if chunk is None or chunk.first != j or chunk.kind == "time" or v.preposition(chunk):
            continue
        if any(_is_or_holds(chunk, name) for name in value):
            return True
        seen += 1
        if seen == 2:
            break
    return False


def _is_verb(text: Text, j: int) -> bool:
    return any(
        hit.form.pos == "verb" and hit.split.cuts <= 1
        for table in ("triggers", "light_verbs", "reporting") for hit in text.infos[j].of(table)
    )  # fmt: skip


def _beside(v: View, i: int, value: frozenset[str]) -> bool:
    """Whether the word at `i` of the sentence is one of the words."""
    if not v.sentence.first <= i < v.sentence.last:
        return False
    return not value.isdisjoint(_bare(v.text.words[i]))


def _opens_with(v: View, i: int, value: frozenset[str]) -> bool:
    """Whether the next word is one of the prepositions or carries one of them."""
    if i >= v.sentence.last:
        return False
    word = v.text.words[i].key
    return word in value or (word[0] in value and len(word) > 2 and i not in v.trigger_at)


def _told_before(v: View, first: int, value: frozenset[str]) -> bool:
    """Whether one of the words, or a deed (`@deed`), was told shortly before a definite noun."""
    if "@deed" in value and any(t.type in _VIOLENT for t in v.triggers):
        return True
    for j in range(max(0, first - _BACK), first):
        if "@deed" in value and j < v.sentence.first and _is_deed(v, j):
            return True
        if not value.isdisjoint(_bare(v.text.words[j])):
            return True
    return False


def told_again(v: View, first: int, hit: Hit) -> bool:
    """Whether a definite noun takes up the same word told shortly before («التفاهم»)."""
    form = hit.form
    if not hit.split.article or form.pos != "noun" or form.rest or form.number == "du":
        return False
    for j in range(max(0, first - _BACK), first):
        for other in v.text.infos[j].of("triggers"):
            if (
                other.form.row is form.row
                and not other.split.article
                and _words_near(v.text, j, form.row)
            ):
                return _allowed(v, first, hit)
    return False


def _words_near(text: Text, j: int, row: Row) -> bool:
    """Whether a word that the row's `with` asks for stood near the earlier word."""
    for name, wanted, _ in _conditions(row["context"]):
        if name == "with" and not any(
            not wanted.isdisjoint(_bare(w)) for w in text.words[max(0, j - _WINDOW) : j + _WINDOW]
        ):
            return False
    return True


def _allowed(v: View, first: int, hit: Hit) -> bool:
    """Whether at least nothing that the row excludes holds."""
    return all(
        _holds(v, first, first + 1, c, hit)
        for c in _conditions(hit.form.row["context"]) if c[0].startswith("no")
    )  # fmt: skip


def _acted_on(v: View, i: int, value: frozenset[str]) -> bool:
    """Whether one whom a deed can be done to stands after the word, or for a force before it."""
    kinds = {k for w in value for k in _TARGET_KINDS.get(w, ())}
    for j in range(i, min(i + 8, v.sentence.last)):
        chunk = v.at.get(j)
        if (
            chunk
            and chunk.first == j
            and (chunk.kind in kinds or (chunk.acts and "group" in kinds))
        ):
            return True
        if v.bounds.get(j) in ("stop", "that"):
            break
    return "force" in value and any(
        c.kind in kinds for c in v.chunks if i - 8 < c.first < i
    )  # fmt: skip


def _preposition_after(v: View, i: int, wanted: frozenset[str]) -> bool:
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
        if word[0] in wanted and len(word) > 2 and _carries(text, j):
            return True
        if any(len(w) > 1 and word.startswith(w) and 0 < len(word) - len(w) <= 3 for w in wanted):
            return True
        if v.bounds.get(j) in ("stop", "that", "contrast", "coordinator"):
            return False
        if j in v.trigger_at and v.trigger_at[j].verbal:
            return False
    return False


def _carries(text: Text, j: int) -> bool:
    """Whether the first letter of a word is a preposition written on it."""
    word = text.words[j].key
    if word[1:3] in ("ال", "ان") or word[:2] == "لل" or j in text.numbers:
        return True
    if len(word) > 5 and word[1] in "امت" and not text.infos[j].known:
        return True  # a verbal noun that no table has («باستئناف»)
    return len(word) > 3 and _cut_known(text, j, word[0])


def _cut_known(text: Text, j: int, prep: str) -> bool:
    return any(h.split.prep == prep for hits in text.infos[j].hits.values() for h in hits)


def _near(
    v: View,
    first: int,
    last: int,
    wanted: frozenset[str],
    several: tuple[tuple[str, ...], ...],
    hit: Hit,
) -> bool:
    """Whether one of the words, phrases or classes stands near the word."""
    start, end = max(v.sentence.first, first - _WINDOW), min(v.sentence.last, first + _WINDOW + 1)
    bare = _bare_at(v)
    for form in bare.keys() & wanted:
        if any(start <= j < end and j != first for j in bare[form]):
            return True
    if several and any(_phrase_near(v, start, end, phrase) for phrase in several):
        return True
    return any(w[0] == "@" and _class_near(v, first, last, w[1:], hit) for w in wanted)


def _phrase_near(v: View, start: int, end: int, phrase: tuple[str, ...]) -> bool:
    bare = _bare_at(v)
    if any(p not in bare for p in phrase):
        return False
    return any(
        start <= j <= end - len(phrase) and all(j + n in bare[p] for n, p in enumerate(phrase))
        for j in bare[phrase[0]]
    )


def _class_near(v: View, first: int, last: int, name: str, hit: Hit) -> bool:
    if name == "deed":
        return _deed_near(v, first, last)
    for chunk in v.chunks:
        if chunk.first <= first < chunk.last and chunk.head == first:
            continue
        if first - _CLASS_WINDOW <= chunk.first <= last + _CLASS_WINDOW and any(
            is_of(c, name) for c in (chunk, *chunk.inner)
        ):
            return True
    return False


def _deed_near(v: View, first: int, last: int) -> bool:
    """Whether a word of violence that needs no context stands near."""
    start = max(v.sentence.first, first - _CLASS_WINDOW)
    for j in range(start, min(v.sentence.last, last + _CLASS_WINDOW)):
        if not first <= j < last and _is_deed(v, j):
            return True
    return False


def _is_deed(v: View, j: int) -> bool:
    return any(
        hit.form.row["type"] in _VIOLENT and hit.form.row["frame"] != "victim"
        and not hit.form.rest
        and (not hit.form.row["context"] or hit.form.row["context"].startswith("not:"))
        for hit in v.text.infos[j].of("triggers")
    )  # fmt: skip


def _bare_at(v: View) -> dict[str, list[int]]:
    """Where in the sentence each bare form stands, found once for a view."""
    if not v.bare:
        words = v.text.words
        for j in range(v.sentence.first, v.sentence.last):
            for form in _bare(words[j]):
                v.bare.setdefault(form, []).append(j)
    return v.bare


def _bare(word: Word) -> frozenset[str]:
    return bare_forms(word.key, word.text.endswith("ة"))
